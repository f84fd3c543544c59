"""Readers of open data files: they turn text into rows for `services.import_areas`, or raise `Broken`."""
