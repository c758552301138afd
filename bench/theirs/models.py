"""What django-import-export fills: one flat row a record, or an event with a source and a citation as ours has them."""

from django.db import models


class Happening(models.Model):
    headline = models.CharField(max_length=300)
    date = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    place = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=12, blank=True)
    language = models.CharField(max_length=16, blank=True)
    source_url = models.CharField(max_length=2000, blank=True)
    source_title = models.CharField(max_length=500, blank=True)
    source_publisher = models.CharField(max_length=200, blank=True)
    source_published = models.CharField(max_length=200, blank=True)
    severity = models.CharField(max_length=20, blank=True)

    class Meta:
        app_label = "theirs"

    def __str__(self):
        return self.headline


class Source(models.Model):
    url = models.CharField(max_length=2000, unique=True)
    title = models.CharField(max_length=500, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    published = models.CharField(max_length=200, blank=True)

    class Meta:
        app_label = "theirs"

    def __str__(self):
        return self.title


class Cited(models.Model):
    """An event whose citations are the rows of the table between it and its sources."""

    headline = models.CharField(max_length=300)
    date = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    place = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=12, blank=True)
    language = models.CharField(max_length=16, blank=True)
    severity = models.CharField(max_length=20, blank=True)
    sources = models.ManyToManyField(Source)

    class Meta:
        app_label = "theirs"

    def __str__(self):
        return self.headline
