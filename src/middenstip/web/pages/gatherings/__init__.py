"""The agenda, one gathering with its notes, calendar feeds, and institutions that are invited."""
