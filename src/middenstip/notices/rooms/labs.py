"""Who is told about labs: the seat that was asked, and who hosts it."""

from __future__ import annotations

from typing import Any

from middenstip.domain.labs import facts
from middenstip.domain.labs.models import Lab
from middenstip.domain.labs.selectors import lab_by_id, seats_of_hosts
from middenstip.domain.parties.models import Person, Seat
from middenstip.journal.told import Silent
from middenstip.notices.audience import NAMED, Audience, in_seats
from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import Post, own


def lab_of(dossier: Dossier) -> Lab | None:
    return dossier.subject("lab", lab_by_id)


def _hosts(dossier: Dossier) -> list[Seat]:
    lab = lab_of(dossier)
    return seats_of_hosts(lab) if lab else []


def _planner(dossier: Dossier) -> list[Person]:
    lab = lab_of(dossier)
    return [lab.person] if lab else []


HOSTS = in_seats("lab_hosts", "jij dit lab mee draagt", _hosts)
PLANNER = Audience("lab_planner", "jij dit labplan schreef", _planner)


def is_readable(dossier: Dossier) -> bool:
    lab = lab_of(dossier)
    return lab is not None and not lab.is_hidden


def _gaps(dossier: Dossier) -> dict[str, Any]:
    return {"lab": lab_of(dossier)}


_MODERATED = Silent("who moderates tells the writer why")

POST = Post(
    heard={
        facts.LabPlanned: Silent("it stands on the tribune"),
        facts.LabChanged: Silent("the page shows it"),
        facts.LabHostAsked: (own(NAMED, page="lab", still=is_readable),),
        facts.LabHostJoined: (own(PLANNER, page="lab", still=is_readable),),
        facts.LabHostRefused: (own(PLANNER, page="lab", still=is_readable),),
        facts.LabHostLeft: (own(HOSTS, page="lab", still=is_readable),),
        facts.LabHostLapsed: (own(NAMED, page="lab", still=is_readable),),
        facts.LabOpened: (own(HOSTS, page="lab", still=is_readable),),
        facts.LabMoved: (own(HOSTS, page="lab", still=is_readable),),
        facts.LabUnnamed: (own(HOSTS, page="lab", still=is_readable),),
        facts.LabClosed: (own(HOSTS, page="lab", still=is_readable),),
        facts.IdeaPinned: Silent("the hosts find it in Mijn"),
        facts.IdeaPassed: Silent("who wrote it left no address"),
        facts.IdeaDropped: Silent("who wrote it left no address"),
        facts.IdeaGrew: Silent("the initiative has its own post"),
        facts.LabHidden: _MODERATED,
        facts.LabShown: _MODERATED,
    },
    things={"lab": lab_of},
    gaps=_gaps,
)
