"""SVG to PNG, set in the fonts that come along: the same picture on every machine."""

from __future__ import annotations

import resvg_py

from .faces import FAMILY, FILES


def png(svg: str) -> bytes:
    """Render an SVG of ours."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            font_files=[str(file) for file in FILES.values()],
            font_family=FAMILY,
            skip_system_fonts=True,
        )
    )
