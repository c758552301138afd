from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class IncidentsConfig(AppConfig):
    name = "incidents"
    verbose_name = _("Timeline")

    def ready(self) -> None:
        from .search import install_index

        post_migrate.connect(install_index, sender=self)
