"""The list of initiatives: filter, search, and the same on a map."""
