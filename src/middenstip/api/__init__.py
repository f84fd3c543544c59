"""The REST API, with the same selectors as the pages (NL API Design Rules)."""
