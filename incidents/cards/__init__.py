"""The drawn card of a page, as others show a link to it: 1200 × 630 pixels. Knows no Django, no settings, no clock.

`Card` is what stands on it, `svg()` lays it out, `png()` renders that.
"""

from .layout import HEIGHT, WIDTH, Card, svg
from .rendering import png

__all__ = ["HEIGHT", "WIDTH", "Card", "png", "svg"]
