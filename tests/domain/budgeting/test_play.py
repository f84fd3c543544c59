"""Random play over the year of a budget: the table of states holds, and agreed rules never move."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from middenstip.domain.budgeting import services, tasks
from middenstip.domain.budgeting.lifecycle import BUDGET, COUNTED_STATES, RULES
from middenstip.domain.budgeting.models import Assent, Ballot, Budget, Code, Outcome, Plan
from middenstip.domain.budgeting.rules import mark_of
from middenstip.kernel.verdict import NotNow
from tests.cast import Cast, seat_of
from tests.domain.playing import Move, play
from tests.journeys.budgets import CHOICES, TEXTS, drafted

STORY: list[Move] = [
    ("agree", "marijke"),
    ("agree", "ilse"),
    ("agree", "bas"),
    ("fix", "yara"),
    ("propose", "marijke"),
    ("check", "yara"),
    ("judge", "samira"),
    ("campaign", "yara"),
    ("open", "yara"),
    ("vote", "tarik"),
    ("close", "yara"),
    ("count", "yara"),
]
STEPS = ("fix", "check", "campaign", "open", "close")


def test_a_budget_played_at_random_keeps_its_table_and_its_rules(cast: Cast) -> None:
    budget = drafted(cast)
    told: dict[str, Any] = {"texts": TEXTS, "checker": seat_of(cast.samira)}
    fixed: dict[str, str] = {}

    def now() -> Budget:
        return Budget.objects.select_related("area").get(pk=budget.pk)

    def act(what: str, who: str) -> Callable[[], object]:
        by, at = getattr(cast, who), cast.tick()
        acts: dict[str, Callable[[], object]] = {
            "agree": lambda: services.agree_rules(by=by, budget=budget, mark=mark_of(now()), at=at),
            "change": lambda: services.change_budget(by=by, budget=budget, choices=CHOICES, at=at, **told),
            "stop": lambda: services.stop_budget(by=by, budget=budget, reason="Geen geld.", at=at),
            "propose": lambda: services.propose_plan(
                by=by, budget=budget, texts={"title": "Bank", "text": "Zit."}, costs=(1_00, 2_00), at=at
            ),
            "judge": lambda: _judge(by, at),
            "vote": lambda: _vote(by, at),
            "count": lambda: tasks.count_closed(at),
        }
        return acts.get(what) or (lambda: services.step_budget(by=by, budget=budget, act=what, at=at))

    def _judge(by: Any, at: Any) -> None:
        plan = Plan.objects.filter(budget=budget).first()
        if plan is None:
            raise NotNow("Er is geen plan.")
        services.judge_plan(by=by, plan=plan, is_feasible=True, cost=2_00, reason="Kan.", at=at)

    def _vote(by: Any, at: Any) -> None:
        code = services.make_codes(by=cast.yara, budget=budget, number=1, at=at)[1][0]
        services.cast_ballot(budget=budget, code=code, choices={1: 1}, at=at)

    def check(one: Budget) -> None:
        if one.state == RULES:
            fixed.clear()  # a play begins here
            assert one.rules_mark == ""
        elif one.rules_mark:
            assert fixed.setdefault("mark", one.rules_mark) == one.rules_mark == mark_of(one)
            assert set(Assent.objects.values_list("half", flat=True)) == {
                "bewoners",
                "overheid",
                "ondernemers",
            }
        else:
            assert one.state == "stopped"  # before anything was fixed
        assert Outcome.objects.exists() == (one.state in COUNTED_STATES)
        if one.state in (*COUNTED_STATES, "closed", "stopped"):
            assert not Code.objects.exists()
        assert Ballot.objects.exclude(code=None).count() <= Code.objects.count()

    played = play(BUDGET, now, act, STORY, ("change", "stop"), check=check)
    played.assert_not_one_sided("ideas", "checking", never=())
