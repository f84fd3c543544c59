"""The cost of the agenda with 50,000 gatherings, of a full feed, and of a photo report."""
