"""The year of a budget at the doors: rules, plans, letters, the ballot, the result; wrong, late and twice."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from middenstip.domain.budgeting import tasks
from middenstip.domain.budgeting.models import Ballot, Budget, Code, Plan
from middenstip.kernel import clock
from tests.cast import Cast, seat_of
from tests.journeys.budgets import TEXTS, cast_vote, codes, counted, voting
from tests.journeys.test_budgeting import FILE
from tests.matrix.rows.budgeting import PLAN, RULES
from tests.web.at_the_door import page, send, walk_in


def test_a_year_from_rules_to_result(cast: Cast) -> None:
    yara, marijke, samira = walk_in(cast.yara), walk_in(cast.marijke), walk_in(cast.samira)
    rules = RULES | {"checker": seat_of(cast.samira).public_id, "kind": "basket", "key": "een"}
    assert send(yara, "/begrotingen/nieuw/", **rules | {"title": ""}) == 422
    assert send(yara, "/begrotingen/nieuw/", **rules | {"kind": "points"}) == 422
    assert send(yara, "/begrotingen/nieuw/", **rules) == 302
    assert send(yara, "/begrotingen/nieuw/", **rules) == 302  # twice is once
    there = f"/begroting/{Budget.objects.get().public_id}/"
    assert walk_in(None).get(there).status_code == 404
    assert "Jouw spelregels, nog niet vast" in page(yara, "/begrotingen/")
    assert send(yara, there + "regels/", **rules | {"title": "Dorpsgeld"}) == 302
    assert send(yara, there + "regels/", **rules | {"amount": "0"}) == 422
    assert send(yara, there + "stap/", stap="fix") == 302
    assert send(yara, there + "regels/", **rules) == 409
    assert send(marijke, there + "plannen/nieuw/", **PLAN | {"cost_low": "3"}) == 422
    assert send(marijke, there + "plannen/nieuw/", **PLAN | {"key": "twee"}) == 302
    assert send(marijke, there + "plannen/nieuw/", **PLAN | {"key": "twee"}) == 302
    plan = Plan.objects.get()
    its = f"{there}plan/{plan.public_id}/"
    assert send(marijke, its + "veranderen/", **PLAN | {"title": "Bankje"}) == 302
    assert send(yara, there + "stap/", stap="check") == 302
    assert send(samira, its + "oordeel/", is_feasible="ja", cost="", reason="Kan.") == 422
    assert send(samira, its + "oordeel/", is_feasible="ja", cost="600", reason="") == 422
    assert send(samira, its + "oordeel/", is_feasible="ja", cost="600", reason="Kan.") == 302
    assert "Haalbaar, en waarom" in page(walk_in(None), its)
    for act in ("campaign", "open"):
        assert send(yara, there + "stap/", stap=act) == 302
    shown = yara.post(there + "brieven/", {"number": "2", "key": "drie"}).content.decode()
    letters = re.findall(r"ms-bewijs__code\">([a-z0-9 ]{14})<", shown)
    assert len(letters) == 2
    assert yara.post(there + "brieven/", {"number": "2", "key": "drie"}).status_code == 409
    assert send(yara, there + "brieven/", number="0") == 422
    shown = page(walk_in(None), there)
    assert "Stem mee" in shown
    assert "€ 1.000" in shown
    assert "Nog geen uitslag" in page(walk_in(None), there + "uitslag/")
    voter = walk_in(None)
    assert voter.post(there + "stemmen/", {"code": letters[0], "doe": "stem"}).status_code == 422
    thanks = voter.post(there + "stemmen/", {"code": letters[0], "doe": "stem", "plan": "1"})
    assert "Je stem is binnen" in thanks.content.decode()
    assert thanks["Cache-Control"].startswith("max-age=0")
    assert send(yara, there + "stap/", stap="close") == 302
    tasks.count_closed(clock.now())
    result = page(walk_in(None), there + "uitslag/")
    assert "1 van de 1 plannen krijgt geld" in result
    assert "python -m middenstip.methods.allocation count stemmen.pb" in result
    assert send(yara, its + "af/") == 302
    assert "Af sinds" in page(walk_in(None), its)


def test_the_ballot_counts_along_and_keeps_nothing(cast: Cast) -> None:
    budget = voting(cast, kind="basket")
    code, there = codes(cast, budget, 1)[0], f"/begroting/{budget.public_id}/stemmen/"
    voter = walk_in(None)
    assert "Typ de code uit je brief" in page(voter, there)
    ballot = voter.post(there, {"code": f" {code[:4].upper()}-{code[4:]} "})
    assert "nog € 1.000 over" in ballot.content.decode()
    summed = voter.post(there, {"code": code, "doe": "reken", "plan": ["1"]}).content.decode()
    assert "nog € 600 over" in summed
    assert "Past niet meer" in summed
    assert Ballot.objects.count() == 0
    full = voter.post(there, {"code": code, "doe": "stem", "plan": ["1", "3"]})
    assert full.status_code == 422
    assert "Je mandje is € 100 te vol" in full.content.decode()
    assert voter.post(there, {"code": code, "doe": "stem", "plan": ["x", "99"]}).status_code == 422
    assert (
        "Je koos 2 plannen"
        in voter.post(there, {"code": code, "doe": "stem", "plan": ["1", "2"]}).content.decode()
    )
    again = voter.post(there, {"code": code}).content.decode()
    assert again.count("checked") == 2  # the ballot as it was cast
    blank = voter.post(there, {"code": code, "doe": "blanco", "plan": ["1"]})
    assert "Je koos 0 plannen" in blank.content.decode()
    assert (Ballot.objects.get().choices, dict(voter.session)) == ({}, {})
    assert code not in str(list(Code.objects.values()))
    counted(cast, budget)
    late = voter.post(there, {"code": code, "doe": "stem", "plan": ["1"]})
    assert late.status_code == 409
    assert "Stemmen kan nu niet" in late.content.decode()


def test_points_are_typed_in(cast: Cast) -> None:
    budget = voting(cast, kind="points", most=5)
    code, there = codes(cast, budget, 1)[0], f"/begroting/{budget.public_id}/stemmen/"
    points = {"code": code, "punten-1": "3", "punten-2": "", "punten-x": "1"}
    voter = walk_in(None)
    assert "nog 2 punten over" in voter.post(there, points | {"doe": "reken"}).content.decode()
    assert voter.post(there, points | {"punten-2": "9", "doe": "stem"}).status_code == 422
    assert voter.post(there, points | {"doe": "stem"}).status_code == 200
    assert Ballot.objects.get().choices == {"1": 3}


def test_guessing_codes_ends(cast: Cast) -> None:
    budget = voting(cast, kind="choose", most=1)
    code, there = codes(cast, budget, 1)[0], f"/begroting/{budget.public_id}/stemmen/"
    voter = walk_in(None)
    got = [voter.post(there, {"code": "k7wm2pqr9xbt"}).status_code for _ in range(21)]
    assert got == [422] * 20 + [429]
    assert voter.post(there, {"code": code}).status_code == 429


def test_the_receipt_finds_the_ballot(cast: Cast) -> None:
    budget = voting(cast)
    first, second = codes(cast, budget, 2)
    receipt, blank = cast_vote(cast, budget, first, 1, 2), cast_vote(cast, budget, second)
    counted(cast, budget)
    there = f"/begroting/{budget.public_id}/uitslag/"
    voter = walk_in(None)
    shown = voter.post(there, {"receipt": f"{receipt[:4]} {receipt[4:]}"}).content.decode()
    assert "Je stem staat in de lijst" in shown
    assert "Je stemde blanco" in voter.post(there, {"receipt": blank}).content.decode()
    assert voter.post(there, {"receipt": "onbekend"}).status_code == 422
    assert voter.post(there, {"receipt": ""}).status_code == 422
    file = voter.get(there + "stemmen.pb")
    assert "attachment" in file["Content-Disposition"]
    assert receipt in file.content.decode()
    shown = page(voter, there)
    assert "Waarom niet mijn plan?" in shown
    assert "meeste stemmen" in shown


def test_paper_and_letters_at_the_desk(cast: Cast) -> None:
    budget = voting(cast)
    there = f"/begroting/{budget.public_id}/"
    yara, samira = walk_in(cast.yara), walk_in(cast.samira)
    typed: dict[str, Any] = {"number": "7", "plan": "1"}
    assert send(yara, there + "papier/", **typed) == 302
    assert "wacht op een tweede" in page(samira, there + "papier/")
    assert send(samira, there + "papier/", **typed | {"plan": "2"}) == 302
    assert "twee keer anders" in page(yara, there + "papier/")
    assert send(samira, there + "papier/", **typed) == 302
    assert send(yara, there + "papier/", **typed) == 409
    code = codes(cast, budget, 1)[0]
    assert send(yara, there + "brieven/nieuwe-code/", code="onzin") == 422
    assert send(yara, there + "brieven/nieuwe-code/", code="") == 422
    assert send(yara, there + "brieven/nieuwe-code/", code=code) == 200
    assert send(yara, there + "brieven/ongeldig/", batch="") == 422
    assert send(yara, there + "brieven/ongeldig/", batch="niets") == 302
    assert send(yara, there + "stoppen/", reason="") == 422
    assert send(yara, there + "stoppen/", reason="Geen geld.") == 302
    assert "Geen geld." in page(walk_in(None), there)


def test_a_file_becomes_a_finished_budget(cast: Cast) -> None:
    yara = walk_in(cast.yara)
    told = {"title": "", "rule": "greedy", "completion": "none", "held_on": "2024-05-01", "lot": TEXTS["lot"]}

    def sent(content: bytes) -> int:
        file = SimpleUploadedFile("s.pb", content)
        return int(yara.post("/begrotingen/overnemen/", {**told, "file": file}).status_code)

    assert sent(b"") == 422
    assert sent(b"\xff\xfe") == 422
    assert sent(FILE.replace("|", "\n").encode()) == 302
    budget = Budget.objects.get()
    assert "Wijkgeld 2024" in page(walk_in(None), "/begrotingen/")
    assert "1 van de 2 plannen krijgt geld" in page(walk_in(None), f"/begroting/{budget.public_id}/uitslag/")


@pytest.mark.parametrize("path", ["/begroting/bestaatniet/", "/begrotingen/?na=onzin"])
def test_what_is_not_there(cast: Cast, path: str) -> None:
    assert walk_in(None).get(path).status_code in (400, 404)
