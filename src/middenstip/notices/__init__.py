"""The post: turns facts of the journal into mail and an inbox.

The reader takes each new fact once and writes a notice for everybody whom it concerns; the sender brings
the mail of those notices round. Both may be killed at any moment, run twice or run at the same time. No
notice holds the name of a person, so erasing somebody leaves nothing behind in the post of another.
"""
