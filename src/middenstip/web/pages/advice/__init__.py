"""Advice of residents: the list, one request with its advices and answers, and the forms."""
