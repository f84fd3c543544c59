"""One initiative: its page, and all acts on it."""
