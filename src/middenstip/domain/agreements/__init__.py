"""Agreements (afspraken): who promises what to whom, by when, and who signed it.

An agreement is signed per seat, never per person. It does not know how it was decided, only to which
goal it belongs. Plans, money and milestones of a project are not kept here.
"""
