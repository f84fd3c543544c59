"""The status page of a case, for who has the code of the letter."""
