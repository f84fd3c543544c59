"""Benchmarks and the crash test: `make bench`, `make bench-methods` and `make crash-test`."""
