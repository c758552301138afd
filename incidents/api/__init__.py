"""The read-only API under /api/: what is published, as our own JSON, with the filters and the paging of the pages.

docs/api.md describes it; /api/openapi.json says the same to programs. Nothing of it asks who is signed in.
"""

from .answers import addresses, nowhere

__all__ = ["addresses", "nowhere"]
