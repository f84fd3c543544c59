"""What import contracts cannot check: relations that point up, dead references in docs, hosts in locks."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import get_commands
from tools.levenslopen import PAGE, drawn, lifecycles

from middenstip.domain.rooms import STAIRS

ROOT = Path(__file__).parents[2]
BESIDE = {("goals", "intake"), ("intake", "goals")}


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_relations_point_to_lower_rooms_or_their_own_room() -> None:
    upward = []
    for room in STAIRS:
        for model in apps.get_app_config(room).get_models():
            for field in model._meta.get_fields():
                if not field.is_relation or field.auto_created or not field.related_model:
                    continue
                other = field.related_model._meta.app_label
                if other == room or other not in STAIRS:
                    continue
                if STAIRS.index(other) > STAIRS.index(room) or (room, other) in BESIDE:
                    upward.append(f"{room}.{model.__name__}.{field.name} -> {other}")
    assert upward == []


def test_the_journal_has_no_relations_to_the_rooms() -> None:
    related = [
        f.name for f in apps.get_model("journal", "Entry")._meta.get_fields() if f.many_to_one or f.one_to_one
    ]
    assert related == []


def test_every_journey_has_a_test_file() -> None:
    journeys = {path.stem for path in (ROOT / "src/middenstip/journeys").glob("[a-z]*.py")}
    told = {path.stem.removeprefix("test_") for path in (ROOT / "tests/journeys").glob("test_*.py")}
    assert journeys - told == set()


def test_docs_name_only_paths_that_exist() -> None:
    gone = []
    for page in tracked("*.md"):
        for name in re.findall(r"`((?:src|docs|tests|frontend|bench)/[\w./*-]+)`", page.read_text()):
            if not list(ROOT.glob(name.rstrip("/"))):
                gone.append(f"{page.relative_to(ROOT)}: {name}")
    assert gone == []


def test_the_commands_links_and_licence_in_the_readme_exist() -> None:
    """Its two commands are real targets, its links exist, and the licence is beside it."""
    text = (ROOT / "README.md").read_text()
    targets = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE))
    assert {"demo", "test"} <= named
    assert named - targets == set()
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []
    assert "LICENSE" in links
    assert (ROOT / "LICENSE").read_text() == (ROOT / "LICENSES/EUPL-1.2.txt").read_text()


def test_every_link_in_the_docs_exists() -> None:
    gone = []
    for page in tracked("*.md"):
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text()):
            if "://" not in link and not (page.parent / link).exists():
                gone.append(f"{page.relative_to(ROOT)}: {link}")
    assert gone == []


def test_every_command_in_the_docs_exists() -> None:
    """Administrators copy them: an outdated name fails at a bad moment."""
    text = "\n".join(page.read_text() for page in tracked("docs/*.md", "README.md"))
    asked = set(re.findall(r"manage\.py ([a-z_]+)", text))
    assert {"appoint", "erase", "import_areas", "post"} <= asked
    assert asked - set(get_commands()) == set()


def test_locks_name_no_index_and_no_address() -> None:
    for lock in [*ROOT.glob("requirements*.txt"), ROOT / "package-lock.json"]:
        text = lock.read_text()
        for token in ("://", "--index", "--find-links", "resolved"):
            assert token not in text, f"{lock.name} names {token}"


def test_no_file_names_a_path_of_one_machine() -> None:
    naming = [
        str(path.relative_to(ROOT))
        for path in tracked(
            "*.py", "*.md", "*.html", "*.css", "*.js", "*.toml", "*.json", "Makefile", ".ci/*"
        )
        if re.search(r"/(?:work|root|home)/[a-z]", path.read_text(errors="ignore")) and path != Path(__file__)
    ]
    assert naming == []


def test_every_dependency_says_why() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    runtime = text[text.index("dependencies = [") : text.index("[project.optional-dependencies]")]
    silent = [line for line in runtime.splitlines() if line.strip().startswith('"') and "#" not in line]
    assert silent == []


@pytest.mark.parametrize("name", sorted(lifecycles()))
def test_every_state_of_a_lifecycle_can_be_reached(name: str) -> None:
    table = lifecycles()[name]
    reached = {table.start}
    while more := {to for (at, _), to in table.steps.items() if at in reached} - reached:
        reached |= more
    assert reached == set(table.words)


def test_the_drawn_lifecycles_are_those_of_the_code() -> None:
    assert PAGE.read_text() == drawn(), "run: make fix"
