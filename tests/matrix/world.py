"""The world of the matrix: the chain up to an agreement that waits for signatures."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action, Case
from middenstip.domain.parties.models import Grant
from middenstip.domain.parties.rules import HANDLER
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.notices.services import show_life
from tests.cast import FAR, Cast, agreement, draft
from tests.matrix.rows import all_things


@dataclass
class World:
    cast: Cast
    initiative: Initiative
    draft: Initiative
    case: Case
    action: Action
    partner: Partner
    agreement: Agreement
    things: dict[str, str] = field(default_factory=dict)  # made by THINGS of the rows: name to URL text

    @property
    def roles(self) -> dict[str, Actor | None]:
        c = self.cast
        return {
            "anonymous": None,
            "outsider": c.tarik,
            "initiator": c.marijke,
            "residents": c.gerrit,
            "government": c.ilse,
            "business": c.bas,
            "handler": c.samira,
            "admin": c.noor,
        }

    def fill(self, name: str) -> str:
        """The text in a URL for this thing."""
        if name == "area":
            return "WK015014"
        if name == "goal":
            assert self.agreement.goal
            return self.agreement.goal.public_id
        if name == "number":
            return "1"
        if name == "seat":
            return self.cast.marijke.seat_public_id
        if name == "grant":
            return str(Grant.objects.get(seat=self.cast.samira.seat_id, role=HANDLER).pk)
        if name == "person":
            return self.cast.marijke.person_public_id
        if name in self.things:
            return self.things[name]
        thing = getattr(self, name)
        return str(thing.public_id)


def build(cast: Cast) -> World:
    show_life(at=clock.now() + timedelta(days=1))  # a worker that is alive, however long all rows take
    made = agreement(cast, FAR)
    initiative = Initiative.objects.select_related("area", "municipality", "district", "seat").get(
        pk=made.initiative_id
    )
    for actor in (cast.gerrit, cast.ilse, cast.bas):
        partner = initiatives.offer_help(
            by=actor,
            initiative=initiative,
            brings="Ik help planten.",
            gets="",
            fears="",
            has_read=True,
            at=cast.tick(),
        )
        initiatives.answer_help(by=cast.marijke, partner=partner, accept=True, at=cast.tick())
    case = initiative.case
    action = intake.plan_action(by=cast.samira, case=case, text="Bel de buren", at=cast.tick())
    world = World(
        cast=cast,
        initiative=initiative,
        draft=draft(cast, "Nog een idee"),
        case=case,
        action=action,
        partner=partner,
        agreement=made,
    )
    world.things |= {name: make(world) for name, make in all_things().items()}
    return world
