"""Everybody's own place."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client, override_settings

from middenstip.domain.goals import services as goals
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Follow, Membership, Person, Seat
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.domain.reports.selectors.waiting import waiting_for
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.notices.tasks import bring_round
from middenstip.web.shared.dates import long_date
from tests.cast import FAR, Cast, agreement, draft, joins, person, proposed, signed, submitted, table, taken
from tests.queries import at_most
from tests.web.at_the_door import walk_in

MINE = "/mijn/"


def mine(actor: Actor, client: Client | None = None) -> str:
    answer = (client or walk_in(actor)).get(MINE)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_visitor_is_asked_who_is_there(client: Client, cast: Cast) -> None:
    assert client.get(MINE).headers["Location"] == "/inloggen/?next=/mijn/"


@pytest.mark.parametrize("to", ["mijn", "1e999", "mine:index", "//kwaad.example/", "https://kwaad.example/"])
def test_after_an_act_one_goes_to_a_page_of_ours(cast: Cast, to: str) -> None:
    marijke = walk_in(cast.marijke)
    assert marijke.get("/inloggen/nieuw/", {"next": to}).headers["Location"] == MINE
    worn = marijke.post("/mijn/pet/", {"seat": cast.marijke.seat_public_id, "next": to})
    assert worn.headers["Location"] == MINE


def test_nothing_waits_for_whoever_just_came(cast: Cast) -> None:
    assert "Niets wacht op jou." in mine(cast.tarik)


def test_a_draft_waits_to_be_sent(cast: Cast) -> None:
    draft(cast)
    assert "Maak je idee af en verstuur het." in mine(cast.marijke)


def test_the_start_waits_for_both(cast: Cast) -> None:
    taken(cast)
    assert "Praat met elkaar en bevestig allebei hoe jullie beginnen." in mine(cast.marijke)
    assert "Praat met elkaar en bevestig allebei hoe jullie beginnen." in mine(cast.samira)


def test_an_offer_of_help_waits_for_the_initiator(cast: Cast) -> None:
    initiative = submitted(cast)
    walk_in(cast.gerrit).post(
        f"/initiatief/{initiative.public_id}/helpen/", {"brings": "Ik kan snoeien.", "has_read": "on"}
    )
    assert "Geef antwoord op een aanbod om te helpen: Ik kan snoeien." in mine(cast.marijke)


def test_at_the_table_a_letter_waits_and_then_an_answer(cast: Cast) -> None:
    goal = table(cast)
    assert "Schrijf je eigen doel op. Daarna gaan de briefjes tegelijk open." in mine(cast.ilse)
    goals.write_letter(by=cast.ilse, goal=goal, text="Groen.", at=cast.tick())
    assert "Niets wacht op jou." in mine(cast.ilse)


def test_who_sits_at_a_table_in_one_hat_is_not_asked_in_the_other(cast: Cast) -> None:
    """One person speaks for one half there: sitting down in the other hat would be refused."""
    goal, seat = table(cast), Seat.objects.get(pk=cast.samira.seat_id)
    goals.invite_seat(by=cast.ilse, goal=goal, seat=seat, at=cast.tick())
    asked = f"/opgave/{goal.public_id}/"
    assert asked in walk_in(cast.samira).get(MINE).text
    alone = parties.own_seat(person=person(cast.samira), half=Half.RESIDENTS, area=seat.area, at=cast.tick())
    hat = replace(cast.samira, seat_id=alone.pk, seat_public_id=alone.public_id, half=Half.RESIDENTS)
    joins(cast, hat, goal)
    lines = waiting_for(person=hat.person_id, seats=[hat.seat_id, seat.pk], today=cast.today)
    assert [line.kind for line in lines] == ["letter"]


def test_a_version_waits_for_an_answer_until_it_is_given(cast: Cast) -> None:
    goal = proposed(cast)
    assert "Zeg ja, ‘nee, tenzij’ of nee tegen het doel." in mine(cast.bas)
    goals.answer_version(by=cast.bas, goal=goal, number=1, answer="ja", at=cast.tick())
    assert "Niets wacht op jou." in mine(cast.bas)


def test_an_agreement_waits_to_be_signed_and_is_then_a_promise(cast: Cast) -> None:
    agreement(cast, FAR)
    assert "Lees en teken de afspraak: De grond is schoon" in mine(cast.ilse)


def test_a_promise_stands_with_the_seat_and_is_late_after_its_day(cast: Cast) -> None:
    made = signed(cast)
    assert "De grond is schoon en klaar om te planten." in mine(cast.ilse)
    with clock.frozen(cast.at):
        assert f"uiterlijk {long_date(made.due_on)}" in mine(cast.ilse)
    with clock.frozen(cast.at + timedelta(days=102)):
        own, late = mine(cast.ilse), mine(cast.marijke)
    assert "2 dagen te laat" in own
    assert "Is dit gedaan? De grond is schoon" in own
    assert "Is dit gedaan? De grond is schoon" in late
    assert 'class="is-telaat"' in late
    assert f"/afspraak/{made.public_id}/" in late


def test_a_task_taken_over_is_given_back(cast: Cast) -> None:
    case = taken(cast)
    action = intake.plan_action(by=cast.marijke, case=case, text="Bel de buren", at=cast.tick())
    assert "Doe: Bel de buren" in mine(cast.marijke)
    until = FAR
    seat = Seat.objects.get(pk=cast.samira.seat_id)
    intake.ask_carry(by=cast.marijke, action=action, to=seat, until=until, at=cast.tick())
    assert "Neem je dit over? Bel de buren" in mine(cast.samira)
    action.refresh_from_db()
    intake.carry_action(by=cast.samira, action=action, until=until, at=cast.tick())
    samira = walk_in(cast.samira)
    assert "Niet van mij" in mine(cast.samira, samira)
    assert f"tot en met {long_date(until)}" in mine(cast.samira)
    assert walk_in(cast.tarik).post(f"/mijn/terug/{action.public_id}/").status_code == 403
    assert samira.post(f"/mijn/terug/{action.public_id}/").status_code == 302
    assert "Niet van mij" not in mine(cast.samira, samira)


def test_whoever_has_two_hats_switches_and_sees_what_waits_for_the_other(cast: Cast) -> None:
    table(cast)
    client = walk_in(cast.bas)
    assert client.post("/mijn/zetel/", {"half": "bewoners", "area": "WK015014"}).headers["Location"] == MINE
    text = mine(cast.bas, client)
    assert "Je bent hier als <b>bewoner van Lettele</b>" in text
    assert "als eigenaar, Kwekerij De Esch" in text
    client.post("/mijn/pet/", {"seat": cast.bas.seat_public_id, "next": "/mijn/"})
    assert "Je praat nu voor de <b>ondernemers</b>" in mine(cast.bas, client)


def test_a_hat_of_somebody_else_stays_on_its_own_head(cast: Cast) -> None:
    assert walk_in(cast.tarik).post("/mijn/pet/", {"seat": cast.bas.seat_public_id}).status_code == 403
    assert walk_in(cast.tarik).post(f"/mijn/zetel/{cast.bas.seat_public_id}/verlaten/").status_code == 403


def test_after_an_act_nobody_is_sent_to_another_site(cast: Cast) -> None:
    form = {"seat": cast.bas.seat_public_id, "next": "https://example.com/"}
    assert walk_in(cast.bas).post("/mijn/pet/", form).headers["Location"] == MINE


@pytest.mark.parametrize("form", [{}, {"half": "allen", "area": "GM0150"}, {"half": "bewoners", "area": "X"}])
def test_a_seat_needs_a_half_and_a_place(cast: Cast, form: dict[str, str]) -> None:
    assert walk_in(cast.tarik).post("/mijn/zetel/", form).status_code == 422


def test_leaving_a_seat_leaves_the_promise(cast: Cast) -> None:
    made, ilse = signed(cast), walk_in(cast.ilse)
    ilse.post(f"/mijn/zetel/{cast.ilse.seat_public_id}/verlaten/")
    made.refresh_from_db()
    assert made.promisor_id == cast.ilse.seat_id
    with clock.frozen(clock.now() + timedelta(days=1)):
        assert hats_of_person(person(cast.ilse), clock.today()) == []
        assert "Kies voor wie je praat" in mine(cast.ilse, ilse)


def test_a_name_is_changed_but_never_empty(cast: Cast) -> None:
    tarik = walk_in(cast.tarik)
    assert tarik.post("/mijn/naam/", {"name": "Tarik A."}).status_code == 302
    assert tarik.post("/mijn/naam/", {"name": " "}).status_code == 422
    refused = tarik.post("/mijn/naam/", {"name": "a" * 81})
    assert refused.status_code == 422
    assert 'aria-invalid="true"' in refused.content.decode()  # at the field, on the page itself
    assert f'value="{"a" * 81}"' in refused.content.decode()
    assert Person.objects.get(pk=cast.tarik.person_id).name == "Tarik A."


def seatless(actor: Actor) -> Client:
    """Somebody who is logged in and got up from every seat."""
    Membership.objects.filter(person=actor.person_id).delete()
    return walk_in(actor)


def test_without_a_seat_you_are_still_logged_in(cast: Cast) -> None:
    at_table, idea = f"/opgave/{table(cast).public_id}/", f"/initiatief/{submitted(cast).public_id}/"
    tarik = seatless(cast.tarik)
    for url, back in ((at_table, at_table), (idea, idea.replace("/", "%2F") + "%23helpen")):
        text = tarik.get(url).content.decode()
        assert f'href="/mijn/zetel/?next={back}"' in text
        assert 'href="/mijn/"' in text
        assert 'action="/inloggen/uit/"' in text
        assert 'href="/inloggen/' not in text


def test_your_own_draft_opens_without_a_seat(cast: Cast) -> None:
    url = f"/initiatief/{draft(cast).public_id}/"
    marijke = seatless(cast.marijke)
    assert url in mine(cast.marijke, marijke)
    text = marijke.get(url).content.decode()
    assert "Kies voor wie je praat" in text
    assert "Ik wil helpen" not in text
    assert seatless(cast.tarik).get(url).status_code == 404


def test_without_a_seat_you_still_have_a_name(cast: Cast) -> None:
    tarik = seatless(cast.tarik)
    assert 'action="/mijn/naam/"' in mine(cast.tarik, tarik)
    assert tarik.post("/mijn/naam/", {"name": "Tarik A."}).headers["Location"] == "/mijn/#ik"
    assert Person.objects.get(pk=cast.tarik.person_id).name == "Tarik A."


def test_an_act_without_a_seat_ends_on_its_page_after_choosing_one(cast: Cast) -> None:
    url = f"/initiatief/{submitted(cast).public_id}/"
    tarik = seatless(cast.tarik)
    asked = tarik.post(f"{url}helpen/", {"back": url, "brings": "Ik help."})
    assert asked.headers["Location"] == f"/mijn/zetel/?next={url.replace('/', '%2F')}"
    seat = {"half": "bewoners", "area": "WK015014", "next": url}
    assert tarik.post("/mijn/zetel/", seat).headers["Location"] == url


@pytest.mark.parametrize("back", ["/\\evil.example", "//evil.example", "https://evil.example"])
def test_a_way_back_never_leads_to_another_site(cast: Cast, client: Client, back: str) -> None:
    refused = walk_in(cast.tarik).post("/mijn/pet/", {"seat": cast.bas.seat_public_id, "back": back})
    assert refused.status_code == 403
    assert "evil.example" not in refused.content.decode()
    login = client.post("/mijn/pet/", {"back": back})
    assert "evil.example" not in login.headers["Location"]


def test_you_take_your_data_along(cast: Cast) -> None:
    made = signed(cast)
    case = made.initiative.case
    initiatives.tell_news(by=cast.marijke, initiative=made.initiative, text="Er groeit wat.", at=cast.tick())
    intake.write_note(by=cast.samira, case=case, text="Marijke heeft rust nodig.", at=cast.tick())
    intake.plan_action(by=cast.marijke, case=case, text="Bel de buren", at=cast.tick())
    bring_round()
    Initiative.objects.update(lon=6.27, lat=52.29)
    answer = walk_in(cast.marijke).get("/mijn/gegevens/")
    data = json.loads(answer.content)
    assert "attachment" in answer.headers["Content-Disposition"]
    assert data["naam"] == "Marijke Wolterink"
    (idea,) = data["initiatieven"]
    assert (idea["naam"], idea["gebied"], idea["breedtegraad"]) == ("Voedselbos Lettele", "WK015014", 52.29)
    assert [one["thema"] for one in data["thema’s"]] == ["natuur-en-milieu"]
    assert [(one["uitslag"], one["antwoord"]) for one in data["zaken"]] == [
        ("support", "We helpen je aan een plek.")
    ]
    assert [one["antwoord"] for one in data["antwoorden"]] == ["ja"]
    assert data["handtekeningen"][0]["zin"] == "Ik teken als bewoner van Lettele."
    assert [one["vast"] for one in data["regiekaarten"]] == ["Plukken is gratis\nGeen gif"]
    assert [one["tekst"] for one in data["nieuws"]] == ["Er groeit wat."]
    assert [one["verslag"] for one in data["gesprekken"]] == ["Marijke heeft rust nodig."]
    assert [one["tekst"] for one in data["acties"]] == ["Bel de buren"]
    assert [one["tekst"] for one in data["versies"]] == ["In 2028 staat er een voedselbos."]
    assert data["beloften"] == []  # it was promised to her
    assert "De balie schreef op wat jullie bespraken: Voedselbos Lettele" in {
        one["onderwerp"] for one in data["berichten"]
    }


def test_what_was_done_for_an_organisation_is_not_taken_along(cast: Cast) -> None:
    """Who sits there next would find it too; only what was signed bears the own name."""
    signed(cast)
    data = json.loads(walk_in(cast.ilse).get("/mijn/gegevens/").content)
    assert (data["antwoorden"], data["briefjes"], data["beloften"]) == ([], [], [])
    assert len(data["handtekeningen"]) == 1


def test_you_are_erased_in_two_steps(cast: Cast) -> None:
    initiative, marijke = submitted(cast), walk_in(cast.marijke)
    assert marijke.get("/mijn/wissen/").status_code == 200
    assert marijke.post("/mijn/wissen/", {}).status_code == 422
    assert marijke.post("/mijn/wissen/", {"sure": "on"}).headers["Location"] == "/"
    gone = Person.objects.get(pk=cast.marijke.person_id)
    assert (gone.name, gone.email, gone.is_active) == ("", None, False)
    assert Membership.objects.filter(person=gone, until_on=None).count() == 0
    assert marijke.get(MINE).status_code == 302
    assert "Iemand die wegging" in marijke.get(f"/initiatief/{initiative.public_id}/").content.decode()


def test_what_you_follow_stands_there(cast: Cast) -> None:
    initiative, tarik = submitted(cast), walk_in(cast.tarik)
    tarik.post(f"/initiatief/{initiative.public_id}/volgen/")
    Follow.objects.create(person_id=cast.tarik.person_id, kind="area", target="WK015014", at=cast.at)
    text = mine(cast.tarik, tarik)
    assert "/gebied/WK015014/" in text
    assert f"/initiatief/{initiative.public_id}/" in text


def test_the_demo_lets_you_step_into_somebodys_shoes(cast: Cast, client: Client) -> None:
    url = f"/demo/als/{cast.bas.person_public_id}/"
    assert client.post(url).status_code == 404
    with override_settings(DEMO=True):
        assert client.post(url, {"next": MINE}).headers["Location"] == MINE
        assert "Dag Bas<" in mine(cast.bas, client)
        assert client.post("/demo/als/wieisdat/").status_code == 404
        assert client.post("/demo/als/", {"person": ""}).headers["Location"] == "/"
        assert client.get(MINE).status_code == 302


@pytest.mark.parametrize("many", [1, 30])
def test_the_page_costs_the_same_however_much_waits(cast: Cast, many: int) -> None:
    signed(cast)
    for number in range(many):
        draft(cast, f"Idee {number}")
    marijke = walk_in(cast.marijke)
    marijke.get(MINE)
    with at_most(6):
        marijke.get(MINE)


def test_acts_cost_at_most_fourteen_queries(cast: Cast) -> None:
    tarik = walk_in(cast.tarik)
    with at_most(14):
        tarik.post("/mijn/zetel/", {"half": "ondernemers", "area": "WK015014"})
    with at_most(14):
        tarik.post("/mijn/pet/", {"seat": cast.tarik.seat_public_id})
    with at_most(14):
        tarik.post("/mijn/naam/", {"name": "Tarik"})


def test_a_task_of_another_hat_says_so_and_is_given_back_in_that_hat(cast: Cast) -> None:
    case = taken(cast)
    action = intake.plan_action(by=cast.marijke, case=case, text="Bel de buren", at=cast.tick())
    seat, until = Seat.objects.get(pk=cast.samira.seat_id), cast.day(10)
    intake.ask_carry(by=cast.marijke, action=action, to=seat, until=until, at=cast.tick())
    intake.carry_action(by=cast.samira, action=action, until=until, at=cast.tick())
    samira = walk_in(cast.samira)
    with clock.frozen(cast.tick()):
        samira.post("/mijn/zetel/", {"half": "bewoners", "area": "WK015014"})
        text = mine(cast.samira, samira)
        assert f"Voedselbos Lettele · als {cast.samira.hat}</span> ·" in text
        assert f'action="/mijn/terug/{action.public_id}/"' in text
        assert samira.post(f"/mijn/terug/{action.public_id}/").status_code == 302
        action.refresh_from_db()
        assert action.carrier_id is None
        assert "Je bent hier als <b>bewoner van Lettele</b>" in mine(cast.samira, samira)


def test_a_role_is_there_with_its_place_and_what_it_may(cast: Cast) -> None:
    text = mine(cast.samira)
    assert "<b>Behandelaar, Deventer.</b> Een behandelaar neemt zaken aan bij de balie" in text
    assert "<b>Beheerder.</b> Een beheerder richt het platform in" in mine(cast.noor)
    assert "Een behandelaar neemt zaken aan" not in mine(cast.bas)
