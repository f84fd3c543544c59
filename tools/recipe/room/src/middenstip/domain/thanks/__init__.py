"""Thanks (bedankjes): a seat thanks the initiator of an initiative, in one line.

The small example room of docs/recepten.md: it has one of everything.
"""
