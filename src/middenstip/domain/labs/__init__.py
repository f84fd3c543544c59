"""Labs (stadslab): a place that three halves host together, its opening hours, and the check of each host."""
