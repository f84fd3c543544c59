"""Lists of tables and agreements continue where the last page ended."""

from __future__ import annotations

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.agreements.selectors import agreements_in
from middenstip.domain.areas.models import Area
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import tables_in
from tests.cast import Cast, agreement, table


def test_rows_with_the_same_moment_or_day_are_each_shown_once(cast: Cast) -> None:
    for _ in range(3):
        agreement(cast)
    Goal.objects.update(opened_at=cast.at)
    Agreement.objects.update(due_on=cast.day(9))

    tables, before = [], None
    while page := tables_in("GM0150", before=before, limit=1):
        tables += [line.public_id for line in page]
        before = (page[-1].opened_at, page[-1].id)
    promises, after = [], None
    while lines := agreements_in("GM0150", cast.today, after=after, limit=1):
        promises += [line.public_id for line in lines]
        after = (lines[-1].due_on, lines[-1].id)

    assert sorted(tables) == sorted(Goal.objects.values_list("public_id", flat=True))
    assert sorted(promises) == sorted(Agreement.objects.values_list("public_id", flat=True))


def test_tables_are_newest_first_in_any_order_of_insertion(cast: Cast) -> None:
    """After a move to another platform an older table may have been inserted later."""
    opened = {table(cast).public_id: days for days in (9, 1, 5)}
    for public_id, days in opened.items():
        Goal.objects.filter(public_id=public_id).update(opened_at=cast.tick(days=days))
    shown, before = [], None
    while page := tables_in("GM0150", before, limit=1):
        shown += [[line.public_id for line in page]]
        before = (page[-1].opened_at, page[-1].id)
    newest_first = Goal.objects.order_by("-opened_at").values_list("public_id", flat=True)
    assert shown == [[public_id] for public_id in newest_first]


def test_a_table_in_a_buurt_is_listed_in_its_buurt_wijk_and_gemeente(cast: Cast) -> None:
    goal, village = table(cast), Area.objects.get(code="WK015014")
    around = {"municipality": village.municipality, "district": village, "parent": village, "year": 2024}
    buurt, square = (
        Area(code=code, kind=kind, name="Het plein", **around).store()
        for code, kind in (("BU01501401", "buurt"), ("EIGEN-PLEIN", "eigen"))
    )
    Goal.objects.filter(pk=goal.pk).update(area=buurt)
    everywhere = ("", "GM0150", "WK015014", buurt.code, square.code, "GM0957", "BU01501402")
    assert [code for code in everywhere if tables_in(code)] == ["", "GM0150", "WK015014", buurt.code]
    Goal.objects.filter(pk=goal.pk).update(area=square)
    assert [code for code in everywhere if tables_in(code)] == ["", "GM0150", "WK015014", square.code]


def test_an_agreement_is_not_late_on_its_last_day(cast: Cast) -> None:
    made = agreement(cast)
    Agreement.objects.update(state="open", due_on=cast.today)
    (line,) = agreements_in("GM0150", cast.today)
    assert (line.public_id, line.is_late) == (made.public_id, False)
    assert agreements_in("GM0150", cast.today, stand="te-laat") == []
    (line,) = agreements_in("GM0150", cast.day(1), stand="te-laat")
    assert line.is_late
