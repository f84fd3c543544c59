"""Who is told about case studies: the people who are part of one, and its author of what they say."""

from __future__ import annotations

from typing import Any

from middenstip.domain.learning import facts
from middenstip.domain.learning.lifecycle import LEFT, PUBLISHED, REVIEW
from middenstip.domain.learning.models import CaseStudy, Voice
from middenstip.domain.learning.selectors import study_by_id, voice_by_id, voices_of
from middenstip.journal.told import Silent
from middenstip.notices.audience import Audience
from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import Post, own

_BY_AUTHOR = Silent("the author did it")
_MODERATED = Silent("who moderates tells the writer why")


def study_of(dossier: Dossier) -> CaseStudy | None:
    return dossier.subject("study", study_by_id)


def voice_of(dossier: Dossier) -> Voice | None:
    public_id = dossier.entry.data.get("voice", "")
    return dossier.once("voice", lambda: voice_by_id(public_id)) if public_id else None


def _author(dossier: Dossier) -> list[Any]:
    study = study_of(dossier)
    return [study.person] if study else []


def _part_of_it(dossier: Dossier) -> list[Any]:
    study = study_of(dossier)
    return [one.person for one in voices_of(study) if one.state != LEFT] if study else []


AUTHOR = Audience("study_author", "jij dit voorbeeld schreef", _author)
PART_OF_IT = Audience("part_of_study", "jij in dit voorbeeld voorkomt", _part_of_it)


def in_review(dossier: Dossier) -> bool:
    study = study_of(dossier)
    return study is not None and study.state == REVIEW


def is_public(dossier: Dossier) -> bool:
    study = study_of(dossier)
    return study is not None and study.state == PUBLISHED and not study.is_hidden


def _gaps(dossier: Dossier) -> dict[str, Any]:
    return {"study": study_of(dossier), "voice": voice_of(dossier)}


POST = Post(
    heard={
        facts.StudyReviewed: (own(PART_OF_IT, page="study", still=in_review),),
        facts.StudyCorrected: (own(AUTHOR, page="study", still=in_review),),
        facts.StudyLeft: (own(AUTHOR, page="study"),),
        facts.StudyPublished: (own(PART_OF_IT, page="study", still=is_public),),
        facts.StudyBegun: _BY_AUTHOR,
        facts.StudyChanged: _BY_AUTHOR,
        facts.StudyAgreed: Silent("the author sees it on the page"),
        facts.StudyWithdrawn: _BY_AUTHOR,
        facts.StudyHidden: _MODERATED,
        facts.StudyShown: _MODERATED,
    },
    things={"study": study_of},
    gaps=_gaps,
)
