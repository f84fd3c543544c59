"""An initiative whose initiator is wiped: nobody waits for who is gone, and no page says somebody does."""

from __future__ import annotations

from middenstip.domain.agreements import services as agreements
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.journeys import agree_goal, leave, stop_initiative
from tests.cast import Cast, person, proposed, seat_of, signed, submitted, supported, taken
from tests.web.at_the_door import page, walk_in

DESK = "De balie"


def goes(cast: Cast) -> None:
    """Marijke has herself wiped, and the worker clears up."""
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    leave.clear_up(at=cast.tick())


def ball(initiative: Initiative) -> tuple[str, str]:
    """Who has it, and what comes next. Nobody is in charge any more."""
    shown = walk_in(None).get(f"/initiatief/{initiative.public_id}/")
    assert "blijft de baas" not in shown.text
    found = shown.context["ball"]
    return found["who"], found["question"]


def test_before_both_began_the_desk_can_only_end_it(cast: Cast) -> None:
    new, case, samira = submitted(cast), taken(cast), walk_in(cast.samira)
    intake.confirm_start(by=cast.samira, case=case, at=cast.tick())
    goes(cast)
    end = "De initiatiefnemer is weg. Sluit dit initiatief af."
    assert ball(new) == (DESK, end)
    assert ball(case.initiative) == ("Samira Haddou", end)
    url = f"/balie/zaak/{case.public_id}/"
    shown = page(samira, url)
    assert end in shown
    assert "Alleen de balie kan dit initiatief nog stoppen." in shown
    assert "Dit idee verandert niet meer" in shown
    untrue = ("Dit ziet", "Nog niet bevestigd", "als jullie allebei", "leest dit ook", "kan het idee")
    assert [one for one in untrue if one in shown] == []
    desk = page(samira, "/balie/")
    assert desk.count(end) == 2  # the row of the case, and *Begin hier*
    assert "wacht" not in desk.partition("Begin hier")[2].partition("</section>")[0]


def test_nobody_confirms_a_start_alone(cast: Cast) -> None:
    case, samira = taken(cast), walk_in(cast.samira)
    goes(cast)
    url = f"/balie/zaak/{case.public_id}/"
    assert "Bevestig de start" not in page(samira, url)
    assert "De initiatiefnemer is weg. Sluit dit initiatief af." in page(samira, "/mijn/")
    answer = samira.post(f"{url}bevestig/")
    assert answer.status_code == 403
    assert "De initiatiefnemer is weg en bevestigt niets meer." in answer.text


def test_who_takes_the_case_is_not_sent_to_who_is_gone(cast: Cast) -> None:
    case, samira = submitted(cast).case, walk_in(cast.samira)
    goes(cast)
    shown = samira.post(f"/balie/zaak/{case.public_id}/neem/", follow=True).text
    assert "De zaak is van jou. De initiatiefnemer is weg." in shown
    assert "contact op met" not in shown


def test_looking_for_company_is_up_to_the_desk(cast: Cast) -> None:
    initiative = supported(cast)
    told = {"brings": "Kennis.", "gets": "", "fears": "", "has_read": True}
    initiatives.offer_help(by=cast.tarik, initiative=initiative, **told, at=cast.tick())
    goes(cast)
    question = "De initiatiefnemer is weg. Open een tafel, of sluit dit initiatief af."
    assert ball(initiative) == (DESK, question)
    shown = page(walk_in(cast.tarik), f"/initiatief/{initiative.public_id}/")
    assert "Niemand kan nog ja zeggen tegen je hulp." in shown


def test_inviting_is_up_to_who_sits_at_the_table(cast: Cast) -> None:
    goal = proposed(cast)
    for one in (cast.ilse, cast.bas):
        agree_goal.answer(by=one, goal=goal, number=1, answer="ja", at=cast.tick())
    goes(cast)
    assert goal.initiative
    assert ball(goal.initiative) == ("2 partijen aan tafel", "Nodig iemand uit van de bewoners.")


def test_when_the_work_is_over_the_desk_ends_it(cast: Cast) -> None:
    made, samira = signed(cast), walk_in(cast.samira)
    agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    goes(cast)
    assert ball(made.initiative) == (DESK, "De initiatiefnemer is weg. Sluit dit initiatief af.")
    initiative = Initiative.objects.get()
    stop_initiative.stop(by=cast.samira, initiative=initiative, lesson="Weg.", at=cast.tick())
    shown = page(samira, f"/balie/zaak/{initiative.case.public_id}/")
    assert "De initiatiefnemer is weg, en dit initiatief is afgesloten." in shown
    assert "Je bent gestopt" not in shown


def test_a_task_at_the_desk_is_not_given_to_who_is_gone(cast: Cast) -> None:
    case, samira = supported(cast).case, walk_in(cast.samira)
    goes(cast)
    url = f"/balie/zaak/{case.public_id}/"
    sent = {"actie-text": "Bel de buren.", "actie-owner": "initiatiefnemer"}
    assert samira.post(f"{url}afspreken/", sent).status_code == 422
    assert samira.post(f"{url}afspreken/", sent | {"actie-owner": "ik"}).status_code == 302
    assert case.actions.get().owner == seat_of(cast.samira)
