"""A plain table with the columns that bench/imports.py reads, for django-import-export to fill."""
