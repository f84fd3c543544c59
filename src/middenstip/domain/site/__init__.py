"""The platform itself: its texts, its look and its settings, as an administrator chooses them.

It has one row. Until something is chosen there is none, and the platform is as it was made.
"""
