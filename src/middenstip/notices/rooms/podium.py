"""Who is told about the podium: the host, and who pitches."""

from __future__ import annotations

from typing import Any

from middenstip.domain.parties.models import Person
from middenstip.domain.podium import facts
from middenstip.domain.podium.models import Edition, Pitch
from middenstip.domain.podium.selectors import edition_by_id, pitch_by_id
from middenstip.journal.told import Silent
from middenstip.notices.audience import Audience
from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import Post, own


def edition_of(dossier: Dossier) -> Edition | None:
    return dossier.subject("edition", edition_by_id)


def pitch_of(dossier: Dossier) -> Pitch | None:
    return dossier.subject("pitch", pitch_by_id)


def _host(dossier: Dossier) -> list[Person]:
    pitch = pitch_of(dossier)
    return [pitch.edition.person] if pitch else []


def _pitcher(dossier: Dossier) -> list[Person]:
    pitch = pitch_of(dossier)
    return [pitch.person] if pitch else []


HOST = Audience("podium_host", "jij dit pitchpodium organiseert", _host)
PITCHER = Audience("pitcher", "jij deze pitch houdt", _pitcher)


def is_readable(dossier: Dossier) -> bool:
    pitch = pitch_of(dossier)
    return pitch is not None and not pitch.is_hidden and not pitch.edition.is_hidden


def _gaps(dossier: Dossier) -> dict[str, Any]:
    return {"edition": edition_of(dossier), "pitch": pitch_of(dossier)}


_ON_PAGE = Silent("the page of the edition shows it")
_MODERATED = Silent("who moderates tells the writer why")

POST = Post(
    heard={
        facts.EditionAnnounced: Silent("it stands on the tribune"),
        facts.EditionStepped: _ON_PAGE,
        facts.EditionArchived: _ON_PAGE,
        facts.EditionHidden: _MODERATED,
        facts.EditionShown: _MODERATED,
        facts.PitchOffered: (own(HOST, page="pitch", still=is_readable),),
        facts.PitchChosen: (own(PITCHER, page="pitch", still=is_readable),),
        facts.PitchDropped: (own(HOST, PITCHER, page="pitch", still=is_readable),),
        facts.PitchPromised: Silent("the agreement that it becomes has its own post"),
        facts.CardClaimed: Silent("the agreement that it becomes has its own post"),
        facts.PitchHidden: _MODERATED,
        facts.PitchShown: _MODERATED,
    },
    things={"edition": edition_of, "pitch": pitch_of},
    gaps=_gaps,
)
