"""Which room decides whose turn it is in an initiative, at a table and in a case."""

from __future__ import annotations

from middenstip.domain.agreements import services as agreements
from middenstip.domain.goals import turns as goals
from middenstip.domain.goals.selectors.turning import newest_table_at
from middenstip.domain.initiatives import turns as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.detail import initiative_page
from middenstip.domain.intake.selectors.turning import case_of
from middenstip.domain.reports.selectors.turns import turn_at_desk, turn_of
from middenstip.journeys import leave
from tests.cast import Cast, draft, person, signed, table
from tests.domain.turning import told


def test_a_draft_waits_for_its_initiator(cast: Cast) -> None:
    assert told(turn_of(draft(cast), cast.today)) == (
        "Marijke Wolterink",
        (),
        cast.marijke.person_id,
        initiatives.WRITE.ask,
    )


def test_an_initiative_at_a_table_waits_for_that_table(cast: Cast) -> None:
    initiative = table(cast).initiative
    assert initiative
    at_table = newest_table_at(initiative.pk, cast.today)
    assert at_table
    assert turn_of(initiative, cast.today) == goals.turn(at_table)
    assert turn_of(initiative, cast.today) is not None


def test_the_desk_ends_a_project_whose_initiator_is_gone_when_nothing_else_waits(cast: Cast) -> None:
    made = signed(cast)
    project = _page(made.initiative.public_id, cast)
    case = case_of(project, cast.today)
    assert case
    assert case.stage == "project"
    assert turn_at_desk(case, project, cast.today) is None  # the desk is done
    agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    project = _page(project.public_id, cast)
    case = case_of(project, cast.today)
    assert case
    turn = turn_at_desk(case, project, cast.today)
    assert turn
    assert turn.act == initiatives.UNLED.kind
    assert turn == turn_of(project, cast.today)


def _page(code: str, cast: Cast) -> Initiative:
    found = initiative_page(code, None, cast.today)
    assert found
    return found
