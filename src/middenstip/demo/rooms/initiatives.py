"""An idea is submitted, followed and helped; news is posted, and it ends."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives import services
from middenstip.domain.parties.models import Person
from middenstip.journeys import close_agreement, follow, stop_initiative, submit_initiative

AT_INITIATIVE = "Voedselbos Lettele"
# Who belongs to it: the name, the half, how found, how reached, how far, and why not.
AROUND = (
    (
        "Waterschap De Vlier",
        "overheid",
        "De sloot langs het weiland is van hen.",
        "Gebeld, via de balie",
        "approached",
        "",
    ),
    ("basisschool De Zonnewijzer", "overheid", "Twee klassen willen planten.", "Langs geweest", "joins", ""),
    ("IJsclub Lettele", "bewoners", "Zij hebben een aggregaat en een kantine.", "", "belongs", ""),
    (
        "ouders van de speeltuin",
        "bewoners",
        "Ze staan elke middag bij het hek.",
        "Flyer in de bus",
        "approached",
        "",
    ),
    (
        "Boerderij De Brink",
        "ondernemers",
        "Hun land ligt ernaast.",
        "Langs geweest",
        "refuses",
        "De grond is tot 2029 verhuurd.",
    ),
    ("imkers uit de buurt", "ondernemers", "Verkopen honing op de markt.", "", "belongs", ""),
)


def submit(teller: Teller) -> None:
    story, initiator = teller.story, teller.initiator
    fixed, negotiable, open_ = story.reins
    initiative = submit_initiative.draft(
        initiator=Person.objects.get(pk=initiator.person_id),
        half=initiator.half,
        seat=teller.seat(story.who),
        area=Area.objects.select_related("municipality", "district").get(code=story.area),
        texts={"title": story.title, "what": story.what, "why": story.why, "motto": story.motto},
        reins={"fixed": fixed, "negotiable": negotiable, "open": open_},
        themes=story.themes,
        is_hybrid=story.hybrid,
        has_place=story.place is not None,
        point=story.place,
        at=teller.begin,
    )
    teller.initiative = submit_initiative.submit(by=initiator, initiative=initiative, at=teller.at())


def followed(teller: Teller) -> None:
    for person in list(teller.cast.values())[: teller.story.followers]:
        follow.follow_initiative(person=person.person_id, initiative=teller.initiative, at=teller.at())


def stop(teller: Teller) -> None:
    """End the story here if the initiative stops early, or stays a submitted idea for now."""
    story, initiative = teller.story, teller.initiative
    if story.reach == "stopped":
        stop_initiative.stop(by=teller.initiator, initiative=initiative, lesson=story.lesson, at=teller.at())
    teller.is_over = story.reach == "stopped" or (story.reach == "idea" and not story.table)


def help_(teller: Teller) -> None:
    for who, brings, accepted in teller.story.helpers:
        partner = services.offer_help(
            by=teller.cast[who],
            initiative=teller.initiative,
            brings=brings,
            gets="",
            fears="",
            has_read=True,
            at=teller.at(),
        )
        if accepted:
            services.answer_help(
                by=teller.initiator, partner=partner, accept=True, has_ticked=True, at=teller.at()
            )


def news(teller: Teller) -> None:
    story = teller.story
    for text in story.news:
        at = by_day(teller.now - timedelta(days=1 + story.ago % 7, hours=2))
        services.tell_news(by=teller.initiator, initiative=teller.initiative, text=text, at=at)


def asks(teller: Teller) -> None:
    """What is asked today: the newest act of a story that still runs."""
    for text, size, days in teller.story.asks:
        services.ask_for_help(
            by=teller.initiator,
            initiative=teller.initiative,
            text=text,
            size=size,
            until_on=teller.now.date() + timedelta(days=days),
            at=by_day(teller.now - timedelta(days=2 + size, hours=3)),
        )


def around(teller: Teller) -> None:
    """Who belongs to the first story: known organisations, and groups in own words."""
    if teller.story.title != AT_INITIATIVE:
        return
    told: dict[str, Any] = {"by": teller.initiator}
    for place, (name, half, found, reached, state, why_not) in enumerate(AROUND):
        at = by_day(teller.now - timedelta(days=12 - place))
        words = {"found": found, "reached": reached, "why_not": why_not}
        party = services.add_party(
            **told,
            initiative=teller.fresh(),
            organisation=None,
            name=name,
            half=half,
            words=words,
            has_ticked=True,
            at=at,
        )
        services.change_party(**told, party=party, half=half, words=words, state=state, at=at)


def finish(teller: Teller) -> None:
    story = teller.story
    if story.end:
        close_agreement.finish(
            by=teller.initiator,
            initiative=teller.fresh(),
            outcome=story.end,
            lesson=story.lesson,
            at=by_day(teller.now - timedelta(days=20 + story.ago % 9)),
        )


STEPS = (
    Step(10, submit),
    Step(20, followed),
    Step(30, stop),
    Step(50, help_),
    Step(80, news),
    Step(85, asks),
    Step(86, around),
    Step(90, finish),
)
