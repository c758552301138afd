"""People, organisations and places, and the words events are filed under."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy, ngettext

from ..forms import RevisionForm
from ..models import Entity, Tag
from .inlines import AliasInline
from .revisions import RevisionAdmin


class EntityForm(RevisionForm):
    class Meta:
        model = Entity
        fields = ("name", "slug", "kind", "description")
        help_texts = {"kind": gettext_lazy("What sort of thing it is.")}


class TagForm(RevisionForm):
    class Meta:
        model = Tag
        fields = ("name", "slug")
        help_texts = {
            "name": gettext_lazy("One or two words, as readers see them."),
            "slug": gettext_lazy("Its part of the web address."),
        }


@admin.register(Entity)
class EntityAdmin(RevisionAdmin):
    form = EntityForm
    list_display = ("name", "kind", "description", "used")
    list_filter = ("kind",)
    search_fields = ("name", "aliases__name")
    search_help_text = gettext_lazy("A part of the name, or of another name of it.")
    prepopulated_fields = {"slug": ("name",)}
    inlines = (AliasInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Entity]:
        return super().get_queryset(request).annotate(role_count=Count("roles", distinct=True))

    @admin.display(description=gettext_lazy("events"), ordering="role_count")
    def used(self, entity: Entity) -> int:
        return entity.role_count

    def view_on_site(self, entity: Entity) -> str | None:
        return entity.get_absolute_url() if Entity.objects.published().filter(pk=entity.pk).exists() else None

    def why_kept(self, obj: Entity) -> str:
        roles = obj.roles.count()
        if not roles:
            return ""
        return ngettext(
            "“%(it)s” has a role in one event. Take it out of that first.",
            "“%(it)s” has a role in %(n)d events. Take it out of these first.",
            roles,
        ) % {"it": obj, "n": roles}


@admin.register(Tag)
class TagAdmin(RevisionAdmin):
    form = TagForm
    list_display = ("name", "slug", "used")
    search_fields = ("name",)
    prepopulated_fields = {"slug": ("name",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        return super().get_queryset(request).annotate(event_count=Count("event", distinct=True))

    @admin.display(description=gettext_lazy("events"), ordering="event_count")
    def used(self, tag: Tag) -> int:
        return tag.event_count

    def view_on_site(self, tag: Tag) -> str | None:
        return tag.get_absolute_url() if Tag.objects.published().filter(pk=tag.pk).exists() else None
