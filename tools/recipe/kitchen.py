"""A temporary copy of the tree in which a recipe is made, and the files it touched there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import polib

from tools.changelog import versions
from tools.recipe.edits import Recipe

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
QUIET = ("-q", "-p", "no:cacheprovider", "-n", "0")


def copy_tree(to: Path) -> None:
    """Copy every file that is or would be committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name)


def new_files(recipe: Recipe) -> list[str]:
    """The files that the recipe adds, as paths in the tree; `newest` is replaced by the newest version."""
    folder = HERE / recipe.name
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return sorted(str(path.relative_to(folder)) for path in found)


def make(recipe: Recipe, tree: Path) -> None:
    """Make the recipe in this copy, with everything our tools generate: migration, English, changelog."""
    for name in new_files(recipe):
        _put(HERE / recipe.name / name, tree / name.replace("/newest/", f"/{versions()[0]}/"))
    for edit in recipe.edits:
        edit.apply(tree)
    run(tree, "manage.py", "makemigrations", "-v0")
    run(tree, "-m", "tools.messages", "--new")
    for room, words in recipe.english.items():
        _translate(tree / f"src/middenstip/locale/en/{room}.po", words)
    run(tree, "-m", "tools.messages")
    run(tree, "-m", "tools.changelog")


def _put(file: Path, to: Path) -> None:
    """Copy a new file; a changelog line is appended to an existing file of the same subject."""
    to.parent.mkdir(parents=True, exist_ok=True)
    if not to.exists():
        shutil.copy2(file, to)
    elif "changelog" in file.parts:
        _heading, _, lines = file.read_text().partition("\n")
        to.write_text(to.read_text() + lines)
    else:
        raise ValueError(f"{to} exists already")


def touched(tree: Path) -> list[str]:
    """The existing files that are different in this copy."""
    names = (path.relative_to(tree) for path in sorted(tree.rglob("*")) if path.is_file())
    return [
        str(name)
        for name in names
        if (ROOT / name).is_file()
        and not {"__pycache__", "LC_MESSAGES"} & set(name.parts)
        and (ROOT / name).read_bytes() != (tree / name).read_bytes()
    ]


def run(tree: Path, *command: str) -> None:
    """Run our Python in this copy, as a developer would. The output is shown only when it fails."""
    environ = os.environ | {"PYTHONPATH": f"{tree / 'src'}:{tree}", "MIDDENSTIP_MODE": "test"}
    done = subprocess.run(  # noqa: S603
        [sys.executable, *command], cwd=tree, env=environ, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def try_out(recipe: Recipe, tree: Path) -> None:
    """Run its tests and the import contracts."""
    run(tree, "-m", "pytest", *QUIET, *recipe.tests)
    lint = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    run(tree, "-c", lint)


def _translate(path: Path, words: dict[str, str]) -> None:
    catalogue = polib.pofile(str(path), wrapwidth=0)
    for entry in catalogue:
        if entry.msgid in words:
            entry.msgstr = words[entry.msgid]
    catalogue.save()
