"""Services that announce a gathering, change, move and cancel it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.areas.models import Area
from middenstip.domain.gatherings import facts, rules
from middenstip.domain.gatherings.lifecycle import (
    CLOSED_TITLE,
    FURTHEST,
    GATHERING,
    KINDS,
    LONGEST,
    MOST_PLACES,
    OLDEST,
)
from middenstip.domain.gatherings.models import Gathering
from middenstip.domain.gatherings.selectors import seats_taking_part
from middenstip.domain.gatherings.services.coming import fill_places
from middenstip.domain.gatherings.services.record import fresh, record_about
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.labs.models import Lab
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, require, said
from middenstip.kernel.write import write

NO_SUCH_TIME = "Deze tijd bestaat niet: die nacht gaat de klok een uur vooruit. Kies een andere tijd."
MOVES = ("starts_at", "ends_at", "place", "online", "inside_place")  # a change of these is told to all


@write
@once(lambda public_id: Gathering.objects.get(public_id=public_id))
def announce_gathering(
    *,
    by: Actor,
    told: Mapping[str, Any],
    starts: datetime,
    ends: datetime,
    area: Area,
    initiative: Initiative | None = None,
    goal: Goal | None = None,
    lab: Lab | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Gathering:
    """Announce a gathering. `starts` and `ends` are what the clock on the wall says.

    `told` has kind and title, and may have what, place, online, access, theme, places, age_from, age_to and
    is_closed; of a closed one `what` is the reason why it is closed.
    """
    require(rules.may_announce(by, initiative, goal, seats_taking_part(initiative, goal, lab), lab))
    if told.get("is_closed"):
        require(rules.may_close(initiative, goal))
    gathering = Gathering(
        public_id=public_id or new_id(),
        **_cleaned(told),
        **_times(starts, ends, at),
        person_id=by.person_id,
        seat_id=by.seat_id,
        initiative=initiative,
        goal=goal,
        lab=lab,
        area=area,
        municipality=area.municipality or area,
        district=area.district,
        announced_at=at,
        changed_at=at,
    ).store()
    record_about(facts.GatheringAnnounced, gathering, by, at)
    return gathering


@write
def change_gathering(
    *, by: Doer, gathering: Gathering, told: Mapping[str, Any], starts: datetime, ends: datetime, at: datetime
) -> Gathering:
    """Change it. With another time or place it moves, and everyone who comes is told; twice is once."""
    gathering = fresh(gathering)
    require(rules.may_manage(by, gathering))
    gathering.state = GATHERING.after(gathering.state, "change")
    new = _cleaned({**told, "is_closed": gathering.is_closed}) | _times(starts, ends, at)
    changed = [name for name, value in new.items() if getattr(gathering, name) != value]
    if not changed:
        return gathering
    before = gathering.starts_at
    for name in changed:
        setattr(gathering, name, new[name])
    if gathering.starts_at != before:
        gathering.reminded_at = None
    gathering.sequence += 1
    gathering.changed_at = at
    gathering.store(*changed, "sequence", "changed_at", "reminded_at")
    if set(changed) & set(MOVES):
        record_about(facts.GatheringMoved, gathering, by, at, before=before.isoformat())
    else:
        record_about(facts.GatheringChanged, gathering, by, at)
    return fill_places(gathering, at)


@write
def cancel_gathering(*, by: Doer, gathering: Gathering, why: str, at: datetime) -> Gathering:
    """It does not take place; everyone who would come is told why."""
    gathering = fresh(gathering)
    require(rules.may_manage(by, gathering))
    gathering.state = GATHERING.after(gathering.state, "cancel")
    gathering.why_cancelled = typed.text(why)
    if not gathering.why_cancelled:
        raise Invalid({"why": "Schrijf op waarom het niet doorgaat. Wie zou komen, leest het."})
    gathering.sequence += 1
    gathering.changed_at = at
    gathering.store("state", "why_cancelled", "sequence", "changed_at")
    record_about(facts.GatheringCancelled, gathering, by, at)
    return gathering


def _cleaned(told: Mapping[str, Any]) -> dict[str, Any]:
    if told.get("kind") not in KINDS:
        raise Invalid({"kind": "Kies wat voor bijeenkomst het is."})
    names = ("title", "place")
    words = {name: typed.name(name, told.get(name, "")) for name in names}
    words |= {name: typed.text(told.get(name, "")) for name in ("what", "access")}
    words |= {name: typed.line(str(told.get(name, ""))) for name in ("online", "theme")}
    places, is_closed = told.get("places"), bool(told.get("is_closed"))
    if not words["title"]:
        raise Invalid({"title": "Geef de bijeenkomst een naam."})
    if not words["place"] and not words["online"]:
        raise Invalid({"place": "Schrijf op waar het is, of geef een adres om online te komen."})
    ages = _ages(told)
    if places is not None and not 1 <= places <= MOST_PLACES:
        raise Invalid({"places": "Geef een aantal van 1 of meer, of laat het leeg."})
    if is_closed and not words["what"]:
        raise Invalid({"what": "Schrijf op waarom dit besloten is. Iedereen leest die reden."})
    inside = {"inside_title": "", "inside_place": ""}
    if is_closed:
        inside = {
            "inside_title": words["title"],
            "inside_place": typed.line(" ".join((words["place"], words["online"]))),
        }
        words |= {"title": CLOSED_TITLE, "place": "", "online": "", "access": "", "theme": ""}
        ages = dict.fromkeys(ages)
    return {**words, **inside, **ages, "kind": told["kind"], "places": places, "is_closed": is_closed}


def _ages(told: Mapping[str, Any]) -> dict[str, int | None]:
    """For whom it is; nothing for everyone."""
    first, last = told.get("age_from"), told.get("age_to")
    if first is None and last is None:
        return {"age_from": None, "age_to": None}
    if last is None or not 0 < last <= OLDEST:
        raise Invalid({"age_to": said("Geef ook tot en met welke leeftijd, hooguit %(age)s.", age=OLDEST)})
    first = first or 0
    if not 0 <= first <= last:
        raise Invalid({"age_from": "Deze leeftijd is hoger dan de laatste. Kies een lagere."})
    return {"age_from": first, "age_to": last}


def _times(starts: datetime, ends: datetime, at: datetime) -> dict[str, datetime]:
    begin, end = _moment("starts", starts), _moment("ends", ends)
    if begin <= at:
        raise Invalid({"starts": "Dit begin is al geweest. Kies een later moment."})
    if begin > at + FURTHEST:
        raise Invalid({"starts": "Dat duurt meer dan tien jaar. Kies een eerder moment."})
    if end <= begin:
        raise Invalid({"ends": "Het einde ligt voor het begin. Kies een later einde."})
    if end - begin > LONGEST:
        raise Invalid({"ends": "Een bijeenkomst duurt hooguit twee weken. Maak er meer van."})
    return {"starts_at": begin, "ends_at": end}


def _moment(field: str, wall: datetime) -> datetime:
    """The moment at which the clock on the wall says this. The hour that spring skips does not exist."""
    zone = timezone.get_default_timezone()
    moment = timezone.make_aware(wall, zone).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != wall:
        raise Invalid({field: NO_SUCH_TIME})
    return moment
