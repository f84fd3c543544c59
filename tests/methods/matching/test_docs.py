"""Every example in the code and in the manual is right."""

import doctest
import importlib
import pkgutil
import sqlite3
from pathlib import Path

import pytest

from middenstip.methods import matching
from middenstip.methods.matching import Index
from middenstip.methods.matching.plan import plan
from middenstip.methods.matching.postings import find
from middenstip.methods.matching.visible import Visible

MODULES = [
    matching.__name__,
    *(f"{matching.__name__}.{module.name}" for module in pkgutil.iter_modules(matching.__path__)),
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_the_example_in_the_manual_is_right() -> None:
    page = (Path(__file__).parents[3] / "docs" / "methoden" / "verbinden.md").read_text(encoding="utf-8")
    texts = ["Een speeltuin in het park", "Een fietsenstalling bij het station", "Een feest in het park"]
    index = Index(sqlite3.connect(":memory:"))
    for name, text in zip("ABC", texts, strict=True):
        index.put(name, "text", text)
    base = index._base
    found = find(base, plan(base, "speeltuin park"), Visible(None, None))
    assert {number: one.score for number, one in found.items()} == {1: 1571 * (981 + 470), 3: 1571 * 470}
    for number in ("0,981", "0,470", "1,571", "2,280", "0,738"):
        assert number in page
