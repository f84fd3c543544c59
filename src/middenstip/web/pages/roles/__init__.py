"""Who does what in an area: the roles, who holds them, and giving and ending them."""
