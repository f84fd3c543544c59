"""A plan goes on after the count: a winner with a signed agreement and a project, another without money."""

from __future__ import annotations

from datetime import timedelta

import pytest

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.budgeting import services
from middenstip.domain.budgeting.models import Budget, Plan
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Case
from middenstip.domain.projects.models import Project
from middenstip.journeys import assess_initiative, award_plan, sign_agreement, start_project
from middenstip.kernel.hidden import HIDDEN
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, submitted
from tests.journeys.budgets import cast_vote, codes, counted, stepped, voting


def won_and_lost(cast: Cast) -> tuple[Plan, Plan]:
    """A plan of Marijke that won € 400, and one that lost."""
    budget = voting(cast, costs=(400_00, 900_00))
    first, _second = codes(cast, budget, 2)
    cast_vote(cast, budget, first, 1)
    budget = counted(cast, budget)
    won, lost = Plan.objects.select_related("budget__area", "initiative").order_by("number")
    assert (won.rank, lost.rank) == (1, None)
    return won, lost


def supported_by_desk(cast: Cast, initiative: Initiative) -> None:
    case = assess_initiative.take(
        by=cast.samira, case=Case.objects.get(initiative=initiative), at=cast.tick()
    )
    intake.confirm_start(by=cast.marijke, case=case, at=cast.tick())
    intake.confirm_start(by=cast.samira, case=case, at=cast.tick())
    assess_initiative.decide(by=cast.samira, case=case, outcome="support", answer="Ga door.", at=cast.tick())


def test_a_winner_becomes_an_initiative_an_agreement_and_a_project(cast: Cast) -> None:
    won, _ = won_and_lost(cast)
    due = cast.today + timedelta(days=200)
    with pytest.raises(Forbidden, match="Alleen wie het plan indiende"):
        award_plan.go_on(by=cast.bas, plan=won, due_on=due, at=cast.tick())
    with pytest.raises(Invalid, match="Kies een dag"):
        award_plan.go_on(by=cast.marijke, plan=won, at=cast.tick())
    assert not Initiative.objects.exists()  # all or nothing
    plan = award_plan.go_on(by=cast.marijke, plan=won, due_on=due, at=cast.tick())
    initiative = Initiative.objects.select_related("area", "municipality", "district", "seat").get()
    assert (initiative.title, initiative.stage, plan.initiative) == ("Plan 400", "idea", initiative)
    assert initiative.why == "Dit plan won bij: Dorpsbudget."
    with pytest.raises(Forbidden, match="gaat al verder"):
        award_plan.go_on(by=cast.marijke, plan=won, due_on=due, at=cast.tick())
    made = Agreement.objects.get(public_id=plan.agreement)
    assert made.what == "€ 400 uit Dorpsbudget, voor het plan: Plan 400."
    assert (made.promisor_id, made.promisee_id, made.due_on) == (cast.yara.seat_id, cast.marijke.seat_id, due)
    supported_by_desk(cast, initiative)
    for one in (cast.marijke, cast.yara):
        made = sign_agreement.sign(by=one, agreement=made, number=1, at=cast.tick())
    initiative = Initiative.objects.select_related("area", "municipality", "district", "seat").get()
    assert (made.state, initiative.stage) == ("open", "project")
    project = start_project.start(by=cast.marijke, initiative=initiative, at=cast.tick())
    assert Project.objects.get() == project
    assert project.plans.get().gets_residents == "€ 400 uit Dorpsbudget, voor het plan: Plan 400."


def test_money_that_is_signed_before_the_desk_answered_makes_no_project_yet(cast: Cast) -> None:
    won, _ = won_and_lost(cast)
    plan = award_plan.go_on(by=cast.marijke, plan=won, due_on=cast.day(200), at=cast.tick())
    made = Agreement.objects.get(public_id=plan.agreement)
    for one in (cast.marijke, cast.yara):
        made = sign_agreement.sign(by=one, agreement=made, number=1, at=cast.tick())
    assert Initiative.objects.get().stage == "idea"
    supported_by_desk(cast, Initiative.objects.get())
    assert Initiative.objects.get().stage == "project"


def test_a_plan_that_lost_goes_on_without_the_money(cast: Cast) -> None:
    _, lost = won_and_lost(cast)
    plan = award_plan.go_on(by=cast.marijke, plan=lost, at=cast.tick())
    assert (plan.agreement, Agreement.objects.count()) == ("", 0)
    assert Initiative.objects.get().why == "Dit plan deed mee aan: Dorpsbudget."
    with pytest.raises(Forbidden, match="gaat al verder"):
        award_plan.go_on(by=cast.marijke, plan=plan, at=cast.tick())


def test_a_plan_of_an_initiative_goes_on_with_it(cast: Cast) -> None:
    own = submitted(cast)
    budget = voting(cast, costs=(400_00,))
    Plan.objects.update(initiative=own)
    plan = Plan.objects.select_related("budget", "initiative__seat").get()
    with pytest.raises(Forbidden, match="na de uitslag"):
        award_plan.go_on(by=cast.marijke, plan=plan, due_on=cast.day(9), at=cast.tick())
    cast_vote(cast, budget, codes(cast, budget, 1)[0], 1)
    counted(cast, budget)
    plan = Plan.objects.select_related("budget__area", "initiative__seat").get()
    services.hide_plan(code=plan.public_id, words=HIDDEN, by=cast.noor, at=cast.tick())
    hidden = Plan.objects.select_related("budget").get()
    with pytest.raises(Forbidden, match="verborgen"):
        award_plan.go_on(by=cast.marijke, plan=hidden, due_on=cast.day(9), at=cast.tick())
    services.show_plan(code=plan.public_id, by=cast.noor, at=cast.tick())
    award_plan.go_on(by=cast.marijke, plan=plan, due_on=cast.day(9), at=cast.tick())
    assert Agreement.objects.get().initiative == own


def test_who_organises_gives_no_money_to_a_plan_of_their_own(cast: Cast) -> None:
    budget = stepped(cast, voting(cast, costs=(400_00,)), "close")
    Plan.objects.update(person=cast.yara.person_id, seat=cast.yara.seat_id, rank=1)
    Budget.objects.update(state="counted", checker=cast.yara.seat_id)
    plan = Plan.objects.select_related("budget__area", "budget__checker", "initiative").get(budget=budget)
    with pytest.raises(NotNow, match="Jij organiseert"):
        award_plan.go_on(by=cast.yara, plan=plan, due_on=cast.day(9), at=cast.tick())
    assert not Initiative.objects.exists()
