"""Projects (projecten): what was agreed. For now: agreements (afspraken) only.

An agreement is signed per seat, never per person. It does not know how it was decided, only to which
goal it belongs.
"""
