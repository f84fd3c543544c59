"""Who hears of files: the person who sent one that was refused."""

from __future__ import annotations

from typing import Any

from middenstip.domain.files import facts
from middenstip.domain.files.models import File
from middenstip.domain.files.selectors import file_by_id
from middenstip.domain.parties.models import Seat
from middenstip.journal.told import Silent
from middenstip.notices.audience import in_seats
from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import Post, own


def file_of(dossier: Dossier) -> File | None:
    return dossier.subject("file", file_by_id)


def _sender(dossier: Dossier) -> list[Seat]:
    file = file_of(dossier)
    return [file.seat] if file else []


def _gaps(dossier: Dossier) -> dict[str, Any]:
    return {"file": file_of(dossier)}


SENDER = in_seats("file_sender", "jij dit bestand plaatste", _sender)

POST = Post(
    heard={
        facts.FileAdded: Silent("the page of the thing shows it; news about it is told by its own room"),
        facts.FileRefused: (own(SENDER, page="file"),),
        facts.FileRemoved: Silent("what was taken away is nobody's news"),
    },
    things={"file": file_of},
    gaps=_gaps,
)
