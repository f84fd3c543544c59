"""The hall at the doors: phones without an account, the host, the screen, the poster, and what is refused."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.models import Gathering, HallPhone, HallQuestion
from middenstip.kernel import clock
from middenstip.web.pages.gatherings import phone
from tests.cast import Cast, table
from tests.domain.gatherings.test_hall import QUESTION, asks, begun, sums, types
from tests.journeys.test_follow_up_gathering import announces, comes, held
from tests.web.at_the_door import page, send, walk_in

BANK = "Komt er een bank?"


def here(one: Gathering) -> str:
    return f"/bijeenkomst/{one.public_id}/"


def at(question: HallQuestion, act: str) -> str:
    return f"/zaalvraag/{question.public_id}/{act}/"


def only() -> HallQuestion:
    return HallQuestion.objects.get()


def test_a_phone_asks_another_shares_and_the_host_leads_it_to_the_notes(cast: Cast) -> None:
    one = begun(cast)
    first, second, host = walk_in(None), walk_in(None), walk_in(cast.marijke)
    with clock.frozen(cast.at):
        assert "Stel je vraag aan de zaal" in page(first, here(one))
        assert "Er is nog niets gevraagd." in page(first, f"{here(one)}vragen/")
        assert [name for name in first.cookies if name.startswith("zaal")] == []  # who only looks
        told = {"text": QUESTION, "half": "bewoners", "key": "een"}
        assert [send(first, f"{here(one)}vragen/", **told) for _twice in range(2)] == [302, 302]
        question = only()
        shown = page(first, f"{here(one)}vragen/")
        assert ("jouw vraag" in shown, "Ook mijn vraag" in shown) == (True, False)
        assert "Ook mijn vraag" in page(second, f"{here(one)}vragen/")
        assert [send(second, at(question, "ook")) for _twice in range(2)] == [302, 302]
        shown = page(second, f"{here(one)}vragen/")
        assert "ook jouw vraag" in shown
        assert "Ook de vraag van 1 ander" in shown
        assert send(host, at(question, "stap"), stap="table") == 302
        assert f"“{QUESTION}”" in page(walk_in(None), f"{here(one)}scherm/")
        assert send(host, at(question, "stap"), stap="weg") == 422
        assert send(second, at(question, "stap"), stap="table") == 302  # to the door: log in first
        assert send(host, at(question, "regel")) == 302
        assert "staat in de notulen" in page(host, f"{here(one)}vragen/")
        for step, state in (("back", "waits"), ("table", "table"), ("answer", "answered")):
            assert send(host, at(question, "stap"), stap=step) == 302
            assert only().state == state
        assert "Beantwoord" in page(first, f"{here(one)}vragen/")
    phones = list(HallPhone.objects.values_list("phone", "is_own"))
    assert sorted(own for _phone, own in phones) == [False, True]
    assert {len(one) for one, _own in phones} == {64}


def test_what_is_typed_wrong_is_shown_again(cast: Cast) -> None:
    one = begun(cast)
    asks(cast, one)
    door, host = walk_in(None), walk_in(cast.marijke)
    url = f"{here(one)}vragen/"
    with clock.frozen(cast.at):
        assert send(door, url, text=" ") == 422
        long = "Waarom " * 40
        answer = door.post(url, {"text": long})
        assert answer.status_code == 422
        assert long.strip() in answer.content.decode()
        answer = door.post(url, {"text": f"{QUESTION.upper()} "})
        assert answer.status_code == 422
        assert "Deze vraag staat er al." in answer.content.decode()
        assert send(host, f"{url}kaart/", text=" ") == 422
        assert send(host, f"{url}kaart/", text=QUESTION) == 422
        assert send(host, f"{url}kaart/", text=BANK, half="overheid") == 302
        assert send(host, at(only_card(), "verbergen"), why=" ") == 422
        assert send(host, at(only_card(), "verbergen"), why="Dit gaat over een mens.") == 302
        shown = page(door, url)
        assert (BANK in shown, "Dit gaat over een mens." in shown) == (False, True)
        assert send(host, at(only_card(), "verbergen"), why="Nog een keer.") == 409
        assert send(host, at(only_card(), "tonen")) == 302
        assert "van een kaart" in page(door, url)
    cast.at = one.ends_at + timedelta(hours=4)
    with clock.frozen(cast.at):
        answer = door.post(url, {"text": "Ben ik te laat?"})
        assert answer.status_code == 409
        assert "Ben ik te laat?" in answer.content.decode()
        assert "is voorbij" in answer.content.decode()
        assert send(door, at(only_card(), "ook")) == 409
        assert send(door, at(only_card(), "onbekend")) == 404
        assert send(door, "/zaalvraag/onbekend222/ook/") == 404


def only_card() -> HallQuestion:
    return HallQuestion.objects.get(on_card=True)


def test_a_luisterronde_at_the_doors(cast: Cast) -> None:
    one = begun(cast, kind="listening")
    door, host = walk_in(None), walk_in(cast.marijke)
    url = f"{here(one)}vragen/"
    with clock.frozen(cast.at):
        assert "Je krijgt geen antwoord" in page(door, url)
        assert send(door, url, text=QUESTION) == 302
        question = only()
        assert send(host, at(question, "samen"), summary=" ") == 422
        assert send(host, at(question, "samen"), summary="Wie betaalt?") == 302
        assert "Klopt dit?" in page(walk_in(None), f"{here(one)}scherm/")
        assert "Niet helemaal" in page(door, url)
        assert "Niet helemaal" not in page(walk_in(None), url)
        assert send(walk_in(None), at(question, "klopt"), klopt="ja") == 403
        assert send(door, at(question, "klopt"), text=" ") == 422
        assert send(door, at(question, "klopt"), text="Bel 06-12345678") == 422
        assert send(door, at(question, "klopt"), text="Ook in de zomer.") == 302
        assert "Ook in de zomer." in page(host, url)
        assert "Ook in de zomer." in page(walk_in(None), f"{here(one)}scherm/")
        assert send(door, at(question, "klopt"), klopt="ja") == 302
        assert send(host, at(question, "samen"), summary="Te laat.") == 409
        assert "Gehoord, en het klopt" in page(door, url)
        card = types(cast, one, BANK)
        sums(cast, card, "Een bank.")
        assert "Vraag het hardop" in page(host, url)
        assert send(host, at(card, "klopt"), klopt="ja") == 302


def test_the_screen_before_during_and_after(cast: Cast) -> None:
    one = announces(cast)
    url, door = f"{here(one)}scherm/", walk_in(None)
    with clock.frozen(cast.at):
        shown = page(door, url)
        assert "begint nog niet" in shown
        assert "/zaal/" not in shown
        assert walk_in(None).get(f"/zaal/{one.public_id[:5]}/").status_code == 404
        poster = page(door, f"{here(one)}papier/")
        assert f"/zaal/{one.public_id[:5]}" in poster
    comes(cast, cast.gerrit, one)
    cast.at = one.starts_at
    for number in range(7):
        asks(cast, one, f"Vraag {number}?", phone=f"{number}")
    with clock.frozen(cast.at):
        shown = page(door, url)
        assert "Wat wil jij vragen?" in shown
        assert "En nog 2 vragen." in shown
        assert "Nog niemand van: overheid, ondernemers." in shown
        assert 'hx-trigger="every 6s"' in shown
        assert "Ververs dit scherm" in shown
        assert "Gerrit" not in shown
        assert door.get(f"/zaal/{one.public_id[:5]}/")["Location"] == f"{here(one)}vragen/"
    held(cast, one)
    services.write_note(by=cast.marijke, gathering=one, text="De school doet mee.", at=cast.tick())
    with clock.frozen(cast.at):
        shown = page(door, url)
        assert "Dit nemen we mee" in shown
        assert "De school doet mee." in shown
        assert "Vragen die bleven liggen" in shown
        assert "Vragen die bleven liggen" in page(door, here(one))
        assert "afgerond" in page(door, f"{here(one)}vragen/")
    off = announces(cast, title="Wandelen langs de beek")
    services.cancel_gathering(by=cast.marijke, gathering=off, why="Te nat.", at=cast.tick())
    with clock.frozen(cast.at):
        assert "gaat niet door" in page(door, f"{here(off)}scherm/")


def test_a_closed_gathering_has_no_screen_and_no_questions_for_outsiders(cast: Cast) -> None:
    told = {"is_closed": True, "what": "Het gaat over mensen.", "title": "Schuldhulp"}
    one = announces(cast, initiative=table(cast).initiative, **told)
    comes(cast, cast.marijke, one)
    cast.at = one.starts_at
    question = asks(cast, one, by=cast.marijke)
    with clock.frozen(cast.at):
        for door in (walk_in(None), walk_in(cast.tarik)):
            for url in ("scherm", "vragen"):
                answer = door.get(f"{here(one)}{url}/")
                assert answer.status_code == 403
                assert "besloten" in answer.content.decode()
            assert send(door, f"{here(one)}vragen/", text="Mag ik erbij?") == 403
            assert send(door, at(question, "ook")) == 403
        host = walk_in(cast.marijke)
        assert "Schuldhulp" in page(host, f"{here(one)}scherm/")
        assert QUESTION in page(host, f"{here(one)}vragen/")
        told_to_programs = walk_in(None).get(f"/api/v1/bijeenkomsten/{one.public_id}").json()
    assert told_to_programs["vragen"] == []


def test_a_program_reads_the_questions(cast: Cast) -> None:
    one = begun(cast)
    question = asks(cast, one, half="bewoners")
    services.echo_in_hall(question=question, phone="twee", at=cast.tick())
    with clock.frozen(cast.at):
        told = walk_in(None).get(f"/api/v1/bijeenkomsten/{one.public_id}").json()["vragen"]
    assert told == [
        {
            "id": question.public_id,
            "tekst": QUESTION,
            "helft": "bewoners",
            "status": "wacht",
            "ookMijnVraag": 1,
            "vanPapier": False,
            "samenvatting": "",
        }
    ]


def test_a_phone_gets_a_short_list_and_can_ask_for_all(cast: Cast) -> None:
    one = begun(cast)
    HallQuestion.objects.bulk_create(
        HallQuestion(gathering=one, text=f"Vraag {number}.", at=cast.at) for number in range(100, 140)
    )
    door, host = walk_in(None), walk_in(cast.marijke)
    url = f"{here(one)}vragen/"
    with clock.frozen(cast.at):
        short = page(door, url)
        assert "Laat nog 10 vragen zien die wachten" in short
        seen = [number for number in range(100, 140) if f"Vraag {number}." in short]
        assert seen == [*range(100, 120), *range(130, 140)]  # the most shared, and the newest
        assert [f"Vraag {number}." in page(door, f"{url}?alles=1") for number in (100, 125, 139)] == [
            True
        ] * 3
        assert "Vraag 125." in page(host, url)
        HallQuestion.objects.filter(text="Vraag 139.").delete()
        for number in range(129, 138):
            HallQuestion.objects.filter(text=f"Vraag {number}.").delete()
        assert "Laat nog" not in page(door, url)


def test_a_network_full_of_phones_waits(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phone, "PHONES", phone.Limit("few phones", 1, timedelta(hours=1)))
    one = begun(cast)
    with clock.frozen(cast.at):
        known = walk_in(None)
        assert send(known, f"{here(one)}vragen/", text=QUESTION) == 302
        answer: Any = Client().post(f"{here(one)}vragen/", {"text": BANK})
        assert answer.status_code == 409
        assert "schrijf je vraag op een kaart" in answer.content.decode()
        assert BANK in answer.content.decode()
        assert send(known, f"{here(one)}vragen/", text=BANK) == 302
