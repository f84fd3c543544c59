"""Services for an edition and its pitches: announced, enrolled, the programme, the evening, the archive."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.podium import facts, rules
from middenstip.domain.podium.lifecycle import (
    ARCHIVED,
    EDITION,
    EVENING,
    MOST_MINUTES,
    MOST_PITCHES,
    PITCH,
    PROGRAMME,
)
from middenstip.domain.podium.models import Edition, Pitch
from middenstip.domain.podium.selectors import next_number, pitches_of
from middenstip.domain.podium.services.record import fresh, fresh_pitch, record_edition, record_pitch
from middenstip.kernel import hidden, typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write


@write
@once(lambda public_id: Edition.objects.get(public_id=public_id))
def announce_edition(
    *, by: Actor, told: Mapping[str, Any], area: Area, key: str = "", public_id: str = "", at: datetime
) -> Edition:
    """Announce the next edition in an area. `told` has title, place and on, and may have what."""
    title, place = typed.name("title", told.get("title", "")), typed.name("place", told.get("place", ""))
    on = told.get("on")
    if not title:
        raise Invalid({"title": "Geef deze editie een naam."})
    if not place:
        raise Invalid({"place": "Schrijf op waar het is."})
    if on is None or on < timezone.localdate(at):
        raise Invalid({"on": "Kies een dag die nog komt."})
    edition = Edition(
        public_id=public_id or new_id(),
        number=next_number(area),
        title=title,
        what=typed.text(told.get("what", "")),
        place=place,
        on=on,
        person_id=by.person_id,
        seat_id=by.seat_id,
        area=area,
        announced_at=at,
    ).store()
    record_edition(facts.EditionAnnounced, edition, by, at)
    return edition


@write
def step_edition(*, by: Doer, edition: Edition, at: datetime) -> Edition:
    """A step further: enrolling, the programme, the evening, the archive."""
    edition = fresh(edition)
    require(rules.may_manage(by, edition))
    state = EDITION.after(edition.state, "next")
    if state == EVENING and edition.on > timezone.localdate(at):
        raise NotNow("De avond is nog niet begonnen. Wacht tot de dag zelf.")
    if state == PROGRAMME and not pitches_of(edition):
        raise NotNow("Er is nog geen pitch. Wacht met het programma.")
    edition.state = state
    edition.store("state")
    if state == ARCHIVED:
        record_edition(facts.EditionArchived, edition, by, at)
    else:
        record_edition(facts.EditionStepped, edition, by, at, state=state)
    return edition


@write
def offer_pitch(
    *, by: Actor, edition: Edition, initiative: Initiative, ask: str, minutes: int, at: datetime
) -> Pitch:
    """Offer a pitch with one ask. The same initiative again changes what stood."""
    edition = fresh(edition)
    require(rules.may_pitch(by, edition, initiative))
    EDITION.after(edition.state, "pitch")
    ask = typed.name("ask", ask)
    if not ask:
        raise Invalid({"ask": "Een pitch heeft één vraag aan de zaal. Schrijf haar op."})
    if not 1 <= minutes <= MOST_MINUTES:
        raise Invalid({"minutes": "Geef een aantal minuten van 1 tot 30."})
    pitch = Pitch.objects.filter(edition=edition, initiative=initiative).first()
    if pitch is None:
        if len(pitches_of(edition)) >= MOST_PITCHES:
            raise NotNow("Er zijn al veertig pitches. Meer passen er niet op één avond.")
        pitch = Pitch(edition=edition, initiative=initiative, person_id=by.person_id)
    elif PITCH.allows(pitch.state, "offer"):
        pitch.state = PITCH.after(pitch.state, "offer")
    pitch.ask, pitch.minutes, pitch.at = ask, minutes, at
    pitch.store()
    record_pitch(facts.PitchOffered, pitch, by, at)
    return pitch


@write
def choose_pitch(*, by: Doer, pitch: Pitch, at: datetime) -> Pitch:
    """The host puts it on the programme."""
    pitch = fresh_pitch(pitch)
    require(rules.may_manage(by, pitch.edition))
    EDITION.after(pitch.edition.state, "choose")
    pitch.state = PITCH.after(pitch.state, "choose")
    pitch.store("state")
    record_pitch(facts.PitchChosen, pitch, by, at)
    return pitch


@write
def drop_pitch(*, by: Doer, pitch: Pitch, at: datetime) -> Pitch:
    """It is taken back, as long as the evening did not begin."""
    pitch = fresh_pitch(pitch)
    require(rules.may_drop(by, pitch))
    EDITION.after(pitch.edition.state, "choose")
    pitch.state = PITCH.after(pitch.state, "drop")
    pitch.store("state")
    record_pitch(facts.PitchDropped, pitch, by, at)
    return pitch


@write
def hide_edition(*, code: str, words: str, by: Doer | None, at: datetime) -> None:
    """Put `words` in place of its texts."""
    edition = fresh(Edition.objects.only("pk").get(public_id=code))
    hidden.hide(edition, words)
    record_edition(facts.EditionHidden, edition, by, at)


@write
def show_edition(*, code: str, by: Doer | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    edition = fresh(Edition.objects.only("pk").get(public_id=code))
    hidden.show(edition)
    record_edition(facts.EditionShown, edition, by, at)


@write
def hide_pitch(*, code: str, words: str, by: Doer | None, at: datetime) -> None:
    """Put `words` in place of what it asks."""
    pitch = fresh_pitch(Pitch.objects.only("pk").get(public_id=code))
    hidden.hide(pitch, words)
    record_pitch(facts.PitchHidden, pitch, by, at)


@write
def show_pitch(*, code: str, by: Doer | None, at: datetime) -> None:
    """Put the ask back. `NotNow` when it is not hidden."""
    pitch = fresh_pitch(Pitch.objects.only("pk").get(public_id=code))
    hidden.show(pitch)
    record_pitch(facts.PitchShown, pitch, by, at)
