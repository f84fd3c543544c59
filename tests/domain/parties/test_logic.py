"""An organisation writes how it works, keeps its versions, and looks again after a year."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.goals.selectors import organisations_at
from middenstip.domain.moderation.models import Posting
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import LogicCard, Organisation, Seat
from middenstip.domain.parties.selectors import logic_of, older_logic
from middenstip.domain.parties.turns import logic_turn, rows_for
from middenstip.journal.models import Entry
from middenstip.journeys import publish_text
from middenstip.kernel.hidden import HELD, HIDDEN
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow, Stale
from tests.cast import Cast, seat_of, table

CARD: dict[str, Any] = {
    "decides": "Het college beslist, na advies van de wijkmanager.",
    "takes": "Zes weken, in de zomer langer.",
    "budget_month": 10,
    "may_not": "Grond weggeven.",
    "words": "College: de burgemeester en de wethouders\n\nAnterieur: een afspraak over geld vooraf",
}


def deventer(cast: Cast) -> Organisation:
    side = Seat.objects.select_related("side__organisation").get(pk=cast.ilse.seat_id).side
    assert side
    return side.organisation


def write(cast: Cast, number: int = 0, **more: Any) -> LogicCard:
    told = CARD | {"by": cast.ilse, "organisation": deventer(cast), "number": number} | more
    return parties.write_logic(**told, at=cast.tick())


def test_an_organisation_writes_how_it_works_and_every_version_stays(cast: Cast) -> None:
    first = write(cast)
    assert write(cast) == first  # the same form twice
    assert first.meanings == [
        ("College", "de burgemeester en de wethouders"),
        ("Anterieur", "een afspraak over geld vooraf"),
    ]
    second = write(cast, number=1, budget_month=None, by=cast.samira)
    organisation = deventer(cast).pk
    holds, older = logic_of(organisation), older_logic(organisation, 9)
    assert (holds, [one.pk for one in older]) == (second, [first.pk])
    assert (second.number, older[0].budget_month, older[0].replaced_at) == (2, 10, second.at)
    facts = Entry.objects.filter(kind="logic.written").order_by("pk")
    assert [one.data["number"] for one in facts] == [1, 2]


def test_two_colleagues_at_once_do_not_overwrite_each_other(cast: Cast) -> None:
    write(cast)
    with pytest.raises(Stale, match="collega") as refusal:
        write(cast, takes="Een jaar.", by=cast.samira)
    assert refusal.value.current == {"number": "1"}


def test_only_a_seat_of_the_organisation_writes_it(cast: Cast) -> None:
    for by in (cast.bas, cast.marijke):
        with pytest.raises(Forbidden, match="wie er een zetel heeft"):
            write(cast, by=by)
        with pytest.raises(Forbidden, match="wie er een zetel heeft"):
            parties.check_logic(by=by, organisation=deventer(cast), at=cast.tick())


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"decides": " "}, "decides"),
        ({"takes": ""}, "takes"),
        ({"budget_month": 13}, "budget_month"),
        ({"words": "College"}, "words"),
        ({"words": "College:"}, "words"),
        ({"words": ": de wethouders"}, "words"),
    ],
)
def test_a_card_that_does_not_say_how_is_refused(cast: Cast, wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        write(cast, **wrong)
    assert list(refusal.value.errors) == [field]


def test_after_a_year_every_seat_of_the_organisation_is_asked_to_look_again(cast: Cast) -> None:
    with pytest.raises(NotNow, match="nog geen kaart"):
        parties.check_logic(by=cast.ilse, organisation=deventer(cast), at=cast.tick())
    write(cast)
    seats = [cast.ilse.seat_id, cast.samira.seat_id]

    def asked() -> tuple[list[int], list[int]]:
        """Whose turn it is by the rule, and by the rows of Mijn."""
        card = logic_of(deventer(cast).pk)
        assert card
        turn = logic_turn(card, cast.today, seats)
        rows = [row for part in rows_for(cast.ilse.person_id, seats, cast.today) for row in part]
        return list(turn.seats) if turn else [], [row[4] for row in rows if row[0] == "check_logic"]

    cast.tick(days=364)
    assert asked() == ([], [])
    cast.tick(days=1)
    assert asked() == (seats, seats)
    for _twice in range(2):
        card = parties.check_logic(by=cast.samira, organisation=deventer(cast), at=cast.tick())
    assert (asked(), card.number, card.checked_on) == (([], []), 1, cast.today)
    assert Entry.objects.filter(kind="logic.checked").count() == 1
    old = write(cast, number=1, takes="Een jaar.").pk
    write(cast, number=2, takes="Twee jaar.")
    assert logic_turn(LogicCard.objects.get(pk=old), cast.day(999), seats) is None


def test_a_hidden_card_is_not_shown_at_tables_and_can_be_written_anew(cast: Cast) -> None:
    goal = table(cast)
    card = write(cast)

    def at_table() -> list[tuple[str, str | None]]:
        rows = organisations_at(goal)
        return [(row["name"], row["card__decides"]) for row in rows if row["name"] == deventer(cast).name]

    assert at_table() == [("gemeente Deventer", card.decides)]
    parties.hide_logic(code=card.public_id, words=HIDDEN, by=cast.noor, at=cast.tick())
    hidden = LogicCard.objects.get(pk=card.pk)
    assert (hidden.decides, hidden.meanings) == (HIDDEN, [(HIDDEN, "")])
    assert at_table() == [("gemeente Deventer", None)]
    parties.show_logic(code=card.public_id, by=cast.noor, at=cast.tick())
    assert at_table() == [("gemeente Deventer", card.decides)]
    parties.hide_logic(code=card.public_id, words=HIDDEN, by=cast.noor, at=cast.tick())
    assert write(cast, number=1).number == 2


def test_a_card_with_a_link_of_a_new_person_waits_for_a_moderator(cast: Cast) -> None:
    def publish(number: int, **more: Any) -> LogicCard:
        told = CARD | {"by": cast.bas, "organisation": seat_of(cast.bas).side.organisation} | more  # type: ignore[union-attr] - Bas has a shop
        made = publish_text.logic(**told, number=number, at=cast.tick())
        return LogicCard.objects.get(pk=made.pk)

    fine = publish(0)
    assert (publish(0).pk, fine.is_hidden) == (fine.pk, False)
    held = publish(1, may_not="Zie www.koop.example")
    assert (held.is_hidden, held.may_not) == (True, HELD)
    assert Posting.objects.filter(noun="logica-kaart").count() == 1
