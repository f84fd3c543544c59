"""What came in on paper: typed in at the desk, confirmed with a pen."""

from __future__ import annotations

from middenstip.domain.initiatives.models import Initiative
from middenstip.journal.models import Entry
from tests.cast import Cast, taken
from tests.queries import at_most
from tests.web.at_the_door import walk_in

CASE = "/balie/zaak/{}/{}/"


def test_an_idea_on_paper_goes_all_the_way_without_e_mail(cast: Cast) -> None:
    samira = walk_in(cast.samira)
    told = {"name": "Gerda Nijkamp", "half": "bewoners", "title": "Buurtbus op zondag", "area": "WK015014"}
    told |= {"what": "Een bus naar de stad.", "why": "Zondag rijdt er niets.", "key": "p1"}
    first, again = samira.post("/balie/nieuw/", told), samira.post("/balie/nieuw/", told)
    assert first["Location"] == again["Location"]
    initiative = Initiative.objects.select_related("initiator", "case").get()
    assert (initiative.initiator.name, initiative.initiator.email) == ("Gerda Nijkamp", None)
    entry = Entry.objects.get(kind="initiative.submitted")
    assert (entry.actor, entry.data["on_paper"]) == (cast.samira.person_public_id, True)
    case = initiative.case
    assert "kwam binnen zonder e-mail" in samira.get("/balie/").text
    samira.post(CASE.format(case.public_id, "neem"))
    samira.post(CASE.format(case.public_id, "bevestig"))
    assert "Gerda Nijkamp tekende op papier" in samira.get(f"/balie/zaak/{case.public_id}/").text
    assert samira.post(CASE.format(case.public_id, "tekende")).status_code == 302
    case.refresh_from_db()
    assert case.state == "started"


def test_paper_keeps_what_was_typed_and_asks_for_a_name(cast: Cast) -> None:
    sent = {"name": " ", "half": "bewoners", "title": "Buurtbus", "what": "Een bus.", "area": "GM9999"}
    answer = walk_in(cast.samira).post("/balie/nieuw/", sent)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["name", "area"]
    assert "Een bus." in answer.text
    assert Initiative.objects.count() == 0


def test_who_has_e_mail_confirms_the_start_alone(cast: Cast) -> None:
    case = taken(cast)
    assert walk_in(cast.samira).post(CASE.format(case.public_id, "tekende")).status_code == 403


def test_typing_in_from_paper_costs_no_more_than_another_act(cast: Cast) -> None:
    """It makes a person, a seat, an initiative and a case at once."""
    samira = walk_in(cast.samira)
    told = {"name": "Gerda Nijkamp", "half": "bewoners", "title": "Buurtbus", "area": "WK015014"}
    samira.get("/balie/nieuw/")
    with at_most(3):
        samira.get("/balie/nieuw/")
    with at_most(13):
        assert samira.post("/balie/nieuw/", told | {"what": "Een bus.", "key": "p1"}).status_code == 302


def test_every_question_of_the_sheet_has_a_field(cast: Cast) -> None:
    samira = walk_in(cast.samira)
    told = {"name": "Gerda Nijkamp", "half": "overheid", "home": "WK015014", "phone": "0570 123 456"}
    told |= {"title": "Buurtbus", "what": "Een bus.", "area": "WK015014", "spot": "Bij de kerk"}
    told |= {"fixed": "Gratis", "negotiable": "De route", "open": "De kleur", "is_hybrid": "on", "key": "p1"}
    told |= {"themes": "verkeer"}
    both = samira.post("/balie/nieuw/", told | {"email": "gerda@example.org"})
    assert list(both.context["form"].errors) == ["phone"]
    many = samira.post("/balie/nieuw/", told | {"themes": ["verkeer", "wonen", "werk", "recht"]})
    assert list(many.context["form"].errors) == ["themes"]
    assert samira.post("/balie/nieuw/", told | {"phone": "geen"}).status_code == 422

    assert samira.post("/balie/nieuw/", told).status_code == 302
    initiative = Initiative.objects.select_related("case__phone", "seat").get()
    card = initiative.reins_cards.get()
    assert (initiative.what, initiative.is_hybrid) == ("Een bus.\n\nPlek: Bij de kerk", True)
    assert (card.fixed, card.negotiable, card.open) == ("Gratis", "De route", "De kleur")
    assert [one.theme for one in initiative.themes.all()] == ["verkeer"]
    assert (initiative.case.phone.number, initiative.seat.half) == ("0570 123 456", "overheid")
