"""Articles to drafts: reading a report, and proposing the statements in it that are worth an event."""

from .article import Article, read_html, read_text
from .statements import propose

__all__ = ["Article", "propose", "read_html", "read_text"]
