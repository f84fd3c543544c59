"""Everyone reads the agenda; everyone who is logged in comes, the host organises, an institution answers."""

from datetime import datetime, timedelta

from middenstip.domain.areas.models import Area
from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.lifecycle import CODE
from middenstip.domain.gatherings.models import (
    Attendance,
    Gathering,
    HallQuestion,
    Lot,
    Lottery,
    NoteLine,
    Portrait,
    ProcessInvite,
    ReportPhoto,
    Willing,
)
from middenstip.domain.gatherings.selectors import photo_by_id
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel import clock
from tests.domain.files.made import photo
from tests.matrix.row import Row, everybody, only
from tests.matrix.rows.files import sent
from tests.matrix.world import World

TOLD = {"kind": "meetup", "title": "Koffie in het bos", "place": "Dorpshuis"}
FORM = {**TOLD, "day": "2034-03-01", "start": "19:30", "end": "21:00"}


def _gathering(world: World) -> str:
    """A gathering to come of the initiator, at the initiative."""
    one = services.announce_gathering(
        by=world.cast.marijke,
        told=TOLD,
        starts=datetime(2034, 3, 1, 19, 30),  # noqa: DTZ001 as the clock on the wall says
        ends=datetime(2034, 3, 1, 21),  # noqa: DTZ001
        area=world.initiative.area,
        initiative=world.initiative,
        at=clock.now(),
    )
    return one.public_id


def _joined(world: World) -> str:
    """The same, to which tarik comes."""
    one = Gathering.objects.get(public_id=_gathering(world))
    services.come_to_gathering(by=world.cast.tarik, gathering=one, at=clock.now())
    return one.public_id


def _begun(world: World) -> str:
    """The same, which began an hour ago."""
    code, now = _gathering(world), clock.now()
    Gathering.objects.filter(public_id=code).update(starts_at=now - timedelta(hours=1), ends_at=now)
    return code


def _asked(world: World) -> str:
    """A question of a phone at the gathering that began, on which nobody acted yet."""
    one = Gathering.objects.get(public_id=_begun(world))
    return services.ask_in_hall(gathering=one, text="Wie betaalt het water?", at=clock.now()).public_id


def _of_listening(world: World) -> str:
    """A question from a card in a luisterronde, summed up by the host."""
    one = Gathering.objects.get(public_id=_begun(world))
    Gathering.objects.filter(pk=one.pk).update(kind="listening")
    told = {"by": world.cast.marijke, "at": clock.now()}
    made = services.type_question_card(gathering=one, text="Wie betaalt het water?", **told)
    return services.sum_up_in_hall(question=made, summary="Wie betaalt?", **told).public_id


def _hidden_question(world: World) -> str:
    question = HallQuestion.objects.get(public_id=_asked(world))
    told = {"by": world.cast.marijke, "at": clock.now()}
    return services.hide_in_hall(question=question, why="Dit gaat over een mens.", **told).public_id


def _held(world: World) -> str:
    """The same, which was held."""
    one = Gathering.objects.get(public_id=_begun(world))
    services.hold_gathering(
        by=world.cast.marijke, gathering=one, follow_up_on=clock.today() + timedelta(days=9), at=clock.now()
    )
    return one.public_id


def _line(world: World) -> str:
    one = Gathering.objects.get(public_id=_held(world))
    told = {"gathering": one, "text": "Bel de gemeente.", "at": clock.now()}
    return services.write_note(by=world.cast.marijke, **told).public_id


def _review(world: World) -> str:
    """A terugkomsessie that was held, of the same gathering as the line."""
    line = NoteLine.objects.get(public_id=_line(world))
    line.noun = "action"
    line.store("noun")
    code = _held(world)
    Gathering.objects.filter(public_id=code).update(kind="review", reviews=line.gathering_id)
    return code


def _review_line(world: World) -> str:
    """The line that this terugkomsessie asks again."""
    return NoteLine.objects.get(gathering__reviewed_by__kind="review").public_id


def _calendar(world: World) -> str:
    """The secret address of the calendar of tarik."""
    return services.renew_calendar(by=world.cast.tarik, at=clock.now()).secret


def _invite(world: World) -> str:
    """The initiator invites ilse's seat."""
    return services.invite_institution(
        by=world.cast.marijke,
        initiative=world.initiative,
        seat=Seat.objects.get(pk=world.cast.ilse.seat_id),
        what_for="Meedenken over de grond",
        at=clock.now(),
    ).public_id


def _photo(world: World) -> str:
    """A place for a photo with somebody on it, in the report of a gathering that was held."""
    one = Gathering.objects.get(public_id=_held(world))
    told = {"people": ["De vrouw met de gele jas"], "young": [], "is_empty": False}
    return services.place_photo(by=world.cast.marijke, gathering=one, **told, at=clock.now()).public_id


def _portrait(world: World) -> Portrait:
    return Portrait.objects.get(photo__public_id=_photo(world))


def _shown_portrait(world: World) -> str:
    """The secret of somebody on a photo that was chosen."""
    one = _portrait(world)
    sent(world, "report_photo", photo_by_id(one.photo.public_id), photo())
    return one.secret


def _young(world: World) -> str:
    """The same, for young people of 12 to 18."""
    code = _gathering(world)
    Gathering.objects.filter(public_id=code).update(age_from=12, age_to=18)
    return code


def _willing(world: World) -> Gathering:
    """A gathering, and tarik who may be drawn for it."""
    one = Gathering.objects.get(public_id=_gathering(world))
    services.be_drawn(by=world.cast.tarik, area=one.area, at=clock.now())
    return one


def _lottery(world: World) -> Lottery:
    told = {"gathering": _willing(world), "places": {world.cast.tarik.half: 1}, "days": 5}
    return services.seal_lots(by=world.cast.marijke, **told, at=clock.now())


def _drawn(world: World) -> str:
    """A lottery in which tarik was drawn."""
    lottery = _lottery(world)
    services.draw_lots(by=world.cast.marijke, lottery=lottery, word="zeven", at=clock.now())
    return lottery.public_id


THINGS = {
    "lot_gathering": lambda world: _willing(world).public_id,
    "lottery": lambda world: _lottery(world).public_id,
    "drawn_lottery": _drawn,
    "young_gathering": _young,
    "report_photo": _photo,
    "portrait": lambda world: _portrait(world).public_id,
    "portrait_secret": lambda world: _portrait(world).secret,
    "portrait_photo": _shown_portrait,
    "gathering": _gathering,
    "joined_gathering": _joined,
    "begun_gathering": _begun,
    "held_gathering": _held,
    "hall_code": lambda world: _begun(world)[:CODE],
    "hall_question": _asked,
    "listening_question": _of_listening,
    "hidden_question": _hidden_question,
    "note_line": _line,
    "process_invite": _invite,
    "look_back": _review,
    "look_back_line": _review_line,
    "calendar": _calendar,
}
ONE, HELD, INVITE, PHOTO = ("gathering",), ("held_gathering",), ("process_invite",), ("report_photo",)
HOST = only("initiator", gives=302)
HOST_FORM = only("initiator", gives=302, anonymous=403)
DAY = f"{clock.today() + timedelta(days=30)}"
ROWS = [
    Row("gatherings:index", everybody()),
    Row("gatherings:month", everybody()),
    Row("gatherings:feed", everybody()),
    Row("gatherings:detail", everybody(), args=ONE),
    Row("gatherings:detail", everybody(), args=HELD),
    Row("gatherings:single_feed", everybody(), args=ONE),
    Row("gatherings:sheets", everybody(), args=ONE),
    Row("gatherings:new", everybody() | {"anonymous": 302}),
    Row(
        "gatherings:new",
        everybody(302) | {"anonymous": 403},
        "POST",
        (),
        {**FORM, "area": "WK015014"},
    ),
    Row("gatherings:change", only("initiator"), args=ONE),
    Row("gatherings:change", HOST_FORM, "POST", ONE, {**FORM, "title": "Thee in het bos"}),
    Row("gatherings:come", everybody(302), "POST", ONE),
    Row("gatherings:young", everybody(), args=("young_gathering",)),
    Row(
        "gatherings:young",
        everybody(302) | {"anonymous": 302},
        "POST",
        ("young_gathering",),
        {"leeftijd": "12-15"},
    ),
    Row("gatherings:leave", everybody(302), "POST", ("joined_gathering",)),
    Row("gatherings:cancel", HOST_FORM, "POST", ONE, {"why": "De zaal is dicht."}),
    Row("gatherings:hall", everybody(), args=("begun_gathering",)),
    Row(
        "gatherings:hall",
        everybody(302) | {"anonymous": 302},
        "POST",
        ("begun_gathering",),
        {"text": "Komt er een bank?"},
    ),
    Row("gatherings:screen", everybody(), args=("begun_gathering",)),
    Row("gatherings:hall_code", everybody(302) | {"anonymous": 302}, args=("hall_code",)),
    Row("gatherings:hall_card", HOST_FORM, "POST", ("begun_gathering",), {"text": "Komt er een bank?"}),
    Row("gatherings:hall_echo", everybody(302) | {"anonymous": 302}, "POST", ("hall_question",)),
    Row("gatherings:hall_move", HOST, "POST", ("hall_question",), {"stap": "table"}),
    Row("gatherings:hall_hide", HOST_FORM, "POST", ("hall_question",), {"why": "Over een mens."}),
    Row("gatherings:hall_note", HOST, "POST", ("hall_question",)),
    Row("gatherings:hall_show", HOST, "POST", ("hidden_question",)),
    Row("gatherings:hall_sum", HOST_FORM, "POST", ("listening_question",), {"summary": "Wie betaalt er?"}),
    Row(
        "gatherings:hall_confirm",
        only("initiator", gives=302, anonymous=403),
        "POST",
        ("listening_question",),
        {"klopt": "ja"},
    ),
    Row("gatherings:hold", HOST, "POST", ("begun_gathering",), {"follow_up_on": DAY}),
    Row("gatherings:count", HOST, "POST", HELD, {"residents": "3"}),
    Row("gatherings:note", HOST_FORM, "POST", HELD, {"text": "De school doet mee."}),
    Row("gatherings:detail", everybody(), args=("look_back",)),
    Row("gatherings:came", HOST, "POST", ("look_back", "look_back_line"), {"outcome": "runs"}),
    Row("gatherings:photos", everybody(), args=HELD),
    Row("gatherings:place_photo", HOST, "POST", HELD, {"people": "Oma"}),
    Row("gatherings:photo", only("initiator"), args=PHOTO),
    Row("gatherings:name_portrait", HOST, "POST", PHOTO, {"words": "Opa"}),
    Row("gatherings:remove_photo", HOST, "POST", PHOTO),
    Row("gatherings:sign_portrait", only("initiator", gives=409), "POST", ("portrait",)),
    Row("gatherings:refuse_portrait", HOST, "POST", ("portrait",)),
    Row("gatherings:portrait", everybody(), args=("portrait_secret",)),
    Row("gatherings:portrait", everybody(302) | {"anonymous": 302}, "POST", ("portrait_secret",)),
    Row("gatherings:portrait_photo", everybody(), args=("portrait_photo",)),
    Row("gatherings:personal", everybody(), args=("calendar",)),
    Row("gatherings:mine", everybody() | {"anonymous": 302}),
    Row("gatherings:renew", everybody(302), "POST"),
    Row("gatherings:drop", everybody(302), "POST"),
    Row("gatherings:plan", HOST, "POST", ("note_line",)),
    Row("gatherings:signal", HOST, "POST", ("note_line",), {"kind": "rule", "text": "Wachten."}),
    Row("gatherings:draft", only("initiator", gives=422), "POST", ("note_line",)),
    Row("gatherings:seal", only("initiator"), args=("lot_gathering",)),
    Row("gatherings:seal", HOST, "POST", ("lot_gathering",), {"bewoners": "1", "days": "5"}),
    Row("gatherings:lottery", everybody(), args=("lottery",)),
    Row("gatherings:lottery", everybody(), args=("drawn_lottery",)),
    Row("gatherings:draw", HOST, "POST", ("lottery",), {"word": "zeven"}),
    Row(
        "gatherings:answer_lot",
        only("outsider", gives=302, others=404),
        "POST",
        ("drawn_lottery",),
        {"answer": "ja"},
    ),
    Row("gatherings:lot_list", everybody(), args=("lottery",)),
    Row("gatherings:lot_script", everybody(), args=("drawn_lottery",)),
    Row("gatherings:lot_script", everybody(404), args=("lottery",)),
    Row("gatherings:willing", everybody() | {"anonymous": 302}),
    Row("gatherings:willing", everybody(302), "POST", (), {"area": "WK015014"}),
    Row("gatherings:unwilling", everybody(302), "POST", (), {"area": "WK015014"}),
    Row("gatherings:invites", everybody(), args=("initiative",)),
    Row("gatherings:invites", only("initiator", gives=422), "POST", ("initiative",)),
    Row("gatherings:invite", everybody(), args=INVITE),
    Row("gatherings:answer", only("government", gives=302), "POST", INVITE, {"answer": "yes"}),
    Row("gatherings:withdraw", HOST, "POST", INVITE),
    Row("api-1.0.0:bijeenkomsten", everybody()),
    Row("api-1.0.0:bijeenkomst", everybody(), args=ONE),
]


def crowd(world: World, more: int) -> None:
    """Gatherings in the area, people who come and lines of every gathering in an address, invitations."""
    city, village = Area.objects.get(code="GM0150"), Area.objects.get(code="WK015014")
    writer = {"person_id": world.cast.gerrit.person_id, "seat_id": world.cast.gerrit.seat_id}
    now = clock.now()
    for days, state in ((5, "announced"), (-5, "held")):
        start = now + timedelta(days=days)
        Gathering.objects.bulk_create(
            Gathering(
                kind="walk",
                title=f"Rondje {number}",
                place="Dorp",
                starts_at=start,
                ends_at=start + timedelta(hours=1),
                state=state,
                area=village,
                municipality=city,
                district=village,
                initiative=world.initiative,
                announced_at=now,
                changed_at=now,
                **writer,
            )
            for number in range(more)
        )
    known = Person.objects.count()
    people = Person.objects.bulk_create(
        Person(
            email=f"loper{known + number}@voorbeeld.example", name=f"Loper {known + number}", proven_at=now
        )
        for number in range(more)
    )
    for name in ("gathering", "held_gathering", "joined_gathering", "look_back"):
        one = Gathering.objects.get(public_id=world.things[name])
        Attendance.objects.bulk_create(Attendance(gathering=one, person=who, at=now) for who in people)
        NoteLine.objects.bulk_create(
            NoteLine(gathering=one, text=f"Regel {number}", at=now) for number in range(more)
        )
    ProcessInvite.objects.bulk_create(
        ProcessInvite(
            initiative=world.initiative,
            seat_id=world.cast.ilse.seat_id,
            by_id=world.cast.marijke.person_id,
            what_for=f"Meedenken {number}",
            state="yes",
            was_in_time=True,
            asked_at=now,
        )
        for number in range(more)
    )
    _photos(world, more)
    _lots(world, more, people)
    _hall(world, more)


def _lots(world: World, more: int, people: list[Person]) -> None:
    """More people who may be drawn, and more lots."""
    now, village = clock.now(), Area.objects.get(code="WK015014")
    Willing.objects.bulk_create(Willing(person=who, area=village, half="bewoners", at=now) for who in people)
    for name in ("lottery", "drawn_lottery"):
        lottery = Lottery.objects.get(public_id=world.things[name])
        told = {"state": "no", "until_on": now.date()} if lottery.is_drawn else {}
        Lot.objects.bulk_create(
            Lot(
                lottery=lottery,
                number=f"n{who.pk}",
                half="bewoners",
                person=who,
                place=place if lottery.is_drawn else None,
                **told,
            )
            for place, who in enumerate(people, start=1000 + people[0].pk if people else 0)
        )


def _hall(world: World, more: int) -> None:
    """Questions in the hall, and phones that share the question in an address."""
    now = clock.now()
    for name in ("begun_gathering", "held_gathering"):
        one = Gathering.objects.get(public_id=world.things[name])
        HallQuestion.objects.bulk_create(
            HallQuestion(gathering=one, text=f"Vraag {number}?", at=now) for number in range(more)
        )


def _photos(world: World, more: int) -> None:
    """Photos in the report, and people on a photo."""
    now, one = clock.now(), Gathering.objects.get(public_id=world.things["held_gathering"])
    ReportPhoto.objects.bulk_create(ReportPhoto(gathering=one, at=now) for _ in range(more))
    for name in ("report_photo", "portrait", "portrait_secret", "portrait_photo"):
        known = {"report_photo": "photo__public_id", "portrait": "public_id"}.get(name, "secret")
        place = Portrait.objects.get(**{known: world.things[name]}).photo
        Portrait.objects.bulk_create(
            Portrait(photo=place, words=f"Mens {number}", secret=f"{place.pk} {number}", asked_at=now)
            for number in range(more)
        )
