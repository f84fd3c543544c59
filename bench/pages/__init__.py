"""The cost of pages with 10,000 and with 100,000 initiatives, compared with a minimal "hello" page."""
