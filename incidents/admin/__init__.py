"""The editor's desk: Django's admin, with forms that say what they do."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from . import citations, events, imports, incidents, people, queues, sources, subscriptions, translations, versions

__all__ = [
    "citations",
    "events",
    "imports",
    "incidents",
    "people",
    "queues",
    "sources",
    "subscriptions",
    "translations",
    "versions",
]

admin.site.site_header = _("Editor’s desk")
admin.site.site_title = _("Editor’s desk")
admin.site.index_title = _("What there is to do")
