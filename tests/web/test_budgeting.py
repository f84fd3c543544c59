"""The year of a budget at the doors: rules, plans, letters, the ballot, the result; wrong, late and twice."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from middenstip.domain.budgeting import services, tasks
from middenstip.domain.budgeting.models import Ballot, Budget, Code, Outcome, Plan
from middenstip.kernel import clock
from tests.cast import Cast, seat_of
from tests.journeys.budgets import TEXTS, cast_vote, codes, counted, drafted, voting
from tests.journeys.test_budget_imported import FILE
from tests.matrix.rows.budgeting import PLAN, RULES
from tests.web.at_the_door import Visitor, page, send, walk_in


def recomputed_by_the_docs(visitor: Visitor, code: str) -> None:
    """An outsider recomputes the checksum of the rules with the lines in docs/methoden."""
    text = (Path(__file__).parents[2] / "docs/methoden/burgerbegroting.md").read_text()
    lines = text.split("```python\n")[1].split("```")[0].splitlines()
    known: dict[str, Any] = {"b": visitor.get(reverse("api-1.0.0:begroting", args=[code])).json()}
    exec("\n".join(line for line in lines if "urlopen" not in line and "print" not in line), known)
    assert known["mark"] == known["b"]["controlegetal"]


def test_a_year_from_rules_to_result(cast: Cast) -> None:
    yara, marijke, samira = walk_in(cast.yara), walk_in(cast.marijke), walk_in(cast.samira)
    rules = RULES | {"checker": seat_of(cast.samira).public_id, "kind": "basket", "key": "een"}
    assert send(yara, "/begrotingen/nieuw/", **rules | {"title": ""}) == 422
    assert send(yara, "/begrotingen/nieuw/", **rules | {"kind": "points"}) == 422
    assert send(yara, "/begrotingen/nieuw/", **rules) == 302
    assert send(yara, "/begrotingen/nieuw/", **rules) == 302  # twice is once
    there = f"/begroting/{Budget.objects.get().public_id}/"
    assert walk_in(None).get(there).status_code == 404
    for one in (yara, marijke):
        assert "Spelregels die op jou wachten" in page(one, "/begrotingen/")
    assert send(yara, there + "regels/", **rules | {"title": "Dorpsgeld"}) == 302
    assert send(yara, there + "regels/", **rules | {"amount": "0"}) == 422
    assert send(yara, there + "stap/", stap="fix") == 409
    for one in (marijke, walk_in(cast.ilse), walk_in(cast.bas)):
        read = page(one, there)
        assert "Ja, zo tellen we" in read
        mark = re.findall(r'name="regels" value="(\w+)"', read)[0]
        assert send(one, there + "ja/", regels=mark) == 302
    assert "Ja, zo tellen we" not in page(marijke, there)
    assert send(yara, there + "stap/", stap="fix") == 302
    assert "met een ja van alle drie de helften" in page(walk_in(None), there)
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
    assert "Ga verder met je plan" in page(marijke, its)
    assert send(marijke, its + "verder/", due_on="") == 422
    assert send(marijke, its + "verder/", due_on="2020-01-01", due_on_zeker="2020-01-01") == 422
    assert send(marijke, its + "verder/", due_on="2035-01-01", due_on_zeker="2035-01-01") == 302
    for path in (there, there + "uitslag/", its):
        assert "afspraak: wacht op handtekeningen" in page(walk_in(None), path)
    assert send(yara, its + "af/") == 302
    assert "Af sinds" in page(walk_in(None), its)
    assert "1 van 1 winnaars af" in page(walk_in(None), "/begrotingen/")
    recomputed_by_the_docs(walk_in(None), Budget.objects.get().public_id)


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


def test_practising_keeps_nothing(cast: Cast) -> None:
    budget = voting(cast, kind="choose", most=1)
    there = f"/begroting/{budget.public_id}/oefenen/"
    visitor = walk_in(None)
    assert "Dit is een oefening" in page(visitor, there)
    assert visitor.post(there, {"doe": "stem", "plan": ["1", "2"]}).status_code == 422
    done = visitor.post(there, {"doe": "stem", "plan": "1"}).content.decode()
    assert "er is niets bewaard en niets geteld" in done
    assert "Je koos 0 plannen" in visitor.post(there, {"doe": "blanco", "plan": "1"}).content.decode()
    assert not Ballot.objects.exists()
    Plan.objects.filter(number=2).update(state="proposed", cost=None)  # the highest cost, until it is checked
    assert "€ 600" in page(visitor, there)
    counted(cast, budget)
    assert visitor.get(there).status_code == 409


def test_the_young_answer_one_question_a_screen(cast: Cast) -> None:
    budget = voting(cast, costs=(400_00, 500_00), kind="basket", is_youth=True)
    code, there = codes(cast, budget, 1)[0], f"/begroting/{budget.public_id}/stemmen/"
    voter = walk_in(None)

    def answer(doe: str, vraag: str, *plans: str) -> str:
        sent = {"code": code, "doe": doe, "vraag": vraag, "plan": list(plans)}
        return str(voter.post(there, sent).content.decode())

    first = voter.post(there, {"code": code}).content.decode()
    assert "Plan 1 van 2" in first
    assert "Eén plan terug" not in first
    second = answer("ja", "0")
    assert "Plan 2 van 2" in second
    assert "nog € 600 over" in second
    assert "Plan 1 van 2" in answer("terug", "1", "1")
    assert "Plan 1 van 2" in answer("terug", "x")
    assert "Plan 2 van 2" in answer("nee", "0", "1")
    whole = answer("ja", "1", "1")
    assert "Geef mijn stem" in whole
    assert whole.count("checked") == 2
    assert voter.post(there, {"code": code, "doe": "stem", "plan": ["1"]}).status_code == 200
    assert Ballot.objects.get().choices == {"1": 1}
    assert "Geef mijn stem" in voter.post(there, {"code": code}).content.decode()  # the whole, to change it


def test_the_rules_are_tried_on_an_earlier_vote(cast: Cast) -> None:
    budget = drafted(cast)
    there, yara = f"/begroting/{budget.public_id}/proef/", walk_in(cast.yara)
    assert "Hier is nog geen eerdere stemming" in page(yara, there)
    told = {"title": "Vorig jaar", "rule": "greedy", "completion": "none", "lot": TEXTS["lot"]}
    earlier = services.import_budget(
        by=cast.yara,
        area=budget.area,
        text=FILE.replace("|", "\n"),
        choices=told,
        held_on=cast.day(-300),
        at=cast.tick(),
    )
    shown = page(yara, f"{there}?met={earlier.public_id}")
    assert shown.count("Van de stemmers krijgt") == 8
    assert "100% minstens één plan" in shown.replace("\n", " ").replace("            ", "")
    assert shown.count("(onze regel)") == 1
    assert yara.get(there, {"met": "onzin"}).status_code == 422
    Outcome.objects.update(ballots="x" * 1_000_001)
    assert "te groot om hier te proberen" in page(yara, f"{there}?met={earlier.public_id}")


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
