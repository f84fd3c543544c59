"""`methods` compared with other programs, on the same files in the same run."""
