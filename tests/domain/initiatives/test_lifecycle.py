"""After any sequence of acts, an initiative took only steps of its lifecycle, and only by its initiator."""

from __future__ import annotations

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.lifecycle import STAGES, STEPS, STOPPED
from middenstip.domain.initiatives.models import Initiative
from middenstip.journal.models import Entry
from middenstip.journeys import close_agreement, stop_initiative, submit_initiative
from tests.cast import Cast, draft
from tests.domain.playing import play

STORY = [
    ("submit", "marijke"),
    ("take", "samira"),
    ("connect", "samira"),
    *((act, "marijke") for act in ("open_goal", "agree", "sign", "sign", "sign", "finish")),
]
INITIATORS = ("submitted", "changed", "moved", "themes_chosen", "hybrid_chosen", "stopped")


def test_random_acts_only_take_steps_of_the_lifecycle(cast: Cast) -> None:
    public_id = draft(cast).public_id

    def check(_: Initiative) -> None:
        kinds = [f"initiative.{what}" for what in INITIATORS]
        acted = Entry.objects.filter(thread=public_id, kind__in=kinds)
        assert set(acted.values_list("actor", flat=True)) <= {cast.marijke.person_public_id}

    played = play(
        STAGES,
        lambda: _now(public_id),
        lambda *move: _act(cast, public_id, *move),
        STORY,
        others=2 * ("reopen_goal", "close_table", "stop", "change"),
        check=check,
    )
    played.assert_not_one_sided(*STEPS, STOPPED)


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
