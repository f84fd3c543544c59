"""An initiative from draft to lesson: the changes by the initiator, and the steps between stages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import F
from django.utils import timezone

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import holds
from middenstip.domain.initiatives import facts, rules
from middenstip.domain.initiatives.lifecycle import DRAFT, LEARNING, STAGES
from middenstip.domain.initiatives.models import (
    THEMES,
    Initiative,
    InitiativeTheme,
    ReinsCard,
    Update,
)
from middenstip.domain.initiatives.services.numbering import next_number
from middenstip.domain.initiatives.services.record import record_about
from middenstip.domain.initiatives.services.reins import REINS
from middenstip.domain.initiatives.services.texts import CHANGED_SINCE, TEXTS, clean, values_of
from middenstip.domain.parties.models import Follow, Person, Seat
from middenstip.domain.parties.selectors import sits_in
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, Stale, require, said
from middenstip.kernel.write import write

PLACE = ("area", "municipality", "district", "has_place", "lon", "lat")
MOST_THEMES = 3


class Spot(NamedTuple):
    """Where an idea is: its area, whether that is its place, and a point (longitude, latitude)."""

    area: Area
    has_place: bool = False
    point: tuple[float, float] | None = None


class Change(NamedTuple):
    """What the initiator changes: texts, place, themes, or whether it earns money; None: unchanged."""

    texts: Mapping[str, str] = {}
    spot: Spot | None = None
    themes: Iterable[str] | None = None
    is_hybrid: bool | None = None


@write
def draft_initiative(
    *,
    initiator: Person,
    seat: Seat,
    area: Area,
    texts: Mapping[str, str],
    reins: Mapping[str, str],
    public_id: str = "",
    themes: Iterable[str] = (),
    is_hybrid: bool = False,
    point: tuple[float, float] | None = None,
    has_place: bool = False,
    told_by: Actor | None = None,
    at: datetime,
) -> Initiative:
    """Save an idea as a draft that only its initiator sees. `point` is (longitude, latitude).

    No fact is recorded, because nobody else may know of a draft. With `told_by`, the initiator or the handler
    who types it in from paper, it is public at once.
    """
    sent: dict[str, Any] = {}
    if told_by:
        sent = {"stage": STAGES.after(DRAFT, "submit"), "submitted_at": at, "number": next_number(area)}
    initiative = Initiative(
        public_id=public_id or new_id(),
        initiator=initiator,
        seat=seat,
        origin_half=seat.half,
        halves=Half(seat.half).bit,
        is_hybrid=is_hybrid,
        drafted_at=at,
        changed_at=at,
        **_placed(Spot(area, has_place, point)),
        **clean(texts),
        **sent,
    ).store()
    _keep_themes(initiative, _known(themes))
    words = {key: typed.points(reins.get(key, "")) for key in REINS}
    if any(words.values()):
        ReinsCard(initiative=initiative, number=1, at=at, **words).store()
    if told_by:
        _tell_of(initiative, told_by, at)
    return initiative


@write
def submit_initiative(*, by: Actor, initiative: Initiative, at: datetime) -> Initiative:
    """The initiator makes the idea public.

    An initiator who left the seat in which it was written submits it in the current hat.
    """
    require(rules.may_change(by, initiative))
    hat: dict[str, Any] = {}
    if by.seat_id != initiative.seat_id and not sits_in(
        by.person_id, [initiative.seat_id], timezone.localdate(at)
    ):
        hat = {"seat_id": by.seat_id, "origin_half": by.half, "halves": by.half.bit}
    number = next_number(initiative.area)
    _step(initiative, "submit", submitted_at=at, changed_at=at, number=number, **hat)
    initiative.themes.update(submitted_at=at)
    _tell_of(initiative, by, at)
    return initiative


@write
def change_initiative(
    *, by: Actor, initiative: Initiative, change: Change, version: int, at: datetime
) -> Initiative:
    """The initiator changes it. Raises `Stale` when any of it changed since `version` was shown."""
    require(rules.may_change(by, initiative))
    new = clean(change.texts) | (_moved(initiative, change.spot) if change.spot else {})
    if change.is_hybrid is not None:
        new["is_hybrid"] = change.is_hybrid
    values = {key: value for key, value in new.items() if value != getattr(initiative, key)}
    chosen = None if change.themes is None else _known(change.themes)
    if chosen is not None and set(chosen) == {one.theme for one in initiative.themes.all()}:
        chosen = None
    if not values and chosen is None:
        return initiative
    if initiative.version != version:
        raise Stale(CHANGED_SINCE, values_of(initiative, TEXTS))
    for key, value in values.items():
        setattr(initiative, key, value)
    initiative.inspect(*values)
    is_draft = initiative.submitted_at is None  # a submitted one has stricter rules, and a fact
    rows = Initiative.objects.filter(pk=initiative.pk, version=version, submitted_at__isnull=is_draft)
    if not rows.update(**values, version=version + 1, changed_at=at):
        initiative.refresh_from_db(fields=[*TEXTS, *PLACE, "is_hybrid", "version", "stage", "submitted_at"])
        raise Stale(CHANGED_SINCE, values_of(initiative, TEXTS))
    initiative.version = version + 1
    if chosen is not None:
        initiative.themes.all().delete()
        _keep_themes(initiative, chosen)
    if initiative.submitted_at:
        _tell_changes(initiative, by, at, {*values, *(("themes",) if chosen is not None else ())})
    return initiative


def _tell_changes(initiative: Initiative, by: Actor, at: datetime, changed: set[str]) -> None:
    """Record a fact for each kind of change, because each kind has its own audience."""
    if texts := tuple(key for key in TEXTS if key in changed):
        record_about(facts.InitiativeChanged, initiative, by, at, fields=texts)
    if changed & set(PLACE):
        record_about(facts.InitiativeMoved, initiative, by, at, has_place=initiative.has_place)
    if "themes" in changed:
        record_about(facts.ThemesChosen, initiative, by, at)
    if "is_hybrid" in changed:
        record_about(facts.HybridChosen, initiative, by, at, is_hybrid=initiative.is_hybrid)


@write
def advance_initiative(*, by: Actor, initiative: Initiative, act: str, at: datetime) -> Initiative:
    """Take a step between stages as a consequence of a change in another room (only from journeys)."""
    before = initiative.stage
    _step(initiative, act, changed_at=at)
    if initiative.stage != before:
        record_about(facts.InitiativeAdvanced, initiative, by, at, stage=initiative.stage)
    return initiative


@write
@once(lambda public_id: None)
def tell_news(
    *, by: Actor, initiative: Initiative, text: str, key: str = "", public_id: str = "", at: datetime
) -> None:
    """The initiator posts news."""
    require(rules.may_tell_news(by, initiative))
    text = typed.text(text)
    if not text:
        raise Invalid({"text": "Schrijf eerst je nieuws."})
    update = Update(initiative=initiative, seat_id=by.seat_id, text=text, at=at).store()
    record_about(facts.InitiativeUpdated, initiative, by, at, update=update.pk)


@write
def name_connector(*, by: Actor, initiative: Initiative, seat: Seat, at: datetime) -> Initiative:
    """Name the verbinder of the initiative."""
    require(rules.may_name_connector(by, initiative))
    if initiative.connector_id != seat.pk:
        before = initiative.connector.public_id if initiative.connector else ""
        initiative.connector = seat
        initiative.store("connector")
        named = {"seat": seat.public_id, "before": before, "is_self": seat.pk == by.seat_id}
        record_about(facts.ConnectorNamed, initiative, by, at, **named)
    return initiative


@write
def throw_away(*, by: Actor, initiative: Initiative) -> None:
    """The initiator deletes a draft. No fact is recorded, because nobody else ever saw it."""
    require(rules.may_change(by, initiative))
    if not Initiative.objects.filter(pk=initiative.pk, stage=DRAFT).delete()[0]:
        if not Initiative.objects.filter(pk=initiative.pk).exists():
            raise NotNow("Dit concept is al weg.")
        raise NotNow("Dit idee is al verstuurd. Je kunt er wel mee stoppen.")


@write
def drop_drafts(*, initiator: str) -> None:
    """Delete the drafts that this initiator (a public id) never submitted, when their data is erased."""
    Initiative.objects.filter(initiator__public_id=initiator, stage=DRAFT).delete()


@write
def count_follower(*, initiative: Initiative, change: int) -> None:
    """Change the stored number of followers."""
    Initiative.objects.filter(pk=initiative.pk).update(follower_count=F("follower_count") + change)


@write
def lose_follower(*, person: Person) -> None:
    """Subtract one follower from everything this person follows. Two queries, however much that is."""
    targets = Follow.objects.filter(person=person, kind=Follow.INITIATIVE).values("target")
    followed = Initiative.objects.filter(public_id__in=targets)
    if list(followed.select_for_update().order_by("pk").values_list("pk")):  # in a fixed order: no deadlock
        followed.update(follower_count=F("follower_count") - 1)


@write
def stop_initiative(*, by: Actor, initiative: Initiative, lesson: str, at: datetime) -> Initiative:
    """Stop the initiative; the lesson keeps the reason for readers with a similar plan."""
    require(rules.may_stop(by, initiative))
    lesson = typed.text(lesson)
    if not lesson:
        raise Invalid({"lesson": "Schrijf in één zin waarom je stopt. Daar leert een ander van."})
    _step(initiative, "stop", lesson=lesson, changed_at=at)
    is_theirs = rules.is_initiator(by.person_id, initiative)
    record_about(facts.InitiativeStopped, initiative, by, at, by_desk=not is_theirs)
    return initiative


@write
def finish_initiative(
    *, by: Actor, initiative: Initiative, outcome: str, lesson: str, at: datetime
) -> Initiative:
    """Finish the project: gelukt, deels or mislukt, and the lesson."""
    require(rules.may_change(by, initiative))
    if not outcome:
        raise Invalid({"outcome": "Kies hoe het afliep."})
    _step(initiative, "finish", outcome=outcome, lesson=typed.text(lesson), changed_at=at)
    assert initiative.stage == LEARNING
    record_about(facts.InitiativeFinished, initiative, by, at, outcome=outcome)
    return initiative


def _tell_of(initiative: Initiative, by: Actor, at: datetime) -> None:
    told = {"has_place": initiative.has_place, "on_paper": not rules.is_initiator(by.person_id, initiative)}
    record_about(facts.InitiativeSubmitted, initiative, by, at, **told)


def _step(initiative: Initiative, act: str, **values: Any) -> None:
    """Take the step and save `values` in one update that only succeeds from the stage that was read.

    When another request changed the stage first, the step is tried again from the current stage.
    """
    rows = Initiative.objects.filter(pk=initiative.pk)
    for key, value in values.items():
        setattr(initiative, key, value)
    initiative.inspect(*values)
    while True:
        to = STAGES.after(initiative.stage, act)
        if rows.filter(stage=initiative.stage).update(stage=to, **values):
            initiative.stage = to
            return
        initiative.stage = rows.values_list("stage", flat=True).get()


def _known(themes: Iterable[str]) -> list[str]:
    chosen = list(dict.fromkeys(themes))
    if len(chosen) > MOST_THEMES:
        raise Invalid({"themes": f"Kies er hooguit {MOST_THEMES}."})
    if unknown := [theme for theme in chosen if theme not in THEMES]:
        raise Invalid({"themes": said("Dit thema bestaat niet: %(theme)s.", theme=unknown[0])})
    return chosen


def _keep_themes(initiative: Initiative, themes: Iterable[str]) -> None:
    InitiativeTheme.objects.bulk_create(
        InitiativeTheme(initiative=initiative, theme=theme, submitted_at=initiative.submitted_at)
        for theme in themes
    )


def _placed(spot: Spot) -> dict[str, Any]:
    """The columns of a place. Refused when the point lies outside its area, if the border is known."""
    area, point = spot.area, spot.point
    if point and not holds(area, *point):
        outside = "De stip op de kaart ligt niet in %(area)s. Verplaats de stip, of kies waar die ligt."
        raise Invalid({"area": said(outside, area=area.name)})
    lon, lat = point or (None, None)
    whole = {"area": area, "municipality": area.municipality or area, "district": area.district}
    return whole | {"has_place": spot.has_place or point is not None, "lon": lon, "lat": lat}


def _moved(initiative: Initiative, spot: Spot) -> dict[str, Any]:
    """The same for an initiative that may have a case: it must stay in the gemeente of its desk."""
    new, city = _placed(spot), initiative.municipality
    if initiative.submitted_at and new["municipality"] != city:
        elsewhere = "Je idee ligt bij de balie van %(city)s. Kies een plek in die gemeente."
        raise Invalid({"area": said(elsewhere, city=city.name)})
    return new
