"""The doors for people: pages per noun, what they share, and their templates."""
