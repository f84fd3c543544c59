"""The roof: settings, URLs, the server's entry. Everything below is put together here and nowhere else."""
