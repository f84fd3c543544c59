"""Six projects of the demo: one near its cliff that waits for an answer, one with a refused delivery, one in
upkeep, and three that ended: it worked out, in part, and it did not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller
from middenstip.domain.initiatives.lifecycle import PROJECT
from middenstip.domain.projects import services
from middenstip.domain.projects.models import Line, Project
from middenstip.domain.projects.services.award import Part
from middenstip.journeys import start_project


def carry_out(teller: Teller) -> None:
    """Begin the project of this story, and let it come as far as it is told."""
    tell = STORIES.get(teller.story.title)
    if tell is None or teller.is_over or teller.fresh().stage != PROJECT:
        return
    form = "gemeente" if teller.story.title == "Koele pleinen" else "bewoners"
    project = start_project.start(
        by=teller.initiator, initiative=teller.fresh(), client_form=form, at=teller.at()
    )
    tell(teller, project)
    services.ring_alarms(at=teller.now)


def _village_house(teller: Teller, project: Project) -> None:
    """Enough money for a year and two months: the subsidy stops before that."""
    month = timezone.localdate(teller.now).replace(day=1)
    last = _months_on(month, 60)
    by: dict[str, Any] = {"by": teller.initiator, "project": project}
    for name, each in (("Huur", 500_00), ("Coördinator", 1_500_00)):
        services.add_line(**by, name=name, planned=61 * each, first_on=month, last_on=last, at=teller.at())
    about: dict[str, Any] = {"first_on": month, "last_on": last, "certainty": "vast"}
    services.add_source(
        **by, name="Verhuur van de zaal", kind="verhuur", amount=400_00, **about, at=teller.at()
    )
    services.add_source(
        **by, name="Leden", kind="leden", amount=1_200_00, first_on=_months_on(month, 2), last_on=last,
        every=12, certainty="toegezegd", at=teller.at(),
    )  # fmt: skip
    till = services.add_source(
        **by, name="Startgeld van het dorp", kind="eigen geld", amount=4_400_00, first_on=month,
        last_on=month, certainty="vast", at=teller.at(),
    )  # fmt: skip
    services.book_income(by=teller.initiator, source=till, day=month, amount=4_400_00, at=teller.at())
    hours: dict[str, Any] = {"first_on": month, "last_on": month, "certainty": "toegezegd"}
    town = services.add_source(
        **by, name="Uren van de gemeente", kind="uren", amount=60_00, **hours, at=teller.at()
    )
    services.book_income(by=teller.initiator, source=town, day=month, amount=41_00, at=teller.at())
    services.grant_award(
        by=teller.cast["joost"], project=project, kind="subsidie", name="Subsidie dorpshuis",
        amount=18_000_00, covers_on=_months_on(month, 11), conditions="Elke dag open\nOpen voor iedereen",
        parts=[Part(9_000_00, month), Part(9_000_00, _months_on(month, 6), "het jaarverslag is er")],
        at=teller.at(),
    )  # fmt: skip
    services.grant_award(
        by=teller.cast["joost"], project=project, kind="fonds", name="Streekfonds", amount=10_000_00,
        covers_on=_months_on(month, 20), parts=[Part(10_000_00, _months_on(month, 9), "de aanvraag is goed")],
        at=teller.at(),
    )  # fmt: skip
    for track, name in (("technisch", "Drempel weg, brede deur"), ("sociaal", "Rooster met vervanging")):
        services.plan_milestone(**by, track=track, name=name, due_on=_months_on(month, 2), at=teller.at())
    wish = services.make_wish(
        by=teller.cast["koos"], project=project, text="Ook op zondag open.", at=teller.at()
    )
    services.answer_wish(
        by=teller.initiator, wish=wish, outcome="deels", answer="Eén zondag per maand, met koffie.",
        at=teller.at(),
    )  # fmt: skip
    task = services.ask_task(
        **by, what="Sleutel en alarm", day=_day(teller, 3), minutes=600, is_essential=True, at=teller.at()
    )
    services.take_task(by=teller.initiator, task=task, at=teller.at())
    task = services.ask_task(
        **by, what="Koffie schenken", day=_day(teller, 5), minutes=180, needed_people=3, at=teller.at()
    )
    services.take_task(by=teller.cast["koos"], task=task, at=teller.at())
    _worth(teller, project)
    services.file_plan(
        **by, to=teller.seat("joost"), due_on=_day(teller, 21), at=teller.at(),
        asked="Geef ons vijf jaar de opdracht voor het spreekuur en de pakjes. Dan valt er geen gat.",
    )  # fmt: skip


def _worth(teller: Teller, project: Project) -> None:
    """The steps of what the village house is worth, and a fund to ask before its last day."""
    steps = (
        ("Elke dag koffie", "Minder mensen alleen", "bewoners", "Telling: 140 mensen per week", "Uren"),
        ("Spreekuur van de wijkzorg", "Eerder hulp, minder zware zorg", "overheid", "", "Een opdracht"),
        (
            "Ophaalpunt voor melk en pakjes",
            "Klanten uit het dorp",
            "ondernemers",
            "46 pakjes per week",
            "Huur",
        ),
    )
    for activity, worth, half, proof, brings in steps:
        services.add_value(
            by=teller.initiator, project=project, activity=activity, worth=worth, half=half, proof=proof,
            brings=brings, at=teller.at(),
        )  # fmt: skip
    schemes = (
        ("Dorpenfonds Salland", "fonds", 24, "Open voor iedereen\nEigen uren tellen mee", 20, ("bewoners",)),
        (
            "Kleine kernen Overijssel",
            "provincie",
            80,
            "Een plan met drie helften",
            30,
            ("bewoners", "overheid"),
        ),
        ("Groene bedrijventerreinen", "Rijk", 130, "Voor ondernemers samen", 50, ("ondernemers",)),
    )
    for name, level, days, conditions, share, halves in schemes:
        scheme = services.keep_scheme(
            by=teller.cast["joost"], name=name, level=level, conditions=conditions, halves=halves,
            deadline=_day(teller, days), own_share=share, at=teller.at(),
        )  # fmt: skip
        if level == "fonds":
            services.apply_for(
                by=teller.initiator, project=project, scheme=scheme, amount=15_000_00, at=teller.at()
            )


def _cool_squares(teller: Teller, project: Project) -> None:
    """The gemeente is client; what the contractor delivered is not good yet."""
    line = _line(teller, project, "Stenen eruit", 24_000_00)
    _line(teller, project, "Bomen", 9_600_00)
    order = services.ask_order(
        by=teller.cast["joost"], line=line, contractor=teller.seat("ayla"),
        what="Het tweede plein openbreken",
        price=8_500_00, due_on=_day(teller, 20), instructions="Laat de linde staan.", at=teller.at(),
    )  # fmt: skip
    for act in ("accept", "begin", "deliver"):
        order = services.move_order(by=teller.cast["ayla"], order=order, act=act, at=teller.at())
    services.refuse_order(
        by=teller.cast["joost"], order=order, why="Er ligt nog puin naast de linde.",
        repair_by=_day(teller, 14),
        at=teller.at(),
    )  # fmt: skip
    services.move_project(by=teller.initiator, project=project, act="start", at=teller.at())
    for track, name, days in (
        ("technisch", "Het tweede plein is open", -9),
        ("sociaal", "Groep met gieters", 30),
    ):
        services.plan_milestone(
            by=teller.initiator, project=project, track=track, name=name, due_on=_day(teller, days),
            at=teller.at(),
        )  # fmt: skip
    services.choose_card(
        by=teller.initiator, project=project, card="vergunning", begins_on=_day(teller, 12),
        due_on=_day(teller, 45), at=teller.at(),
    )  # fmt: skip


def _shared_meals(teller: Teller, project: Project) -> None:
    """In upkeep: the kitchen pays for itself."""
    line = _line(teller, project, "Boodschappen", 3_000_00)
    money = services.add_source(
        by=teller.initiator, project=project, name="Vier euro per eter", kind="leden", amount=3_200_00,
        first_on=line.first_on, last_on=line.first_on, certainty="vast", at=teller.at(),
    )  # fmt: skip
    day = timezone.localdate(teller.now)
    services.book_income(by=teller.initiator, source=money, day=day, amount=3_200_00, at=teller.at())
    services.book_expense(
        by=teller.initiator, line=line, number="2026-014", day=day, amount=412_35, text="Groente en rijst",
        at=teller.at(),
    )  # fmt: skip
    for act in ("start", "deliver", "maintain"):
        services.move_project(by=teller.initiator, project=project, act=act, at=teller.at())
    squares = Project.objects.filter(title="Koele pleinen").first()
    if squares:
        services.link_project(
            by=teller.initiator, project=project, other=squares, kind="koppel",
            reason="Kruiden uit de nieuwe plantenbakken, en ’s zomers eten op het plein.", at=teller.at(),
        )  # fmt: skip


def _farmers_market(teller: Teller, project: Project) -> None:
    """Closed as failed."""
    services.close_project(
        by=teller.initiator, project=project, outcome="mislukt",
        result="Een plek op de Brink en vijf lege zondagen.",
        lesson="Vraag vooraf wie er in de winter komt.", thanks="De zes boeren die bleven.", at=teller.at(),
    )  # fmt: skip


def _bread_left(teller: Teller, project: Project) -> None:
    """Three years of money, spent to the cent, and closed: it worked out."""
    line = _line(teller, project, "Kratten en een bakfiets", 6_000_00)
    day = timezone.localdate(teller.now) - timedelta(days=300)
    award = services.grant_award(
        by=teller.cast["joost"], project=project, kind="subsidie", name="Geen eten in de bak",
        amount=6_000_00, covers_on=day, parts=[Part(4_000_00, day), Part(2_000_00, day, "de telling is er")],
        at=teller.at(),
    )  # fmt: skip
    for part in award.tranches.order_by("pk"):
        for by, act in ((teller.initiator, "meet"), (teller.initiator, "ask"), (teller.cast["joost"], "pay")):
            services.move_tranche(by=by, tranche=part, act=act, at=teller.at())
    bills = (
        ("2025-001", 4_150_00, "Bakfiets, tweedehands"),
        ("2025-002", 1_850_00, "Kratten en een weegschaal"),
    )
    for number, cents, text in bills:
        services.book_expense(
            by=teller.initiator, line=line, number=number, day=day, amount=cents, text=text, at=teller.at()
        )
    for act in ("start", "deliver", "maintain"):
        services.move_project(by=teller.initiator, project=project, act=act, at=teller.at())
    services.close_project(
        by=teller.initiator, project=project, outcome="gelukt",
        result="Vijf bakkers, elke avond, en bijna niets meer in de container.",
        lesson="Begin met één bakker. De rest komt als het werkt.", thanks="Iedereen die ’s avonds fietst.",
        keeper=teller.seat("femke"), look_again_on=_day(teller, 200), at=teller.at(),
    )  # fmt: skip


def _homework_attic(teller: Teller, project: Project) -> None:
    """Closed: it worked out in part."""
    services.close_project(
        by=teller.initiator, project=project, outcome="deels",
        result="De zolder is twee middagen open, niet vier.",
        lesson="Zoek eerst meer mensen die helpen.", keeper=teller.seat("karin"),
        look_again_on=_day(teller, 120), at=teller.at(),
    )  # fmt: skip


def _line(teller: Teller, project: Project, name: str, planned: int) -> Line:
    return services.add_line(
        by=teller.initiator, project=project, name=name, planned=planned, first_on=_day(teller, 30),
        last_on=_day(teller, 90), at=teller.at(),
    )  # fmt: skip


def _day(teller: Teller, days: int) -> date:
    return timezone.localdate(teller.now) + timedelta(days=days)


def _months_on(month: date, count: int) -> date:
    years, place = divmod(month.month - 1 + count, 12)
    return date(month.year + years, place + 1, 1)


STORIES: dict[str, Callable[[Teller, Project], None]] = {
    "Dorpshuis elke dag open": _village_house,
    "Koele pleinen": _cool_squares,
    "Samen eten in De Hoven": _shared_meals,
    "Boerenmarkt op de Brink": _farmers_market,
    "Brood over": _bread_left,
    "Huiswerkzolder": _homework_attic,
}
STEPS = (Step(75, carry_out),)
