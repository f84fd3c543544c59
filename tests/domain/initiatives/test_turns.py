"""Whose turn it is when only the initiator can act, and about an offer of help."""

from __future__ import annotations

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives import turns
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.parties.models import Person
from middenstip.journeys import stop_initiative
from tests.cast import Cast, draft, seat_of, submitted, supported
from tests.domain.turning import told

MARIJKE = "Marijke Wolterink"


def test_only_the_initiator_writes_a_draft_and_opens_a_table_where_no_verbinder_searches(cast: Cast) -> None:
    hers = cast.marijke.person_id
    assert told(turns.turn(draft(cast))) == (MARIJKE, (), hers, turns.WRITE.ask)
    assert turns.turn(submitted(cast)) is None  # the desk
    idea = supported(cast)
    assert idea.stage == "connecting"
    assert told(turns.turn(idea)) == (MARIJKE, (), hers, turns.OPEN_TABLE.ask)
    initiatives.name_connector(by=cast.marijke, initiative=idea, seat=seat_of(cast.yara), at=cast.tick())
    assert turns.turn(idea) is None
    idea.connector = None
    idea.initiator.erased_at = cast.at
    assert turns.turn(idea) is None


def test_an_offer_of_help_asks_the_initiator_until_it_is_answered_or_nobody_can(cast: Cast) -> None:
    initiative = submitted(cast)
    told_help = {"brings": "Bomen.", "gets": "", "fears": "", "has_read": True}
    offer = initiatives.offer_help(by=cast.bas, initiative=initiative, **told_help, at=cast.tick())
    turn = turns.offer_turn(offer)
    ask = "Geef antwoord op een aanbod om te helpen: Bomen."
    assert told(turn) == (MARIJKE, (), cast.marijke.person_id, ask)
    assert turn
    assert turn.since == offer.offered_at
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Te nat.", at=cast.tick())
    assert turns.offer_turn(Partner.objects.get()) is None


def test_an_offer_that_was_withdrawn_asks_nothing() -> None:
    initiative = Initiative(stage="project", initiator=Person())
    assert turns.offer_turn(Partner(state="withdrawn", initiative=initiative)) is None
