"""Where a notice leads: the post lies below the pages, so it knows their addresses as text."""

from __future__ import annotations

from middenstip.notices.dossier import Dossier

MINE = "/mijn/"


def path_to(page: str, dossier: Dossier) -> str:
    """The path of the page that belongs to this entry; without its row: of the own page."""
    thing = {
        "initiative": dossier.initiative,
        "case": dossier.case,
        "goal": dossier.goal,
        "agreement": dossier.agreement,
    }.get(page)
    return PATHS[page].format(thing.public_id) if thing else MINE


PATHS = {
    "initiative": "/initiatief/{}/",
    "case": "/balie/zaak/{}/",
    "goal": "/opgave/{}/",
    "agreement": "/afspraak/{}/",
}
