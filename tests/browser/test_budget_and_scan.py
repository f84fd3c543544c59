"""A year of a budget and a value of a scan in a browser, with and without JavaScript; also for the young."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from middenstip.domain.baseline import services as baseline
from middenstip.domain.baseline.models import AreaValue
from middenstip.domain.budgeting import services, tasks
from middenstip.domain.budgeting.models import Ballot
from middenstip.domain.budgeting.rules import mark_of
from middenstip.domain.parties.models import Person
from middenstip.kernel import clock
from tests.browser.hands import Pointer
from tests.browser.looks import wrong_with
from tests.browser.street import Street
from tests.cast import Cast, seat_of
from tests.domain.baseline.playing import discussed
from tests.domain.baseline.test_ages import LIVE, PAPER, people
from tests.journeys.budgets import CHOICES, TEXTS, cast_vote, codes, proposed, stepped, voting

pytestmark = pytest.mark.browser
SHOTS = os.environ.get("SHOTS", "")  # a folder: pictures of every page that is looked at


def looked_at(page: Page) -> None:
    """Axe at two widths, and no sideways scroll at 320."""
    assert wrong_with(page) == [], page.url


def address(actor: Any) -> str:
    return str(Person.objects.get(pk=actor.person_id).email)


@pytest.mark.parametrize("script", [True, False], ids=["with", "without"])
def test_a_budget_from_the_yes_to_the_rules_to_a_project(street: Street, cast: Cast, script: bool) -> None:
    budget = services.draft_budget(
        by=cast.yara,
        area=seat_of(cast.samira).area,
        checker=seat_of(cast.samira),
        texts=TEXTS,
        choices=CHOICES | {"closes_on": cast.day(3000)},
        at=clock.now(),
    )
    there = f"/begroting/{budget.public_id}/"
    marijke = Pointer(street.window(script=script))
    marijke.log_in(address(cast.marijke))
    marijke.go(there)
    marijke.sees("De drie helften zeggen ja")
    shot(marijke.page, "spelregels", script=script)
    marijke.press("Ja, zo tellen we")
    marijke.sees("Jouw helft zei ja")
    for one in (cast.ilse, cast.bas):
        services.agree_rules(by=one, budget=budget, mark=mark_of(budget), at=clock.now())
    services.step_budget(by=cast.yara, budget=budget, act="fix", at=clock.now())
    proposed(cast, budget, title="Bank", costs=(400_00, 400_00))
    marijke.go(there)
    marijke.sees("met een ja van alle drie de helften")
    voter = Pointer(street.window(script=script, width=360))
    voter.go(there)
    shot(voter.page, "begroting", script=script)
    voter.follow("Oefen met stemmen")
    voter.tick("Bank")
    voter.press("Geef mijn stem")
    voter.sees("er is niets bewaard en niets geteld")
    shot(voter.page, "geoefend", script=script)
    budget = stepped(cast, budget, "check")
    plan = budget.plans.get()
    services.judge_plan(
        by=cast.samira, plan=plan, is_feasible=True, cost=400_00, reason="Kan.", at=clock.now()
    )
    budget = stepped(cast, budget, "campaign", "open")
    code = codes(cast, budget, 1)[0]
    voter.go(there + "stemmen/")
    voter.write("Jouw stemcode", code)
    voter.press("Naar het stembiljet")
    voter.tick("Bank")
    shot(voter.page, "stembiljet", script=script)
    voter.press("Geef mijn stem")
    voter.sees("Je stem is binnen")
    shot(voter.page, "bewijs", script=script)
    stepped(cast, budget, "close")
    tasks.count_closed(clock.now())
    marijke.go(f"{there}plan/{plan.public_id}/")
    marijke.sees("Dit plan gaat door")
    shot(marijke.page, "winnaar", script=script)
    marijke.write("Wanneer is je plan uiterlijk af?", f"{cast.day(300):%Y-%m-%d}")
    marijke.press("Ga verder")
    marijke.sees("afspraak: wacht op handtekeningen")
    voter.go(there + "uitslag/")
    voter.sees("afspraak: wacht op handtekeningen")
    shot(voter.page, "uitslag", script=script)
    assert street.complaints == []


def test_the_young_vote_on_a_phone_one_plan_a_screen(street: Street, cast: Cast) -> None:
    budget = voting(
        cast, costs=(400_00, 500_00, 700_00), kind="basket", is_youth=True, closes_on=cast.day(3000)
    )
    code = codes(cast, budget, 1)[0]
    voter = Pointer(street.window(script=False, width=360, height=740))
    voter.go(f"/begroting/{budget.public_id}/stemmen/")
    voter.write("Jouw stemcode", code)
    voter.press("Naar het stembiljet")
    voter.sees("Plan 1 van 3")
    shot(voter.page, "jongeren", script=False)
    voter.press("Ja, dit wil ik")
    voter.sees("nog € 600 over")
    voter.press("Ja, dit wil ik")
    voter.press("Nee, volgende")
    voter.press("Geef mijn stem")
    voter.sees("Je koos 2 plannen")
    assert Ballot.objects.get().choices == {"1": 1, "2": 1}


def test_the_rules_are_tried_and_a_value_of_the_area_is_asked_about(street: Street, cast: Cast) -> None:
    budget = voting(cast, closes_on=cast.day(3000))
    for number, letter in enumerate(codes(cast, budget, 6)):
        cast_vote(cast, budget, letter, number % 3 + 1)
    stepped(cast, budget, "close")
    tasks.count_closed(clock.now())
    visitor = Pointer(street.window())
    new = voting(cast, closes_on=cast.day(3000))
    visitor.go(f"/begroting/{new.public_id}/proef/")
    visitor.press("Probeer")
    visitor.sees("Van de stemmers krijgt")
    shot(visitor.page, "proef")
    visitor.go("/begrotingen/")
    shot(visitor.page, "begrotingen")
    scan = discussed(cast)
    marijke = Pointer(street.window())
    marijke.log_in(address(cast.marijke))
    marijke.go(f"/scan/{scan.public_id}/")
    shot(marijke.page, "scan-leeg")
    marijke.unfold("Stel een gebiedswaarde voor")
    marijke.write("Wat willen jullie bereiken?", "Een huisarts dichtbij")
    marijke.pick("Bij welk cijfer?", "Afstand tot de huisarts")
    marijke.write("Waar willen jullie heen?", "2")
    marijke.write("In welk jaar?", "2040")
    marijke.press("Stel voor")
    marijke.sees("van 3,4 km naar 2,0 km in 2040")
    marijke.press("Ja, namens mijn helft")
    marijke.tick("hier moet iets gebeuren")
    marijke.press("Geef antwoord")
    marijke.sees("nog geen tien antwoorden")
    shot(marijke.page, "scan")
    people(cast, "WK015014", 2024, LIVE)
    for need, age, number in (*PAPER[:3], ("need", "45-64", 14)):
        told = {"need": need, "half": "bewoners", "age": age, "number": number}
        baseline.count_answers(by=cast.marijke, value=AreaValue.objects.get(), **told)
    marijke.go(f"/scan/{scan.public_id}/")
    marijke.unfold("Lijkt wie antwoordde op wie hier woont?")
    marijke.sees("Telt iedere leeftijd zo zwaar mee als ze hier woont")
    shot(marijke.page, "scan-leeftijden")
    assert street.complaints == []


def shot(page: Page, name: str, *, script: bool = True) -> None:
    """Look at a page (axe is a script itself); with SHOTS also keep a picture at two widths."""
    if script:
        looked_at(page)
    for width in (1280, 360) if SHOTS else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=Path(SHOTS) / f"{name}-{width}.png", full_page=True)
