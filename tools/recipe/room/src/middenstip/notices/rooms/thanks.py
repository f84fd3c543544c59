"""Who is told about thanks: the people who were thanked."""

from __future__ import annotations

from typing import Any

from middenstip.domain.thanks import facts
from middenstip.domain.thanks.models import Thanks
from middenstip.domain.thanks.selectors import thanks_by_id

from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import Post, own
from middenstip.notices.rooms.initiatives import INITIATOR


def thanks_of(dossier: Dossier) -> Thanks | None:
    return dossier.subject("thanks", thanks_by_id)


def _gaps(dossier: Dossier) -> dict[str, Any]:
    return {"thanks": thanks_of(dossier)}


POST = Post(
    heard={facts.ThanksGiven: (own(INITIATOR, page="thanks"),)},
    things={"thanks": thanks_of},
    gaps=_gaps,
)
