"""Pages about the platform itself: what it is, how it works, accessibility, privacy, contact, health."""
