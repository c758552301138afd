"""The log of a harbour that is nowhere: as many events as are wanted, the same for the same seed."""

from .log import Entry, entry

__all__ = ["Entry", "entry"]
