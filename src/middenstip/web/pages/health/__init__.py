"""How the platform stands, for the administrator."""
