"""Measuring and breaking: `make bench`, `make bench-methods` and `make crash-test`."""
