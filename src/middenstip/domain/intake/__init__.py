"""Intake (balie): one case (zaak) per initiative, at one desk for all departments.

The desk helps and answers; it never takes over the initiative. Each case has a term in working days that
rings by itself, and can be referred to another desk with a receipt.
"""
