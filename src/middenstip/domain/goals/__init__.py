"""Goals (opgaven): a task that the three halves share, and the table they sit at.

A goal counts only with the JA of every seat at the table and of all three halves, to that version.
Silence is not a yes, and a change starts the asking anew. This room does not know agreements.
"""
