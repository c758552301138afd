"""An admin with django-import-export's own pages, as its documentation has them."""

from django.contrib import admin
from django.urls import path
from import_export.admin import ImportExportModelAdmin

from .models import Cited, Happening
from .resources import CitedResource


class CitedAdmin(ImportExportModelAdmin):
    resource_classes = (CitedResource,)


site = admin.AdminSite()
site.register(Happening, ImportExportModelAdmin)
site.register(Cited, CitedAdmin)
urlpatterns = [path("admin/", site.urls)]
