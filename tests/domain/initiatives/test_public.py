"""What is public, and who the initiator is: each rule exists in one place."""

from __future__ import annotations

from middenstip.domain.agreements import rules as agreement_rules
from middenstip.domain.goals import rules as goal_rules
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import is_initiator, may_see
from middenstip.domain.intake import rules as intake_rules
from middenstip.journeys import submit_initiative
from tests.cast import Cast, agreement, draft, taken


def test_a_draft_is_public_once_it_is_submitted(cast: Cast) -> None:
    kept, sent = draft(cast, "Nog geheim"), draft(cast, "Verteld")
    assert list(Initiative.objects.public()) == []
    submit_initiative.submit(by=cast.marijke, initiative=sent, at=cast.tick())
    assert list(Initiative.objects.public()) == [sent]
    assert list(Initiative.objects.exclude(stage="draft")) == [sent]
    hers = Initiative.objects.filter(initiator=cast.marijke.person_id).order_by("pk")
    assert (list(hers), list(hers.public())) == ([kept, sent], [sent])


def test_the_initiator_is_the_same_person_in_any_seat(cast: Cast) -> None:
    initiative = taken(cast).initiative
    readers = (cast.marijke.person_id, cast.bas.person_id, None)
    assert [is_initiator(person, initiative) for person in readers] == [True, False, False]
    initiative.stage = "draft"
    assert [bool(may_see(person, initiative)) for person in readers] == [True, False, False]


def test_every_room_uses_the_same_rule_for_the_initiator(cast: Cast) -> None:
    made = agreement(cast)
    case = made.initiative.case
    for actor, is_theirs in ((cast.marijke, True), (cast.gerrit, False)):
        assert bool(intake_rules.may_plan(actor, case)) is is_theirs
        assert bool(goal_rules.may_open(actor, made.initiative)) is is_theirs
        assert bool(agreement_rules.may_keep(actor, made, set(), is_gone=True)) is is_theirs
