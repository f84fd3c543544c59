"""The right to challenge: asking to take over a task, up to an agreement and how it goes."""
