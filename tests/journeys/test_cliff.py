"""De klif: 24 months on a fake clock. Each clock rings at 12, 6 and 3 once, and again after a new end."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from middenstip.domain.projects import method, services
from middenstip.domain.projects.models import Alarm, Award, Line, Order, Project, Source
from middenstip.domain.projects.selectors import burden_of, tasks_of
from middenstip.domain.projects.selectors.checks import colours_of, worst
from middenstip.domain.projects.services.award import Part
from middenstip.domain.projects.tasks import watch_projects
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, seat_of
from tests.journeys.test_start_project import a_line, adds_up, project_by
from tests.notices.ears import heard, post

YEARS = {"first_on": date(2027, 1, 1), "last_on": date(2029, 12, 31), "every": 1}


def house(cast: Cast) -> Project:
    """€ 4,400 in the till; rent 2,000 and letting 400 a month, subsidy 9,000 in January and July 2027."""
    project = project_by(cast)
    cast.at = datetime(2026, 12, 31, 9, tzinfo=UTC)
    by = {"by": cast.marijke, "project": project}
    services.add_line(**by, name="Huur", planned=36 * 2_000_00, **YEARS, at=cast.tick())
    services.add_source(
        **by, name="Verhuur", kind="verhuur", amount=400_00, certainty="vast", **YEARS, at=cast.tick()
    )
    till = services.add_source(
        **by, name="Kas", kind="eigen geld", amount=4_400_00, certainty="vast",
        first_on=date(2026, 12, 1), last_on=date(2026, 12, 1), at=cast.tick(),
    )  # fmt: skip
    services.book_income(by=cast.marijke, source=till, day=cast.today, amount=4_400_00, at=cast.tick())
    grant(cast, project, [date(2027, 1, 1), date(2027, 7, 1)], date(2027, 12, 31))
    return project


def grant(cast: Cast, project: Project, days: list[date], until: date) -> Award:
    return services.grant_award(
        by=cast.ilse, project=project, kind="subsidie", name="Subsidie", amount=len(days) * 9_000_00,
        covers_on=until, parts=[Part(9_000_00, day) for day in days], at=cast.tick(),
    )  # fmt: skip


def a_month(cast: Cast, year: int, month: int) -> list[tuple[str, int]]:
    """Everything goes as planned until this month begins; what rings on its first day."""
    cast.at = datetime(year, month, 1, 8, tzinfo=UTC)
    before = Alarm.objects.count()
    watch_projects(cast.tick())
    assert watch_projects(cast.tick()) == 0  # safe to run twice
    found = [(one.clock, one.level) for one in Alarm.objects.order_by("pk")[before:]]
    line, letting = Line.objects.get(name="Huur"), Source.objects.get(name="Verhuur")
    day = cast.today
    if line.left:
        services.book_expense(
            by=cast.marijke, line=line, number=f"{year}-{month}", day=day, amount=2_000_00, text="Huur",
            at=cast.tick(),
        )  # fmt: skip
    services.book_income(by=cast.marijke, source=letting, day=day, amount=400_00, at=cast.tick())
    for award in Award.objects.filter(state="granted"):
        for part in award.tranches.filter(due_on__lte=day, state="planned"):
            for by, act in ((cast.marijke, "meet"), (cast.marijke, "ask"), (cast.ilse, "pay")):
                part = services.move_tranche(by=by, tranche=part, act=act, at=cast.tick())
    return found


def test_each_clock_rings_once_at_each_level_and_again_after_a_new_award(cast: Cast) -> None:
    project = house(cast)
    post(cast)
    rung = {month: a_month(cast, 2027, month) for month in range(1, 13)}
    assert {month: some for month, some in rung.items() if some} == {
        1: [("subsidie stopt", 12)],
        3: [("geld op", 12)],
        7: [("subsidie stopt", 6)],
        9: [("geld op", 6)],
        10: [("subsidie stopt", 3)],
        12: [("geld op", 3)],
    }
    post(cast)
    near = [one for one in heard(cast.ilse) if "Voedselbos" in one and ("geld" in one or "subsidie" in one)]
    assert near.count("Het geld raakt op: Voedselbos Lettele") == 3
    assert near.count("De subsidie stopt: Voedselbos Lettele") == 3
    assert heard(cast.marijke).count("Het geld raakt op: Voedselbos Lettele") == 3
    assert Project.objects.get().ends_on == date(2028, 3, 1)
    adds_up()

    award = grant(cast, project, [date(2028, 1, 1), date(2028, 7, 1)], date(2028, 12, 31))
    rung = {month: a_month(cast, 2028, month) for month in range(1, 13)}
    assert rung[1] == [("subsidie stopt", 12)]
    assert [level for some in rung.values() for clock, level in some if clock == "subsidie stopt"] == [
        12,
        6,
        3,
    ]
    assert [level for some in rung.values() for clock, level in some if clock == "geld op"] == [12, 6, 3]
    with pytest.raises(Forbidden, match="alleen de gever"):
        services.withdraw_award(by=cast.marijke, award=award, why="Weg.", at=cast.tick())
    adds_up()


def test_an_award_that_is_withdrawn_half_way_takes_its_flows_and_rings(cast: Cast) -> None:
    project = house(cast)
    assert a_month(cast, 2027, 1) == [("subsidie stopt", 12)]
    award = Award.objects.get()
    part = award.tranches.get(state="planned")
    with pytest.raises(Invalid):
        services.withhold_tranche(by=cast.ilse, tranche=part, why=" ", at=cast.tick())
    award = services.withdraw_award(by=cast.ilse, award=award, why="De raad besloot anders.", at=cast.tick())
    assert (part.refresh_from_db(), part.state, part.why_withheld) == (
        None,
        "withheld",
        "De raad besloot anders.",
    )
    with pytest.raises(NotNow, match="ingetrokken"):
        services.move_tranche(by=cast.marijke, tranche=part, act="meet", at=cast.tick())
    with pytest.raises(NotNow, match="ingetrokken"):
        services.withdraw_award(by=cast.ilse, award=award, why="Nog eens.", at=cast.tick())
    watch_projects(cast.tick())
    assert Alarm.objects.filter(clock="geld op", cleared_at=None).count() == 1
    stops = Alarm.objects.get(clock="subsidie stopt", cleared_at=None)
    assert (stops.level, stops.ends_on) == (3, date(2027, 1, 1))  # this month was paid, and nothing after it
    adds_up()
    services.grant_award(
        by=cast.ilse, project=project, kind="fonds", name="Fonds", amount=5_00, covers_on=cast.day(90),
        parts=[Part(5_00, cast.day(20))], pot="tuin", at=cast.tick(),
    )  # fmt: skip
    part = Award.objects.get(kind="fonds").tranches.get()
    services.withhold_tranche(by=cast.ilse, tranche=part, why="Te laat.", at=cast.tick())
    adds_up()


def test_money_that_does_not_add_up_is_refused(cast: Cast) -> None:
    project = project_by(cast)
    line = a_line(cast, project, planned=1_000_00)
    with pytest.raises(Invalid, match="staat er al"):
        a_line(cast, project, planned=1)
    with pytest.raises(Invalid, match="tussen € 0"):
        a_line(cast, project, "Dak", planned=-1)
    bill = {"line": line, "number": "1", "day": cast.today, "amount": 600_00, "text": "Hout"}
    with pytest.raises(Forbidden, match="andere helft"):
        services.book_expense(by=cast.bas, **bill, at=cast.tick())
    services.book_expense(by=cast.marijke, **bill, key="a", at=cast.tick())
    services.book_expense(by=cast.marijke, **bill, key="a", at=cast.tick())
    with pytest.raises(Invalid, match="al geboekt"):
        services.book_expense(by=cast.marijke, **(bill | {"amount": 1}), at=cast.tick())
    with pytest.raises(NotNow, match="besluit"):
        services.book_expense(by=cast.marijke, **(bill | {"number": "2"}), at=cast.tick())
    with pytest.raises(Invalid, match="boven € 0"):
        services.book_expense(by=cast.marijke, **(bill | {"amount": 0}), at=cast.tick())
    with pytest.raises(Invalid, match="dag van de bon"):
        services.book_expense(by=cast.marijke, **(bill | {"day": None}), at=cast.tick())
    with pytest.raises(Invalid):
        services.decide_overrun(by=cast.marijke, line=line, amount=200_00, reason="", at=cast.tick())
    services.decide_overrun(by=cast.marijke, line=line, amount=200_00, reason="Duurder.", at=cast.tick())
    services.book_expense(by=cast.marijke, **(bill | {"number": "2"}), at=cast.tick())
    adds_up()

    about = {"by": cast.marijke, "project": project, "name": "Leden", "at": cast.tick()}
    days = {"first_on": cast.today, "last_on": cast.day(400)}
    for wrong, told in (
        ({"kind": "x"}, "soort"),
        ({"every": 0}, "maanden"),
        ({"first_on": None}, "eerste"),
        ({"last_on": cast.day(-1)}, "voor de eerste"),
        ({"last_on": date(2099, 1, 1)}, "60 jaar"),
    ):
        given = {"kind": "leden", "amount": 5, "certainty": "vast", **days} | wrong
        with pytest.raises(Invalid, match=told):
            services.add_source(**about, **given)
    garden = services.add_source(
        **about, kind="leden", amount=300_00, certainty="toegezegd", pot="tuin", **days
    )
    with pytest.raises(Invalid, match="staat er al"):
        services.add_source(**about, kind="leden", amount=1, certainty="vast", **days)
    with pytest.raises(Invalid, match="dag waarop"):
        services.book_income(by=cast.bas, source=garden, day=None, amount=1, at=cast.tick())
    services.book_income(by=cast.bas, source=garden, day=cast.today, amount=100_00, at=cast.tick())
    hours = services.add_source(
        **(about | {"name": "Gemeente"}), kind="uren", amount=60_00, certainty="vast", **days
    )
    assert (
        services.book_income(by=cast.bas, source=hours, day=cast.today, amount=41_00, at=cast.tick()) is None
    )
    plants = services.add_line(
        by=cast.bas, project=project, name="Planten", planned=250_00, first_on=cast.today,
        last_on=cast.today, pot="tuin", at=cast.tick(),
    )  # fmt: skip
    services.book_expense(
        by=cast.marijke, **(bill | {"line": plants, "number": "3", "amount": 250_00}), at=cast.tick()
    )
    assert dict(project.pots.values_list("name", "balance")) == {"": -1_350_00, "tuin": 0}
    adds_up()

    award = {"by": cast.ilse, "project": project, "kind": "fonds", "name": "F", "amount": 10_00}
    part = Part(10_00, cast.day(10))
    with pytest.raises(Forbidden, match="bewoners"):
        services.grant_award(
            **(award | {"by": cast.marijke}), covers_on=cast.day(9), parts=[part], at=cast.tick()
        )
    for wrong, told in (
        ({"parts": []}, "deelbedragen"),
        ({"parts": [part, part]}, "niet precies"),
        ({"covers_on": None}, "tot wanneer"),
    ):
        with pytest.raises(Invalid, match=told):
            services.grant_award(
                **award, **({"covers_on": cast.day(9), "parts": [part]} | wrong), at=cast.tick()
            )


def test_whose_answer_stays_out_is_told_once(cast: Cast) -> None:
    project = project_by(cast)
    line = a_line(cast, project, planned=1_000_00)
    order = services.ask_order(
        by=cast.marijke, line=line, contractor=seat_of(cast.bas), what="Dak", price=10_00,
        due_on=cast.day(20), at=cast.tick(),
    )  # fmt: skip
    with pytest.raises(NotNow, match="niet met een opdracht"):
        services.move_order(by=cast.bas, order=order, act="approve", at=cast.tick())
    for act in ("accept", "deliver"):
        services.move_order(by=cast.bas, order=order, act=act, at=cast.tick())
    services.file_plan(
        by=cast.marijke, project=project, to=seat_of(cast.samira), asked="Ja?", due_on=cast.day(3),
        at=cast.tick(),
    )  # fmt: skip
    cast.tick(days=8)
    assert watch_projects(cast.at) == 3  # and there is no money at all
    assert watch_projects(cast.tick()) == 0
    post(cast)
    assert "Nog geen antwoord op Voedselbos Lettele" in heard(cast.samira)
    assert "Wacht op je antwoord: Dak" in heard(cast.marijke)
    refused = services.ask_order(
        by=cast.marijke, line=line, contractor=seat_of(cast.bas), what="Goot", price=5_00,
        due_on=cast.day(20), at=cast.tick(),
    )  # fmt: skip
    services.move_order(by=cast.bas, order=refused, act="decline", at=cast.tick())
    assert Order.objects.get(what="Goot").state == "off"
    adds_up()


def test_work_is_taken_on_handed_back_and_done(cast: Cast) -> None:
    project = project_by(cast)
    ask = {"by": cast.bas, "project": project, "what": "Sleutel", "day": cast.day(1), "at": cast.tick()}
    with pytest.raises(Invalid, match="10 minuten"):
        services.ask_task(**ask, minutes=9)
    with pytest.raises(Invalid, match="500 mensen"):
        services.ask_task(**ask, minutes=10, needed_people=0)
    task = services.ask_task(**ask, minutes=600, is_essential=True)
    services.take_task(by=cast.gerrit, task=task, at=cast.tick())
    with pytest.raises(NotNow, match="doet dit al"):
        services.take_task(by=cast.gerrit, task=task, at=cast.tick())
    burden = burden_of(tasks_of(project, cast.today), cast.today)
    assert (burden.hours, burden.most, burden.colour) == (10, 100, "rood")  # alone, and essential
    with pytest.raises(NotNow, match="niet"):
        services.hand_back_task(by=cast.tarik, task=task, at=cast.tick())
    assert services.take_task(by=cast.tarik, task=task, at=cast.tick()).is_reserve
    assert burden_of(tasks_of(project, cast.today), cast.today).colour == "nog te weinig"
    services.hand_back_task(by=cast.gerrit, task=task, at=cast.tick())
    assert [one.person_id for one in task.takes.filter(is_reserve=False)] == [cast.tarik.person_id]
    assert services.hand_back_task(by=cast.tarik, task=task, at=cast.tick()).state == "open"
    services.take_task(by=cast.gerrit, task=task, at=cast.tick())
    services.take_task(by=cast.yara, task=task, at=cast.tick())
    services.hand_back_task(by=cast.yara, task=task, at=cast.tick())  # a reserve
    with pytest.raises(NotNow, match="nog komen"):
        services.finish_task(by=cast.gerrit, task=task, at=cast.tick())
    cast.tick(days=2)
    with pytest.raises(Forbidden, match="het team"):
        services.finish_task(by=cast.tarik, task=task, at=cast.tick())
    with pytest.raises(Invalid, match="minuten"):
        services.finish_task(by=cast.gerrit, task=task, minutes=0, at=cast.tick())
    services.finish_task(by=cast.bas, task=task, minutes=660, at=cast.tick())
    for act in (services.finish_task, services.take_task, services.hand_back_task):
        with pytest.raises(NotNow, match=r"gedaan|Niemand|nog"):
            act(by=cast.gerrit, task=task, at=cast.tick())
    nobody = services.ask_task(**(ask | {"day": cast.today}), minutes=600)
    with pytest.raises(NotNow, match="Niemand"):
        services.finish_task(by=cast.bas, task=nobody, at=cast.tick())
    two = services.ask_task(**(ask | {"day": cast.today, "what": "Koken"}), minutes=600, needed_people=2)
    services.take_task(by=cast.tarik, task=two, at=cast.tick())
    burden = burden_of(tasks_of(project, cast.today), cast.today)
    assert (burden.hours, burden.most, burden.colour) == (21, 53, "oranje")
    services.hand_back_task(by=cast.tarik, task=two, at=cast.tick())
    services.take_task(by=cast.gerrit, task=two, at=cast.tick())
    burden = burden_of(tasks_of(project, cast.today), cast.today)
    assert (burden.most, burden.person, burden.colour) == (100, cast.gerrit.person_id, "rood")


def test_five_questions_have_a_colour(cast: Cast) -> None:
    project = project_by(cast)

    def colours() -> dict[str, str]:
        now = Project.objects.select_related("initiative").get()
        return colours_of(now, now.checks.all(), burden_of([], cast.today), cast.today)

    assert colours() == {
        "people": "onbekend",
        "money": "onbekend",
        "place": "onbekend",
        "permission": "onbekend",
        "energy": "oranje",  # nobody is verbinder
    }
    answer = {"by": cast.bas, "project": project, "at": cast.tick()}
    with pytest.raises(Invalid, match="Kies een vraag"):
        services.answer_check(**answer, kind="x", is_there=True)
    with pytest.raises(Invalid, match="volgende stap"):
        services.answer_check(**answer, kind="place", is_there=False)
    step = {"step": "Bel", "owner": seat_of(cast.bas), "due_on": cast.day(9)}
    services.answer_check(**answer, kind="place", is_there=False, **step)
    services.answer_check(**answer, kind="people", is_there=True)
    services.answer_check(**answer, kind="permission", is_there=False, **step)
    assert [colours()[one] for one in ("people", "place", "permission")] == ["groen", "rood", "oranje"]
    services.answer_check(**answer, kind="permission", is_there=True, ends_on=cast.day(90))
    services.answer_check(**answer, kind="place", is_there=True, ends_on=cast.day(300))
    services.answer_check(**answer, kind="people", is_there=True, ends_on=cast.day(900))
    assert [colours()[one] for one in ("people", "place", "permission")] == ["groen", "oranje", "rood"]
    watch_projects(cast.tick())
    assert colours()["money"] == "groen"
    a_line(cast, project, planned=100)
    watch_projects(cast.tick())
    assert colours()["money"] == "rood"
    Project.objects.update(ends_on=cast.day(200), state="running")
    assert colours()["money"] == "oranje"
    Project.objects.update(ends_on=cast.day(800))
    assert colours()["money"] == "groen"
    cast.tick(weeks=5)
    project.checks.all().delete()
    assert (colours()["energy"], colours()["place"]) == ("oranje", "oranje")
    cast.tick(weeks=5)
    assert colours()["energy"] == "rood"
    Project.objects.update(state="learned", outcome="mislukt", lesson="x")
    assert colours()["energy"] == "groen"
    assert worst(["groen", "onbekend", "nog te weinig"]) == "onbekend"


@pytest.mark.parametrize(
    ("typed", "cents"),
    [("12,50", 1250), ("€ 1.250,00", 125_000), ("0", 0), ("1.250,-", None), ("12 500", 1_250_000)],
)
def test_an_amount_is_read_as_people_write_it(typed: str, cents: int | None) -> None:
    if cents is not None:
        assert method.cents(typed) == cents


@pytest.mark.parametrize("typed", ["12.345", "12,50 euro", "-1", "12,505", "veel", "9" * 20])
def test_an_amount_that_is_not_clear_is_refused(typed: str) -> None:
    with pytest.raises(Invalid):
        method.cents(typed)
