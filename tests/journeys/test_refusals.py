"""Each refusal with its reason, and next to it the closest act that is allowed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.areas.models import Area
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Answer, Goal
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.intake import rules as intake_rules
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action, Case
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Grant, Side
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.journal.models import Entry
from middenstip.journeys import (
    agree_goal,
    assess_initiative,
    draw_area,
    leave,
    open_goal,
    stop_initiative,
    submit_initiative,
)
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half, halves_of
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import (
    Cast,
    agreement,
    draft,
    joins,
    person,
    proposed,
    seat_of,
    shared,
    signed,
    submitted,
    supported,
    table,
    taken,
)


def initiative() -> Initiative:
    return Initiative.objects.select_related("area", "municipality", "district", "initiator", "seat").get()


def offer(cast: Cast, by: Actor) -> Partner:
    return initiatives.offer_help(
        by=by,
        initiative=initiative(),
        brings="Een schep.",
        gets="",
        fears="",
        has_read=True,
        at=cast.tick(),
    )


def handler_too(cast: Cast, actor: Actor, area: Area | None = None) -> Actor:
    """The same person, with the role of handler for their seat."""
    seat = seat_of(actor)
    parties.appoint(seat=seat, role=HANDLER, area=area or seat.area, at=cast.tick())
    return next(hat for hat in hats_of_person(person(actor), cast.today) if hat.seat_id == seat.pk)


# An initiative and its helpers


def test_a_seat_whose_offer_is_unanswered_is_no_partner(cast: Cast) -> None:
    """It may not open a table, nor be invited to one."""
    supported(cast)
    waiting = offer(cast, cast.gerrit)
    with pytest.raises(Forbidden, match="Een tafel openen doet"):
        open_goal.open_goal(
            by=cast.gerrit, initiative=initiative(), title="Tafel", question="?", at=cast.tick()
        )
    goal = open_goal.open_goal(
        by=cast.marijke, initiative=initiative(), title="Tafel", question="?", at=cast.tick()
    )
    with pytest.raises(Forbidden, match="Bewoners nodig je uit met een mail of een link"):
        goals.invite_seat(by=cast.marijke, goal=goal, seat=seat_of(cast.gerrit), at=cast.tick())

    initiatives.answer_help(by=cast.marijke, partner=waiting, accept=True, at=cast.tick())
    goals.invite_seat(by=cast.marijke, goal=goal, seat=seat_of(cast.gerrit), at=cast.tick())
    assert goal.invitations.get().seat_id == cast.gerrit.seat_id


def test_an_offer_of_help_to_an_ended_initiative_is_refused(cast: Cast) -> None:
    stop_initiative.stop(by=cast.marijke, initiative=submitted(cast), lesson="Te nat.", at=cast.tick())
    with pytest.raises(Forbidden, match="Helpen kan niet meer"):
        offer(cast, cast.gerrit)


def test_only_the_helper_can_end_help_and_a_withdrawn_offer_records_no_fact(cast: Cast) -> None:
    submitted(cast)
    waiting = offer(cast, cast.gerrit)
    for by in (cast.tarik, cast.marijke):
        with pytest.raises(Forbidden, match="Alleen wie helpt"):
            initiatives.stop_help(by=by, partner=waiting, at=cast.tick())
    assert initiatives.stop_help(by=cast.gerrit, partner=waiting, at=cast.tick()).state == "left"
    assert not Entry.objects.filter(kind="initiative.help_ended").exists()


def test_only_the_initiator_or_the_desk_names_a_verbinder_while_it_runs(cast: Cast) -> None:
    told = {"initiative": submitted(cast), "seat": seat_of(cast.yara)}
    with pytest.raises(Forbidden, match="Alleen de initiatiefnemer of de balie"):
        initiatives.name_connector(by=cast.tarik, **told, at=cast.tick())
    stop_initiative.stop(by=cast.marijke, initiative=initiative(), lesson="Te nat.", at=cast.tick())
    told["initiative"] = initiative()
    with pytest.raises(Forbidden, match="Dit initiatief is afgesloten"):
        initiatives.name_connector(by=cast.marijke, **told, at=cast.tick())


def test_an_unknown_theme_is_refused_by_name(cast: Cast) -> None:
    with pytest.raises(Invalid) as refused:
        draft(cast, themes=["wonen", "ruimtevaart"])
    assert refused.value.errors == {"themes": "Dit thema bestaat niet: ruimtevaart."}


def test_a_project_can_stop_and_keeps_the_answer_of_the_desk(cast: Cast) -> None:
    signed(cast)
    stop_initiative.stop(by=cast.marijke, initiative=initiative(), lesson="De grond is weg.", at=cast.tick())
    ended = Initiative.objects.select_related("case").get()
    assert (ended.stage, ended.case.state, ended.case.outcome) == ("stopped", "stopped", "support")


# The desk


def test_only_the_handler_records_a_confirmation_on_paper(cast: Cast) -> None:
    on_paper = submit_initiative.submit_on_paper(
        by=cast.samira,
        name="Oma Riet",
        half=Half.RESIDENTS,
        area=seat_of(cast.marijke).area,
        texts={"title": "Een bankje", "what": "Om te zitten.", "why": ""},
        at=cast.tick(),
    )
    case = assess_initiative.take(by=cast.samira, case=on_paper.case, at=cast.tick())
    with pytest.raises(Forbidden, match="Dit doet de behandelaar"):
        intake.confirm_on_paper(by=handler_too(cast, cast.ilse), case=case, at=cast.tick())
    assert intake.confirm_on_paper(by=cast.samira, case=case, at=cast.tick()).initiator_confirmed_at


def test_only_the_initiator_and_the_handler_confirm_the_start(cast: Cast) -> None:
    case = taken(cast)
    for by in (cast.tarik, cast.yara):
        with pytest.raises(Forbidden, match="De startverklaring bevestigen"):
            intake.confirm_start(by=by, case=case, at=cast.tick())


def test_only_the_owner_asks_a_carrier_and_only_owner_and_carrier_give_back(cast: Cast) -> None:
    case = taken(cast)
    action = intake.plan_action(by=cast.samira, case=case, text="Bel de buren", at=cast.tick())
    told = {"action": action, "to": seat_of(cast.ilse), "until": cast.day(0)}
    with pytest.raises(Forbidden, match="Alleen de eigenaar"):
        intake.ask_carry(by=cast.samira, **told, at=cast.tick())
    with pytest.raises(Invalid, match="een dag die nog komt"):
        intake.ask_carry(by=cast.marijke, **told | {"until": cast.day(-1)}, at=cast.tick())
    intake.ask_carry(by=cast.marijke, **told, at=cast.tick())  # the last day has not passed
    intake.carry_action(by=cast.ilse, action=action, until=cast.day(0), at=cast.tick())
    with pytest.raises(NotNow, match="Iemand draagt deze actie al"):
        intake.carry_action(by=cast.samira, action=action, until=cast.day(0), at=cast.tick())
    with pytest.raises(Forbidden, match="Teruggeven doet wie"):
        intake.give_back_action(by=cast.samira, action=action, at=cast.tick())
    assert Action.objects.get().carrier_id == cast.ilse.seat_id


def test_after_the_answer_the_desk_still_writes_and_hands_over(cast: Cast) -> None:
    supported(cast)
    case, ilse = Case.objects.get(), handler_too(cast, cast.ilse)
    intake.write_note(by=cast.samira, case=case, text="We belden nog.", at=cast.tick())
    intake.hand_over_case(by=cast.samira, case=case, to=seat_of(ilse), at=cast.tick())
    now = Case.objects.get()
    assert (now.state, now.handler_id, now.notes.count()) == ("decided", cast.ilse.seat_id, 1)


def test_the_handler_can_still_read_the_case_when_the_idea_moves_to_another_wijk(cast: Cast) -> None:
    case = submitted(cast).case
    ilse = handler_too(cast, cast.ilse, seat_of(cast.marijke).area)
    assess_initiative.take(by=ilse, case=case, at=cast.tick())
    Initiative.objects.update(area=initiative().municipality, district=None)
    moved = Case.objects.select_related(
        "initiative__area", "initiative__district", "initiative__municipality"
    ).get()
    assert intake_rules.may_read_notes(ilse, moved)
    assert not intake_rules.may_read_notes(cast.tarik, moved)


# The table


def test_a_seat_at_the_table_is_not_invited_and_the_initiator_can_be_invited_back(cast: Cast) -> None:
    goal = table(cast)
    told = {"by": cast.bas, "goal": goal, "seat": seat_of(cast.marijke)}
    with pytest.raises(Forbidden, match="Deze zetel zit al aan tafel"):
        goals.invite_seat(**told, at=cast.tick())
    agree_goal.leave(by=cast.marijke, goal=goal, at=cast.tick())
    assert goals.invite_seat(**told, at=cast.tick()).seat_id == cast.marijke.seat_id


def test_an_invitation_to_a_table_with_a_shared_goal_is_refused(cast: Cast) -> None:
    with pytest.raises(NotNow, match="gedeeld doel"):
        goals.invite_seat(by=cast.bas, goal=shared(cast), seat=seat_of(cast.samira), at=cast.tick())


def test_a_new_seat_resets_the_ja_of_its_half_until_it_answers(cast: Cast) -> None:
    goal = proposed(cast)
    goal = agree_goal.answer(by=cast.ilse, goal=goal, number=1, answer="ja", at=cast.tick())
    assert halves_of(goal.halves_yes) == (Half.GOVERNMENT,)
    joins(cast, cast.samira, goal)
    assert Goal.objects.get().halves_yes == 0


def test_a_person_in_two_seats_at_one_table_cannot_answer(cast: Cast) -> None:
    goal = proposed(cast)
    parties.take_seat(person=person(cast.bas), seat=seat_of(cast.ilse), at=cast.tick())
    with pytest.raises(NotNow, match="Je zit hier met twee petten"):
        agree_goal.answer(by=cast.bas, goal=goal, number=1, answer="ja", at=cast.tick())


def test_a_ja_drops_its_condition_and_an_unchanged_version_is_refused(cast: Cast) -> None:
    goal = proposed(cast)
    agree_goal.answer(
        by=cast.ilse, goal=goal, number=1, answer="ja", condition="Mits er geld is.", at=cast.tick()
    )
    assert Answer.objects.get().condition == ""
    with pytest.raises(Invalid, match="dezelfde tekst als de vorige"):
        agree_goal.propose(
            by=cast.bas, goal=goal, text=" In 2028 staat er een voedselbos. ", number=1, at=cast.tick()
        )


# Agreements


def test_only_the_sides_close_as_not_met_and_only_signers_change_the_text(cast: Cast) -> None:
    made = agreement(cast)
    told = {"what": "Iets anders.", "due_on": made.due_on, "conditions": "", "number": 1}
    with pytest.raises(Forbidden, match="Alleen wie tekent"):
        agreements.change_agreement(by=cast.samira, agreement=made, **told, at=cast.tick())
    with pytest.raises(Forbidden, match="Dat zegt een van de twee"):
        agreements.miss_agreement(by=cast.bas, agreement=made, why_not="Te duur.", at=cast.tick())


def test_the_last_day_is_in_the_local_time_zone(cast: Cast) -> None:
    """At half past eleven in the evening UTC it is the next day in the local time zone."""
    made = agreement(cast)
    told = {"what": "Een schoon veld.", "conditions": "", "number": 1}
    night = datetime.combine(cast.today, datetime.min.time(), UTC).replace(hour=23, minute=30)
    with pytest.raises(Invalid, match="een dag die nog komt"):
        agreements.change_agreement(by=cast.bas, agreement=made, due_on=cast.today, **told, at=night)
    agreements.change_agreement(by=cast.bas, agreement=made, due_on=cast.today, **told, at=cast.tick())
    assert Agreement.objects.get().due_on == cast.today  # the last day has not passed


def test_a_lapsed_agreement_has_its_closing_day(cast: Cast) -> None:
    made = agreement(cast)
    at = cast.tick()
    stop_initiative.stop(by=cast.marijke, initiative=made.initiative, lesson="Te nat.", at=at)
    made.refresh_from_db()
    assert (made.state, made.closed_at) == ("lapsed", at)


# Roles, people and areas


def test_only_an_administrator_grants_roles(cast: Cast) -> None:
    whom = parties.Appointee(
        email="joke@voorbeeld.example",
        name="Joke Visser",
        title="wijkregisseur",
        organisation="gemeente Deventer",
        half=Half.GOVERNMENT,
        reason="De gemeente is overheid.",
    )
    told = {"whom": whom, "role": HANDLER, "area": Area.objects.get(code="GM0150")}
    grants = Grant.objects.count()
    with pytest.raises(Forbidden, match="Alleen een beheerder geeft"):
        parties.appoint_person(by=cast.samira, **told, at=cast.tick())
    assert Grant.objects.count() == grants
    assert parties.appoint_person(by=cast.noor, **told, at=cast.tick()).grants.get().role == HANDLER


def test_only_an_administrator_can_erase_another_person(cast: Cast) -> None:
    with pytest.raises(Forbidden, match="alleen je eigen gegevens"):
        leave.erase(by=cast.samira, person=person(cast.tarik), at=cast.tick())
    assert person(cast.tarik).name == "Tarik Aksoy"
    assert leave.erase(by=cast.noor, person=person(cast.tarik), at=cast.tick()).name == ""


def test_a_second_half_and_leaving_a_table_twice_are_refused(cast: Cast) -> None:
    side = Side.objects.select_related("organisation", "area").get(organisation__name="gemeente Deventer")
    told = {"organisation": side.organisation, "area": side.area, "reason": "We verkopen grond."}
    with pytest.raises(Invalid, match="In Deventer koos gemeente Deventer al een helft"):
        parties.choose_side(by=None, half=Half.BUSINESS, **told, at=cast.tick())
    for _ in range(2):
        parties.leave_seat(person=person(cast.ilse), seat=seat_of(cast.ilse), at=cast.tick())
    assert Entry.objects.filter(kind="seat.left").count() == 1


def test_drawing_an_area_inside_a_drawn_area_is_refused(cast: Cast) -> None:
    square = '{"type":"Polygon","coordinates":[[[6.1,52.2],[6.2,52.2],[6.2,52.3],[6.1,52.3],[6.1,52.2]]]}'
    told = {"by": cast.noor, "outline": square}
    brink = draw_area.draw(parent=Area.objects.get(code="GM0150"), name="De Brink", **told, at=cast.tick())
    with pytest.raises(Forbidden, match="Dit gebied is zelf getekend"):
        draw_area.draw(parent=brink, name="Een hoek", **told, at=cast.tick())
