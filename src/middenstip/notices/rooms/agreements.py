"""Who is told what about an agreement."""

from __future__ import annotations

from typing import Any

from middenstip.domain.agreements import facts
from middenstip.domain.agreements.lifecycle import AGREEMENT
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.agreements.selectors import agreement_by_id
from middenstip.domain.parties.models import Seat
from middenstip.journal.told import Silent
from middenstip.notices.audience import in_seats
from middenstip.notices.dossier import Dossier
from middenstip.notices.followers import follow
from middenstip.notices.policy import Post, own
from middenstip.notices.rooms.initiatives import INITIATOR


def agreement_of(dossier: Dossier) -> Agreement | None:
    return dossier.subject("agreement", agreement_by_id)


def _must_sign(dossier: Dossier) -> list[Seat]:
    agreement = agreement_of(dossier)
    if agreement is None:
        return []
    return [one.seat for one in agreement.signatures.filter(at=None).select_related("seat")]


def _signers(dossier: Dossier) -> list[Seat]:
    agreement = agreement_of(dossier)
    if agreement is None:
        return []
    return [one.seat for one in agreement.signatures.select_related("seat").order_by("pk")]


def _proposer(dossier: Dossier) -> list[Seat]:
    agreement = agreement_of(dossier)
    return [agreement.proposed_by] if agreement else []


MUST_SIGN = in_seats("must_sign", "jouw zetel deze afspraak tekent", _must_sign)
SIGNERS = in_seats("signers", "jouw zetel deze afspraak tekent", _signers)
PROPOSER = in_seats("proposer", "jouw zetel deze afspraak voorstelde", _proposer)


def text_waits(dossier: Dossier) -> bool:
    """Whether the version in this fact is still the one to sign."""
    agreement = agreement_of(dossier)
    if agreement is None or agreement.state != AGREEMENT.start:
        return False
    return bool(agreement.number == dossier.entry.data.get("number", 1))


def _gaps(dossier: Dossier) -> dict[str, Any]:
    agreement = agreement_of(dossier)
    if agreement is None:
        return {"agreement": None}
    return {
        "agreement": agreement,
        "promise": " ".join(agreement.what.split()),  # a subject must be one line
        "due": agreement.due_on,
        "is_by_receiver": dossier.entry.seat == agreement.promisee.public_id,
    }


_ENDING = (own(SIGNERS, PROPOSER, INITIATOR, page="agreement"), follow("agreement"))

_HIDING = Silent("moderation tells the writer and the reporters")

POST = Post(
    heard={
        facts.AgreementHidden: _HIDING,
        facts.AgreementShown: _HIDING,
        facts.AgreementProposed: (own(MUST_SIGN, page="agreement", still=text_waits),),
        facts.AgreementChanged: (own(MUST_SIGN, page="agreement", still=text_waits),),
        facts.AgreementSigned: Silent("the last one is agreement.made"),
        facts.AgreementMade: (
            own(SIGNERS, PROPOSER, INITIATOR, page="agreement", also_self=True),
            follow("agreement"),
        ),
        facts.AgreementWithdrawn: (own(SIGNERS, PROPOSER, page="agreement"),),
        facts.AgreementKept: _ENDING,
        facts.AgreementNotMet: _ENDING,
    },
    things={"agreement": agreement_of},
    gaps=_gaps,
)
