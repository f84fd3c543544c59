"""Intake (balie): one case (zaak) per initiative at one desk for all departments.

The desk helps and answers; it never takes the initiative over. Terms, routing and escalation get their
place in `Case` (`due_on`) in a later issue.
"""
