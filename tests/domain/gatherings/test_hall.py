"""The hall of a gathering: people ask by phone without an account, share a question, and the host leads."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from middenstip.domain.gatherings import rules, services, tasks
from middenstip.domain.gatherings.lifecycle import HALL, MOST_OF_A_PHONE, MOST_QUESTIONS
from middenstip.domain.gatherings.models import Gathering, HallPhone, HallQuestion, NoteLine
from middenstip.domain.gatherings.selectors.hall import gathering_by_code, hall_of, marks_of, shown_hall
from middenstip.journal.models import Entry
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, table
from tests.domain.playing import play
from tests.journeys.test_follow_up_gathering import announces, comes, held
from tests.journeys.test_voting_at_once import at_once

QUESTION = "Wie betaalt het water?"
PHONES = 200


def begun(cast: Cast, **more: Any) -> Gathering:
    """A gathering that began a minute ago."""
    one = announces(cast, **more)
    cast.at = one.starts_at + timedelta(minutes=1)
    return one


def asks(cast: Cast, one: Gathering, text: str = QUESTION, phone: str = "een", **more: Any) -> HallQuestion:
    return services.ask_in_hall(gathering=one, text=text, phone=phone, **more, at=cast.tick())


def types(cast: Cast, one: Gathering, text: str = QUESTION, by: Actor | None = None) -> HallQuestion:
    return services.type_question_card(
        by=by or cast.marijke, gathering=one, text=text, half="bewoners", at=cast.tick()
    )


def echoes(cast: Cast, question: HallQuestion, phone: str, **more: Any) -> int:
    return services.echo_in_hall(question=question, phone=phone, **more, at=cast.tick()).echoes


def moves_to(cast: Cast, question: HallQuestion, step: str, by: Actor | None = None) -> str:
    told = {"by": by or cast.marijke, "question": question, "step": step}
    return services.move_in_hall(**told, at=cast.tick()).state


def sums(cast: Cast, question: HallQuestion, summary: str, by: Actor | None = None) -> HallQuestion:
    told = {"by": by or cast.marijke, "question": question, "summary": summary}
    return services.sum_up_in_hall(**told, at=cast.tick())


def confirms(cast: Cast, question: HallQuestion, agrees: bool, **more: Any) -> HallQuestion:
    return services.confirm_in_hall(question=question, agrees=agrees, **more, at=cast.tick())


def hides(cast: Cast, question: HallQuestion, why: str = "Dit gaat over een mens.") -> HallQuestion:
    return services.hide_in_hall(by=cast.marijke, question=question, why=why, at=cast.tick())


def states(one: Gathering) -> list[tuple[str, str]]:
    return [(question.text, question.state) for question in hall_of(one)]


def test_a_question_is_asked_shared_and_led_past_the_table(cast: Cast) -> None:
    one = begun(cast)
    asked = asks(cast, one, half="bewoners")
    later = asks(cast, one, "Komt er een bank?", phone="twee")
    assert [echoes(cast, later, phone) for phone in ("twee", "drie", "drie", "vier")] == [0, 1, 1, 2]
    assert [row.text for row in hall_of(one)] == [later.text, asked.text]
    assert marks_of(one, "drie") == {later.pk: False}
    assert marks_of(one, "twee") == {later.pk: True}
    assert marks_of(one, "") == {}
    assert moves_to(cast, asked, "table") == "table"
    assert moves_to(cast, later, "table") == "table"  # only one lies there
    assert states(one) == [(later.text, "table"), (asked.text, "waits")]
    assert echoes(cast, later, "vijf") == 3
    assert moves_to(cast, later, "answer") == "answered"
    with pytest.raises(NotNow, match="De stand van de zaalvraag is: beantwoord"):
        echoes(cast, later, "zes")
    assert moves_to(cast, later, "back") == "waits"
    with pytest.raises(Invalid, match="Kies wat er"):
        moves_to(cast, later, "weg")
    with pytest.raises(Forbidden, match="aankondigde"):
        moves_to(cast, later, "table", by=cast.tarik)
    told = Entry.objects.filter(kind__startswith="gathering.hall_").order_by("pk")
    assert {row.kind for row in told} == {
        "gathering.hall_asked",
        "gathering.hall_echoed",
        "gathering.hall_moved",
    }
    assert {row.actor for row in told if row.kind != "gathering.hall_moved"} == {""}


def test_what_is_wrong_with_a_question_says_so(cast: Cast) -> None:
    one = begun(cast)
    asks(cast, one)
    for wrong, why in (
        ("  ", "Schrijf eerst je vraag"),
        ("x" * 201, "200"),
        ("Bel mij op 06-12345678", "telefoonnummer"),
        ("wie betaalt het  WATER", "Deze vraag staat er al"),
    ):
        with pytest.raises(Invalid, match=why):
            asks(cast, one, wrong, phone="twee")
    with pytest.raises(Invalid, match="Kies een helft"):
        asks(cast, one, "Iets anders?", half="iedereen")
    assert HallQuestion.objects.count() == 1
    again = [asks(cast, one, "Komt er een bank?", phone=phone, key="een") for phone in ("twee", "drie")]
    assert again[0] == again[1]  # a lost answer: the same form is sent again
    assert HallQuestion.objects.count() == 2


def test_one_phone_and_one_gathering_have_a_limit(cast: Cast) -> None:
    one = begun(cast)
    for number in range(MOST_OF_A_PHONE):
        asks(cast, one, f"Vraag {number}?")
    with pytest.raises(NotNow, match="Je stelde al 5 vragen"):
        asks(cast, one, "Nog een?")
    asks(cast, one, "Nog een?", phone="")  # a program without a session has no phone
    now = HallQuestion.objects.count()
    HallQuestion.objects.bulk_create(
        HallQuestion(gathering=one, text=f"Meer {number}", at=cast.at)
        for number in range(MOST_QUESTIONS - now)
    )
    with pytest.raises(NotNow, match="Er zijn al 500 vragen"):
        asks(cast, one, "En deze?", phone="twee")


def test_people_ask_from_an_hour_before_until_three_hours_after(cast: Cast) -> None:
    one = announces(cast)
    hour = timedelta(hours=1)
    moments = (
        (one.starts_at - hour - timedelta(seconds=1), "begint nog niet"),
        (one.starts_at - hour, ""),
        (one.ends_at + 3 * hour - timedelta(seconds=1), ""),
        (one.ends_at + 3 * hour, "is voorbij"),
    )
    for number, (at, why) in enumerate(moments):
        cast.at = at - timedelta(minutes=1)
        if why:
            with pytest.raises(NotNow, match=why):
                asks(cast, one, f"Vraag {number}?")
            assert why in rules.types_cards_now(one, at).reason or why == "is voorbij"
        else:
            asks(cast, one, f"Vraag {number}?")
    assert HallQuestion.objects.count() == 2
    question = HallQuestion.objects.first()
    assert question
    with pytest.raises(NotNow, match="is voorbij"):
        moves_to(cast, question, "table")
    with pytest.raises(NotNow, match="is voorbij"):
        echoes(cast, question, "negen")


def test_a_cancelled_held_hidden_or_closed_gathering_refuses(cast: Cast) -> None:
    one = begun(cast)
    question = asks(cast, one)
    moves_to(cast, question, "table")
    services.hide_gathering(code=one.public_id, words="Deze tekst is verborgen.", by=None, at=cast.tick())
    assert HallQuestion.objects.get(pk=question.pk).text == "Deze tekst is verborgen."
    assert shown_hall(Gathering.objects.get(pk=one.pk)) == []
    with pytest.raises(Forbidden, match="verborgen"):
        asks(cast, one, "Iets anders?")
    services.show_gathering(code=one.public_id, by=None, at=cast.tick())
    assert [row.text for row in shown_hall(Gathering.objects.get(pk=one.pk))] == [QUESTION]
    held(cast, one)
    assert states(one) == [(QUESTION, "waits")]  # nothing lies on a table that is cleared
    with pytest.raises(NotNow, match="afgerond"):
        asks(cast, one, "Iets anders?")
    other = announces(cast, title="Wandelen langs de beek")
    services.cancel_gathering(by=cast.marijke, gathering=other, why="Te nat.", at=cast.tick())
    with pytest.raises(NotNow, match="gaat niet door"):
        asks(cast, other)
    told = {"is_closed": True, "what": "Het gaat over mensen.", "title": "Schuldhulp"}
    goal = table(cast)
    closed = announces(cast, initiative=goal.initiative, **told)
    comes(cast, cast.marijke, closed)
    cast.at = closed.starts_at
    for by in (None, cast.tarik):
        with pytest.raises(Forbidden, match="besloten"):
            asks(cast, closed, by=by)
    assert asks(cast, closed, by=cast.marijke).state == "waits"
    assert shown_hall(closed) == []


def test_the_host_types_a_card_also_after_the_evening(cast: Cast) -> None:
    one = announces(cast)
    with pytest.raises(NotNow, match="begint nog niet"):
        types(cast, one)
    held(cast, one)
    made = types(cast, one)
    assert (made.on_card, made.half, made.state) == (True, "bewoners", "waits")
    assert HallPhone.objects.count() == 0
    with pytest.raises(Forbidden):
        types(cast, one, "Komt er een bank?", by=cast.tarik)


def test_a_hidden_question_leaves_its_reason_and_can_come_back(cast: Cast) -> None:
    one = begun(cast)
    question = asks(cast, one, "Waarom is Jan zo dom?")
    with pytest.raises(Invalid, match="waarom"):
        hides(cast, question, " ")
    hides(cast, question)
    now = HallQuestion.objects.get(pk=question.pk)
    assert (now.text, now.state, now.why_hidden) == (
        "Deze tekst is verborgen.",
        "out",
        "Dit gaat over een mens.",
    )
    assert shown_hall(one) == []
    with pytest.raises(Invalid, match="verborgen"):
        asks(cast, one, "waarom is jan zo dom", phone="twee")
    with pytest.raises(NotNow, match="verborgen"):
        services.note_in_hall(by=cast.marijke, question=question, at=cast.tick())
    services.show_in_hall(by=cast.marijke, question=question, at=cast.tick())
    now = HallQuestion.objects.get(pk=question.pk)
    assert (now.text, now.state, now.why_hidden) == ("Waarom is Jan zo dom?", "waits", "")


def test_a_question_becomes_one_line_of_the_notes(cast: Cast) -> None:
    one = announces(cast)
    cast.at = one.starts_at - timedelta(minutes=30)
    question = asks(cast, one)
    with pytest.raises(NotNow, match="moet nog beginnen"):
        services.note_in_hall(by=cast.marijke, question=question, at=cast.tick())
    with pytest.raises(NotNow, match="moet nog beginnen"):
        services.count_walk_ins(by=cast.marijke, gathering=one, numbers={"bewoners": 2}, at=cast.tick())
    cast.at = one.starts_at
    twice = [services.note_in_hall(by=cast.marijke, question=question, at=cast.tick()) for _ in range(2)]
    assert twice[0] == twice[1]
    assert list(NoteLine.objects.values_list("text", flat=True)) == [QUESTION]
    counted = services.count_walk_ins(by=cast.marijke, gathering=one, numbers={"bewoners": 2}, at=cast.tick())
    assert counted.missing == ["overheid", "ondernemers"]


def test_a_luisterronde_sums_up_and_the_speaker_says_whether_it_is_right(cast: Cast) -> None:
    one = begun(cast, kind="listening")
    question, other = asks(cast, one), asks(cast, one, "Het is ’s avonds te donker.", phone="twee")
    with pytest.raises(NotNow, match="geef je geen antwoord"):
        moves_to(cast, question, "answer")
    moves_to(cast, question, "table")
    with pytest.raises(Invalid, match="wat je hoorde"):
        sums(cast, question, " ")
    assert sums(cast, question, "Je wilt weten wie het water betaalt.").state == "summed"
    for phone in ("", "twee"):
        with pytest.raises(Forbidden, match="Alleen wie de vraag stelde"):
            confirms(cast, question, True, phone=phone)
    with pytest.raises(Forbidden):
        confirms(cast, question, True, by=cast.marijke)  # the host asked a phone, not a card
    for wrong in (" ", "Bel mij op 06-12345678"):
        with pytest.raises(Invalid):
            confirms(cast, question, False, phone="een", text=wrong)
    missed = confirms(cast, question, False, phone="een", text="Vooral in de zomer.")
    assert (missed.state, missed.reply) == ("summed", "Vooral in de zomer.")
    again = sums(cast, question, "Wie betaalt het water in de zomer?")
    assert (again.state, again.reply) == ("summed", "")
    assert confirms(cast, question, True, phone="een").state == "heard"
    line = services.note_in_hall(by=cast.marijke, question=question, at=cast.tick())
    assert line.text == "Wie betaalt het water in de zomer?"
    card = types(cast, one, "Kan de bus weer stoppen?")
    sums(cast, card, "De bus stopt niet meer.")
    assert confirms(cast, card, True, by=cast.marijke).state == "heard"
    assert states(one)[1] == (other.text, "waits")
    evening = begun(cast, title="Een gewone avond")
    with pytest.raises(NotNow, match="hoort bij een luisterronde"):
        sums(cast, asks(cast, evening), "Samengevat.")


def test_the_code_of_the_day_leads_to_the_gathering(cast: Cast) -> None:
    one = announces(cast)
    code = one.public_id[:5]
    assert gathering_by_code(code, cast.at) == ""  # five days before
    assert gathering_by_code(f" {code.upper()} ", one.starts_at) == one.public_id
    assert [gathering_by_code(typed, one.starts_at) for typed in ("", "abc", "00000", "zzzzz")] == [""] * 4
    assert gathering_by_code(code, one.ends_at + timedelta(hours=3)) == ""
    twin = announces(cast, title="Wandelen langs de beek")
    Gathering.objects.filter(pk=twin.pk).update(public_id=f"{code}22222")
    assert gathering_by_code(code, one.starts_at) == ""  # two of them: neither is certain


def test_which_phone_asked_is_forgotten_a_day_later(cast: Cast) -> None:
    one = begun(cast)
    echoes(cast, asks(cast, one), "twee")
    tasks.look_over(one.ends_at + timedelta(hours=23))
    assert HallPhone.objects.count() == 2
    tasks.look_over(one.ends_at + timedelta(hours=25))
    assert HallPhone.objects.count() == 0
    assert [(row.text, row.echoes) for row in hall_of(one)] == [(QUESTION, 1)]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite has one writer at a time; PostgreSQL plays this"
)
def test_two_hundred_phones_ask_and_share_at_once(cast: Cast) -> None:
    one = begun(cast)
    first, at = asks(cast, one), cast.tick()

    def asked(number: int) -> object:
        told = {"text": f"Vraag van {number}?", "phone": f"telefoon {number}", "key": f"sleutel {number}"}
        return services.ask_in_hall(gathering=one, **told, at=at)

    def shared(number: int) -> object:
        return services.echo_in_hall(question=first, phone=f"telefoon {number}", at=at)

    twice = [number for number in range(PHONES) for _twice in range(2)]
    acts = [lambda n=n, act=act: act(n) for n in twice for act in (asked, shared)]
    assert at_once(acts) == {"in": 4 * PHONES}
    each_once(one)


def test_two_hundred_phones_ask_and_share_one_after_the_other(cast: Cast) -> None:
    one = begun(cast)
    first = asks(cast, one)
    for number in range(PHONES):
        cast.at = one.starts_at
        asks(cast, one, f"Vraag van {number}?", phone=f"telefoon {number}")
        echoes(cast, first, f"telefoon {number}")
    each_once(one)


def each_once(one: Gathering) -> None:
    rows = hall_of(one)
    assert (len(rows), rows[0].text, rows[0].echoes) == (PHONES + 1, QUESTION, PHONES)
    assert HallPhone.objects.count() == 2 * PHONES + 1


@pytest.mark.parametrize("kind", ["meetup", "listening"])
def test_any_play_in_the_hall_keeps_to_its_table(cast: Cast, kind: str) -> None:
    """Whatever host, speaker and outsider do in any order: one lies on the table, hidden words stay away."""
    one = begun(cast, kind=kind)
    question, other, at = asks(cast, one), asks(cast, one, "Komt er een bank?", phone="twee"), cast.tick()
    listens = kind == "listening"

    def act(what: str, who: str) -> Any:
        by = getattr(cast, who)
        told: dict[str, Any] = {"question": question, "at": at}
        acts: dict[str, Any] = {
            "table": lambda: services.move_in_hall(by=by, step="table", **told),
            "back": lambda: services.move_in_hall(by=by, step="back", **told),
            "answer": lambda: services.move_in_hall(by=by, step="answer", **told),
            "other": lambda: services.move_in_hall(by=by, step="table", question=other, at=at),
            "sum_up": lambda: services.sum_up_in_hall(by=by, summary="Samengevat.", **told),
            "agree": lambda: services.confirm_in_hall(agrees=True, phone="een", **told),
            "differ": lambda: services.confirm_in_hall(agrees=False, text="Niet zo.", phone="een", **told),
            "hide": lambda: services.hide_in_hall(by=by, why="Daarom.", **told),
            "show": lambda: services.show_in_hall(by=by, **told),
            "note": lambda: services.note_in_hall(by=by, **told),
        }
        return acts[what]

    def check(now: HallQuestion) -> None:
        assert HallQuestion.objects.filter(gathering=one, state="table").count() <= 1
        assert (now.state == "out") == now.is_hidden == bool(now.why_hidden)
        assert (now.text == QUESTION) != now.is_hidden
        assert bool(now.summary) >= (now.state in ("summed", "heard"))
        assert not now.reply or now.state in ("summed", "out", "waits", "table")

    end = (
        [("sum_up", "marijke"), ("differ", "tarik"), ("agree", "tarik")]
        if listens
        else [("answer", "marijke")]
    )
    story = [("table", "marijke"), ("back", "marijke"), ("table", "marijke"), *end]
    story += [("note", "marijke"), ("hide", "marijke"), ("show", "marijke")]
    played = play(
        HALL,
        lambda: HallQuestion.objects.get(pk=question.pk),
        act,
        story,
        others=("other",),
        check=check,
    )
    assert min(played.done["table"], played.done["hide"], played.refused.total()) > 0
