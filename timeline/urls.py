"""Addresses: the admin, and everything the app says."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("incidents.urls")),
]
handler400 = "incidents.views.bad_request"
handler403 = "incidents.views.forbidden"
handler404 = "incidents.views.not_found"
handler500 = "incidents.views.server_error"
