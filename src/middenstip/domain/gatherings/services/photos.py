"""Services for the photo report: a place for a photo, who is on it, and their yes. A no is a journey."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from datetime import datetime

from middenstip.domain.files.lifecycle import READY
from middenstip.domain.files.models import File
from middenstip.domain.gatherings import facts, rules
from middenstip.domain.gatherings.lifecycle import LINK, MOST_PHOTOS, MOST_PORTRAITS, PAPER, REPORT_PHOTO
from middenstip.domain.gatherings.models import Gathering, Portrait, ReportPhoto
from middenstip.domain.gatherings.models.photo import WORDS
from middenstip.domain.gatherings.services.record import fresh, record_about
from middenstip.kernel import typed
from middenstip.kernel.actor import Doer
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write

GONE = "Deze foto is al weg."


@write
@once(lambda public_id: ReportPhoto.objects.get(public_id=public_id))
def place_photo(
    *,
    by: Doer,
    gathering: Gathering,
    people: Collection[str],
    young: Collection[str],
    is_empty: bool,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> ReportPhoto:
    """Make a place for a photo. `people` and `young` (under 16) tell in words who can be recognised.

    With nobody on it the host says so (`is_empty`): forgetting to name people is not the same.
    """
    gathering = fresh(gathering)
    require(rules.may_show_photos(by, gathering))
    told = [(text, False) for text in _cleaned("people", people)]
    told += [(text, True) for text in _cleaned("young", young)]
    if not told and not is_empty:
        raise Invalid({"people": "Schrijf op wie herkenbaar is, of zet een vinkje dat er niemand op staat."})
    if told and is_empty:
        raise Invalid({"is_empty": "Je schreef op wie herkenbaar is. Haal dan dit vinkje weg."})
    if ReportPhoto.objects.filter(gathering=gathering).count() >= MOST_PHOTOS:
        raise NotNow(said("Er staan al %(count)s foto’s. Haal er eerst een weg.", count=MOST_PHOTOS))
    photo = ReportPhoto(public_id=public_id or new_id(), gathering=gathering, at=at).store()
    for text, is_young in told:
        _ask(photo, text, is_young, at)
    record_about(facts.PhotoPlaced, gathering, by, at)
    return photo


@write
def name_portrait(*, by: Doer, photo: ReportPhoto, words: str, is_young: bool, at: datetime) -> Portrait:
    """Add somebody who was forgotten: the photo is not shown until they say yes too."""
    photo = _held(photo)
    require(rules.may_show_photos(by, photo.gathering))
    (text,) = _cleaned("words", [words]) or [""]
    if not text:
        raise Invalid({"words": "Schrijf in woorden wie het is, zonder naam."})
    if Portrait.objects.filter(photo=photo).count() >= MOST_PORTRAITS:
        raise NotNow(said("Op deze foto staan al %(count)s mensen.", count=MOST_PORTRAITS))
    known = Portrait.objects.filter(photo=photo, words=text).first()
    if known:
        return known
    made = _ask(photo, text, is_young, at)
    record_about(facts.PortraitNamed, photo.gathering, by, at)
    return made


@write
def give_portrait(*, secret: str, seen: str, by_guardian: bool, at: datetime) -> Portrait:
    """The person who has the link says yes to the photo that they saw (`seen`, the id of its file)."""
    known = Portrait.objects.select_related("photo").filter(secret=secret).first()
    if known is None:
        raise NotNow(GONE)
    photo = _held(known.photo)
    portrait = _of(photo, known)
    if portrait.given_at:
        return portrait
    if not File.objects.filter(public_id=seen, **_beside(photo), state=READY).exists():
        raise NotNow("Je zag een andere foto dan er nu staat. Kijk opnieuw.")
    return _given(photo, portrait, None, LINK, by_guardian, at)


@write
def type_portrait(*, by: Doer, portrait: Portrait, by_guardian: bool, at: datetime) -> Portrait:
    """The host types in a yes that was signed on paper. Twice is once."""
    photo = _held(portrait.photo)
    require(rules.may_show_photos(by, photo.gathering))
    portrait = _of(photo, portrait)
    if portrait.given_at:
        return portrait
    if not File.objects.filter(**_beside(photo), state=READY).exists():
        raise NotNow("Er staat nog geen foto. Kies eerst de foto.")
    return _given(photo, portrait, by, PAPER, by_guardian, at)


@write
def drop_photo(*, photo: ReportPhoto, by: Doer | None, why: str, at: datetime) -> str:
    """Forget this place and who was on the photo; returns its id. A journey takes the file."""
    photo = _held(photo)
    code = photo.public_id
    photo.delete()
    record_about(facts.PhotoGone, photo.gathering, by, at, why=why)
    return code


def _ask(photo: ReportPhoto, text: str, is_young: bool, at: datetime) -> Portrait:
    secret = secrets.token_urlsafe(24)
    return Portrait(photo=photo, words=text, is_young=is_young, secret=secret, asked_at=at).store()


def _given(
    photo: ReportPhoto, portrait: Portrait, by: Doer | None, how: str, by_guardian: bool, at: datetime
) -> Portrait:
    verdict = rules.may_give(portrait, by_guardian)
    if not verdict:
        raise Invalid({"by_guardian": verdict.reason})
    portrait.given_at, portrait.how = at, how
    portrait.by_guardian = by_guardian and portrait.is_young
    portrait.store("given_at", "how", "by_guardian")
    record_about(facts.PortraitGiven, photo.gathering, by, at, how=how)
    return portrait


def _held(photo: ReportPhoto) -> ReportPhoto:
    """The place with its gathering, locked. Raises `NotNow` when it is gone."""
    gathering = fresh(Gathering(pk=photo.gathering_id))
    found = ReportPhoto.objects.select_for_update().filter(pk=photo.pk).first()
    if found is None:
        raise NotNow(GONE)
    found.gathering = gathering
    return found


def _of(photo: ReportPhoto, portrait: Portrait) -> Portrait:
    return Portrait.objects.get(photo=photo, pk=portrait.pk)


def _beside(photo: ReportPhoto) -> dict[str, str]:
    return {"noun": REPORT_PHOTO, "subject": photo.public_id}


def _cleaned(field: str, texts: Collection[str]) -> list[str]:
    words = list(dict.fromkeys(text for one in texts if (text := typed.line(one))))
    if any(len(text) > WORDS for text in words):
        raise Invalid({field: said("Schrijf per mens hooguit %(count)s tekens.", count=WORDS)})
    if len(words) > MOST_PORTRAITS:
        raise Invalid({field: said("Op één foto passen %(count)s mensen.", count=MOST_PORTRAITS)})
    return words
