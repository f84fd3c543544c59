"""Elections for tests: small ones made up, generated ones, and the real ones."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import strategies as st

from middenstip.methods.allocation import Ballots, Election, Project, Vote

ROOT = Path(__file__).resolve().parents[3]
BESIDE = (ROOT.parent / "shared" / "data", ROOT.parent.parent / "shared" / "data")  # clone, or worktree
DATA = Path(os.environ.get("MIDDENSTIP_DATA") or next(filter(Path.is_dir, BESIDE), BESIDE[0])) / "pb"
REAL = (
    "Netherlands_Assen_2024",
    "Netherlands_Amsterdam_166",
    "Netherlands_Amsterdam_285",
    "Netherlands_Amsterdam_522",
    "Netherlands_Amsterdam_588",
    "Netherlands_Amsterdam_643",
)


def real_file(name: str) -> Path:
    """A real election; skips when the shared data is not on this machine."""
    path = DATA / f"{name}.pb"
    if not path.exists():
        pytest.skip(f"de gedeelde gegevens staan niet in {DATA}; zet MIDDENSTIP_DATA")
    return path


def small(
    costs: Mapping[str, float], budget: float, ballots: Sequence[str], kind: str = "approval"
) -> Election:
    """An election in short: ``small({"a": 10}, 20, ["ab", "a", ""])``; with points ``"a3 b1"``."""
    projects = tuple(Project(name, round(cost * 100)) for name, cost in costs.items())
    votes = []
    for number, ballot in enumerate(ballots):
        parts = ballot.split() if " " in ballot or kind in ("cumulative", "scoring") else list(ballot)
        names = tuple(part[0] for part in parts)
        given = tuple(int(part[1:]) for part in parts if part[1:])
        votes.append(Vote(str(number), names, given))
    return Election(projects, round(budget * 100), Ballots.cast(votes, projects, kind))


@st.composite
def elections(draw: st.DrawFn, kind: str = "approval", most: int = 8) -> Election:
    """Elections full of ties: few different prices, equal ballots, cents, plans without supporters and
    plans that cost more than the budget."""
    ids = draw(st.permutations(["1", "10", "2", "9", "a", "B"]))[: draw(st.integers(1, 6))]
    prices = st.sampled_from([1_00, 5_00, 5_00, 10_00, 10_00, 12_50, 7_33, 33_00, 80_01])
    projects = tuple(Project(name, draw(prices)) for name in ids)
    budget = draw(st.sampled_from([5_00, 20_00, 30_00, 33_33, 50_00]))
    votes = []
    for number in range(draw(st.integers(1, most))):
        chosen = draw(st.lists(st.sampled_from(ids), unique=True, max_size=len(ids)))
        points = tuple(draw(st.integers(0, 4)) for _ in chosen) if kind in ("cumulative", "scoring") else ()
        votes.append(Vote(str(number), tuple(chosen), points))
    copies = [Vote(f"{vote.voter}+", vote.projects, vote.points) for vote in votes if draw(st.booleans())]
    return Election(projects, budget, Ballots.cast([*votes, *copies], projects, kind))
