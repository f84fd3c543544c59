"""Questions from practice (praktijkvragen), the answers of others, and what the asker does with them.

The asker marks what helped, and makes a list of answers to prepare with (voorbereidingslijst).
"""
