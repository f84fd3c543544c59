"""The year of a participatory budget: rules, plans, codes, secret ballots, and a count anyone can redo."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.budgeting import method, services, tasks
from middenstip.domain.budgeting.models import Assent, Ballot, Budget, Code, Outcome, PaperBallot, Plan
from middenstip.domain.budgeting.rules import mark_of
from middenstip.domain.budgeting.selectors import code_of, on_ballot, receipt_ballot
from middenstip.domain.parties.models import Seat
from middenstip.kernel.actor import Actor
from middenstip.kernel.hidden import HIDDEN
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow, Refused
from tests.cast import Cast, seat_of, submitted, table
from tests.journeys.budgets import (
    CHOICES,
    TEXTS,
    cast_vote,
    codes,
    counted,
    drafted,
    proposed,
    recounted,
    stepped,
    voting,
)


def test_the_year_of_a_budget(cast: Cast, tmp_path: Path, capsys: Any) -> None:
    budget = voting(cast)
    letters = codes(cast, budget, 5)
    receipts = [
        cast_vote(cast, budget, letters[0], 1),
        cast_vote(cast, budget, letters[1], 1, 2),
        cast_vote(cast, budget, letters[2].upper(), 2),
        cast_vote(cast, budget, letters[3]),
    ]
    again = cast_vote(cast, budget, letters[0], 3)
    assert again == receipts[0]  # the one ballot changed
    cast_vote(cast, budget, letters[0], 1)
    assert Ballot.objects.count() == 4
    assert Code.objects.filter(ballot__isnull=False).count() == 4
    budget = counted(cast, budget)
    assert (budget.state, budget.ballot_count) == ("counted", 4)
    assert Code.objects.count() == 0
    assert list(Ballot.objects.order_by("pk").values_list("receipt", flat=True)) == sorted(receipts)
    assert set(Ballot.objects.values_list("code", flat=True)) == {None}
    found = receipt_ballot(budget, receipts[1])
    assert found
    assert found.choices == {"1": 1, "2": 1}
    plans = {plan.number: plan for plan in Plan.objects.all()}
    assert [plans[number].votes for number in (1, 2, 3)] == [2, 2, 0]
    assert [plans[number].rank is not None for number in (1, 2, 3)] == [True, True, False]
    assert all(plan.why for plan in plans.values())
    outcome = Outcome.objects.get()
    assert all(receipt in outcome.ballots for receipt in receipts)
    assert not any(code in outcome.ballots for code in letters)
    result = recounted(outcome, tmp_path, capsys)
    assert [int(one) for one in result["winners"]] == [
        plan.number for plan in sorted(plans.values(), key=lambda one: one.rank or 99) if plan.rank
    ]
    assert tasks.count_closed(cast.tick()) == 0  # counting twice stores it once
    services.deliver_plan(by=cast.yara, plan=plans[1], on=cast.today, at=cast.tick())
    services.deliver_plan(by=cast.yara, plan=plans[1], on=cast.day(3), at=cast.tick())
    assert Plan.objects.get(number=1).delivered_on == cast.today
    with pytest.raises(NotNow, match="won"):
        services.deliver_plan(by=cast.yara, plan=plans[3], on=cast.today, at=cast.tick())
    assert stepped(cast, budget, "finish").state == "finished"


def test_rules_are_fixed_before_anyone_proposes(cast: Cast) -> None:
    with pytest.raises(Forbidden):
        services.draft_budget(
            by=cast.marijke,
            area=seat_of(cast.marijke).area,
            checker=seat_of(cast.samira),
            texts=TEXTS,
            choices=CHOICES,
            at=cast.tick(),
        )
    budget = drafted(cast, kind="choose", most=2, rule="greedy")
    assert (budget.completion, budget.most) == ("none", 2)
    with pytest.raises(NotNow, match="nog niet vast"):
        proposed(cast, budget)
    wrong: list[dict[str, Any]] = [{"amount": 0}, {"kind": "points", "most": 0}]
    for one in wrong:
        with pytest.raises(Invalid):
            drafted(cast, **one)
    with pytest.raises(Invalid):
        services.change_budget(
            by=cast.yara,
            budget=budget,
            checker=seat_of(cast.samira),
            texts={**TEXTS, "title": " "},
            choices=CHOICES,
            at=cast.tick(),
        )
    changed = services.change_budget(
        by=cast.yara,
        budget=budget,
        checker=seat_of(cast.samira),
        texts={**TEXTS, "title": "Wijkbudget"},
        choices=CHOICES,
        at=cast.tick(),
    )
    assert changed.title == "Wijkbudget"
    with pytest.raises(Invalid, match="stap"):
        stepped(cast, budget, "dans")
    late = drafted(cast, closes_on=cast.today)
    with pytest.raises(NotNow, match="toekomst"):
        stepped(cast, late, "fix")
    budget = stepped(cast, budget, "fix")
    with pytest.raises(NotNow, match="ideeën"):
        services.change_budget(
            by=cast.yara,
            budget=budget,
            checker=seat_of(cast.samira),
            texts=TEXTS,
            choices=CHOICES,
            at=cast.tick(),
        )
    with pytest.raises(NotNow, match="Er is geen haalbaar plan"):
        stepped(cast, budget, "check", "campaign", "open")


def test_the_three_halves_agree_on_the_method_before_there_is_a_plan(cast: Cast) -> None:
    budget = drafted(cast)
    mark = mark_of(budget)

    def agrees(by: Actor, mark: str = mark) -> None:
        services.agree_rules(by=by, budget=budget, mark=mark, at=cast.tick())

    with pytest.raises(NotNow, match="nog geen ja: bewoners, overheid, ondernemers"):
        services.step_budget(by=cast.yara, budget=budget, act="fix", at=cast.tick())
    agrees(cast.marijke)
    with pytest.raises(Forbidden, match="Jouw helft zei al ja"):
        agrees(cast.gerrit)
    with pytest.raises(Forbidden, match="andere pet"):
        agrees(replace(cast.ilse, person_id=cast.marijke.person_id))
    with pytest.raises(NotNow, match="intussen veranderd"):
        agrees(cast.ilse, "x")
    Seat.objects.filter(pk=cast.bas.seat_id).update(confirmed_at=None)
    with pytest.raises(Forbidden, match="bevestigde"):
        agrees(cast.bas)
    Seat.objects.filter(pk=cast.bas.seat_id).update(
        confirmed_at=cast.at, area=Area.objects.get(code="GM0957")
    )
    with pytest.raises(Forbidden, match="in dit gebied"):
        agrees(cast.bas)
    told: dict[str, Any] = {
        "budget": budget,
        "checker": seat_of(cast.samira),
        "texts": TEXTS,
        "choices": CHOICES,
    }
    goal = table(cast)
    services.change_budget(by=cast.yara, **told, goal=goal, at=cast.tick())
    assert not Assent.objects.exists()  # every yes lapsed
    with pytest.raises(Forbidden, match="wie aan tafel zit"):
        agrees(cast.gerrit)
    for one in (cast.marijke, cast.ilse, cast.bas):
        agrees(one)
    fixed = services.step_budget(by=cast.yara, budget=budget, act="fix", at=cast.tick())
    assert fixed.rules_mark == mark
    with pytest.raises(NotNow, match="ideeën"):
        agrees(cast.marijke)
    Budget.objects.filter(pk=budget.pk).update(rule="greedy")  # by somebody with a database client
    with pytest.raises(NotNow, match="niet meer die waar de drie helften ja tegen zeiden"):
        stepped(cast, budget, "check")


def test_a_plan_is_judged_by_the_named_seat_and_repaired_once(cast: Cast) -> None:
    budget = stepped(cast, drafted(cast), "fix")
    plan = proposed(cast, budget)
    other = proposed(cast, budget, by=cast.samira)
    for texts, costs in (({"title": "", "text": ""}, (0, 0)), ({"title": "a", "text": "b"}, (2, 1))):
        with pytest.raises(Invalid):
            services.propose_plan(by=cast.bas, budget=budget, texts=texts, costs=costs, at=cast.tick())
    new = {"texts": {"title": "Bankje", "text": "Kleiner."}, "costs": (100_00, 100_00)}
    with pytest.raises(Forbidden):
        services.change_plan(by=cast.bas, plan=plan, at=cast.tick(), **new)  # type: ignore[arg-type]
    services.change_plan(by=cast.marijke, plan=plan, at=cast.tick(), **new)  # type: ignore[arg-type]
    judged: dict[str, Any] = {"is_feasible": False, "cost": 0, "reason": "De grond is van een ander."}
    with pytest.raises(NotNow):
        services.judge_plan(by=cast.samira, plan=plan, at=cast.tick(), **judged)
    stepped(cast, budget, "check")
    with pytest.raises(Forbidden, match="functie"):
        services.judge_plan(by=cast.yara, plan=plan, at=cast.tick(), **judged)
    with pytest.raises(Forbidden, match="eigen plan"):
        services.judge_plan(by=cast.samira, plan=other, at=cast.tick(), **judged)
    for wrong in ({"reason": " "}, {"is_feasible": True}, {"is_feasible": True, "cost": 2000_00}):
        with pytest.raises(Invalid):
            services.judge_plan(by=cast.samira, plan=plan, at=cast.tick(), **judged | wrong)
    with pytest.raises(NotNow, match="wachten"):
        stepped(cast, budget, "campaign")
    for _ in range(2):
        services.judge_plan(by=cast.samira, plan=plan, at=cast.tick(), **judged)
        with suppress(Forbidden):
            services.change_plan(by=cast.marijke, plan=plan, at=cast.tick(), **new)  # type: ignore[arg-type]
    assert (Plan.objects.get(pk=plan.pk).state, Plan.objects.get(pk=plan.pk).repairs) == ("refused", 1)
    with pytest.raises(NotNow, match="Nog één"):
        stepped(cast, budget, "campaign")
    with pytest.raises(Forbidden):
        services.withdraw_plan(by=cast.bas, plan=other, at=cast.tick())
    services.withdraw_plan(by=cast.samira, plan=other, at=cast.tick())
    budget = stepped(cast, budget, "campaign")
    with pytest.raises(NotNow, match="campagne"):
        services.change_plan(by=cast.samira, plan=other, at=cast.tick(), **new)  # type: ignore[arg-type]
    with pytest.raises(NotNow, match="niet meer"):
        proposed(cast, budget)
    services.hide_plan(code=plan.public_id, words=HIDDEN, by=cast.noor, at=cast.tick())
    with pytest.raises(Forbidden, match="verborgen"):
        services.change_plan(by=cast.marijke, plan=plan, at=cast.tick(), **new)  # type: ignore[arg-type]
    services.show_plan(code=plan.public_id, by=cast.noor, at=cast.tick())
    assert Plan.objects.get(pk=plan.pk).title == "Bankje"


def test_a_code_gives_one_ballot_by_the_rules(cast: Cast) -> None:
    budget = voting(cast)
    code = codes(cast, budget, 1)[0]
    with pytest.raises(Invalid, match="Kies een plan"):
        services.cast_ballot(budget=budget, code=code, choices={}, at=cast.tick())
    wrong: list[tuple[str, dict[int, int]]] = [(code, {9: 1}), ("k7wm2pqr9xbt", {1: 1}), ("kort", {1: 1})]
    for typed, choices in wrong:
        with pytest.raises(Invalid):
            services.cast_ballot(budget=budget, code=typed, choices=choices, at=cast.tick())
    cast_vote(cast, budget, code, 1)
    new = services.replace_code(by=cast.yara, budget=budget, code=code, at=cast.tick())
    assert Ballot.objects.count() == 0
    with pytest.raises(Invalid, match="kennen"):
        cast_vote(cast, budget, code, 1)
    with pytest.raises(Invalid, match="vervangen"):
        services.replace_code(by=cast.yara, budget=budget, code=code, at=cast.tick())
    cast_vote(cast, budget, new, 2)
    assert code_of(budget, new) is not None
    with pytest.raises(NotNow, match="laatste dag"):
        services.cast_ballot(budget=budget, code=new, choices={1: 1}, at=cast.at + timedelta(days=300))
    assert tasks.close_past(cast.at) == 0
    assert tasks.close_past(cast.at + timedelta(days=300)) == 1
    assert services.close_due(budget=budget, at=cast.at + timedelta(days=300)) is False
    with pytest.raises(NotNow, match="wordt geteld"):
        cast_vote(cast, budget, new, 1)
    with pytest.raises(NotNow):
        services.replace_code(by=cast.yara, budget=budget, code=new, at=cast.tick())
    with pytest.raises(NotNow):
        codes(cast, budget, 1)
    with pytest.raises(Forbidden, match="Er wordt al"):
        services.withdraw_plan(by=cast.marijke, plan=Plan.objects.first() or Plan(), at=cast.tick())


def test_a_plan_belongs_to_an_initiative_of_its_owner(cast: Cast) -> None:
    own, budget = submitted(cast), stepped(cast, drafted(cast), "fix")
    assert proposed(cast, budget, initiative=own).initiative == own
    with pytest.raises(Forbidden, match="niet van jou"):
        proposed(cast, budget, by=cast.bas, initiative=own)
    Budget.objects.update(plan_count=400)
    with pytest.raises(NotNow, match="400 plannen"):
        proposed(cast, budget)


def test_a_count_is_stored_once(cast: Cast) -> None:
    budget = stepped(cast, voting(cast), "close")
    result = method.count_budget(budget, on_ballot(budget), [])
    assert services.keep_outcome(budget=budget, counted=result, at=cast.tick())
    assert not services.keep_outcome(budget=budget, counted=result, at=cast.tick())


def test_each_kind_of_ballot_has_its_limit(cast: Cast) -> None:
    for kind, most, good, bad in (
        ("choose", 1, {1: 1}, {1: 1, 2: 1}),
        ("points", 5, {1: 3, 2: 2}, {1: 3, 2: 3}),
        ("basket", 0, {1: 1, 2: 1}, {1: 1, 3: 1}),
        ("points", 5, {3: 5}, {3: 0}),
    ):
        budget = voting(cast, kind=kind, most=most)
        code = codes(cast, budget, 1)[0]
        with pytest.raises(Invalid):
            services.cast_ballot(budget=budget, code=code, choices=bad, at=cast.tick())
        services.cast_ballot(budget=budget, code=code, choices=good, at=cast.tick())
        assert counted(cast, budget).state == "counted"


def test_letters_are_shown_once_and_a_batch_ends(cast: Cast) -> None:
    budget = voting(cast)
    batch, made = services.make_codes(by=cast.yara, budget=budget, number=3, key="een", at=cast.tick())
    with pytest.raises(NotNow, match="één keer"):
        services.make_codes(by=cast.yara, budget=budget, number=3, key="een", at=cast.tick())
    with pytest.raises(Invalid):
        codes(cast, budget, 0)
    with pytest.raises(Forbidden):
        services.make_codes(by=cast.marijke, budget=budget, number=1, at=cast.tick())
    cast_vote(cast, budget, made[0], 1)
    assert services.void_codes(by=cast.yara, budget=budget, batch=batch, at=cast.tick()) == 2
    assert services.void_codes(by=cast.yara, budget=budget, batch=batch, at=cast.tick()) == 0
    assert Budget.objects.get(pk=budget.pk).code_count == 1
    with pytest.raises(Invalid):
        cast_vote(cast, budget, made[1], 1)
    cast_vote(cast, budget, made[0], 2)


def test_paper_counts_when_two_people_typed_the_same(cast: Cast) -> None:
    budget = voting(cast)
    typed: dict[str, Any] = {"budget": budget, "number": 7}
    services.type_paper(by=cast.yara, choices={1: 1}, at=cast.tick(), **typed)
    again = services.type_paper(by=cast.yara, choices={1: 1, 2: 1}, at=cast.tick(), **typed)
    assert again.second is None
    other = services.type_paper(by=cast.samira, choices={1: 1}, at=cast.tick(), **typed)
    assert other.is_settled is False
    with pytest.raises(NotNow, match="derde"):
        services.type_paper(by=cast.noor, choices={1: 1}, at=cast.tick(), **typed)
    stepped(cast, budget, "close")
    assert tasks.count_closed(cast.tick()) == 0  # it waits for the two
    right = services.type_paper(by=cast.samira, choices={1: 1, 2: 1}, at=cast.tick(), **typed)
    assert right.is_settled
    with pytest.raises(NotNow, match="al twee keer"):
        services.type_paper(by=cast.samira, choices={1: 1}, at=cast.tick(), **typed)
    with pytest.raises(Invalid):
        services.type_paper(by=cast.yara, budget=budget, number=0, choices={}, at=cast.tick())
    assert tasks.count_closed(cast.tick()) == 1
    assert Plan.objects.get(budget=budget, number=2).votes == 1
    assert PaperBallot.objects.get().first_by is None
    assert PaperBallot.objects.get().second_by is None
    with pytest.raises(NotNow, match="vanaf de opening"):
        services.type_paper(by=cast.yara, choices={}, at=cast.tick(), **typed)


def test_no_votes_is_a_result_too(cast: Cast) -> None:
    budget = counted(cast, voting(cast))
    assert budget.state == "counted"
    outcome = Outcome.objects.get()
    assert (outcome.cost, outcome.command) == (0, "")
    assert "Niemand stemde" in outcome.overview[0]
    assert set(Plan.objects.values_list("rank", flat=True)) == {None}


def test_stopping_has_a_reason_and_deletes_ballots(cast: Cast) -> None:
    budget = voting(cast)
    cast_vote(cast, budget, codes(cast, budget, 1)[0], 1)
    with pytest.raises(Invalid):
        services.stop_budget(by=cast.yara, budget=budget, reason=" ", at=cast.tick())
    stopped = services.stop_budget(by=cast.yara, budget=budget, reason="Geen geld.", at=cast.tick())
    assert (stopped.state, Ballot.objects.count(), Code.objects.count()) == ("stopped", 0, 0)


def test_a_stranger_runs_nothing(cast: Cast) -> None:
    budget = voting(cast)
    for act in (
        lambda: services.step_budget(by=cast.marijke, budget=budget, act="close", at=cast.tick()),
        lambda: services.stop_budget(by=cast.tarik, budget=budget, reason="Nee", at=cast.tick()),
        lambda: services.type_paper(by=cast.bas, budget=budget, number=1, choices={}, at=cast.tick()),
        lambda: services.void_codes(by=cast.gerrit, budget=budget, batch="x", at=cast.tick()),
    ):
        with pytest.raises(Refused):
            act()
