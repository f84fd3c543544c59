"""Who is told about scans: everybody who took part, when the figures are fixed."""

from __future__ import annotations

from typing import Any

from middenstip.domain.baseline import facts
from middenstip.domain.baseline.models import Effect, Scan
from middenstip.domain.baseline.selectors import effect_by_id, people_in, scan_by_id
from middenstip.journal.told import Silent
from middenstip.notices.audience import Audience
from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import Post, own


def scan_of(dossier: Dossier) -> Scan | None:
    return dossier.subject("scan", scan_by_id)


def effect_of(dossier: Dossier) -> Effect | None:
    return dossier.subject("effect", effect_by_id)


SCANNERS = Audience("scanners", "je meedeed met deze scan", lambda dossier: people_in(dossier.entry.subject))


def _gaps(dossier: Dossier) -> dict[str, Any]:
    return {"scan": scan_of(dossier)}


_SHOWN = Silent("the page of the scan shows it")
_HIDING = Silent("moderation tells the writer and the reporters")

POST = Post(
    heard={
        facts.ScanStarted: Silent("who follows the area reads it in its story"),
        facts.ScanRepeated: Silent("who follows the area reads it in its story"),
        facts.ScanWalked: _SHOWN,
        facts.ScanObserved: _SHOWN,
        facts.ObservationWithdrawn: _SHOWN,
        facts.ScanDiscussed: (own(SCANNERS, page="scan"),),
        facts.ScanRead: _SHOWN,
        facts.ScanFixed: (own(SCANNERS, page="scan"),),
        facts.ScanStopped: _SHOWN,
        facts.ScanClaimed: _SHOWN,
        facts.ValueProposed: _SHOWN,
        facts.ValueAgreed: _SHOWN,
        facts.ValueChosen: (own(SCANNERS, page="scan"),),
        facts.ScanTextHidden: _HIDING,
        facts.ScanTextShown: _HIDING,
        facts.EffectSet: Silent("the page of the initiative shows it"),
        facts.EffectMeasured: Silent("the page of the initiative shows it"),
        facts.EffectHidden: _HIDING,
        facts.EffectShown: _HIDING,
    },
    things={"scan": scan_of, "effect": effect_of},
    gaps=_gaps,
)
