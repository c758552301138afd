"""Lists that answer an address nobody clicked together, too."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db import DataError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _


class ListAdmin(admin.ModelAdmin):
    """A list whose filters may be asked for anything: what no column can hold finds the whole list and a sentence."""

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        asked = (value for _name, values in request.GET.lists() for value in values)
        if any("\0" in value for value in asked):  # PostgreSQL takes no NUL, not even to look for one
            return self.whole_list(request)
        try:
            response = super().changelist_view(request, extra_context)
            return response.render() if isinstance(response, TemplateResponse) else response
        except (DataError, OverflowError):
            return self.whole_list(request)

    def whole_list(self, request: HttpRequest) -> HttpResponse:
        messages.warning(
            request, _("The list was asked for with a value that nothing here can have. This is all of it.")
        )
        return HttpResponseRedirect(request.path)
