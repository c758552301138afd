"""A timeline as a picture: seconds to places on a strip, places to SVG. Knows no Django, no settings, no clock.

Across, everything is given in percent of the strip's width, so that one drawing fits a phone and a wall without
being distorted; upwards in pixels. `overview()` is the way in.
"""

from .density import Counted
from .marks import Happening
from .overview import MOST_LANES, MOST_MARKS, Lane, Overview, overview
from .periods import Period, periods
from .scale import Scale

__all__ = [
    "MOST_LANES",
    "MOST_MARKS",
    "Counted",
    "Happening",
    "Lane",
    "Overview",
    "Period",
    "Scale",
    "overview",
    "periods",
]
