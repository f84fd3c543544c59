"""Drie ton: residents are client of the gemeente, from signed agreements to a project that is closed."""

from __future__ import annotations

from datetime import date

import pytest

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.projects import services
from middenstip.domain.projects.models import (
    Booking,
    Filing,
    Line,
    Member,
    Order,
    Pot,
    Project,
    Tranche,
    Wish,
)
from middenstip.domain.projects.services.award import Part
from middenstip.journeys import start_project
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow, Stale
from tests.cast import Cast, agreement, seat_of, signed
from tests.notices.ears import heard, post


def initiative() -> Initiative:
    return Initiative.objects.select_related("area", "municipality", "district", "seat").get()


def project_by(cast: Cast, client_form: str = "bewoners") -> Project:
    """The project of the signed agreement: Marijke, Ilse and Bas are its team."""
    signed(cast)
    return start_project.start(
        by=cast.marijke, initiative=initiative(), client_form=client_form, at=cast.tick()
    )


def a_line(cast: Cast, project: Project, name: str = "Keuken", planned: int = 90_000_00) -> Line:
    return services.add_line(
        by=cast.marijke, project=project, name=name, planned=planned, first_on=cast.day(30),
        last_on=cast.day(60), at=cast.tick(),
    )  # fmt: skip


def test_signed_agreements_become_a_project_once(cast: Cast) -> None:
    agreement(cast)
    with pytest.raises(NotNow, match="als iedereen een afspraak tekende"):
        start_project.start(by=cast.marijke, initiative=initiative(), at=cast.tick())


def test_the_team_is_who_signed_and_the_plan_starts_with_what_is_known(cast: Cast) -> None:
    signed(cast)
    with pytest.raises(Forbidden, match="wie aan tafel zit"):
        start_project.start(by=cast.tarik, initiative=initiative(), at=cast.tick())
    with pytest.raises(Invalid, match="opdrachtgever"):
        start_project.start(by=cast.marijke, initiative=initiative(), client_form="ik", at=cast.tick())
    project = start_project.start(by=cast.marijke, initiative=initiative(), at=cast.tick())
    with pytest.raises(NotNow, match="heeft al een project"):
        start_project.start(by=cast.bas, initiative=initiative(), at=cast.tick())
    assert set(Member.objects.values_list("seat", flat=True)) == {
        cast.marijke.seat_id,
        cast.ilse.seat_id,
        cast.bas.seat_id,
    }
    plan = project.plans.get()
    assert plan.aim == "In 2028 staat er een voedselbos."
    assert plan.brings_government == plan.gets_residents == "De grond is schoon en klaar om te planten."
    post(cast)
    assert heard(cast.ilse)[-1] == "Er is een project: Voedselbos Lettele"


def test_a_plan_has_versions_and_every_wish_an_answer_before_it_is_filed(cast: Cast) -> None:
    project = project_by(cast)
    texts = {"question": "Waar kun je heen?", "aim": "Een huis.", "nothing": "Dan gaat de deur dicht."}
    with pytest.raises(Forbidden, match="het team"):
        services.write_plan(by=cast.tarik, project=project, number=1, texts=texts, at=cast.tick())
    assert (
        services.write_plan(by=cast.bas, project=project, number=1, texts=texts, at=cast.tick()).number == 2
    )
    with pytest.raises(Stale):
        services.write_plan(by=cast.bas, project=project, number=1, texts=texts, at=cast.tick())
    with pytest.raises(Invalid, match="hetzelfde plan"):
        services.write_plan(by=cast.bas, project=project, number=2, texts=texts, at=cast.tick())
    with pytest.raises(Invalid):
        services.write_plan(by=cast.bas, project=project, number=2, texts={}, at=cast.tick())

    wish = services.make_wish(by=cast.gerrit, project=project, text="Een bank.", key="1", at=cast.tick())
    again = services.make_wish(by=cast.gerrit, project=project, text="Een bank.", key="1", at=cast.tick())
    assert (wish, Wish.objects.count()) == (again, 1)
    filed = {"to": seat_of(cast.samira), "asked": "Zeg ja.", "due_on": cast.day(30)}
    with pytest.raises(NotNow, match="antwoord op elke wens"):
        services.file_plan(by=cast.marijke, project=project, **filed, at=cast.tick())
    with pytest.raises(Invalid):
        services.answer_wish(by=cast.bas, wish=wish, outcome="misschien", answer="x", at=cast.tick())
    services.answer_wish(by=cast.bas, wish=wish, outcome="ja", answer="Die komt er.", at=cast.tick())
    with pytest.raises(NotNow, match="al een antwoord"):
        services.answer_wish(by=cast.bas, wish=wish, outcome="nee", answer="Nee.", at=cast.tick())
    with pytest.raises(Invalid, match="andere zetel"):
        services.file_plan(
            by=cast.marijke, project=project, **(filed | {"to": seat_of(cast.marijke)}), at=cast.tick()
        )
    with pytest.raises(Invalid, match="nog komt"):
        services.file_plan(
            by=cast.marijke, project=project, **(filed | {"due_on": cast.day(-1)}), at=cast.tick()
        )
    filing = services.file_plan(by=cast.marijke, project=project, **filed, at=cast.tick())
    post(cast)
    assert heard(cast.gerrit)[-1] == "Antwoord op je wens bij Voedselbos Lettele"
    assert heard(cast.samira)[-1] == "Aan jou gericht: het plan van Voedselbos Lettele"
    with pytest.raises(NotNow, match="al ingediend"):
        services.make_wish(by=cast.tarik, project=project, text="Te laat.", at=cast.tick())
    with pytest.raises(NotNow, match="ingediend"):
        services.write_plan(by=cast.bas, project=project, number=2, texts={}, at=cast.tick())
    with pytest.raises(Forbidden, match="jouw zetel"):
        services.receive_filing(by=cast.ilse, filing=filing, at=cast.tick())
    services.receive_filing(by=cast.samira, filing=filing, at=cast.tick())
    with pytest.raises(NotNow, match="al bevestigd"):
        services.receive_filing(by=cast.samira, filing=filing, at=cast.tick())
    with pytest.raises(Invalid):
        services.answer_filing(by=cast.samira, filing=filing, outcome="", answer="Ja.", at=cast.tick())
    services.answer_filing(by=cast.samira, filing=filing, outcome="nee", answer="Te duur.", at=cast.tick())
    with pytest.raises(NotNow, match="al antwoord"):
        services.answer_filing(by=cast.samira, filing=filing, outcome="ja", answer="Ja.", at=cast.tick())
    second = services.file_plan(by=cast.marijke, project=project, **filed, at=cast.tick())
    services.answer_filing(by=cast.samira, filing=second, outcome="ja", answer="Goed plan.", at=cast.tick())
    assert Project.objects.get().state == "decided"
    assert Filing.objects.filter(outcome="").count() == 0


def test_without_a_resident_in_the_team_nothing_is_filed(cast: Cast) -> None:
    project = project_by(cast)
    Member.objects.filter(seat__half="bewoners").delete()
    filed = {"to": seat_of(cast.samira), "asked": "Zeg ja.", "due_on": cast.day(30)}
    with pytest.raises(NotNow, match="een bewoner in het team"):
        services.file_plan(by=cast.bas, project=project, **filed, at=cast.tick())


def test_milestones_stand_on_two_tracks(cast: Cast) -> None:
    project = project_by(cast)
    about = {"by": cast.bas, "project": project}
    wall = services.plan_milestone(**about, track="technisch", name="Muur", due_on=cast.today, at=cast.tick())
    rota = services.plan_milestone(
        **about, track="sociaal", name="Rooster", due_on=cast.today, at=cast.tick()
    )
    with pytest.raises(Invalid, match="spoor"):
        services.plan_milestone(**about, track="x", name="Muur", due_on=cast.today, at=cast.tick())
    with pytest.raises(Invalid, match="dag"):
        services.plan_milestone(**about, track="sociaal", name="Muur", due_on=None, at=cast.tick())
    assert (
        services.close_milestone(by=cast.bas, milestone=wall, act="reach", told="", at=cast.tick()).state
        == "reached"
    )
    with pytest.raises(Invalid):
        services.close_milestone(by=cast.bas, milestone=rota, act="drop", told="", at=cast.tick())
    services.close_milestone(by=cast.bas, milestone=rota, act="drop", told="Hoeft niet.", at=cast.tick())
    with pytest.raises(NotNow, match="gehaald"):
        services.close_milestone(by=cast.bas, milestone=wall, act="drop", told="x", at=cast.tick())


def test_drie_ton_is_planned_delivered_paid_and_closed(cast: Cast) -> None:
    project = project_by(cast)  # residents are client, so residents approve
    line = a_line(cast, project)
    parts = [Part(10_000_000, date(2027, m, 1), "het plan is klaar" if m == 3 else "") for m in (3, 6, 9)]
    award = services.grant_award(
        by=cast.ilse, project=project, kind="subsidie", name="Drie ton", amount=30_000_000,
        covers_on=date(2027, 12, 31), parts=parts, conditions="Open voor iedereen", at=cast.tick(),
    )  # fmt: skip
    first = award.tranches.order_by("due_on").first()
    assert first
    with pytest.raises(NotNow, match="gepland"):
        services.move_tranche(by=cast.ilse, tranche=first, act="pay", at=cast.tick())
    with pytest.raises(NotNow, match="Dit kan niet"):
        services.move_tranche(by=cast.ilse, tranche=first, act="withhold", at=cast.tick())
    with pytest.raises(Forbidden, match="het team"):
        services.move_tranche(by=cast.tarik, tranche=first, act="meet", at=cast.tick())
    for act in ("meet", "ask"):
        first = services.move_tranche(by=cast.marijke, tranche=first, act=act, at=cast.tick())
    with pytest.raises(Forbidden, match="alleen de gever"):
        services.move_tranche(by=cast.marijke, tranche=first, act="pay", at=cast.tick())
    services.move_tranche(by=cast.ilse, tranche=first, act="pay", at=cast.tick())
    with pytest.raises(NotNow, match="betaald"):
        services.move_tranche(by=cast.ilse, tranche=first, act="pay", at=cast.tick())

    asked = {"line": line, "what": "Nieuwe keuken", "price": 50_000_00, "due_on": cast.day(60)}
    with pytest.raises(Forbidden, match="andere helft"):
        services.ask_order(by=cast.bas, contractor=seat_of(cast.ilse), **asked, at=cast.tick())
    with pytest.raises(Invalid, match="aan jezelf"):
        services.ask_order(by=cast.marijke, contractor=seat_of(cast.marijke), **asked, at=cast.tick())
    with pytest.raises(NotNow, match="besluit"):
        services.ask_order(
            by=cast.marijke, contractor=seat_of(cast.ilse), **(asked | {"price": 90_000_01}), at=cast.tick()
        )
    order = services.ask_order(by=cast.marijke, contractor=seat_of(cast.ilse), **asked, at=cast.tick())
    with pytest.raises(Forbidden, match="uitvoert"):
        services.move_order(by=cast.marijke, order=order, act="accept", at=cast.tick())
    for act in ("accept", "begin"):
        order = services.move_order(by=cast.ilse, order=order, act=act, at=cast.tick())
    extra = services.ask_extra(by=cast.ilse, order=order, what="Een raam", price=1_000_00, at=cast.tick())
    with pytest.raises(NotNow, match="al meerwerk"):
        services.ask_extra(by=cast.ilse, order=order, what="Een deur", price=1, at=cast.tick())
    with pytest.raises(NotNow, match="andere kant"):
        services.sign_extra(by=cast.ilse, extra=extra, at=cast.tick())
    with pytest.raises(Forbidden, match="Meerwerk"):
        services.sign_extra(by=cast.bas, extra=extra, at=cast.tick())
    services.sign_extra(by=cast.marijke, extra=extra, at=cast.tick())
    with pytest.raises(NotNow, match="al getekend"):
        services.sign_extra(by=cast.marijke, extra=extra, at=cast.tick())
    order = services.move_order(by=cast.ilse, order=order, act="deliver", at=cast.tick())
    with pytest.raises(NotNow, match="opgeleverd"):
        services.ask_extra(by=cast.ilse, order=order, what="Nog een raam", price=1, at=cast.tick())
    with pytest.raises(Forbidden, match="eigen werk"):
        services.approve_order(by=cast.ilse, order=order, at=cast.tick())
    with pytest.raises(NotNow, match="opgeleverd"):
        services.pay_order(by=cast.marijke, order=order, at=cast.tick())
    order = services.refuse_order(
        by=cast.marijke, order=order, why="Het lekt.", repair_by=cast.day(14), at=cast.tick()
    )
    post(cast)
    assert heard(cast.ilse)[-1] == "Nog niet goed: Nieuwe keuken"
    order = services.move_order(by=cast.ilse, order=order, act="deliver", at=cast.tick())
    with pytest.raises(Forbidden, match="andere helft"):
        services.approve_order(by=cast.bas, order=order, at=cast.tick())
    order = services.approve_order(by=cast.marijke, order=order, at=cast.tick())
    with pytest.raises(Forbidden, match="eigen betaling"):
        services.pay_order(by=cast.ilse, order=order, at=cast.tick())
    services.pay_order(by=cast.bas, order=order, at=cast.tick())
    with pytest.raises(NotNow, match="betaald"):
        services.pay_order(by=cast.bas, order=order, at=cast.tick())
    adds_up()

    ended = {"result": "Een keuken.", "lesson": "Begin eerder."}
    for act in ("start", "deliver", "resume", "deliver", "maintain"):
        services.move_project(by=cast.bas, project=project, act=act, at=cast.tick())
    with pytest.raises(NotNow, match="beheer"):
        services.move_project(by=cast.bas, project=project, act="close", at=cast.tick())
    second = services.ask_order(
        by=cast.marijke, contractor=seat_of(cast.ilse), **(asked | {"price": 100}), at=cast.tick()
    )
    with pytest.raises(NotNow, match="Er loopt nog een opdracht"):
        services.close_project(by=cast.bas, project=project, outcome="mislukt", **ended, at=cast.tick())
    with pytest.raises(Forbidden, match="opdracht gaf"):
        services.move_order(by=cast.ilse, order=second, act="withdraw", at=cast.tick())
    services.move_order(by=cast.marijke, order=second, act="withdraw", at=cast.tick())
    with pytest.raises(Invalid, match="onderhoudt"):
        services.close_project(by=cast.bas, project=project, outcome="gelukt", **ended, at=cast.tick())
    with pytest.raises(Invalid, match="hoe het afliep"):
        services.close_project(by=cast.bas, project=project, outcome="", **ended, at=cast.tick())
    services.close_project(
        by=cast.bas, project=project, outcome="gelukt", **ended, keeper=seat_of(cast.marijke),
        look_again_on=cast.day(400), at=cast.tick(days=3 * 365),
    )  # fmt: skip
    assert Project.objects.get().state == "learned"
    with pytest.raises(Forbidden, match="afgesloten"):
        a_line(cast, project, "Nog iets")
    adds_up()


def adds_up() -> None:
    """Every sum of the project is that of its rows, to the cent."""
    project = Project.objects.get()
    lines, bookings = list(Line.objects.all()), list(Booking.objects.all())
    received = sum(one.amount for one in bookings if one.is_in)
    paid = sum(one.amount for one in bookings if not one.is_in)
    assert project.received == received
    assert project.paid == paid == sum(one.paid for one in lines)
    assert project.planned == sum(one.allowed for one in lines)
    running = Order.objects.filter(
        state__in=["asked", "accepted", "busy", "delivered", "refused", "approved"]
    )
    assert project.ordered == sum(one.ordered for one in lines) == sum(one.price for one in running)
    assert sum(Pot.objects.values_list("balance", flat=True)) == received - paid
    open_parts = Tranche.objects.exclude(state__in=["paid", "withheld"])
    assert project.promised == sum(one.amount for one in open_parts)
