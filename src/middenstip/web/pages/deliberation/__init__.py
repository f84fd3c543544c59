"""The pages of ballots, decisions, statements and talks."""
