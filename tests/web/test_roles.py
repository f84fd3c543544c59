"""Who does what: everybody reads it, an administrator gives and ends roles."""

from __future__ import annotations

import pytest
from django.core import mail

from middenstip.domain.areas.models import Area
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Grant, Organisation, Person, Seat
from middenstip.domain.parties.rules import ADMIN, CONNECTOR, HANDLER
from middenstip.domain.parties.selectors import expected_at
from middenstip.journal.models import Entry
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.notices.tasks import bring_round
from tests.cast import Cast, person, submitted
from tests.matrix.rows.onlooker import APPOINTED
from tests.web.at_the_door import page, send, walk_in

ROLES = "/gebied/WK015014/rollen/"
GIVE = f"{ROLES}geven/"


def grant_of(actor: Actor) -> Grant:
    return Grant.objects.get(seat=actor.seat_id)


def test_everybody_reads_what_a_role_may_and_who_holds_it_here(cast: Cast) -> None:
    text = page(walk_in(None), ROLES)
    assert "Wie doet wat in Lettele" in text
    assert "maar verandert nooit doel of aanpak van een initiatief" in text
    assert "Samira Haddou" in text  # of the whole gemeente, so of Lettele too
    assert "Overal, sinds" in text  # the administrator
    assert "Nog niemand." in text
    assert "Geef een functie of rol" not in text
    assert "Samira Haddou" not in page(walk_in(None), "/gebied/GM0957/rollen/")
    assert page(walk_in(cast.noor), ROLES).count("Beëindig deze rol") == Grant.objects.count()


def test_whoever_gets_a_role_hears_it_logs_in_and_works(cast: Cast) -> None:
    case = submitted(cast).case
    with clock.frozen(cast.tick()):
        assert send(walk_in(cast.noor), GIVE, **APPOINTED) == 302
        bring_round()
    joke = expected_at("joke@voorbeeld.example")
    assert joke
    heard = [one.subject for one in mail.outbox if one.to == ["joke@voorbeeld.example"]]
    assert heard == ["Nieuw idee bij de balie: Voedselbos Lettele", "Je hebt een nieuwe rol: behandelaar"]
    at_desk = walk_in(None)
    at_desk.force_login(joke)
    assert "Voedselbos Lettele" in page(at_desk, "/balie/?bak=nieuw")
    assert send(at_desk, f"/balie/zaak/{case.public_id}/neem/") == 302
    case.refresh_from_db()
    assert case.handler
    assert case.handler.label == "wijkregisseur, gemeente Deventer"
    assert not joke.is_staff


def test_a_function_without_a_role_is_a_seat_and_a_mail(cast: Cast) -> None:
    """Most officials have no role on the field: they speak for the government at a table."""
    with clock.frozen(cast.tick()):
        answer = walk_in(cast.noor).post(GIVE, APPOINTED | {"role": "geen"}, follow=True)
        bring_round()
    assert "Wijkregisseur, gemeente Deventer kan nu meepraten." in answer.text
    assert not Grant.objects.filter(seat__title="wijkregisseur").exists()
    assert [one.subject for one in mail.outbox if one.to == ["joke@voorbeeld.example"]] == [
        "Je hebt een nieuwe functie: wijkregisseur van gemeente Deventer"
    ]
    joke = walk_in(None)
    joke.force_login(Person.objects.get(pending_address__email="joke@voorbeeld.example"))
    assert "Wijkregisseur, gemeente Deventer" in page(joke, "/mijn/")


def test_the_same_form_twice_gives_the_role_once(cast: Cast) -> None:
    noor, grants = walk_in(cast.noor), Grant.objects.count()
    assert [send(noor, GIVE, **APPOINTED) for _ in range(2)] == [302, 302]
    assert Grant.objects.count() == grants + 1
    assert Organisation.objects.filter(name="gemeente Deventer").count() == 1
    assert Seat.objects.filter(title="wijkregisseur").count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"email": "geen adres"}, "Dit is geen e-mailadres."),
        ({"role": "koning"}, "koning"),
        ({"half": ""}, "Maak een keuze."),
        ({"title": ""}, "Vul dit nog in."),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_what_was_typed_stays(
    cast: Cast, wrong: dict[str, str], said: str
) -> None:
    answer = walk_in(cast.noor).post(GIVE, APPOINTED | wrong)
    assert answer.status_code == 422
    assert answer.text.count("Joke Visser") == 1
    assert [(key, said in str(told)) for key, told in answer.context["form"].errors.items()] == [
        (*wrong, True)
    ]
    assert expected_at("joke@voorbeeld.example") is None


def test_an_organisation_that_chose_a_half_here_does_not_change_it(cast: Cast) -> None:
    noor = walk_in(cast.noor)
    assert send(noor, GIVE, **APPOINTED) == 302
    answer = noor.post(GIVE, APPOINTED | {"half": "bewoners", "email": "bob@voorbeeld.example"})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["half"]
    assert expected_at("bob@voorbeeld.example") is None


def test_a_role_ends_today_and_the_seat_stays(cast: Cast) -> None:
    grant = grant_of(cast.samira)
    noor = walk_in(cast.noor)
    for _ in range(2):
        assert send(noor, f"{ROLES}{grant.pk}/beeindigen/") == 302
    assert "Samira Haddou" not in page(noor, ROLES)
    assert walk_in(cast.samira).get("/balie/").status_code == 403
    assert Entry.objects.filter(kind="role.ended").count() == 1
    assert noor.post(f"{ROLES}999999/beeindigen/").status_code == 404


def test_the_last_administrator_stays_until_there_is_another(cast: Cast) -> None:
    noor, url = walk_in(cast.noor), f"{ROLES}{grant_of(cast.noor).pk}/beeindigen/"
    answer = noor.post(url)
    assert answer.status_code == 409
    assert "Dit is de laatste beheerder." in answer.text
    assert send(noor, GIVE, **APPOINTED | {"role": ADMIN}) == 302
    assert send(noor, url) == 302
    assert list(Grant.objects.filter(role=ADMIN, until_on=None).values_list("seat__title", flat=True)) == [
        "wijkregisseur"
    ]


def test_a_role_counts_in_a_gemeente_or_a_wijk(cast: Cast) -> None:
    """A buurt has no desk of its own, so a handler there would wait for ever."""
    lettele = Area.objects.get(code="WK015014")
    within = {"parent": lettele, "municipality": lettele.municipality, "district": lettele}
    buurt = Area(code="BU01501400", kind="buurt", name="Lettele dorp", year=2024, **within).store()
    noor = walk_in(cast.noor)
    answer = noor.get(f"/gebied/{buurt.code}/rollen/geven/")
    assert answer.status_code == 403
    assert "in een gemeente of een wijk" in answer.text
    assert "Geef een functie of rol" not in page(noor, f"/gebied/{buurt.code}/rollen/")


def test_who_leaves_leaves_the_role_without_a_name(cast: Cast) -> None:
    parties.leave_seat(person=person(cast.yara), seat=Seat.objects.get(pk=cast.yara.seat_id), at=cast.tick())
    text = page(walk_in(None), ROLES)
    assert "Nu niemand" in text
    assert Grant.objects.filter(role=CONNECTOR, until_on=None).exists()
    assert Grant.objects.filter(role=HANDLER, until_on=None).exists()
