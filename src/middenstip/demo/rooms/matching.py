"""Needs, offers, introductions and a movement in the demo: the last story tells them all."""

from __future__ import annotations

from datetime import timedelta

from middenstip.demo.rooms.step import Step
from middenstip.demo.stories import STORIES
from middenstip.demo.stories.listings import LISTINGS, MOVEMENT, Listed
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.matching import services
from middenstip.domain.matching.models import Introduction, Listing
from middenstip.domain.matching.selectors import introduction_by_id
from middenstip.journeys import make_deal

LATER = timedelta(minutes=8)
RUNS = timedelta(days=120)
ORDER = ("asked", "met", "agreed", "done")


def list_all(teller: Teller) -> None:
    """All of them, before the last story."""
    if teller.story is not STORIES[-1]:
        return
    areas = {area.code: area for area in Area.objects.select_related("municipality", "district")}
    for one in LISTINGS:
        _tell(teller, one, areas[one.area])


def _tell(teller: Teller, one: Listed, area: Area) -> None:
    at = by_day(teller.now - timedelta(days=one.ago))
    kind, metres, access = one.place or ("", None, "")
    told = {
        "sort": one.sort,
        "title": one.title,
        "text": one.text,
        "size": one.size,
        "theme": one.theme,
        "asset": one.asset,
        "claim": one.claim,
        "place_kind": kind,
        "square_metres": metres,
        "access": access,
        "until_on": (teller.now + RUNS).date(),
    }
    about = Initiative.objects.filter(title=one.initiative).first() if one.initiative else None
    listing = services.place_listing(
        by=teller.cast[one.who], is_offer=one.is_offer, told=told, area=area, initiative=about, at=at
    )
    if one.taken:
        _meet(teller, one, listing)


def _meet(teller: Teller, one: Listed, listing: Listing) -> None:
    """Ask, and as far as it came: meet, agree, and the thank-you. A day of everything before today."""
    moments = (by_day(teller.now - timedelta(days=one.ago) / 2) + LATER * number for number in range(5))
    asker, owner = teller.cast[one.taken], teller.cast[one.who]
    reach = ORDER.index(one.reach)
    met = services.ask_introduction(
        by=asker, about=listing, text="Dat komt mooi uit. Zullen we praten?", at=next(moments)
    )
    if reach >= 1:
        services.accept_introduction(by=owner, introduction=met, at=next(moments))
        services.write_message(
            by=owner, introduction=met, text="Fijn! Past zaterdagochtend?", at=next(moments)
        )
    if reach >= 2:
        due_on = (teller.now + timedelta(days=5)).date()
        make_deal.agree(by=asker, introduction=_fresh(met), what=one.title, due_on=due_on, at=next(moments))
    if reach >= 3:
        hours, goods, euros = one.worth
        services.finish_deal(
            by=owner,
            introduction=_fresh(met),
            thanks=one.thanks,
            hours=hours,
            goods=goods,
            euros=euros,
            at=by_day(teller.now - timedelta(days=1)),
        )


def _fresh(one: Introduction) -> Introduction:
    found = introduction_by_id(one.public_id)
    assert found
    return found


def move(teller: Teller) -> None:
    """Three initiatives go on as one, a fourth is asked, and a fifth asks to join."""
    if teller.story is not STORIES[-1]:
        return
    who = {story.title: story.who for story in STORIES}
    rows = Initiative.objects.filter(title__in=(*MOVEMENT.titles, MOVEMENT.asked, MOVEMENT.wants))
    found = {one.title: one for one in rows.select_related("initiator", "area")}
    first, *others = (found[title] for title in MOVEMENT.titles)
    moments = (by_day(teller.now - timedelta(days=MOVEMENT.ago)) + LATER * number for number in range(9))
    movement = services.propose_movement(
        by=teller.cast[who[first.title]],
        own=first,
        others=[*others, found[MOVEMENT.asked]],
        told={"title": MOVEMENT.title, "aim": MOVEMENT.aim, "text": MOVEMENT.text},
        at=next(moments),
    )
    for one in others:
        services.answer_movement(
            by=teller.cast[who[one.title]], movement=movement, initiative=one, accept=True, at=next(moments)
        )
    services.want_movement(
        by=teller.cast[who[MOVEMENT.wants]],
        movement=movement,
        initiative=found[MOVEMENT.wants],
        at=by_day(teller.now - timedelta(hours=20)),
    )


STEPS = (Step(1, list_all), Step(95, move))
