"""Carries out docs/recepten.md in a copy of the tree. `make recipe` also runs the tests that it makes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.recipe.edits import FACT, ROOM, Recipe
from tools.recipe.kitchen import ROOT, copy_tree, make, new_files, touched

PAGE = (ROOT / "docs" / "recepten.md").read_text()
KINDS = {"room": "## Een kamer", "fact": "## Een feit"}


@pytest.mark.parametrize("recipe", [ROOM, FACT], ids=lambda recipe: recipe.name)
def test_a_recipe_touches_few_files(recipe: Recipe, tmp_path: Path) -> None:
    copy_tree(tmp_path)
    assert touched(tmp_path) == []
    make(recipe, tmp_path)
    names = touched(tmp_path)
    assert {edit.path for edit in recipe.edits} <= set(names)
    assert len(names) <= recipe.most, names
    untold = [name for name in names if f"`{_as_told(name)}`" not in _told(recipe)]
    assert untold == [], "a .po of another room: first run tools.messages --new in your own tree"


@pytest.mark.parametrize("recipe", [ROOM, FACT], ids=lambda recipe: recipe.name)
def test_every_file_of_a_recipe_is_named_in_the_docs(recipe: Recipe) -> None:
    """By its own name, or by that of its folder."""
    said = _told(recipe)
    missing = [name for name in new_files(recipe) if not _is_told(_as_told(name), said)]
    assert missing == []


def _told(recipe: Recipe) -> str:
    """The text of the docs about this recipe."""
    start = PAGE.index(KINDS[recipe.name])
    end = PAGE.find("\n## ", start + 1)
    return PAGE[start:end]


def _as_told(name: str) -> str:
    """The path as the docs write it: for any room, without the folder that all share."""
    short = name.removeprefix("src/middenstip/")
    for word in ("thanks", "agreements"):
        short = short.replace(f"/{word}", "/<kamer>")
    for kind in ("<kamer>.given", "agreement.postponed"):
        short = short.replace(f"kinds/{kind}", "kinds/<feit>")
    return short.replace("changelog/newest", "changelog/<versie>").replace("test_postponed", "test_<verhaal>")


def _is_told(name: str, said: str) -> bool:
    parents = [f"{parent}/" for parent in Path(name).parents]
    return any(f"`{one}`" in said for one in (name, *parents))
