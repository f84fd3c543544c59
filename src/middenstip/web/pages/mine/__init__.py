"""*Mijn*, the personal page: what waits, what was promised, your seats, your data."""
