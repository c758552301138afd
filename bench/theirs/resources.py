"""Records with a source each, as django-import-export's documentation has rows that name what is not there yet."""

from import_export import fields, resources, widgets

from .models import Cited, Source


class CitedResource(resources.ModelResource):
    sources = fields.Field(
        column_name="source_url", attribute="sources", widget=widgets.ManyToManyWidget(Source, field="url")
    )

    class Meta:
        model = Cited

    def before_import_row(self, row, **kwargs):
        told = {name: row[f"source_{name}"] for name in ("title", "publisher", "published")}
        Source.objects.get_or_create(url=row["source_url"], defaults=told)
