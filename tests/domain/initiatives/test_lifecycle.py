"""Whatever people do, an initiative only takes the steps of the table, and only by its initiator."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis.extra.django import TestCase

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.initiatives.models import Initiative
from middenstip.journal.models import Entry
from middenstip.journeys import close_agreement, stop_initiative, submit_initiative
from tests.cast import Cast, draft, neighbourhood
from tests.domain.playing import moves, play

STEPS = tuple(sorted({act for _, act in STAGES.steps} - {"submit", "stop", "finish"}))
ACTS = (*STEPS, "submit", "stop", "finish", "change")
INITIATORS = ("submitted", "changed", "moved", "themes_chosen", "hybrid_chosen", "stopped")
ACTORS = ("marijke", "samira", "tarik")


class StagesHold(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = neighbourhood()
        cls.public_id = draft(cls.cast).public_id

    @settings(max_examples=60, deadline=None)
    @given(moves(ACTS, ACTORS))
    def test_no_sequence_of_acts_leaves_the_table(self, sequence: list[tuple[str, str]]) -> None:
        cast, public_id = self.cast, self.public_id
        play(STAGES, lambda: _now(public_id).stage, [_act(cast, public_id, *move) for move in sequence])
        by = set(
            Entry.objects.filter(
                thread=public_id,
                kind__in=[f"initiative.{what}" for what in INITIATORS],
            ).values_list("actor", flat=True)
        )
        assert by <= {cast.marijke.person_id}


def _now(public_id: str) -> Initiative:
    return Initiative.objects.select_related("area", "municipality", "district").get(public_id=public_id)


def _act(cast: Cast, public_id: str, what: str, who: str):  # type: ignore[no-untyped-def]
    by, at = getattr(cast, who), cast.tick()

    def do() -> object:
        initiative = _now(public_id)
        if what == "submit":
            return submit_initiative.submit(by=by, initiative=initiative, at=at)
        if what == "stop":
            return stop_initiative.stop(by=by, initiative=initiative, lesson="Te weinig handen.", at=at)
        if what == "finish":
            return close_agreement.finish(
                by=by, initiative=initiative, outcome="deels", lesson="Begin klein.", at=at
            )
        if what == "change":
            change = initiatives.Change(
                texts={"title": f"Bos {at}"},
                spot=initiatives.Spot(initiative.municipality),
                themes=["wonen"],
                is_hybrid=not initiative.is_hybrid,
            )
            return initiatives.change_initiative(
                by=by, initiative=initiative, change=change, version=initiative.version, at=at
            )
        return initiatives.advance_initiative(by=by, initiative=initiative, act=what, at=at)

    return do
