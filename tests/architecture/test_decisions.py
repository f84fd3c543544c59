"""Every decision record has its date, reason, alternatives and consequences, and is followed."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest

from tests.architecture.test_house import ROOT

FOLDER = ROOT / "docs" / "decisions"
DECISIONS = sorted(FOLDER.glob("*.md"))
HEADINGS = ["Context", "Besluit", "Alternatieven", "Prijs"]
STATUS = re.compile(r"geldt|vervangen door besluit (\d+)")


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_has_its_date_status_and_four_parts(page: Path) -> None:
    title, when, status, *rest = page.read_text().splitlines()
    assert re.fullmatch(rf"# {int(page.name[:4])}\. .+", title)
    assert date.fromisoformat(when.removeprefix("- Datum: ")).year >= 2026
    assert STATUS.fullmatch(status.removeprefix("- Status: "))
    assert [line[3:] for line in rest if line.startswith("## ")] == HEADINGS
    said = re.split(r"^## .+$", "\n".join(rest), flags=re.MULTILINE)[1:]
    assert min(len(part.split()) for part in said) >= 8
    assert max(map(len, page.read_text().splitlines())) <= 120


def test_decision_numbers_have_no_gaps_or_duplicates() -> None:
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def _prepared(path: Path) -> list[str]:
    """The name of each `Prepared` in a module: `goals.newest._GOAL`."""
    parts = path.relative_to(ROOT / "src/middenstip").parts
    room = parts[1] if parts[0] == "domain" else parts[0]
    found = []
    for node in ast.parse(path.read_text()).body:
        name = node.name if isinstance(node, ast.FunctionDef | ast.ClassDef) else ""
        if isinstance(node, ast.Assign):
            name = ast.unparse(node.targets[0])
        if isinstance(node, ast.AnnAssign):
            name = ast.unparse(node.target)
        calls = [one for one in ast.walk(node) if isinstance(one, ast.Call)]
        found += [f"{room}.{path.stem}.{name}" for one in calls if ast.unparse(one.func) == "Prepared"]
    return found


def test_every_prepared_query_has_its_measured_gain_in_the_decision() -> None:
    """Each has a row in the decision, with the measurement."""
    text = (FOLDER / "0011-een-query-wordt-alleen-bewaard-als-dat-gemeten-loont.md").read_text()
    measured = re.findall(r"^\| `([\w.]+)` \|", text.partition("Te weinig winst")[0], re.MULTILINE)
    using = [name for path in sorted((ROOT / "src").rglob("*.py")) for name in _prepared(path)]
    assert len(using) > 10
    assert set(using) - set(measured) == set()
