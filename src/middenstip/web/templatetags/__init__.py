"""Template tags and filters; builtins, so no page needs `{% load %}`."""
