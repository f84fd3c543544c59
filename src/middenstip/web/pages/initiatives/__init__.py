"""One initiative: its page, and everything people do with it."""
