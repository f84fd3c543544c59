"""A template loader that removes indentation, which only serves readers of the template."""

from __future__ import annotations

import re

from django.template import Origin
from django.template.loaders import filesystem

INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


class Loader(filesystem.Loader):
    """Loads our HTML templates without the white space at the beginning of lines.

    A browser shows a line break as a space anyway, so a page looks the same and is a fifth smaller. Line
    numbers do not change, so error messages stay correct.
    """

    def get_contents(self, origin: Origin) -> str:
        contents: str = super().get_contents(origin)
        return INDENT.sub("", contents) if str(origin.name).endswith(".html") else contents
