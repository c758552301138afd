"""An admin with django-import-export's own pages, as its documentation has them."""

from django.contrib import admin
from django.urls import path
from import_export.admin import ImportExportModelAdmin

from .models import Happening

site = admin.AdminSite()
site.register(Happening, ImportExportModelAdmin)
urlpatterns = [path("admin/", site.urls)]
