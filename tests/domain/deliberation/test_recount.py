"""Anyone who recounts the published list with the command gets the stored outcome."""

from __future__ import annotations

import json
import random
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from middenstip.domain.deliberation import services
from middenstip.domain.deliberation.method.ballots import command, count, halves_of, last_round
from middenstip.domain.deliberation.models import Ballot, Counted, Decision
from middenstip.methods.halves.__main__ import main
from middenstip.web.pages.deliberation.ballot import votes_table
from tests.cast import Cast, table
from tests.domain.deliberation.crowd import closed, crowd, next_round, opened
from tests.web.at_the_door import sent, walk_in

OUTCOME = {
    "adopted": "aangenomen",
    "ended": "niet aangenomen",
    "stalemate": "patstelling",
    "failed": "niet aangenomen",
}
SAID = ["", "Begin later", "begin later.", '"Nee", zei hij; echt', "élan, 🎈", "=1+1"]
Recount = Callable[[Path, Ballot], Any]


@pytest.fixture
def recount(capsys: pytest.CaptureFixture[str]) -> Recount:
    def run(file: Path, ballot: Ballot) -> Any:
        typed = shlex.split(command(ballot, str(file)))
        assert typed[:3] == ["python", "-m", "middenstip.methods.halves"]
        assert main([*typed[3:], "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return run


def test_a_thousand_random_lists_recount_to_the_same_outcome(tmp_path: Path, recount: Recount) -> None:
    dice = random.Random(18)
    for _ in range(1000):
        mode = dice.choice(["vote", "consent"])
        roll = {half: dice.randint(3, 30) for half in ("bewoners", "overheid", "ondernemers")}
        ballot = Ballot(mode=mode, roll=roll, quorum=dice.randint(5, 50), state="failed")
        lines = [
            (number, Counted(ballot_id=number, half=half, choice=choice, condition=why, code="c"))
            for number in range(1, dice.randint(1, 3) + 1)
            for half, people in roll.items()
            for _ in range(dice.randint(1, people))
            for choice, why in [_vote(dice, mode)]
        ]
        result = count(ballot, lines)
        file = tmp_path / "stemmen.csv"
        file.write_bytes(sent(votes_table("stemmen", {1: 1, 2: 2, 3: 3}, [one for _, one in lines])))
        told = recount(file, ballot)
        assert (told["outcome"], told["why"]) == (result.outcome, list(result.why))


def test_random_courses_through_the_room_recount_to_the_stored_record(
    cast: Cast, tmp_path: Path, recount: Recount
) -> None:
    goal, dice = table(cast), random.Random(3)
    actors = [one for half in crowd(cast, 4, 4, 4) for one in half]
    for course in range(12):
        mode = dice.choice(["vote", "consent"])
        ballot = opened(cast, goal, mode=mode, is_secret=dice.random() < 0.7, quorum=dice.choice([5, 20, 50]))
        while True:
            for actor in dice.choices(actors, k=14):  # some vote twice: they change their vote
                choice, why = _vote(dice, mode)
                choice, why = (choice, why) if choice in ("ja", "neutraal") or why.strip("=") else ("ja", "")
                services.cast_vote(by=actor, ballot=ballot, choice=choice, condition=why, at=cast.tick())
            ballot = closed(cast, ballot)
            if ballot.state != "failed":
                break
            if dice.random() < 0.3:
                ballot = services.stop_ballot(by=cast.bas, ballot=ballot, at=cast.tick())
                break
            for one in ballot.conditions.filter(must_answer=True):
                told = {"reply": "decline", "reason": "Het kan niet anders."}
                services.answer_condition(by=cast.bas, ballot=ballot, condition=one, **told, at=cast.tick())
            ballot = next_round(cast, ballot, f"Tekst {course} {ballot.round}")
        decision = Decision.objects.get(ballot=ballot)
        assert decision.number == course + 1
        file = tmp_path / f"{course}.csv"
        file.write_bytes(walk_in(None).get(reverse("deliberation:votes", args=[ballot.public_id])).content)
        told = recount(file, ballot)
        assert (told["outcome"], told["why"]) == (OUTCOME[decision.outcome], ballot.why)
        assert {half["half"]: half["says_yes"] for half in ballot.halves} == {
            half: one["zegt_ja"] for half, one in told["per_half"].items()
        }
        assert ballot.round <= last_round()
        assert len(halves_of(count(ballot, [(1, one) for one in ballot.counted.all()]))) == 3


def _vote(dice: random.Random, mode: str) -> tuple[str, str]:
    kinds = ["ja", "ja", "ja", "nee", "neutraal"] + (["tenzij"] if mode == "vote" else [])
    choice = dice.choice(kinds)
    why = dice.choice(SAID) if choice in ("nee", "tenzij") else ""
    return choice, why
