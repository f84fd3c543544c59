"""The balie in the browser: from an idea that is nobody's to an answer."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from middenstip.demo.cast import CITY, Member, invite
from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action, Case, Note
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.journeys import assess_initiative, submit_initiative
from middenstip.kernel import clock
from middenstip.kernel.half import Half
from tests.cast import Cast, draft, person, submitted, taken
from tests.queries import at_most
from tests.web.at_the_door import walk_in

FAR = "2030-01-15"


def page(case: Case, verb: str = "") -> str:
    return f"/balie/zaak/{case.public_id}/" + (f"{verb}/" if verb else "")


def started(cast: Cast) -> Case:
    case = taken(cast)
    intake.confirm_start(by=cast.samira, case=case, at=cast.tick())
    return intake.confirm_start(by=cast.marijke, case=case, at=cast.tick())


def test_from_nobody_to_an_answer(cast: Cast) -> None:
    case = submitted(cast).case
    samira, marijke = walk_in(cast.samira), walk_in(cast.marijke)
    assert "Neem ik" in samira.get("/balie/").text
    assert samira.post(page(case, "neem"))["Location"] == page(case)
    told = {"verslag-text": "Marijke zoekt een hectare.", "verslag-next_step": "Bel over de grond"}
    assert samira.post(page(case, "verslag"), told).status_code == 302
    assert samira.post(page(case, "bevestig")).status_code == 302
    assert "bevestig jij ook" in marijke.get(page(case)).text
    assert marijke.post(page(case, "bevestig"))["Location"] == page(case) + "#start"
    planned = {"actie-text": "Teken een plan", "actie-due_on": FAR, "actie-owner": "initiatiefnemer"}
    assert samira.post(page(case, "afspreken"), planned).status_code == 302
    answered = {"uitslag-outcome": "support", "uitslag-answer": "We zoeken grond met je."}
    assert samira.post(page(case, "uitslag"), answered).status_code == 302
    case.refresh_from_db()
    assert (case.state, case.outcome, case.next_step) == ("decided", "support", "Bel over de grond")
    assert Initiative.objects.get(pk=case.initiative_id).stage == "connecting"
    assert Action.objects.get(case=case).owner_id == cast.marijke.seat_id
    read = marijke.get(page(case)).text
    assert all(
        text in read for text in ("We zoeken grond met je.", "Marijke zoekt een hectare.", "Teken een plan")
    )


def test_the_monkey_goes_to_another_shoulder_and_back(cast: Cast) -> None:
    case = started(cast)
    action = intake.plan_action(by=cast.marijke, case=case, text="Onderzoek de bodem", at=cast.tick())
    url = f"/balie/actie/{action.public_id}/"
    marijke, yara = walk_in(cast.marijke), walk_in(cast.yara)
    asked = {f"vraag-{action.public_id}-to": cast.yara.seat_public_id, f"vraag-{action.public_id}-until": FAR}
    assert marijke.post(url + "vragen/", asked).status_code == 302
    assert "Jij bent gevraagd" in yara.get(page(case)).text
    assert yara.post(url + "overnemen/", {f"neem-{action.public_id}-until": FAR}).status_code == 302
    assert "De aap blijft van Marijke" in marijke.get(page(case)).text
    assert yara.post(url + "teruggeven/").status_code == 302
    action.refresh_from_db()
    assert (action.carrier_id, action.owner_id, action.state) == (None, cast.marijke.seat_id, "open")
    assert marijke.post(url + "klaar/").status_code == 302
    assert marijke.post(url + "toch-niet-klaar/").status_code == 302
    assert marijke.post(url + "niet-nodig/").status_code == 302
    action.refresh_from_db()
    assert action.state == "dropped"


def test_what_was_said_stays_between_the_initiator_and_the_desk(cast: Cast) -> None:
    """Bas is asked to do something: he sees the task, not the talk."""
    case = taken(cast)
    intake.write_note(by=cast.samira, case=case, text="Marijke is ziek geweest.", at=cast.tick())
    action = intake.plan_action(by=cast.marijke, case=case, text="Bestel de bomen", at=cast.tick())
    seat = Seat.objects.get(pk=cast.bas.seat_id)
    intake.ask_carry(by=cast.marijke, action=action, to=seat, until=cast.day(30), at=cast.tick())
    read = {name: walk_in(getattr(cast, name)).get(page(case)).text for name in ("marijke", "yara", "bas")}
    assert [name for name, text in read.items() if "Marijke is ziek geweest." in text] == ["marijke", "yara"]
    assert all("Bestel de bomen" in text for text in read.values())


def test_an_outsider_who_was_asked_reads_the_case_until_it_is_given_back(cast: Cast) -> None:
    case = started(cast)
    action = intake.plan_action(by=cast.marijke, case=case, text="Maai het gras", at=cast.tick())
    bas = walk_in(cast.bas)
    assert bas.get(page(case)).status_code == 403
    seat = Initiative.objects.get(pk=case.initiative_id).seat._meta.model.objects.get(pk=cast.bas.seat_id)
    until = date(2029, 1, 15)
    intake.ask_carry(by=cast.marijke, action=action, to=seat, until=until, at=cast.tick())
    assert bas.get(page(case)).status_code == 200
    url = f"/balie/actie/{action.public_id}/"
    take = f"neem-{action.public_id}-until"
    assert bas.post(url + "overnemen/", {take: FAR}).status_code == 422  # so long was not asked
    assert bas.post(url + "overnemen/", {take: until.isoformat()}).status_code == 302
    assert bas.post(url + "teruggeven/")["Location"] == "/mijn/"
    closed = bas.get(page(case))
    assert closed.status_code == 403
    assert "en wie nu een actie heeft of ervoor gevraagd is." in closed.text


def test_no_box_names_a_connector_who_finds_the_case(cast: Cast) -> None:
    case = started(cast)
    told = {"uitslag-outcome": "no_box", "uitslag-answer": "Dit is nieuw voor ons."}
    samira = walk_in(cast.samira)
    refused = samira.post(page(case, "uitslag"), told)
    assert refused.status_code == 422
    assert "Kies wie de weg zoekt" in refused.text
    assert "Dit is nieuw voor ons." in refused.text
    samira.post(page(case, "uitslag"), told | {"uitslag-connector": cast.yara.seat_public_id})
    case.refresh_from_db()
    assert case.initiative.connector_id == cast.yara.seat_id
    found = walk_in(cast.yara).get("/balie/").text
    assert "Begin hier" in found
    assert "Voedselbos Lettele" in found


def test_what_a_verbinder_left_waits_for_another_one(cast: Cast) -> None:
    case = started(cast)
    yara = Seat.objects.get(pk=cast.yara.seat_id)
    told = {"outcome": "no_box", "answer": "Dit is nieuw voor ons.", "connector": yara}
    assess_initiative.decide(by=cast.samira, case=case, **told, at=cast.tick())
    member = Member("joost", "Joost Wiegerink", Half.GOVERNMENT, CITY, "verbinder", "gemeente Deventer", "x")
    joost = invite([replace(member, role=CONNECTOR)], cast.tick())["joost"]
    idea = f"/initiatief/{case.initiative.public_id}/"
    assert walk_in(joost).post(page(case, "zoek")).status_code == 409

    for grant in yara.grants.filter(role=CONNECTOR):
        parties.end_role(by=cast.noor, grant=grant, at=cast.tick())
    shown = walk_in(joost).get("/balie/?bak=nieuw").text
    assert "Wie zoekt de weg?" not in shown  # but a button to do so
    assert f"{page(case)}zoek/" in shown
    assert f"{page(case)}zoek/" not in walk_in(cast.samira).get("/balie/?bak=nieuw").text
    assert "de verbinder is weg" in walk_in(cast.samira).get("/balie/").text
    assert "een andere verbinder zoekt verder met je" in walk_in(cast.marijke).get(page(case)).text
    shown = walk_in(cast.marijke).get(idea)
    assert shown.context["ball"]["who"] == "De balie"
    assert "<span>verbinder</span>" not in shown.text

    answer = walk_in(joost).post(page(case, "zoek"), follow=True)
    assert "Jij zoekt nu de weg. Neem contact op met Marijke Wolterink." in answer.text
    shown = walk_in(cast.marijke).get(idea)
    assert shown.context["ball"]["who"] == "Joost Wiegerink"
    assert "<b>Joost Wiegerink</b><span>verbinder</span>" in shown.text


def test_a_case_goes_to_another_handler(cast: Cast) -> None:
    other = Member(
        "joost", "Joost Wiegerink", Half.GOVERNMENT, CITY, "gebiedsmanager", "gemeente Deventer", "x", HANDLER
    )
    joost = invite([other], cast.tick())["joost"]
    case = taken(cast)
    samira = walk_in(cast.samira)
    assert samira.post(page(case, "overdragen"), {"over-to": joost.seat_public_id}).status_code == 302
    case.refresh_from_db()
    assert case.handler_id == joost.seat_id
    late = samira.post(page(case, "verslag"), {"verslag-text": "Nog een gesprek."})
    assert late.status_code == 403
    assert "Nog een gesprek." in late.text
    assert "Dit doet de behandelaar van deze zaak." in late.text


def test_who_is_alone_reads_that_there_is_nobody_to_hand_it_to(cast: Cast) -> None:
    case = taken(cast)
    text = walk_in(cast.samira).get(page(case)).text
    assert "Er is hier nog geen andere behandelaar." in text
    assert 'href="/gebied/GM0150/rollen/"' in text
    assert "Wie neemt de zaak over?" not in text


def test_who_comes_second_hears_who_was_first(cast: Cast) -> None:
    case = taken(cast)
    second = walk_in(cast.samira).post(page(case, "neem"))
    assert second.status_code == 409
    assert "Deze zaak is al aangenomen" in second.text


@pytest.mark.parametrize(
    ("verb", "sent", "says"),
    [
        ("verslag", {"verslag-text": "  ", "verslag-next_step": "Bel terug"}, "Bel terug"),
        ("verslag", {"verslag-text": "a" * 4001}, "4000"),
        ("afspreken", {"actie-text": "Maak een plan", "actie-due_on": "32 december"}, "Dit is geen dag"),
        ("afspreken", {"actie-text": "b" * 201}, "200"),
        ("uitslag", {"uitslag-outcome": "afgewezen", "uitslag-answer": "Nee."}, "Nee."),
        ("uitslag", {"uitslag-outcome": "support", "uitslag-answer": " "}, "Verstuur het antwoord"),
        ("overdragen", {"over-to": "bestaatniet"}, "Er is hier nog geen andere behandelaar."),
    ],
)
def test_bad_input_keeps_what_was_typed(cast: Cast, verb: str, sent: dict[str, str], says: str) -> None:
    case = started(cast)
    answer = walk_in(cast.samira).post(page(case, verb), sent)
    assert answer.status_code == 422
    assert says in answer.text
    assert "Er klopt nog iets niet" in answer.text
    assert Note.objects.count() == Action.objects.count() == 0


def test_a_day_that_is_over_is_refused_at_its_field(cast: Cast) -> None:
    case = started(cast)
    action = intake.plan_action(by=cast.marijke, case=case, text="Maai het gras", at=cast.tick())
    sent = {f"neem-{action.public_id}-until": "2020-01-01"}
    answer = walk_in(cast.samira).post(f"/balie/actie/{action.public_id}/overnemen/", sent)
    assert answer.status_code == 422
    assert "Kies een dag die nog komt." in answer.text
    assert 'value="2020-01-01"' in answer.text


def test_a_form_sent_twice_is_one_note_and_one_action(cast: Cast) -> None:
    case = started(cast)
    samira = walk_in(cast.samira)
    for _ in range(2):
        samira.post(page(case, "verslag"), {"verslag-text": "We belden.", "verslag-key": "k1"})
        samira.post(page(case, "afspreken"), {"actie-text": "Bel de buren", "actie-key": "k2"})
    assert (Note.objects.count(), Action.objects.count()) == (1, 1)


def test_nul_and_unknown_ids_and_a_broken_cursor(cast: Cast) -> None:
    case = taken(cast)
    samira = walk_in(cast.samira)
    assert samira.post(page(case, "verslag"), {"verslag-text": "a\x00b"}).status_code == 400
    assert samira.get("/balie/zaak/bestaatniet/").status_code == 404
    assert samira.post("/balie/actie/bestaatniet/klaar/").status_code == 404
    assert samira.get("/balie/?na=onzin").status_code == 400
    assert samira.get("/balie/?bak=onzin").status_code == 200


def test_an_answer_after_the_answer_is_not_lost(cast: Cast) -> None:
    case = started(cast)
    assess_initiative.decide(by=cast.samira, case=case, outcome="support", answer="Ja.", at=cast.tick())
    sent = {"uitslag-outcome": "refer", "uitslag-answer": "Toch liever het waterschap."}
    late = walk_in(cast.samira).post(page(case, "uitslag"), sent)
    assert late.status_code == 409
    assert "Toch liever het waterschap." in late.text


def test_the_bins_count_and_page(cast: Cast, settings: object) -> None:
    settings.PAGE_SIZE = 2  # type: ignore[attr-defined]
    for number in range(3):
        submitted(cast, f"Idee {number}")
    samira = walk_in(cast.samira)
    first = samira.get("/balie/?bak=nieuw")
    assert [row["title"] for row in first.context["cases"]] == ["Idee 0", "Idee 1"]
    second = samira.get(first.context["next_url"])
    assert [row["title"] for row in second.context["cases"]] == ["Idee 2"]
    assert [tab["count"] for tab in second.context["tabs"]] == [0, 3, 0, 0, 3, 0]


def test_a_case_of_another_gemeente_is_not_in_the_inbox(cast: Cast) -> None:
    case = submitted(cast).case
    other = Member(
        "ruud", "Ruud Peeters", Half.GOVERNMENT, "GM0957", "regisseur", "gemeente Roermond", "x", HANDLER
    )
    ruud = walk_in(invite([other], cast.tick())["ruud"])
    assert "Voedselbos Lettele" not in ruud.get("/balie/?bak=alles").text
    assert ruud.get(page(case)).status_code == 403


@pytest.mark.parametrize("number", [1, 30])
def test_queries_do_not_grow(cast: Cast, number: int) -> None:
    case = started(cast)
    for count in range(number):
        submitted(cast, f"Idee {count}")
        intake.plan_action(by=cast.marijke, case=case, text=f"Taak {count}", at=cast.tick())
        intake.write_note(by=cast.samira, case=case, text=f"Gesprek {count}", at=cast.tick())
    for actor, url, most in (
        (cast.samira, "/balie/", 3 + 2),
        (cast.samira, "/balie/?bak=alles", 3 + 2),
        (cast.samira, page(case), 8),  # one for the files, one for mail that came back
        (cast.marijke, page(case), 8),
    ):
        client = walk_in(actor)
        client.get("/over/")
        with at_most(most):
            client.get(url)


def test_acts_cost_at_most_fourteen_queries(cast: Cast) -> None:
    case = submitted(cast).case
    samira, marijke = walk_in(cast.samira), walk_in(cast.marijke)
    acts: list[tuple[Client, str, dict[str, str]]] = [
        (samira, page(case, "neem"), {}),
        (samira, page(case, "verslag"), {"verslag-text": "We belden.", "verslag-key": "k1"}),
        (samira, page(case, "bevestig"), {}),
        (marijke, page(case, "bevestig"), {}),
        (marijke, page(case, "afspreken"), {"actie-text": "Maak een plan", "actie-key": "k2"}),
        (samira, page(case, "uitslag"), {"uitslag-outcome": "support", "uitslag-answer": "Ja."}),
    ]
    for client, url, sent in acts:
        client.get("/over/")
        with at_most(14):
            assert client.post(url, sent).status_code == 302


def test_the_inbox_offers_to_take_only_what_its_reader_may_take(cast: Cast) -> None:
    strange = submitted(cast, "Van een ander").case
    own = draft(cast, "Van mij", initiator=person(cast.samira), half=Half.GOVERNMENT)
    own = submit_initiative.submit(by=cast.samira, initiative=own, at=cast.tick()).case
    shown = walk_in(cast.samira).get("/balie/?bak=nieuw").text
    rows = re.findall(r'<li class="ms-zaak">.*?</li>', shown, re.DOTALL)
    offered = [case.public_id for case in (strange, own) for row in rows if f"{page(case)}neem/" in row]
    assert (len(rows), offered) == (2, [strange.public_id])


def test_a_handler_of_elsewhere_is_not_offered_a_case_of_another_wijk(cast: Cast) -> None:
    case = submitted(cast).case
    seat = Seat.objects.get(pk=cast.yara.seat_id)  # verbinder in the whole gemeente
    parties.appoint(seat=seat, role=HANDLER, area=Area.objects.get(code="GM0957"), at=cast.tick())
    yara = walk_in(cast.yara)
    assert page(case) in yara.get("/balie/?bak=nieuw").text
    assert "Neem ik" not in yara.get("/balie/?bak=nieuw").text
    assert yara.post(page(case, "neem")).status_code == 403


def test_after_logging_out_nobody_finds_the_desk_back_with_the_back_button(cast: Cast) -> None:
    """At a counter more people share a computer; what was said is for the initiator and the desk."""
    case, client = taken(cast), walk_in(cast.samira)
    for answer in (
        client.get("/balie/"),
        client.get(page(case)),
        client.post(page(case, "verslag"), {"text": ""}),
    ):
        assert "no-store" in answer["Cache-Control"]


def test_actions_come_by_day_and_those_without_one_come_last(cast: Cast) -> None:
    case = taken(cast)
    for text, days in (("Zonder dag", None), ("Over een week", 7), ("Morgen", 1), ("Klaar", 0)):
        due_on = None if days is None else cast.day(days)
        last = intake.plan_action(by=cast.marijke, case=case, text=text, due_on=due_on, at=cast.tick())
    intake.close_action(by=cast.marijke, action=last, at=cast.tick())
    rows = walk_in(cast.marijke).get(page(case)).context["actions"]
    assert [row["text"] for row in rows] == ["Morgen", "Over een week", "Zonder dag", "Klaar"]


def test_a_case_in_the_inbox_says_whose_it_is_where_and_that_it_moved_today(cast: Cast) -> None:
    submitted(cast)
    with clock.frozen(cast.at):
        (row,) = walk_in(cast.samira).get("/balie/?bak=nieuw").context["cases"]
    assert (row["who_text"], row["moved_text"]) == ("Marijke Wolterink, Lettele", "Vandaag")


def test_the_one_who_asks_is_not_among_those_to_ask(cast: Cast) -> None:
    case = started(cast)
    action = intake.plan_action(by=cast.samira, case=case, text="Bel de buren", at=cast.tick())
    Action.objects.filter(pk=action.pk).update(owner=cast.samira.seat_id)
    seen = walk_in(cast.samira).get(page(case)).text
    asked = re.search(rf'<select[^>]*name="vraag-{action.public_id}-to".*?</select>', seen, re.DOTALL)
    assert asked
    assert (cast.yara.seat_public_id in asked[0], cast.samira.seat_public_id in asked[0]) == (True, False)
