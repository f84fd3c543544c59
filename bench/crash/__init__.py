"""Kill the platform again and again under load: what was answered is stored, once, and each mail is sent."""
