"""The roles in an area: who holds them, and granting and ending them."""
