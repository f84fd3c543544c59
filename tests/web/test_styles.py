"""Each page asks for the style sheets that its parts need (test_markup asks every page), and for no more."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from django.test import Client

CSS = Path(__file__).parents[2] / "frontend" / "css"
GROUPS = {path.name for path in CSS.iterdir()} - {"site", "print"}  # those two are site.css
# What a part looks like on paper or in forced colours is said for all pages at once.
ELSEWHERE = re.compile(r"@media (?:print|\(forced-colors: active\)) \{\n(?:  .*\n|\n)*\}\n")


@cache
def styled(folder: str) -> set[str]:
    """The class names that a folder of CSS gives a style."""
    sheets = "".join(ELSEWHERE.sub("", path.read_text()) for path in (CSS / folder).glob("*.css"))
    return set(re.findall(r"\.(ms-[\w-]+)", sheets))


def unstyled(html: str) -> set[str]:
    """The classes on this page whose style stands in a sheet that the page does not ask for."""
    asked = set(re.findall(r'rel="stylesheet" href="/static/middenstip/([\w-]+)\.css"', html))
    assert asked <= GROUPS | {"site"}
    there = set().union(*(styled(folder) for folder in asked))
    elsewhere = set().union(*(styled(folder) for folder in GROUPS - asked)) - there
    used = {word for names in re.findall(r'class="([^"]*)"', html) for word in names.split()}
    return used & elsewhere


def test_what_is_made_of_parts_of_every_page_stands_in_the_sheet_of_every_page() -> None:
    """A rule about two of those together is missed on a page that does not ask for the other sheet."""
    site = styled("site")
    misplaced = {}
    for group in GROUPS:
        sheets = "".join(ELSEWHERE.sub("", path.read_text()) for path in (CSS / group).glob("*.css"))
        for selector in re.findall(r"^ *(\.[^{},/]+?),?(?: \{)?$", sheets, re.MULTILINE):
            found = re.findall(r"\.(ms-[\w-]+)", selector)
            if len(found) > 1 and set(found) <= site:
                misplaced[selector] = group
    assert misplaced == {}


def test_a_page_of_text_asks_for_no_other_sheet_than_that_of_every_page(db: None) -> None:
    html = Client().get("/privacy/").text
    assert re.findall(r'rel="stylesheet" href="/static/middenstip/([\w-]+)\.css"', html) == ["site"]
