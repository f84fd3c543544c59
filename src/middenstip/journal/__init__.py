"""What happened: one append-only table of facts, and who has read them.

Write once, read three times: the timeline, the notices and the reports read it. It is also the
outbox: a fact is written in the transaction of the act itself. No foreign keys (history never blocks
erasure) and no names or addresses (erase a person, history stays true).
"""
