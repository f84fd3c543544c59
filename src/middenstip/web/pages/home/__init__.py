"""The front page: choose your place."""
