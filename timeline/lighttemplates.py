"""Templates without their indentation, which every page would carry to its readers."""

from __future__ import annotations

import re

from django.template import Origin
from django.template.loaders.filesystem import Loader

INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class LightLoader(Loader):
    """Reads our own templates; where lines are kept as they stand (<pre>), ours have values only."""

    def get_contents(self, origin: Origin) -> str:
        return INDENTATION.sub("", super().get_contents(origin))
