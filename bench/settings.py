"""The site's settings with two pages more, to measure against."""

from timeline.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
