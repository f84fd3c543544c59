"""What the pages cost with 10,000 and with 100,000 initiatives, beside a bare "hello"."""
