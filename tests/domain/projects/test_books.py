"""The books: every sum is that of its rows after any sequence of acts, and a file of them is read back."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from django.db import connection
from django.db.models import Sum

from middenstip.domain.projects import services
from middenstip.domain.projects.models import Award, Booking, Line, Order, Pot, Project, Source, Tranche
from middenstip.domain.projects.selectors.lists import totals_in
from middenstip.domain.projects.services.award import Part
from middenstip.domain.projects.services.books import Entry
from middenstip.kernel.verdict import Invalid, Refused
from middenstip.web.pages.projects.books import entries_of
from tests.cast import FAR, Cast, seat_of
from tests.journeys.test_start_project import a_line, adds_up, project_by
from tests.web.at_the_door import page, send, sent, walk_in

ONE_WRITER = "SQLite has one writer at a time: its fifty bookings come one after another anyway"


def reconciled(project: Project) -> None:
    """What came in is what went out and what is left; per award, and per buurt, wijk and gemeente too."""
    adds_up()
    project.refresh_from_db()
    pots = Pot.objects.filter(project=project)
    assert project.received == project.paid + sum(pots.values_list("balance", flat=True))
    assert not pots.exclude(name="").filter(balance__lt=0).exists()  # a debt is in the free pot alone
    for award in Award.objects.all():
        parts = list(award.tranches.all())
        assert sum(one.amount for one in parts) == award.amount
        paid = [one for one in parts if one.state == "paid"]
        booked = Booking.objects.filter(tranche__award=award).aggregate(cents=Sum("amount"))["cents"]
        assert (booked or 0) == sum(one.amount for one in paid)
    for source in Source.objects.exclude(kind__in=("uren", "natura")):
        assert source.received == sum(source.bookings.values_list("amount", flat=True))
    for area in (project.area, project.municipality):
        sums = totals_in(area, 2026)
        assert sum(cents for (_half, is_in), cents in sums.items() if is_in) == project.received
        assert sum(cents for (_half, is_in), cents in sums.items() if not is_in) == project.paid
    assert not Booking.objects.filter(order__isnull=False).exclude(order__state="paid").exists()


@pytest.mark.parametrize("seed", range(3))
def test_after_any_acts_in_any_order_the_books_add_up(cast: Cast, seed: int) -> None:
    """Forty acts by anybody on anything, most of them refused: no cent is lost or made."""
    chance = random.Random(seed)
    project = project_by(cast)
    line = a_line(cast, project, planned=100_00)
    about = {
        "by": cast.marijke,
        "project": project,
        "first_on": cast.today,
        "last_on": FAR,
        "at": cast.tick(),
    }
    for pot in ("", "tuin"):
        kind = {"kind": "leden", "certainty": "vast", "amount": 10_00}
        services.add_source(**about, name=f"Leden {pot}", pot=pot, **kind)
    services.add_line(**about, name="Tuin", planned=40_00, pot="tuin")
    team = (cast.marijke, cast.ilse, cast.bas)

    def one_of(model: Any) -> Any:
        return chance.choice(list(model.objects.order_by("pk")) or [None])

    def grant() -> None:
        cents = chance.randint(2, 30_00)
        services.grant_award(
            by=cast.ilse, project=project, kind="fonds", name="Fonds", amount=cents, covers_on=FAR,
            pot=chance.choice(["", "tuin"]), parts=[Part(1, FAR), Part(cents - 1, FAR)], at=cast.tick(),
        )  # fmt: skip

    acts: list[Callable[[Any], object]] = [
        lambda by: services.book_income(
            by=by, source=one_of(Source), day=cast.today, amount=chance.randint(1, 20_00), at=cast.tick()
        ),
        lambda by: services.book_expense(
            by=by, line=one_of(Line), number=f"{chance.randint(1, 30)}", day=cast.today,
            amount=chance.randint(1, 30_00), text="Touw", at=cast.tick(),
        ),
        lambda by: services.decide_overrun(
            by=by, line=one_of(Line), amount=chance.randint(1, 9_00), reason="Duurder", at=cast.tick()
        ),
        lambda by: services.ask_order(
            by=by, line=one_of(Line), contractor=seat_of(chance.choice(team)), what="Werk",
            price=chance.randint(1, 20_00), due_on=FAR, at=cast.tick(),
        ),
        lambda by: services.move_order(
            by=by, order=one_of(Order), act=chance.choice(["accept", "deliver", "decline"]), at=cast.tick()
        ),
        lambda by: services.approve_order(by=by, order=one_of(Order), at=cast.tick()),
        lambda by: services.pay_order(by=by, order=one_of(Order), at=cast.tick()),
        lambda by: grant(),
        lambda by: services.move_tranche(
            by=by, tranche=one_of(Tranche), act=chance.choice(["meet", "ask", "pay"]), at=cast.tick()
        ),
        lambda by: services.withdraw_award(by=by, award=one_of(Award), why="Anders", at=cast.tick()),
    ]  # fmt: skip
    done = 0
    for _ in range(40):
        with suppress(Refused, AttributeError):  # AttributeError: there is none yet
            chance.choice(acts)(chance.choice(team))
            done += 1
    assert done > 5
    assert line.pk
    reconciled(project)


@pytest.mark.skipif(connection.vendor == "sqlite", reason=ONE_WRITER)
@pytest.mark.django_db(transaction=True)
def test_of_fifty_bookings_at_once_on_one_line_none_is_lost(cast: Cast) -> None:
    project = project_by(cast)
    line, day, at = a_line(cast, project, planned=50_00), cast.today, cast.tick()
    gate, wrong = threading.Barrier(50), []

    def book(number: int) -> None:
        gate.wait()
        about = {"number": f"{number}", "day": day, "amount": 1_00, "text": "Touw"}
        try:
            services.book_expense(by=cast.marijke, line=line, **about, at=at)
        except Refused as refusal:
            wrong.append(refusal.reason)
        finally:
            connection.close()

    threads = [threading.Thread(target=book, args=[number]) for number in range(50)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert (wrong, Booking.objects.count()) == ([], 50)
    assert Line.objects.get().paid == 50_00
    reconciled(project)


def test_the_books_go_out_as_a_file_and_come_back_in(cast: Cast) -> None:
    project = project_by(cast)
    a_line(cast, project, "Bomen; en struiken", 1_000_00)
    about = {"first_on": cast.today, "last_on": FAR, "kind": "leden", "certainty": "vast", "amount": 10_00}
    services.add_source(by=cast.marijke, project=project, name="Leden", **about, at=cast.tick())
    url = f"/project/{project.public_id}/"
    rows = (
        "dag;in of uit;regel of inkomst;bon;bedrag;wat\n"
        '2026-11-02;uit;"Bomen; en struiken";2026-1;1.20,50;Elzen\n'
    )
    marijke = walk_in(cast.marijke)
    wrong = marijke.post(f"{url}doe/lijst/", {"rows": rows})
    assert (wrong.status_code, "Regel 2 is niet te lezen" in wrong.content.decode()) == (422, True)
    rows = rows.replace("1.20,50", "120,50") + "\n2026-11-03; IN; Leden; ; 25,00; Leden\n"
    for extra, reason in (
        ("2026-11-03;uit;Dak;3;1,00;x", "Deze regel staat niet in de begroting."),
        ("2026-11-03;in;Dak;3;1,00;x", "Deze inkomst staat niet bij het geld van dit project."),
        ("2026-11-03;uit;Bomen, en struiken;2026-1;1,00;x", "Regel 5"),
        ('2026-11-03;uit;"Bomen; en struiken";2026-1;1,00;x', "al geboekt"),
        ('2026-11-03;uit;"Bomen; en struiken";9;900,00;x', "heen. Neem eerst een besluit"),
    ):
        with pytest.raises(Invalid, match=reason):
            services.book_list(
                by=cast.marijke, project=project, entries=entries_of(rows + extra), at=cast.tick()
            )
        assert Booking.objects.count() == 0  # all or nothing
    with pytest.raises(Invalid, match="1 tot 200"):
        services.book_list(by=cast.marijke, project=project, entries=[], at=cast.tick())
    key = {"rows": rows, "key": "een"}
    assert [send(marijke, f"{url}doe/lijst/", **key) for _ in range(2)] == [302, 302]
    assert Booking.objects.count() == 2
    kept = walk_in(None).get(f"{url}boeken.csv")
    assert kept["Content-Disposition"] == f'attachment; filename="boeken-{project.public_id}.csv"'
    text = sent(kept).decode().removeprefix("\ufeff")
    assert entries_of(text) == [
        Entry(2, False, cast.today, "Bomen; en struiken", "2026-1", 120_50, "Elzen"),
        Entry(3, True, cast.day(1), "Leden", "", 25_00, "Leden"),
    ]
    reconciled(project)


def test_what_a_spreadsheet_would_run_is_kept_as_text(cast: Cast) -> None:
    project = project_by(cast)
    line = a_line(cast, project, "=1+1", 1_000_00)
    bill = {"number": "@1", "day": cast.today, "amount": 1_00, "text": "-2+3"}
    services.book_expense(by=cast.marijke, line=line, **bill, at=cast.tick())
    text = sent(walk_in(None).get(f"/project/{project.public_id}/boeken.csv")).decode()
    assert "uit;'=1+1;'@1;1,00;'-2+3" in text
    assert entries_of(text.removeprefix("\ufeff"))[0].name == "=1+1"


def test_a_receipt_is_seen_by_the_team_and_by_who_gave_the_money(cast: Cast) -> None:
    project = project_by(cast)
    line = a_line(cast, project)
    bill = {"number": "12", "day": cast.today, "amount": 1_00, "text": "Touw"}
    booking = services.book_expense(by=cast.marijke, line=line, **bill, at=cast.tick())
    url = f"/boeking/{booking.public_id}/"
    assert "Zet er een foto of document bij" in page(walk_in(cast.bas), url)
    assert "alleen het team en wie er geld aan gaf" in page(walk_in(cast.samira), url)
    assert "alleen het team en wie er geld aan gaf" in page(walk_in(None), url)
    part = [Part(1, FAR)]
    about = {"kind": "fonds", "name": "Fonds", "amount": 1, "covers_on": FAR, "parts": part}
    services.grant_award(by=cast.samira, project=project, **about, at=cast.tick())
    assert "Er ligt nog geen bon bij." in page(walk_in(cast.samira), url)
    Project.objects.update(state="learned", outcome="mislukt", lesson="x")
    assert "Er ligt nog geen bon bij." in page(walk_in(cast.bas), url)
