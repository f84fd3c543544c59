"""Settings, URLs and the entry of the server. Only this package combines all the others."""
