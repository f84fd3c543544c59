"""The real ballots of six elections go through the room, and give the winners of pabutools."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.budgeting import services
from middenstip.domain.budgeting.models import Budget, Outcome, Plan
from middenstip.methods.allocation import Rules, parse
from middenstip.methods.allocation.command import main
from tests.cast import Cast
from tests.methods.allocation.elections import REAL, real_file
from tests.methods.allocation.oracle import answer


@pytest.mark.parametrize("name", REAL)
def test_a_real_election_gives_the_winners_of_pabutools(
    cast: Cast, name: str, tmp_path: Path, capsys: Any
) -> None:
    # Ceilings are not in pabutools: there a small election is counted by hand (tests/journeys).
    lines = real_file(name).read_text(encoding="utf-8-sig").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith("budget_per_category;"))
    is_equal_shares = "Assen" in name
    choices = {
        "title": name,
        "rule": "mes" if is_equal_shares else "greedy",
        "completion": "add1",
        "lot": "x",
    }
    budget = services.import_budget(
        by=cast.yara,
        area=Area.objects.get(code="GM0150"),
        text=text,
        choices=choices,
        held_on=cast.day(-400),
        at=cast.tick(),
    )
    election, outcome = parse(text), Outcome.objects.get()
    won = Plan.objects.filter(budget=budget, rank__isnull=False).order_by("rank")
    winners = [election.projects[plan.number - 1].id for plan in won]
    assert Budget.objects.get().ballot_count == election.voters
    if is_equal_shares:  # the only file that tells who won; pabutools, slowly, says the same (tests/methods)
        assert set(winners) == {one.id for one in election.projects if one.selected}
    else:
        assert set(winners) == set(answer(election, Rules("greedy", by="votes")))
    recount = tmp_path / "stemmen.pb"
    recount.write_text(outcome.ballots)
    options = outcome.command.split(" stemmen.pb ")[1].split()
    assert main(["count", str(recount), *options, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["winners"] == winners
