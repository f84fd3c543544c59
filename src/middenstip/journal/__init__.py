"""The journal: one append-only table of facts, and which reader has handled them.

The timeline, the notices and the reports all read it. It is also an
outbox: a fact is written in the transaction of the act itself. No foreign keys (history never blocks
erasure) and no names or addresses (history stays true after a person is erased).
"""
