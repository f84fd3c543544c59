"""Questions from practice: the list, one question with its answers, and the forms."""
