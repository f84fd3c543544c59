"""The command `appoint` gives the first people of a platform their functions."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from middenstip.domain.intake.models import Case
from middenstip.domain.parties.models import Grant, Person, Seat
from middenstip.domain.parties.selectors import expected_at, hats_of_person
from middenstip.journeys import assess_initiative
from middenstip.kernel import clock
from tests.cast import Cast, joins, submitted, table

FUNCTION = {"area": "gm0150", "name": "Mirthe", "title": "baliemedewerker"}
FUNCTION |= {"organisation": "gemeente Deventer", "half": "overheid", "reason": "De gemeente is overheid."}


def appoint(*role: str, **more: str) -> str:
    said = StringIO()
    call_command("appoint", "Mirthe@Deventer.example", *role, **FUNCTION | more, stdout=said)
    return said.getvalue()


def named() -> Person:
    """Mirthe, who has not typed a code yet: the address is not hers before that."""
    mirthe = expected_at("mirthe@deventer.example")
    assert mirthe
    assert mirthe.email is None
    return mirthe


def test_a_handler_takes_a_case_and_twice_gives_the_same(cast: Cast) -> None:
    for _ in range(2):
        assert "Mirthe is behandelaar, als baliemedewerker, gemeente Deventer." in appoint("behandelaar")
    mirthe = named()
    (hat,) = hats_of_person(mirthe, cast.today.replace(year=9999))
    case = assess_initiative.take(by=hat, case=submitted(cast).case, at=cast.tick())
    assert Case.objects.get().handler == Seat.objects.get(title="baliemedewerker") == case.handler
    assert Grant.objects.filter(seat=case.handler).count() == 1


def test_an_administrator_has_the_role_everywhere_and_access_to_django_admin(cast: Cast) -> None:
    appoint("beheerder", title="beheerder")
    mirthe = named()
    assert mirthe.is_staff
    assert Grant.objects.get(seat__memberships__person=mirthe).area is None


def test_an_official_without_a_role_can_join_a_table_for_the_government(cast: Cast) -> None:
    for _ in range(2):
        with clock.frozen(cast.at):
            said = appoint(title="adviseur water")
        assert said == "Klaar: Mirthe kan meepraten als adviseur water, gemeente Deventer.\n"
    mirthe = named()
    assert not Grant.objects.filter(seat__memberships__person=mirthe).exists()
    (hat,) = hats_of_person(mirthe, cast.today.replace(year=9999))
    goal = table(cast)
    joins(cast, hat, goal)
    assert goal.chairs.filter(seat=hat.seat_id, left_at=None).count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"area": "GM9999"}, "GM9999 kennen we niet"),
        ({"half": "bewoners"}, "de helft die de organisatie in dit gebied koos"),
        ({"organisation": "Waterschap", "reason": " "}, "waarom deze helft"),
        ({"name": " "}, "Vul een naam, een functie en een organisatie in."),
        ({"title": ""}, "Vul een naam, een functie en een organisatie in."),
        ({"organisation": ""}, "Vul een naam, een functie en een organisatie in."),
    ],
)
def test_invalid_arguments_write_nothing(cast: Cast, wrong: dict[str, str], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        appoint("behandelaar", **wrong)
    assert expected_at("mirthe@deventer.example") is None


def test_a_known_person_keeps_their_name(cast: Cast) -> None:
    """The command also prints which person has that address."""
    appoint("behandelaar")
    assert appoint("verbinder", name="Mieke").startswith("Klaar: Mirthe is verbinder")
