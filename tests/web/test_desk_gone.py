"""At the desk, when the initiator or the handler is gone."""

from __future__ import annotations

from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Case
from middenstip.domain.parties import services as parties
from middenstip.journeys import assess_initiative, leave, open_goal, submit_initiative
from tests.cast import Cast, draft, person, seat_of, taken
from tests.web.at_the_door import page, walk_in


def test_who_is_wiped_signs_nothing_with_a_pen_and_is_not_called(cast: Cast) -> None:
    case, samira = taken(cast), walk_in(cast.samira)
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    url = f"/balie/zaak/{case.public_id}/"
    shown = page(samira, url)
    for untrue in ("Geen e-mail: bel of schrijf", "heeft geen e-mail", "tekende op papier"):
        assert untrue not in shown
    assert "Stop met dit initiatief" in shown
    assert "Iemand die wegging, Lettele" in page(samira, "/balie/")
    answer = samira.post(f"{url}tekende/")
    assert answer.status_code == 403
    assert "De initiatiefnemer is weg en bevestigt niets meer." in answer.text
    assert Case.objects.get().initiator_confirmed_at is None


def test_nobody_offers_help_to_who_cannot_answer(cast: Cast) -> None:
    url = f"/initiatief/{taken(cast).initiative.public_id}/"
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    tarik = walk_in(cast.tarik)
    assert "De initiatiefnemer is weg. Niemand kan nog ja zeggen tegen je hulp." in page(tarik, url)
    assert "Ik wil helpen" not in page(tarik, url)
    assert "Ik wil helpen" not in page(walk_in(None), url)
    assert tarik.post(f"{url}helpen/", {"brings": "Een uur.", "has_read": "on"}).status_code == 403
    assert not Partner.objects.exists()


def test_a_verbinder_does_not_look_for_the_way_of_the_own_idea(cast: Cast) -> None:
    idea = draft(cast, initiator=person(cast.yara), seat=seat_of(cast.yara), half=cast.yara.half)
    submit_initiative.submit(by=cast.yara, initiative=idea, at=cast.tick())
    case = assess_initiative.take(by=cast.samira, case=idea.case, at=cast.tick())
    for one in (cast.yara, cast.samira):
        intake.confirm_start(by=one, case=case, at=cast.tick())
    sent = {
        "uitslag-outcome": "no_box",
        "uitslag-connector": cast.yara.seat_public_id,
        "uitslag-answer": "Yara zoekt.",
    }
    answer = walk_in(cast.samira).post(f"/balie/zaak/{case.public_id}/uitslag/", sent)
    assert answer.status_code == 422
    assert "In die zetel zit nu geen collega van je. Kies een ander." in answer.text


def test_at_the_table_nobody_looks_for_the_way_any_more(cast: Cast) -> None:
    case, marijke = taken(cast), walk_in(cast.marijke)
    for one in (cast.marijke, cast.samira):
        intake.confirm_start(by=one, case=case, at=cast.tick())
    told = {"outcome": "no_box", "answer": "Yara zoekt.", "connector": seat_of(cast.yara)}
    assess_initiative.decide(by=cast.samira, case=case, **told, at=cast.tick())
    url, words = f"/balie/zaak/{case.public_id}/", "Yara Timmer zoekt met je de weg."
    assert words in page(marijke, url)
    told = {"title": "Een voedselbos", "question": "Waar?", "at": cast.tick()}
    open_goal.open_goal(by=cast.marijke, initiative=Initiative.objects.get(), **told)
    assert words not in page(marijke, url)


def test_whose_handler_is_gone_reads_the_same_on_both_pages(cast: Cast) -> None:
    case, marijke = taken(cast), walk_in(cast.marijke)
    parties.leave_seat(person=person(cast.samira), seat=seat_of(cast.samira), at=cast.tick())
    shown = marijke.get(f"/initiatief/{case.initiative.public_id}/")
    ball = shown.context["ball"]
    assert (ball["who"], ball["question"]) == ("De balie", "Een collega neemt deze zaak over.")
    at_desk = page(marijke, f"/balie/zaak/{case.public_id}/")
    for text in (shown.text, at_desk):
        assert "Je krijgt nog een vaste persoon bij de balie." in text
        assert "Je vaste persoon bij de balie is <b>" not in text
    assert "Je vaste persoon bij de balie is weg." in at_desk
    assert "is je vaste persoon bij de balie en bespreekt" not in at_desk
