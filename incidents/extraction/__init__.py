"""Articles to drafts: reading a report, and proposing the statements in it that are worth an event."""

from incidents.extraction.article import Article, read_html, read_text
from incidents.extraction.statements import propose

__all__ = ["Article", "propose", "read_html", "read_text"]
