"""The agenda of the demo: what was, with notes; a full evening; one that is cancelled; and what comes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from middenstip.demo.rooms.files import add_drawn
from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.areas.models import Area
from middenstip.domain.files.tasks import settle_files
from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.lifecycle import REPORT_PHOTO
from middenstip.domain.gatherings.models import Gathering, HallQuestion, Lottery
from middenstip.domain.gatherings.selectors import line_by_id, photo_by_id
from middenstip.domain.gatherings.selectors.lots import lots_asked
from middenstip.journeys import follow_up_gathering, publish_text

AT_INITIATIVE = "Voedselbos Lettele"
LAST = "Huiswerkzolder"  # the last story: all others are told by then
ACCESS = "Geen drempels. Er is een toilet voor een rolstoel en een bushalte voor de deur."
WALK = {
    "kind": "walk",
    "title": "Rondje langs de plek van het voedselbos",
    "what": "We lopen langs de plek en kijken waar de bomen komen.",
    "place": "Bij de kerk",
    "access": ACCESS,
    "theme": "natuur-en-milieu",
}
EVENING = {
    "kind": "meeting",
    "title": "Samen de eerste bomen kiezen",
    "what": "Welke bomen passen hier? Neem je wensen mee.",
    "place": "Dorpshuis",
    "access": ACCESS,
    "theme": "natuur-en-milieu",
    "places": 3,
}
ELSEWHERE = (
    ({"kind": "meetup", "title": "Koffie voor wie een plan heeft", "place": "Bibliotheek"}, 3, "yara", ""),
    ({"kind": "listening", "title": "Luisterronde over de speelplek", "place": "School"}, 9, "ilse", ""),
    ({"kind": "activity", "title": "Ruilmarkt van planten en stekjes", "place": "Marktplein"}, 16, "bas", ""),
    (
        {
            "kind": "activity",
            "title": "Denk mee over de skatebaan",
            "what": "Wat moet er komen, en waar? Jij weet dat het best.",
            "place": "Jongerencentrum",
            "age_from": 12,
            "age_to": 18,
        },
        11,
        "bas",
        "",
    ),
    (
        {"kind": "activity", "title": "Film in het park", "place": "Park"},
        6,
        "gerrit",
        "Het wordt te nat. We zoeken een nieuwe dag.",
    ),
)
YOUNG = {"12-15": 5, "16-17": 3}  # who come to the evening for young people
# Who may be drawn; and per lottery the gathering, its host, the places per half, and the word if drawn.
WILLING = (
    *("marijke", "gerrit", "sanne", "jaap", "omar", "lieke", "nadia", "esra"),
    *("joost", "mirthe", "karin", "theo", "femke", "ayla"),
)
LOTTERIES: tuple[tuple[str, str, dict[str, int], str], ...] = (
    (
        "Luisterronde over de speelplek",
        "ilse",
        {"bewoners": 3, "overheid": 1, "ondernemers": 1},
        "Zeven bomen",
    ),
    ("Ruilmarkt van planten en stekjes", "bas", {"bewoners": 2, "ondernemers": 2}, ""),
)
STUCK = "Zonder vergunning mag er geen keet voor gereedschap staan."
# A scene, what is to be seen, who can be recognised, who of them is under 16, and whether all signed.
PHOTOS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], bool], ...] = (
    ("field", "Het weiland waar het voedselbos komt, met de eerste jonge bomen.", (), (), True),
    (
        "garden",
        "Twee mensen bekijken bakken met jonge planten.",
        ("De man met de schep", "De vrouw met de gieter"),
        (),
        True,
    ),
    (
        "crossing",
        "Kinderen steken over op weg naar de plek.",
        ("De volwassene vooraan",),
        ("Het kind",),
        False,
    ),
)
TODAY = {
    "kind": "meeting",
    "title": "Open dag: wat wil jij met het voedselbos?",
    "what": "Loop binnen en stel je vraag. Met je telefoon of op een kaart, zonder naam.",
    "place": "Dorpshuis",
    "access": ACCESS,
    "theme": "natuur-en-milieu",
}
# What the hall asked on the walk and on the open day, of which half, and how many share it.
ON_WALK = (("Waar komt het pad voor de rolstoel?", "bewoners", 3), ("Wie snoeit er over tien jaar?", "", 1))
ON_TODAY = (
    ("Wie zorgt er straks voor de bomen?", "bewoners", 6),
    ("Mag de school ook een stukje?", "bewoners", 4),
    ("Komt er een hek om?", "", 2),
    ("Kan mijn winkel de oogst verkopen?", "ondernemers", 1),
    ("Is er plek om te zitten in de schaduw?", "bewoners", 0),
)
NOTES = (
    "De grond is nat aan de kant van de sloot.",
    "De school wil met twee klassen komen planten.",
    "Vraag de kweker wat oude fruitrassen kosten.",
)


def at_initiative(teller: Teller) -> None:
    """A walk that was, with its notes, and a full evening that comes."""
    if teller.story.title != AT_INITIATIVE:
        return
    about: dict[str, Any] = {"initiative": teller.fresh(), "area": teller.fresh().area}
    began = teller.now - timedelta(days=16)
    walk = _announced(teller, teller.story.who, WALK, began, teller.now - timedelta(days=30), **about)
    for number, who in enumerate(("gerrit", "bas")):
        services.come_to_gathering(
            by=teller.cast[who], gathering=walk, at=by_day(teller.now - timedelta(days=25 - number))
        )
    _asked(walk, ON_WALK, walk.starts_at + timedelta(minutes=5))
    told: dict[str, Any] = {
        "by": teller.initiator,
        "gathering": walk,
        "at": by_day(teller.now - timedelta(days=14)),
    }
    follow_up = timezone.localdate(teller.now) + timedelta(days=12)
    services.hold_gathering(**told, follow_up_on=follow_up)
    services.count_walk_ins(**told, numbers={"bewoners": 6})
    for text in NOTES:
        services.write_note(**told, text=text)
    stuck = services.write_note(**told, text=STUCK)
    line = line_by_id(stuck.public_id)
    if line:
        about_it = {"kind": "rule", "text": "Dan staat het gereedschap elke nacht in de regen."}
        follow_up_gathering.signal_on_line(by=teller.initiator, line=line, **about_it, at=told["at"])
    _report(teller, walk)
    _open_day(teller, about)
    comes = teller.now + timedelta(days=8)
    evening = _announced(teller, teller.story.who, EVENING, comes, teller.now - timedelta(days=9), **about)
    for number, who in enumerate(("gerrit", "bas", "ilse", "tarik")):
        services.come_to_gathering(
            by=teller.cast[who], gathering=evening, at=by_day(teller.now - timedelta(days=8 - number))
        )


def _open_day(teller: Teller, about: dict[str, Any]) -> None:
    """A gathering that runs while you look, with questions of the hall and one on the table."""
    begin = timezone.localtime(teller.now - timedelta(hours=1)).replace(tzinfo=None)
    day = publish_text.gathering(
        by=teller.initiator,
        told=TODAY,
        starts=begin,
        ends=begin + timedelta(hours=8),
        at=by_day(teller.now - timedelta(days=6)),
        **about,
    )
    for who in ("gerrit", "ilse"):
        services.come_to_gathering(
            by=teller.cast[who], gathering=day, at=by_day(teller.now - timedelta(days=3))
        )
    at = teller.now - timedelta(minutes=50)
    asked = _asked(day, ON_TODAY, at)
    told: dict[str, Any] = {"by": teller.initiator, "at": teller.now - timedelta(minutes=30)}
    card: dict[str, Any] = {
        "gathering": day,
        "text": "Rijdt er een busje voor wie slecht loopt?",
        "half": "bewoners",
    }
    services.type_question_card(**told, **card)
    services.move_in_hall(**told, question=asked[0], step="table")
    services.note_in_hall(**told, question=asked[1])
    services.move_in_hall(**told, question=asked[1], step="answer")


def _asked(one: Gathering, questions: tuple[tuple[str, str, int], ...], at: datetime) -> list[HallQuestion]:
    """Phones in the hall ask, and others share it."""
    made = []
    for number, (text, half, others) in enumerate(questions):
        told: dict[str, Any] = {"gathering": one, "text": text, "half": half}
        made.append(services.ask_in_hall(**told, phone=f"vraagt {number}", at=at + timedelta(minutes=number)))
        for other in range(others):
            services.echo_in_hall(
                question=made[-1], phone=f"deelt {other}", at=at + timedelta(minutes=number + 1)
            )
    return made


def _report(teller: Teller, walk: Gathering) -> None:
    """Photos of the walk, drawn: two that everyone sees, and one of which somebody did not say yes yet."""
    for scene, alt, people, young, is_signed in PHOTOS:
        at = by_day(teller.now - timedelta(days=13))
        told: dict[str, Any] = {"people": people, "young": young, "is_empty": not people and not young}
        made = services.place_photo(by=teller.initiator, gathering=walk, **told, at=at)
        place = photo_by_id(made.public_id)
        add_drawn(teller, REPORT_PHOTO, place, scene, alt, at)
        settle_files(at)
        for one in made.portraits.all() if is_signed else ():
            services.type_portrait(by=teller.initiator, portrait=one, by_guardian=one.is_young, at=at)


def elsewhere(teller: Teller) -> None:
    """What others announce in the gemeente, and one that is cancelled."""
    if teller.story.title != LAST:
        return
    city = Area.objects.get(code="GM0150")
    for told, days, who, why in ELSEWHERE:
        starts, at = teller.now + timedelta(days=days), teller.now - timedelta(days=5)
        one = _announced(teller, who, told, starts, at, area=city)
        for band, number in YOUNG.items() if "age_to" in told else ():
            for _one in range(number):
                services.come_young(gathering=one, band=band, at=by_day(teller.now - timedelta(days=2)))
        if why:
            services.cancel_gathering(
                by=teller.cast[who], gathering=one, why=why, at=by_day(teller.now - timedelta(days=1))
            )


def by_lot(teller: Teller) -> None:
    """Who may be drawn, a lottery that was drawn and partly answered, and one that waits for a word."""
    if teller.story.title != LAST:
        return
    city, at = Area.objects.get(code="GM0150"), by_day(teller.now - timedelta(days=5))
    for who in WILLING:
        services.be_drawn(by=teller.cast[who], area=city, at=at)
    for title, host, places, word in LOTTERIES:
        one = Gathering.objects.get(title=title)
        by = teller.cast[host]
        lottery = services.seal_lots(
            by=by, gathering=one, places=places, days=6, at=by_day(teller.now - timedelta(days=4))
        )
        if word:
            drawn = by_day(teller.now - timedelta(days=3))
            services.draw_lots(by=by, lottery=lottery, word=word, at=drawn)
            _answer_lots(teller, lottery)


def _answer_lots(teller: Teller, lottery: Lottery) -> None:
    """The first two say yes, the third no; the others think about it."""
    actors = {actor.person_id: actor for actor in teller.cast.values()}
    at = by_day(teller.now - timedelta(days=2))
    for place, lot in enumerate(lots_asked(lottery, 3)):
        services.answer_lot(by=actors[lot.person_id or 0], lot=lot, is_yes=place < 2, at=at)


def _announced(
    teller: Teller, who: str, told: dict[str, Any], starts: datetime, at: datetime, **about: Any
) -> Gathering:
    begin = timezone.localtime(starts).replace(hour=19, minute=30, second=0, microsecond=0, tzinfo=None)
    return publish_text.gathering(
        by=teller.cast[who],
        told=told,
        starts=begin,
        ends=begin + timedelta(hours=2),
        at=by_day(at),
        **about,
    )


STEPS = (Step(95, at_initiative), Step(99, elsewhere), Step(100, by_lot))
