"""A letter is written alone, may be rewritten, and gives one fact."""

from __future__ import annotations

import pytest

from middenstip.domain.goals.models import Letter
from middenstip.domain.goals.services import write_letter
from middenstip.journal.models import Entry
from middenstip.kernel.verdict import Invalid
from tests.cast import Cast, table


def test_a_rewritten_letter_is_one_letter_and_one_fact(cast: Cast) -> None:
    goal = table(cast)
    write_letter(by=cast.ilse, goal=goal, text="Groen.", at=cast.tick())
    write_letter(by=cast.ilse, goal=goal, text="  Meer groen.\n", at=cast.tick())
    assert list(Letter.objects.values_list("seat", "text", "written_at")) == [
        (cast.ilse.seat_id, "Meer groen.", cast.at)
    ]
    write_letter(by=cast.bas, goal=goal, text="Werk.", at=cast.tick())
    assert list(goal.letters.order_by("pk").values_list("text", flat=True)) == ["Meer groen.", "Werk."]
    sealed = Entry.objects.filter(kind="goal.letter_sealed").order_by("pk")
    assert [entry.data["seat"] for entry in sealed] == [cast.ilse.seat_public_id, cast.bas.seat_public_id]


def test_a_seat_writes_a_separate_letter_at_each_table(cast: Cast) -> None:
    goals = [table(cast), table(cast)]
    for goal, text in zip(goals, ("Noten.", "Fruit."), strict=True):
        write_letter(by=cast.ilse, goal=goal, text=text, at=cast.tick())
    assert [goal.letters.get().text for goal in goals] == ["Noten.", "Fruit."]


def test_an_empty_letter_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid) as refused:
        write_letter(by=cast.ilse, goal=table(cast), text=" \n ", at=cast.tick())
    assert refused.value.errors == {"text": "Schrijf op wat jij wilt bereiken. Eén zin is genoeg."}
    assert Letter.objects.count() == 0
