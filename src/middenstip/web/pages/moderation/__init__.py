"""The rules, reporting a text, the queue of the moderators, and what was decided."""
