"""Addresses: the admin, and everything the app says."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path
from django.views.defaults import page_not_found
from django.views.i18n import set_language

from incidents.urls import pages

urlpatterns = [
    # Django leads any staff account from here to the address of any row, a draft's headline in it.
    re_path("^admin/r/", page_not_found, {"exception": None}),
    path("admin/language/", set_language, name="desk-language"),
    path("admin/", admin.site.urls),
    path("", include("incidents.urls")),
    *i18n_patterns(path("", include(pages)), prefix_default_language=False),
]
handler400 = "incidents.views.answers.bad_request"
handler403 = "incidents.views.answers.forbidden"
handler404 = "incidents.views.answers.not_found"
handler500 = "incidents.views.answers.server_error"
