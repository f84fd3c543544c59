"""What is typed at a door is clean and comparable: one person, one organisation, no empty name."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import find_places
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Organisation, Person, Seat, Side
from middenstip.domain.parties.selectors import person_at
from middenstip.kernel import clock, typed
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid
from tests.cast import Cast, draft, person, submitted, table
from tests.matrix.rows.onlooker import APPOINTED
from tests.web.at_the_door import walk_in
from tests.web.test_submit import IDEA, URL

NOTHING = ["\u200b\u200b", "\u00ad", "\u2060", "\u2800", "\u3164", "\uffa0\u115f", "\u202e", "\u0301"]
PIET = "piet@voorbeeld.example"
SPELLINGS = [
    f"{PIET}\u200b",
    "pi\u00adet@voorbeeld.example",
    f"\u2060{PIET}",
    f"{PIET}\ufeff",
    "PIET@Voorbeeld.Example ",
]
GIVE = "/gebied/GM0150/rollen/geven/"


@pytest.mark.parametrize("title", NOTHING, ids=ascii)
def test_a_title_of_invisible_signs_is_no_title(cast: Cast, client: Client, title: str) -> None:
    answer = client.post(URL, IDEA | {"title": title})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["title"])
    assert not Initiative.objects.exists()


@pytest.mark.parametrize("name", NOTHING, ids=ascii)
def test_a_name_of_invisible_signs_is_no_name(cast: Cast, name: str) -> None:
    assert walk_in(cast.bas).post("/mijn/naam/", {"name": name}).status_code == 422
    assert person(cast.bas).name == "Bas Roelvink"
    with pytest.raises(Invalid):
        parties.register_on_paper(by=cast.samira, name=name, at=cast.tick())


def test_news_a_letter_and_an_offer_of_invisible_signs_are_nothing(cast: Cast) -> None:
    here = f"/initiatief/{submitted(cast).public_id}/"
    assert walk_in(cast.marijke).post(f"{here}nieuws/", {"text": "\u200b\r\n\u2800"}).status_code == 422
    offer = {"brings": "\u2060", "has_read": "on"}
    assert walk_in(cast.gerrit).post(f"{here}helpen/", offer).status_code == 422
    goal = table(cast)
    answer = walk_in(cast.bas).post(f"/opgave/{goal.public_id}/briefje/", {"text": "\u3164"})
    assert (answer.status_code, goal.letters.count()) == (422, 0)


@pytest.mark.parametrize("spelled", SPELLINGS, ids=ascii)
def test_one_mailbox_is_one_person_at_every_door(cast: Cast, client: Client, spelled: str) -> None:
    parties.register_person(email=PIET, name="Piet", at=cast.tick())
    count = Person.objects.count()
    client.post("/inloggen/nieuw/", {"name": "Iemand", "email": spelled})
    Client().post("/inloggen/", {"email": spelled})
    assert [letter.to for letter in mail.outbox] == [[PIET], [PIET]]
    walk_in(cast.noor).post(GIVE, APPOINTED | {"email": spelled})
    told = {"name": "Piet", "email": spelled, "half": "bewoners", "title": "Bank", "what": "Een bank."}
    assert walk_in(cast.samira).post("/balie/nieuw/", told | {"area": "GM0150"}).status_code == 302
    options = {"area": "GM0150", "name": "P", "title": "wethouder", "organisation": "gemeente Deventer"}
    options |= {"half": "overheid", "reason": "Dat is de overheid."}
    call_command("appoint", spelled, **options)
    assert Person.objects.count() == count
    assert person_at(spelled) == Person.objects.get(email=PIET)
    call_command("erase", person(cast.noor).email, "--email", spelled)
    assert not Person.objects.filter(email=PIET).exists()


def test_an_own_second_address_is_kept_as_others_type_it(cast: Cast) -> None:
    bas = walk_in(cast.bas)
    bas.post("/inloggen/code/opnieuw/", {"act": "mail"})
    bas.post("/inloggen/code/opnieuw/", {"code": mail.outbox[-1].body.partition("code is: ")[2].split()[0]})
    bas.post("/inloggen/e-mail/", {"action_add": "1", "email": "Ba\u00ads2@Voorbeeld.example\u200b"})
    assert ["bas2@voorbeeld.example"] in [letter.to for letter in mail.outbox]


def test_a_kelvin_sign_is_a_k(cast: Cast, client: Client) -> None:
    parties.register_person(email="mike@voorbeeld.example", name="Mike", at=cast.tick())
    client.post("/inloggen/nieuw/", {"name": "Mike", "email": "mi\u212ae@voorbeeld.example"})
    assert [letter.to for letter in mail.outbox] == [["mike@voorbeeld.example"]]
    assert Person.objects.filter(email__contains="mike@").count() == 1


def test_lengths_are_counted_as_the_browser_counts(cast: Cast) -> None:
    lines = "\n".join(["x" * 49] * 40)
    assert len(lines) == 1999
    bas = walk_in(cast.bas)
    assert bas.post(URL, IDEA | {"what": lines.replace("\n", "\r\n")}).status_code == 302
    assert Initiative.objects.get().what == lines


def test_what_is_too_long_is_kept_and_refused_with_its_number(cast: Cast) -> None:
    bas, pasted = walk_in(cast.bas), "x" * 2405
    form = bas.get(URL).text
    assert "maxlength" not in form
    assert (form.count("Hooguit 2.000 tekens."), form.count("Hooguit 100 tekens.")) == (1, 1)
    answer = bas.post(URL, IDEA | {"what": pasted})
    assert (answer.status_code, pasted in answer.text, "2405" in answer.text) == (422, True, True)


@pytest.mark.parametrize("sign", ["\u202e", "\u2067", "\u202a"], ids=ascii)
def test_a_sign_that_turns_the_sentence_is_refused_in_names_and_titles(cast: Cast, sign: str) -> None:
    turned = f"Jan {sign}eodnaL"
    answer = walk_in(cast.bas).post("/mijn/naam/", {"name": turned})
    assert (answer.status_code, "leesrichting" in answer.text) == (422, True)
    for wrong in ({"title": turned}, {"name": turned}):
        answer = walk_in(None).post(URL, IDEA | wrong)
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, list(wrong))
    for wrong in ({"title": turned}, {"organisation": turned}, {"name": turned}):
        assert walk_in(cast.noor).post(GIVE, APPOINTED | wrong).status_code == 422
    assert walk_in(cast.noor).post("/gebied/GM0150/tekenen/", {"name": turned}).status_code == 422
    with pytest.raises(Invalid):
        draft(cast, title=turned)
    with pytest.raises(CommandError):
        call_command("appoint", PIET, "--area=GM0150", "--name", turned, "--title=x", "--organisation=y",
                     "--half=overheid", "--reason=z")  # fmt: skip


SAME = [
    "Gemeente Deventer",
    "gemeente  Deventer",
    "GEMEENTE DEVENTER.",
    "gemeente\u00a0Deventer",
    "gemeente Deven\u00adter",
]


@pytest.mark.parametrize("name", SAME, ids=ascii)
def test_one_organisation_however_it_is_typed(cast: Cast, name: str) -> None:
    before = Organisation.objects.count()
    answer = walk_in(cast.noor).post(GIVE, APPOINTED | {"organisation": name})
    assert (answer.status_code, Organisation.objects.count()) == (302, before)
    seat = Seat.objects.get(title=APPOINTED["title"])
    assert seat.side is not None
    assert seat.side.organisation.name == "gemeente Deventer"


def _seat(
    cast: Cast, where: str, half: Half, name: str = "Gemeente Deventer", title: str = "adviseur"
) -> Seat:
    area = Area.objects.get(code=where)
    return parties.organisation_seat(
        organisation=name, title=title, half=half, reason="Zo is het.", area=area, at=cast.tick()
    )


def test_an_organisation_has_one_half_in_a_gemeente_a_wijk_and_a_buurt(cast: Cast) -> None:
    wijk = Area.objects.get(code="WK015014")
    Area(code="BU01501401", kind="buurt", name="Dorp", year=2024, parent=wijk, district=wijk,
         municipality=wijk.municipality).store()  # fmt: skip
    _seat(cast, "WK015014", Half.BUSINESS, "Kwekerij Loo")
    for where in ("BU01501401", "GM0150"):
        with pytest.raises(Invalid) as refused:
            _seat(cast, where, Half.RESIDENTS, "kwekerij  Loo.")
        assert refused.value.errors == {
            "half": "In Lettele koos Kwekerij Loo al een andere helft. Die geldt hier ook."
        }
        assert _seat(cast, where, Half.BUSINESS, "KWEKERIJ LOO").half == "ondernemers"
    assert Side.objects.filter(organisation__name="Kwekerij Loo").count() == 3


def test_a_function_is_one_seat_however_it_is_typed(cast: Cast) -> None:
    first = _seat(cast, "GM0150", Half.GOVERNMENT, title="hoofd Groen")
    assert _seat(cast, "GM0150", Half.GOVERNMENT, title="Hoofd  groen.") == first


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("d'Ekker", ["d’Ekker", "dEkker", "d'ekker", "d ekker", "ekker", "D\u00adEKKER"]),
        ("Noord–Zuid", ["noord-zuid", "Noord Zuid", "noord—zuid", "zuid"]),
        ("Sønderbrug", ["sønderbrug", "sonderbrug", "SØNDER"]),
        ("Großdorf", ["großdorf", "grossdorf", "GROSS"]),
        ("'s-Gravenhof", ["’s-gravenhof", "s gravenhof", "gravenhof", "'s gravenhof"]),
        ("Súdwest", ["sudwest", "su\u0301dwest"]),
    ],
)
def test_a_place_is_found_however_its_name_is_typed(cast: Cast, name: str, asked: list[str]) -> None:
    area = Area(code="WK015099", kind="wijk", name=name, year=2024).store()
    Area.objects.filter(pk=area.pk).update(municipality=Area.objects.get(code="GM0150"))
    for words in asked:
        assert [one.name for one in find_places(words)] == [name], words
        assert name.replace("'", "&#x27;") in Client().get("/", {"q": words}).text


def test_an_own_area_is_drawn_again_by_its_name_however_it_is_typed(cast: Cast) -> None:
    outline = '{"type":"Polygon","coordinates":[[[6.15,52.25],[6.16,52.25],[6.16,52.26],[6.15,52.25]]]}'
    noor = walk_in(cast.noor)
    for name in ("Het Plein", "het  plein.", "Het\u200b Plein"):
        assert (
            noor.post("/gebied/GM0150/tekenen/", {"name": name, "geometry": f"\ufeff{outline}"}).status_code
            == 302
        )
    assert [one.name for one in Area.objects.filter(kind="eigen")] == ["Het Plein"]


def test_the_api_searches_for_what_shows(cast: Cast) -> None:
    def ask(words: str) -> Any:
        return Client().get("/api/v1/initiatieven", {"q": words})

    nothing_shows = ask("\u200b\u2800").json()["initiatieven"]  # so nothing was asked
    assert nothing_shows == ask("").json()["initiatieven"]
    assert ask("voed\u00adselbos").status_code == 200


def test_the_number_from_a_mail_is_found_with_what_came_along(cast: Cast) -> None:
    number = submitted(cast).public_id
    answer = Client().get("/initiatieven/", {"q": f"\ufeff{number}\u200b"})
    assert answer.headers["Location"] == f"/initiatief/{number}/"


def test_texts_are_kept_the_same_from_whichever_door(cast: Cast) -> None:
    """Services clean too: the demo and the commands use no form."""
    with clock.frozen(cast.tick()):
        idea = draft(cast, texts={"title": " Het  cafe\u0301 ", "what": "een\r\ntwee\u200b", "why": "\u2060"})
    assert (idea.title, idea.what, idea.why) == ("Het café", "een\ntwee", "")
    assert typed.folded(idea.title) == "het café"
