"""Goals (opgaven): a task that the three halves share, and the table where they decide about it.

A goal is shared only when every seat at the table, from all three halves, says JA to the same version.
No answer is not a yes, and a new version needs new answers. This room does not know agreements.
"""
