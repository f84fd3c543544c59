"""Lettele answers statements: with and without an account, on paper, and what all three halves share."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from middenstip.domain.deliberation import services
from middenstip.domain.deliberation.method.opinions import next_of
from middenstip.domain.deliberation.models import Inquiry, Opinion, Participant, Statement, Sum
from middenstip.domain.deliberation.selectors.opinions import (
    hashed,
    participant_of,
    participant_with,
    sums_of,
)
from middenstip.kernel import clock
from middenstip.kernel.tally import Limit
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from middenstip.methods.common_ground.__main__ import main
from middenstip.web.pages.deliberation import opinions
from tests.cast import Cast, table
from tests.domain.deliberation.crowd import STATEMENTS
from tests.web.at_the_door import walk_in

MEMBERS = {"bewoners": 40, "overheid": 4, "ondernemers": 20}


def asked(cast: Cast, **more: Any) -> Inquiry:
    told: dict[str, Any] = {"subject": "Wat vindt Lettele?", "statements": STATEMENTS, "members": MEMBERS}
    told |= {"goal": table(cast), "closes_at": cast.at + timedelta(days=30)} | more
    return services.open_inquiry(by=cast.bas, **told, at=cast.tick())


def joined(cast: Cast, inquiry: Inquiry, half: str) -> Participant:
    participant, _ = services.take_part(inquiry=inquiry, half=half, at=cast.tick())
    participant.inquiry = inquiry
    return participant


def answered(cast: Cast, participant: Participant, *values: int) -> None:
    statements = Statement.objects.filter(inquiry=participant.inquiry, state="shown").order_by("pk")
    for statement, value in zip(statements, values, strict=False):
        services.answer_statement(participant=participant, statement=statement, value=value, at=cast.tick())


def filled(cast: Cast) -> Inquiry:
    """All agree with the garden; only the officials, asked as a whole, think that it costs too much."""
    inquiry = asked(cast)
    for half, number in (("bewoners", 30), ("overheid", 4), ("ondernemers", 15)):
        for one in range(number):
            costs = 1 if half == "overheid" else -1
            answered(cast, joined(cast, inquiry, half), 1, -1 if one % 2 else 1, 0, costs)
    return services.close_inquiry(inquiry=inquiry, by=cast.ilse, at=cast.tick())


def test_the_page_the_download_and_the_command_say_the_same(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inquiry = filled(cast)
    goal = inquiry.goal.public_id
    client, files = walk_in(None), []
    for name in ("answers", "halves"):
        file = tmp_path / f"{name}.csv"
        file.write_bytes(client.get(reverse(f"deliberation:{name}", args=[goal])).content)
        files.append(file)
    assert main(["analyse", str(files[0]), "--halves", str(files[1]), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {one["id"]: one for one in told["statements"]} == inquiry.result["statements"]
    assert told["why"] == inquiry.result["why"]
    halves = list(csv.DictReader(io.StringIO(files[1].read_text())))
    assert len(halves) == sum(MEMBERS.values())
    garden = Statement.objects.get(text=STATEMENTS[0])
    assert inquiry.result["certified"] == [garden.public_id]
    part = inquiry.result["statements"][garden.public_id]["per_half"]["overheid"]
    assert (part["census"], part["agree"]) == (True, 4)
    page = client.get(reverse("deliberation:shared", args=[goal])).text
    assert "Dit delen alle drie de helften" in page
    assert "Gemeten bij alle leden." in page
    assert "<svg" in page
    told = client.get("/api/v1/stellingen", {"opgave": goal}).json()["stellingen"]
    assert [one["tekst"] for one in told if one["gedeeld"]] == [STATEMENTS[0]]


def test_sums_follow_every_answer_and_a_change_counts_once(cast: Cast) -> None:
    inquiry = asked(cast)
    one = joined(cast, inquiry, "bewoners")
    for value in (1, 1, -1, 0):
        answered(cast, one, value)
    first = Statement.objects.order_by("pk")[0]
    found = Sum.objects.get(statement=first, half="bewoners")
    assert (found.agree, found.disagree, found.passed) == (0, 0, 1)
    assert Opinion.objects.get().value == 0
    with pytest.raises(Invalid, match="Kies ja"):
        answered(cast, one, 2)
    sums = sums_of(inquiry)
    assert next_of(sums, set(sums), "bewoners", MEMBERS, 0.5) is None
    assert next_of({}, set(), "bewoners", MEMBERS, 0.5) is None
    assert next_of(sums, set(list(sums)[1:]), "bewoners", MEMBERS, 0.5) == next(iter(sums))


def test_a_visitor_answers_stops_and_goes_on_elsewhere_with_the_code(cast: Cast, client: Client) -> None:
    inquiry = asked(cast)
    base = f"/opgave/{inquiry.goal.public_id}/stellingen/"
    with clock.frozen(cast.at):
        assert "Bij wie hoor je?" in client.get(base).text
        assert client.post(base + "antwoord/", {"value": "ja"}).status_code == 409
        assert client.post(base + "beginnen/", {"half": "kerk"}).status_code == 422
        assert client.post(base + "beginnen/", {"half": "overheid"}).status_code == 302
        shown = client.get(base)
        code, statement = shown.context["code"], shown.context["statement"]
        assert code in shown.text
        assert code not in str(list(Participant.objects.values()))
        assert participant_with(inquiry, code.upper().replace("-", " "))
        said = {"statement": statement.public_id, "value": "nee"}
        assert client.post(base + "antwoord/", said).status_code == 302
        other = Client()
        assert other.post(base + "verder/", {"code": "fout-fout"}).status_code == 422
        assert other.post(base + "verder/", {"code": code}).status_code == 302
        assert other.get(base).context["progress"] == {"seen": 1, "all": 4}
        for text, status in (("Er komt een bankje.", 302), ("Er komt een bankje", 422), ("", 422)):
            assert other.post(base + "erbij/", {"text": text}).status_code == status
    assert Opinion.objects.get().participant.half == "overheid"
    assert Statement.objects.get(text="Er komt een bankje.").state == "held"


def test_an_account_takes_part_once_for_the_half_of_its_seat(cast: Cast) -> None:
    inquiry = asked(cast)
    one, code = services.take_part(inquiry=inquiry, half="bewoners", by=cast.ilse, at=cast.tick())
    again, nothing = services.take_part(inquiry=inquiry, half="", by=cast.ilse, at=cast.tick())
    assert (one.half, again.pk, nothing) == ("overheid", one.pk, "")
    assert participant_of(inquiry, cast.ilse.person_id) == one
    assert one.code == hashed(code)


def test_statements_follow_the_published_rules(cast: Cast) -> None:
    with pytest.raises(Invalid, match="minstens drie"):
        asked(cast, statements=["Er komt een tuin.", "", "Er komt een tuin."])
    goal = table(cast)
    with pytest.raises(Invalid, match="Schat"):
        asked(cast, goal=goal, members={"bewoners": 3})
    inquiry = asked(cast, goal=goal)
    assert asked(cast, goal=goal).pk == inquiry.pk  # the same form twice
    with pytest.raises(NotNow, match="vraagt al"):
        asked(cast, goal=goal, subject="Iets anders")
    one = joined(cast, inquiry, "bewoners")
    for text, reason in (
        ("Komt er een tuin?", "vraag"),
        ("🌳" * 130, "in woorden"),
        ("woord " * 40, "te lang"),
        ("er komt een PLUKTUIN", "staat er al"),
    ):
        with pytest.raises(Invalid, match=reason):
            services.add_statement(participant=one, text=text, at=cast.tick())
    held = services.add_statement(participant=one, text="Er komt een bankje.", at=cast.tick())
    with pytest.raises(NotNow, match="stand"):
        services.answer_statement(participant=one, statement=held, value=1, at=cast.tick())
    with pytest.raises(Forbidden):
        services.judge_statement(by=cast.tarik, statement=held, is_shown=True, at=cast.tick())
    with pytest.raises(Invalid, match="spelregel"):
        services.judge_statement(by=cast.bas, statement=held, is_shown=False, at=cast.tick())
    told = {"is_shown": False, "reason": "Niet op de man."}
    services.judge_statement(by=cast.bas, statement=held, **told, at=cast.tick())
    assert services.judge_statement(by=cast.bas, statement=held, **told, at=cast.tick()).state == "refused"
    services.judge_statement(by=cast.bas, statement=held, is_shown=True, at=cast.tick())
    second = services.add_statement(participant=one, text="Er komt een hek.", at=cast.tick())
    assert second.state == "shown"  # the table let the first one through
    for number in range(3):
        services.add_statement(participant=one, text=f"Er komt boom {number}.", at=cast.tick())
    with pytest.raises(NotNow, match="al 5 stellingen"):
        services.add_statement(participant=one, text="Er komt nog iets.", at=cast.tick())


def test_a_paper_sheet_counts_once(cast: Cast) -> None:
    inquiry = asked(cast)
    keys = list(Statement.objects.order_by("pk").values_list("public_id", flat=True))
    sheet: dict[str, Any] = {"inquiry": inquiry, "half": "bewoners", "number": 7}
    for wrong in ({}, {"onbekend": 1}, {keys[0]: 5}):
        with pytest.raises(Invalid, match="niet kennen"):
            services.type_sheet(by=cast.bas, **sheet, answers=wrong, at=cast.tick())
    services.type_sheet(by=cast.bas, **sheet, answers={keys[0]: 1, keys[1]: -1}, at=cast.tick())
    with pytest.raises(NotNow, match="Blad 7"):
        services.type_sheet(by=cast.bas, **sheet, answers={keys[0]: 1}, at=cast.tick())
    assert (Participant.objects.get().way, Opinion.objects.count()) == ("paper", 2)


def test_the_worker_measures_and_closes_in_time(cast: Cast) -> None:
    inquiry = asked(cast)
    one = joined(cast, inquiry, "bewoners")
    answered(cast, one, 1, 1)
    assert services.measure_due(at=cast.tick()) == 1
    inquiry.refresh_from_db()
    measured = inquiry.result_at
    assert inquiry.result_answers == 2
    assert services.measure_inquiry(inquiry=inquiry, at=cast.tick()).result_at == measured  # nothing new
    cast.at = inquiry.closes_at
    with pytest.raises(NotNow, match="gesloten"):
        answered(cast, one, 0)
    assert services.measure_due(at=cast.at) == 1
    inquiry.refresh_from_db()
    assert inquiry.state == "closed"
    with pytest.raises(NotNow, match="stand"):
        joined(cast, inquiry, "bewoners")


def test_a_changed_answer_is_measured_again(cast: Cast) -> None:
    inquiry = asked(cast)
    one = joined(cast, inquiry, "bewoners")
    answered(cast, one, 1)
    inquiry = services.measure_inquiry(inquiry=inquiry, at=cast.tick())
    answered(cast, one, -1)  # as many answers as before
    assert services.measure_inquiry(inquiry=inquiry, at=cast.tick()).result_at == cast.at


def test_an_inquiry_without_a_statement_left_is_not_measured(cast: Cast) -> None:
    inquiry = asked(cast)
    Statement.objects.filter(inquiry=inquiry).update(state="refused")
    assert services.measure_inquiry(inquiry=inquiry, at=cast.tick()).result == {}
    visitor, _code = services.take_part(inquiry=inquiry, half="bewoners", at=cast.tick())
    visitor.inquiry = inquiry
    with pytest.raises(Invalid, match="Schrijf eerst je stelling"):
        services.add_statement(participant=visitor, text=" ", at=cast.tick())


def test_a_network_cannot_begin_without_end(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    inquiry = asked(cast)
    monkeypatch.setattr(opinions, "BEGINNERS", Limit("inquiry visitors", 1, timedelta(hours=1)))
    base = f"/opgave/{inquiry.goal.public_id}/stellingen/beginnen/"
    with clock.frozen(cast.at):
        assert [Client().post(base, {"half": "overheid"}).status_code for _ in range(2)] == [302, 429]
    assert Participant.objects.count() == 1


def test_a_hidden_statement_is_asked_no_more_and_comes_back(cast: Cast) -> None:
    inquiry = asked(cast)
    code = Statement.objects.order_by("pk")[0].public_id
    services.hide_statement(code=code, words="Deze tekst is verborgen.", by=cast.noor, at=cast.tick())
    assert len(sums_of(inquiry)) == len(STATEMENTS) - 1
    services.show_statement(code=code, by=cast.noor, at=cast.tick())
    assert Statement.objects.get(public_id=code).text == STATEMENTS[0]
    assert len(sums_of(inquiry)) == len(STATEMENTS)
