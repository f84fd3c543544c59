"""Notices: turns facts of the journal into mail and an inbox.

The reader handles each new fact once and writes a notice for everyone it concerns; the sender sends the mail
of those notices. Both may be killed at any moment, run twice or run at the same time. No
notice holds the name of a person, so erasing one person leaves no trace in the notices of another.
"""
