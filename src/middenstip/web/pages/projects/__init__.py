"""The pages of a project, its orders, the account of an area, and the funding register."""
