"""Who wrote an idea on the wall of a lab makes it an initiative: a draft, that only they see."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.labs import services as labs
from middenstip.domain.labs.models import LabIdea
from middenstip.domain.parties.models import Person, Seat
from middenstip.journeys import submit_initiative
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import NotNow
from middenstip.kernel.write import write

TITLE = 80


@write
def grow(*, by: Actor, idea: LabIdea, at: datetime) -> Initiative:
    """Draft an initiative from an idea, in the seat of the person who has the link. Once."""
    if idea.initiative_id:
        raise NotNow("Van dit idee is al een initiatief gemaakt.")
    seat = Seat.objects.select_related("side__organisation").get(pk=by.seat_id)
    lab = idea.lab
    made = submit_initiative.draft(
        initiator=Person.objects.get(pk=by.person_id),
        half=by.half,
        area=lab.area,
        texts={
            "title": shortened(idea.text),
            "what": idea.text,
            "why": _("Dit idee hing op de wand van %(lab)s.") % {"lab": lab.name},
        },
        reins={},
        seat=seat,
        at=at,
    )
    labs.name_idea(by=by, idea=idea, initiative=made, at=at)
    return made


def shortened(text: str) -> str:
    """The beginning of a text, to the last word that fits."""
    if len(text) <= TITLE:
        return text
    return text[: TITLE - 1].rsplit(" ", 1)[0] + "…"
