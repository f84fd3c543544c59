"""The world in which the matrix is tried: the chain up to an agreement that waits for signatures."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action, Case
from middenstip.domain.parties.models import Grant
from middenstip.domain.projects.models import Agreement
from middenstip.kernel.actor import Actor
from tests.cast import FAR, Cast, agreement, draft


@dataclass
class World:
    cast: Cast
    initiative: Initiative
    draft: Initiative
    case: Case
    action: Action
    partner: Partner
    agreement: Agreement

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
        """The text that stands in a URL for this thing."""
        if name == "area":
            return "WK015014"
        if name == "goal":
            assert self.agreement.goal
            return self.agreement.goal.public_id
        if name == "number":
            return "1"
        if name == "seat":
            return self.cast.marijke.seat_id
        if name == "grant":
            return str(Grant.objects.get(seat=self.cast.samira.seat).pk)
        if name == "person":
            return self.cast.marijke.person_id
        thing = getattr(self, name)
        return str(thing.public_id)


def build(cast: Cast) -> World:
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
    return World(
        cast=cast,
        initiative=initiative,
        draft=draft(cast, "Nog een idee"),
        case=case,
        action=action,
        partner=partner,
        agreement=made,
    )
