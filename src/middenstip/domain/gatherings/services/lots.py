"""Services for invitees by lot: who may be drawn, sealing and drawing a lottery, and the answers."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from middenstip.domain.areas.models import Area
from middenstip.domain.gatherings import facts, method, rules
from middenstip.domain.gatherings.lifecycle import (
    ASKED_BY_LOT,
    COMES,
    DECLINES,
    DRAWN,
    GATHERING,
    LOT,
    LOT_DAYS,
    LOTTERY,
    MOST_DRAWN,
    MOST_LOTS,
    ON_LIST,
)
from middenstip.domain.gatherings.models import Gathering, Lot, Lottery, Willing
from middenstip.domain.gatherings.models.lot import NUMBER
from middenstip.domain.gatherings.selectors import young_of
from middenstip.domain.gatherings.selectors.lots import lots_to_lapse, pool_of, still_to_come
from middenstip.domain.gatherings.services.coming import BEGUN, fill_places, take_place
from middenstip.domain.gatherings.services.record import fresh, record_lottery
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import halves_spoken_for
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.half import Half
from middenstip.kernel.ids import new_id
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write

AT_ONCE = 200
ONE_DAY = timedelta(days=1)


@write
def be_drawn(*, by: Actor, area: Area, at: datetime) -> Willing:
    """I may be drawn for gatherings here, for the half that I speak for now. Twice is once."""
    known = Willing.objects.filter(person_id=by.person_id, area=area).first()
    row = known or Willing(person_id=by.person_id, area=area, at=at)
    row.half = by.half
    return row.store()


@write
def stop_being_drawn(*, by: Doer, area: Area) -> None:
    """I may no longer be drawn here; a lot that I have already stays mine to answer. Twice is once."""
    Willing.objects.filter(person_id=by.person_id, area=area).delete()


@write
def seal_lots(
    *, by: Doer, gathering: Gathering, places: Mapping[str, int], days: int, at: datetime
) -> Lottery:
    """Announce a lottery: the list of numbers and the seal of the secret can be read from now on."""
    gathering = fresh(gathering)
    require(rules.may_seal(by, gathering))
    GATHERING.after(gathering.state, "come")
    if Lottery.objects.filter(gathering=gathering).exists():
        raise NotNow("Bij deze bijeenkomst is al een loting.")
    today = timezone.localdate(at)
    _check_days(gathering, days, today)
    pool = pool_of(gathering, today, MOST_LOTS)
    kept = _checked_places(gathering, places, pool)
    secret = secrets.token_hex(16)
    lottery = Lottery(
        gathering=gathering,
        places=kept,
        days=days,
        secret=secret,
        seal=method.seal(secret),
        held=sum(kept.values()),
        sealed_at=at,
    ).store()
    numbers = _numbers(len(pool))
    lots = [
        Lot(lottery=lottery, number=number, person_id=person, half=half)
        for number, (person, half) in zip(numbers, pool, strict=True)
    ]
    Lot.objects.bulk_create(lots)
    lottery.mark = method.mark_of(lots)
    lottery.store("mark")
    record_lottery(facts.LotsSealed, lottery, by, at, number=len(lots))
    return lottery


@write
def draw_lots(*, by: Doer, lottery: Lottery, word: str, at: datetime) -> Lottery:
    """Draw with the word that was said aloud; whoever is first of each half is asked at once."""
    gathering, lottery = _held(lottery)
    require(rules.may_seal(by, gathering))
    lottery.state = LOTTERY.after(lottery.state, "draw")
    GATHERING.after(gathering.state, "come")
    if timezone.localdate(gathering.starts_at) <= timezone.localdate(at):
        raise NotNow("De bijeenkomst is vandaag of geweest. Wie geloot wordt, kan niet meer antwoorden.")
    word = method.spoken(typed.name("word", word))
    if not word:
        raise Invalid({"word": "Schrijf op wat er hardop is gezegd: een woord of een getal."})
    lottery.word, lottery.drawn_at = word, at
    lottery.store("state", "word", "drawn_at")
    lots = list(Lot.objects.filter(lottery=lottery))
    order = method.order_of(lottery.secret, word, lots)
    place = {number: spot for numbers in order.values() for spot, number in enumerate(numbers, start=1)}
    for lot in lots:
        lot.place = place[lot.number]
    Lot.objects.bulk_update(lots, ["place"], batch_size=500)
    record_lottery(facts.LotsDrawn, lottery, by, at, places=sum(lottery.places.values()))
    _settle(gathering, lottery, at)
    return lottery


@write
def answer_lot(*, by: Actor, lot: Lot, is_yes: bool, at: datetime) -> Lot:
    """Somebody who was drawn comes, or makes room for the next. Twice is once."""
    gathering, lottery = _held(lot.lottery)
    lot = Lot.objects.get(pk=lot.pk)
    require(rules.may_answer_lot(by, lot))
    answer = COMES if is_yes else DECLINES
    if lot.state == answer:
        return lot
    GATHERING.after(gathering.state, "come")
    if gathering.starts_at <= at:
        raise NotNow(BEGUN)
    state = LOT.after(lot.state, answer)
    if lot.state == ASKED_BY_LOT and lot.until_on and lot.until_on < timezone.localdate(at):
        raise NotNow("Je antwoord komt te laat. De plek gaat naar de volgende.")
    if is_yes:
        require(rules.may_come(gathering, is_expected=True))
        require(rules.may_take_place(by, lot))
        take_place(by, gathering, at)
    lot.state, lot.answered_at = state, at
    lot.store("state", "answered_at")
    record_lottery(facts.LotAnswered, lottery, by, at, is_yes=is_yes)
    _settle(gathering, lottery, at)
    return lot


def lapse_lots(*, at: datetime) -> int:
    """Whoever did not answer in time makes room for the next; returns the number of gatherings."""
    keys = lots_to_lapse(timezone.localdate(at), AT_ONCE)
    for key in keys:
        _lapse(key=key, at=at)
    return len(keys)


def give_back_lot(gathering: Gathering, person: int, at: datetime) -> None:
    """Somebody who said yes comes no longer. Inside a write that locked the gathering."""
    lot = _lots(gathering).filter(person=person, state=COMES).first()
    if lot:
        lot.state, lot.answered_at = LOT.after(lot.state, DECLINES), at
        lot.store("state", "answered_at")
        _settle(gathering, lot.lottery, at)


def drop_lots_of(person: Person, at: datetime) -> None:
    """A person is erased: the lists stay as they are, without the person. Inside the write that erases."""
    Willing.objects.filter(person=person).delete()
    rows = Lot.objects.filter(person=person).select_related("lottery").order_by("lottery__gathering")
    for found in rows:
        gathering, lottery = _held(found.lottery)
        lot = Lot.objects.get(pk=found.pk)
        lot.person = None
        if LOT.allows(lot.state, "drop"):
            lot.state = LOT.after(lot.state, "drop")
            record_lottery(facts.LotOver, lottery, None, at, why="gone")
        lot.store("person", "state")
        _settle(gathering, lottery, at)


def forget_lots(before: datetime) -> int:
    """Forget whose numbers they were, of gatherings that ended before then."""
    rows = Lot.objects.filter(lottery__gathering__ends_at__lt=before, person__isnull=False)
    return rows.update(person=None)


@write
def _lapse(*, key: int, at: datetime) -> None:
    gathering, today = fresh(Gathering(pk=key)), timezone.localdate(at)
    for lot in _lots(gathering).filter(state=ASKED_BY_LOT, until_on__lt=today):
        lot.state = LOT.after(lot.state, "lapse")
        lot.store("state")
        record_lottery(facts.LotOver, lot.lottery, None, at, why="silent")
    lottery = Lottery.objects.select_related("gathering__area").get(gathering=gathering)
    _settle(gathering, lottery, at)


def _settle(gathering: Gathering, lottery: Lottery, at: datetime) -> None:
    """Ask whoever is called now and was not asked yet, and count the places that are kept for them."""
    if lottery.state != DRAWN:
        return
    lots = list(Lot.objects.filter(lottery=lottery).select_related("person").order_by("half", "place"))
    today = timezone.localdate(at)
    last = timezone.localdate(gathering.starts_at) - ONE_DAY
    if still_to_come(gathering) and last >= today:
        until = min(today + timedelta(days=lottery.days), last)
        speak = halves_spoken_for({lot.person_id for lot in lots if lot.person_id}, today)
        changed: list[Lot] = []
        while fresh_ones := [lot for lot in method.called_now(lots, lottery.places) if lot.state == ON_LIST]:
            for lot in fresh_ones:
                _ask(lottery, lot, (lot.person_id, lot.half) in speak, until, at)
            changed += fresh_ones
        if changed:
            Lot.objects.bulk_update(changed, ["state", "until_on"], batch_size=500)
    lottery.held = sum(lot.state == ASKED_BY_LOT for lot in lots)
    lottery.store("held")
    if still_to_come(gathering) and gathering.starts_at > at:
        fill_places(gathering, at)


def _ask(lottery: Lottery, lot: Lot, still_speaks: bool, until: date, at: datetime) -> None:
    """Ask one who was drawn; whoever no longer speaks for that half makes room. `_settle` stores the lot."""
    if not still_speaks or lot.person is None:
        lot.state = LOT.after(lot.state, "drop")
        record_lottery(facts.LotOver, lottery, None, at, why="gone")
        return
    lot.state, lot.until_on = LOT.after(lot.state, "ask"), until
    person = lot.person.public_id
    record_lottery(facts.LotAsked, lottery, None, at, person=person, until=until.isoformat())


def _held(lottery: Lottery) -> tuple[Gathering, Lottery]:
    """The gathering, locked, and its lottery as it is now."""
    gathering = fresh(Gathering(pk=lottery.gathering_id))
    found = Lottery.objects.select_related("gathering__area").get(pk=lottery.pk)
    found.gathering = gathering
    return gathering, found


def _lots(gathering: Gathering) -> QuerySet[Lot]:
    rows = Lot.objects.filter(lottery__gathering=gathering)
    return rows.select_related("lottery__gathering__area", "person").order_by("pk")


def _check_days(gathering: Gathering, days: int, today: date) -> None:
    least, most = LOT_DAYS
    if not least <= days <= most:
        raise Invalid({"days": said("Kies %(least)s tot %(most)s dagen.", least=least, most=most)})
    if (timezone.localdate(gathering.starts_at) - today).days <= days:
        raise Invalid(
            {"days": "Zoveel dagen zijn er niet meer voor de bijeenkomst. Kies er minder, of verzet de dag."}
        )


def _checked_places(
    gathering: Gathering, places: Mapping[str, int], pool: list[tuple[int, str]]
) -> dict[str, int]:
    """The places per half, when there are people and chairs for them."""
    kept = {half.value: places.get(half, 0) for half in Half if places.get(half, 0)}
    if any(number < 0 for number in kept.values()):
        raise Invalid({"": "Geef voor iedere helft een aantal van 0 of meer."})
    total = sum(kept.values())
    if not total:
        raise Invalid({"": "Kies voor minstens één helft een plek."})
    if total > MOST_DRAWN:
        raise Invalid({"": said("Loot hooguit %(count)s plekken.", count=MOST_DRAWN)})
    if not pool:
        raise NotNow("Nog niemand hier wil geloot worden. Vraag mensen om zich op te geven.")
    errors = {}
    for half, number in kept.items():
        there = sum(one == half for _person, one in pool)
        if number > there:
            errors[half] = said("Er zijn er %(there)s die geloot willen worden. Kies er minder.", there=there)
    if errors:
        raise Invalid(errors)
    free = gathering.places
    if free is not None:
        free -= gathering.coming_count + sum(young_of(gathering).values())
        if total > free:
            raise Invalid({"": said("Er zijn nog %(free)s plekken vrij. Kies er minder.", free=max(0, free))})
    return kept


def _numbers(count: int) -> list[str]:
    """So many numbers that say nothing about a person."""
    found: dict[str, None] = {}
    while len(found) < count:
        found[new_id()[-NUMBER:]] = None
    return list(found)
