"""One flat row a record: less than half of the rows that the site itself writes, which is in the other's favour."""

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
