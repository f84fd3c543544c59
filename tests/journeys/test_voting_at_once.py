"""Everybody votes at the same moment, in two windows, while the vote closes: one ballot for each code."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable

import pytest
from django.db import connection

from middenstip.domain.budgeting import services, tasks
from middenstip.domain.budgeting.models import Ballot, Budget, Code, Plan
from middenstip.kernel.verdict import Refused
from tests.cast import Cast
from tests.journeys.budgets import codes, voting

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="SQLite has one writer at a time; PostgreSQL plays this"
    ),
]
WINDOWS = 8


def at_once(acts: list[Callable[[], object]]) -> Counter[str]:
    """Do the acts over some threads, as many at a time as there are windows; counts what was said."""
    said: Counter[str] = Counter()
    start, lock = threading.Barrier(WINDOWS), threading.Lock()

    def window(number: int) -> None:
        try:
            start.wait(timeout=10)
            for act in acts[number::WINDOWS]:
                try:
                    act()
                    word = "in"
                except Refused as refusal:
                    word = refusal.reason
                with lock:
                    said[word] += 1
        finally:
            connection.close()

    threads = [threading.Thread(target=window, args=[number]) for number in range(WINDOWS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return said


def votes(budget: Budget, code: str, plan: int, cast: Cast) -> Callable[[], object]:
    at = cast.tick()
    return lambda: services.cast_ballot(budget=budget, code=code, choices={plan: 1}, at=at)


def test_a_code_is_one_ballot_by_any_interleaving(cast: Cast) -> None:
    budget = voting(cast)
    made = codes(cast, budget, 30)
    acts = [votes(budget, code, plan, cast) for code in made for plan in (1, 2, 1, 3)]
    assert at_once(acts) == {"in": 120}
    assert Ballot.objects.count() == len(set(Ballot.objects.values_list("code", flat=True))) == 30
    assert {one for choices in Ballot.objects.values_list("choices", flat=True) for one in choices} <= set(
        "123"
    )


def test_a_vote_that_closes_while_people_vote_counts_what_was_confirmed(cast: Cast) -> None:
    budget = voting(cast)
    made = codes(cast, budget, 40)
    acts = [votes(budget, code, 1, cast) for code in made]
    at = cast.tick()
    acts.insert(20, lambda: services.step_budget(by=cast.yara, budget=budget, act="close", at=at))
    said = at_once(acts)
    assert set(said) <= {"in", "Dit kan nu niet. De stand van de begroting is: wordt geteld."}
    assert Ballot.objects.count() == said["in"] - 1  # the closing was one
    assert (Code.objects.count(), set(Ballot.objects.values_list("code", flat=True))) == (0, {None})
    assert tasks.count_closed(cast.tick()) == 1
    assert Plan.objects.get(number=1).votes == said["in"] - 1
