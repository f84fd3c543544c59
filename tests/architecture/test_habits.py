"""Hooks, editor settings and make targets agree with `make check`."""

from __future__ import annotations

import re
from configparser import ConfigParser

from pre_commit.clientlib import load_config

from tests.architecture.test_house import ROOT

MAKEFILE = (ROOT / "Makefile").read_text()


def test_the_hooks_are_our_own_make_targets() -> None:
    """Hooks run only our make targets, and each target exists."""
    config = load_config(str(ROOT / ".pre-commit-config.yaml"))
    assert [repo["repo"] for repo in config["repos"]] == ["local"]
    entries = [hook["entry"] for repo in config["repos"] for hook in repo["hooks"]]
    targets = [entry.removeprefix("make -s ") for entry in entries]
    assert targets == ["check"]
    assert set(targets) <= set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    assert "://" not in (ROOT / ".pre-commit-config.yaml").read_text()


def test_the_editor_keeps_the_line_length_that_ruff_checks() -> None:
    told = ConfigParser()
    told.read_string("[top]\n" + (ROOT / ".editorconfig").read_text())
    line = re.search(r"^line-length = (\d+)$", (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert line
    assert told["*.py"]["max_line_length"] == line[1]
    assert (told["*"]["charset"], told["Makefile"]["indent_style"]) == ("utf-8", "tab")


def test_every_target_has_a_help_line_or_is_a_file() -> None:
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert phony
    helped = set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE))
    assert set(phony[1].split()) == helped


def test_no_check_hides_its_exit_code_behind_a_pipe() -> None:
    """`program | tail` succeeds when the program fails: a broken import contract once passed that way."""
    recipe = MAKEFILE[MAKEFILE.index("\ncheck:") :].split("\n\n")[0]
    assert "lint-imports" in recipe
    assert [line for line in recipe.splitlines() if re.search(r"(?<!\|)\|(?!\|)", line)] == []


def test_the_branch_coverage_gate_includes_every_room_and_the_journeys() -> None:
    """A pattern that matches no file would check nothing; and the check of a clean clone must run it."""
    room, covered = (re.search(rf"^{name} := (.+)$", MAKEFILE, re.MULTILINE) for name in ("ROOM", "COVERED"))
    assert room
    assert covered
    patterns = [one.replace("$(ROOM)", room[1]) for one in covered[1].split(",")]
    held = {path for one in patterns for path in (ROOT / "src").glob(one.replace("*/", "middenstip/", 1))}
    wanted = {
        path
        for path in (ROOT / "src/middenstip/domain").rglob("*.py")
        if path.stem in ("rules", "lifecycle", "turns", "services")
        or path.parent.name in ("rules", "services")
    }
    assert wanted | set((ROOT / "src/middenstip/journeys").glob("*.py")) == held
    assert "--fail-under=100" in MAKEFILE
    assert "make -s cover\n" in (ROOT / ".ci/run").read_text()
