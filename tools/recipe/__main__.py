"""`python -m tools.recipe`: make the small room and, separately, the fact, and print the files they touch."""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.recipe.edits import FACT, ROOM, Recipe
from tools.recipe.kitchen import copy_tree, make, touched, try_out


def touched_by(recipe: Recipe) -> list[str]:
    """The existing files that the recipe touches, made and tested in a copy of its own."""
    with tempfile.TemporaryDirectory(prefix="middenstip-recipe-") as folder:
        tree = Path(folder)
        copy_tree(tree)
        make(recipe, tree)
        names = touched(tree)
        try_out(recipe, tree)
        return names


def main() -> int:
    """Both recipes at the same time; returns 1 when one touches more files than it may."""
    is_more = False
    recipes = (ROOM, FACT)
    with ThreadPoolExecutor() as pool:  # each waits for Python processes of its own
        for recipe, names in zip(recipes, pool.map(touched_by, recipes), strict=True):
            print(f"{recipe.name}: existing files touched: {len(names)}", flush=True)
            if "-v" in sys.argv:
                print(*names, sep="\n")
            is_more |= len(names) > recipe.most
    return int(is_more)


if __name__ == "__main__":
    raise SystemExit(main())
