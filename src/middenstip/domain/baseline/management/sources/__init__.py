"""The files that figures are read from."""
