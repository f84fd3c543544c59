"""A seat offers help once at a time, and the initiator answers while the initiative runs."""

from __future__ import annotations

import pytest

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.journeys import leave, stop_initiative
from middenstip.kernel.verdict import Forbidden, NotNow
from tests.cast import Cast, draft, person, submitted


def offers(cast: Cast, initiative: Initiative, brings: str = "Bomen.") -> Partner:
    """Bas offers help."""
    told = {"brings": brings, "gets": "", "fears": "", "has_read": True}
    return initiatives.offer_help(by=cast.bas, initiative=initiative, **told, at=cast.tick())


def test_help_is_offered_once_until_it_is_declined(cast: Cast) -> None:
    initiative = submitted(cast)
    first = offers(cast, initiative)
    with pytest.raises(NotNow, match="Je hebt al aangeboden om te helpen"):
        offers(cast, initiative, "Struiken.")
    assert [one.brings for one in Partner.objects.all()] == ["Bomen."]
    initiatives.answer_help(by=cast.marijke, partner=first, accept=False, at=cast.tick())
    second = offers(cast, initiative, "Struiken.")
    initiatives.answer_help(by=cast.marijke, partner=second, accept=True, at=cast.tick())
    with pytest.raises(NotNow, match="Je hebt al aangeboden om te helpen"):
        offers(cast, initiative, "Nog meer.")
    states = Partner.objects.order_by("pk").values_list("brings", "state")
    assert list(states) == [("Bomen.", "declined"), ("Struiken.", "accepted")]


def test_help_with_a_stopped_initiative_is_neither_answered_nor_offered(cast: Cast) -> None:
    initiative = submitted(cast)
    offer = offers(cast, initiative)
    stopped = stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Te nat.", at=cast.tick())
    for accept in (True, False):
        with pytest.raises(Forbidden, match="Helpen kan niet meer"):
            initiatives.answer_help(by=cast.marijke, partner=offer, accept=accept, at=cast.tick())
    with pytest.raises(Forbidden, match="Helpen kan niet meer"):
        offers(cast, stopped)
    assert [one.state for one in Partner.objects.all()] == ["offered"]


def test_help_is_offered_to_a_public_initiative_of_another_who_is_still_there(cast: Cast) -> None:
    told = {"brings": "Bomen.", "gets": "", "fears": "", "has_read": True}
    with pytest.raises(Forbidden, match="Dit idee is nog een concept"):
        offers(cast, draft(cast))
    initiative = submitted(cast)
    with pytest.raises(Forbidden, match="Dit is je eigen initiatief"):
        initiatives.offer_help(by=cast.marijke, initiative=initiative, **told, at=cast.tick())
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    leave.clear_up(at=cast.tick())
    with pytest.raises(Forbidden, match="De initiatiefnemer is weg"):
        offers(cast, Initiative.objects.get(pk=initiative.pk))
    assert not Partner.objects.exists()
