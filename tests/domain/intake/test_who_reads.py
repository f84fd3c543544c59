"""Who reads a case, its referrals and the figures of a desk, and why somebody else does not."""

from __future__ import annotations

from middenstip.domain.intake import rules
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Referral
from middenstip.domain.parties.selectors import hats_of_person
from tests.cast import Cast, person, seat_of, taken
from tests.domain.intake.test_refer import handler, refer
from tests.domain.intake.test_terms import with_manager

CASE_ONLY = "Dit lezen de initiatiefnemer, de balie, en wie nu een actie heeft of ervoor gevraagd is."
NOTES_ONLY = "Wat er besproken is, lezen alleen de initiatiefnemer en de balie."


def test_a_seat_reads_the_case_while_it_is_asked_for_an_action_but_never_the_notes(cast: Cast) -> None:
    case = taken(cast)
    assert all(rules.may_see(by, case) for by in (cast.marijke, cast.samira, cast.yara))
    assert rules.may_see(cast.bas, case).reason == CASE_ONLY
    action = intake.plan_action(by=cast.marijke, case=case, text="Bel de buren", at=cast.tick())
    until = cast.day(5)
    intake.ask_carry(by=cast.marijke, action=action, to=seat_of(cast.bas), until=until, at=cast.tick())
    assert rules.may_see(cast.bas, case)
    intake.carry_action(by=cast.bas, action=action, until=until, at=cast.tick())
    assert rules.may_see(cast.bas, case)
    assert rules.may_read_notes(cast.bas, case).reason == NOTES_ONLY
    intake.give_back_action(by=cast.bas, action=action, at=cast.tick())
    assert rules.may_see(cast.bas, case).reason == CASE_ONLY


def test_a_referral_is_read_by_both_seats_and_by_who_reads_the_notes(cast: Cast) -> None:
    taken(cast)
    ilse = handler(cast, cast.ilse)
    referral = refer(cast, cast.samira, ilse)
    found = Referral.objects.select_related("case__initiative__area").get(pk=referral.pk)
    assert all(rules.may_see_referral(by, found) for by in (cast.samira, ilse, cast.marijke, cast.yara))
    assert rules.may_see_referral(cast.bas, found).reason == "Dit lezen de initiatiefnemer en de twee balies."


def test_the_figures_of_a_desk_are_for_its_manager_and_an_administrator(cast: Cast) -> None:
    with_manager(cast, cast.ilse)
    (manager,) = hats_of_person(person(cast.ilse), cast.today)
    assert rules.may_overlook(manager)
    assert rules.may_overlook(cast.noor)
    refused = rules.may_overlook(cast.samira)
    assert refused.reason == "Dit overzicht is voor de leidinggevende van een balie."
