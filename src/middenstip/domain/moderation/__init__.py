"""Moderation (moderatie): published rules, reports about a text, decisions with a reason, and one appeal.

It knows a text only by the key of its `Reportable` and its code; journeys hide and show the text in its own
room. It does not decide what is true, and counts of reports hide nothing.
"""
