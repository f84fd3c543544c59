"""Weather: what breaks around the platform, one thing after the other, while people read and write."""
