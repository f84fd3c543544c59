"""Readers of open data files: from text to rows for `services.import_areas`, or a clear no."""
