"""The table: from an empty chair to a JA of all three halves, through the doors."""

from __future__ import annotations

import re

from middenstip.domain.goals import services
from middenstip.domain.goals.lifecycle import SHARED
from middenstip.domain.goals.models import Goal, Letter, Version
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.parties.models import Grant, Seat
from middenstip.journeys import agree_goal, open_goal
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.web.pages.goals.diff import GONE, NEW, changes
from tests.cast import Cast, agreement, joins, proposed, stops, supported, table
from tests.queries import at_most
from tests.web.at_the_door import page, send, walk_in

HIDDEN = "Noten voor elk kind, dat is mijn geheim."


def url(goal: Goal, verb: str = "") -> str:
    return f"/opgave/{goal.public_id}/{verb}"


def _opened(cast: Cast) -> Goal:
    """A table with only Marijke at it."""
    return open_goal.open_goal(
        by=cast.marijke,
        initiative=supported(cast),
        title="Een voedselbos voor Lettele",
        question="Waar en hoe?",
        at=cast.tick(),
    )


def test_three_halves_sit_down_write_apart_and_all_say_yes(cast: Cast) -> None:
    goal = _opened(cast)
    marijke, ilse, bas = (walk_in(one) for one in (cast.marijke, cast.ilse, cast.bas))
    assert "niemand van de overheid en ondernemers" in page(marijke, url(goal))

    assert (
        send(marijke, url(goal, "uitnodigen/"), seat=[cast.ilse.seat_public_id, cast.bas.seat_public_id])
        == 302
    )
    assert "Je bent uitgenodigd aan deze tafel." in page(ilse, url(goal))
    assert [send(one, url(goal, "aanschuiven/")) for one in (ilse, bas)] == [302, 302]

    for one, text in ((marijke, "Een bos om in te plukken."), (ilse, "Meer schaduw."), (bas, "Werk.")):
        assert send(one, url(goal, "briefje/"), text=text) == 302
    assert send(ilse, url(goal, "openen/")) == 302
    assert "Een bos om in te plukken." in page(bas, url(goal))

    assert send(bas, url(goal, "versie/"), number=0, text="In 2028 staat er een bos.") == 302
    assert send(marijke, url(goal, "antwoord/"), number=1, answer="ja") == 302
    assert (
        send(ilse, url(goal, "antwoord/"), number=1, answer="tenzij", condition="Het dorp zorgt ervoor.")
        == 302
    )
    seen = page(marijke, url(goal))
    assert "“Het dorp zorgt ervoor.”" in seen
    assert "We wachten op het antwoord van Bas Roelvink op versie 1." in seen
    assert "Zeg ja, ‘nee, tenzij’ of nee tegen het doel." in page(bas, url(goal))

    better = "In 2028 staat er een bos. Het dorp zorgt ervoor."
    assert send(bas, url(goal, "versie/"), number=1, text=better) == 302
    assert "<mark>Het dorp zorgt ervoor.</mark>" in page(ilse, url(goal))
    assert [send(one, url(goal, "antwoord/"), number=2, answer="ja") for one in (marijke, ilse, bas)] == [
        302
    ] * 3

    assert Goal.objects.get(pk=goal.pk).state == SHARED
    told = page(walk_in(None), url(goal))
    assert "De bal ligt in het midden" in told
    assert "Maak een afspraak" not in told
    assert "Maak een afspraak" in page(marijke, url(goal))


def test_who_sits_there_in_another_hat_reads_it_in_that_one_and_sits_down_once(cast: Cast) -> None:
    marijke, goal = walk_in(cast.marijke), table(cast)
    assert send(marijke, "/mijn/zetel/", half="ondernemers", area="WK015014") == 302
    seen = page(marijke, url(goal))
    assert (url(goal, "aanschuiven/") in seen, url(goal, "briefje/") in seen) == (False, True)
    assert f'name="pet" value="{cast.marijke.seat_public_id}"' in seen
    shop = Seat.objects.get(half="ondernemers", side=None).public_id
    answer = marijke.post(url(goal, "aanschuiven/"), {"pet": shop}, follow=True)
    assert "Je zit al aan deze tafel, met een andere pet." in answer.text


def test_who_speaks_alone_for_the_government_is_told_so_and_is_not_asked(cast: Cast) -> None:
    gerrit, marijke = walk_in(cast.gerrit), walk_in(cast.marijke)
    goal = _opened(cast)
    assert send(gerrit, "/mijn/zetel/", half="overheid", area="WK015014") == 302
    seen = page(gerrit, url(goal))
    assert (url(goal, "aanschuiven/") in seen, "namens een organisatie" in seen) == (False, True)

    alone = Seat.objects.get(half="overheid", side=None)
    offer = f"/initiatief/{Initiative.objects.get().public_id}/helpen/"
    assert send(gerrit, offer, brings="Kennis.", has_read="on") == 302
    Partner.objects.update(state="accepted")
    assert alone.public_id not in page(marijke, url(goal, "uitnodigen/"))
    assert send(marijke, url(goal, "uitnodigen/"), seat=alone.public_id) == 403


def test_a_letter_is_read_by_nobody_but_its_writer_until_all_open(cast: Cast) -> None:
    goal = table(cast)
    everybody: list[Actor | None] = [
        None,
        cast.ilse,
        cast.bas,
        cast.samira,
        cast.tarik,
        cast.noor,
        cast.gerrit,
    ]
    assert send(walk_in(cast.marijke), url(goal, "briefje/"), text=HIDDEN) == 302

    assert [HIDDEN in page(walk_in(one), url(goal)) for one in everybody] == [False] * len(everybody)
    assert HIDDEN in page(walk_in(cast.marijke), url(goal))
    assert "Ligt klaar, nog dicht" in page(walk_in(None), url(goal))

    waits = "We wachten op het briefje van "
    for one, wait in ((cast.ilse, [waits + "Bas Roelvink."]), (cast.bas, [])):
        services.write_letter(by=one, goal=goal, text="Ook iets.", at=cast.tick())
        seen = page(walk_in(one), url(goal))
        assert "mijn-briefje" in seen
        assert re.findall(waits + "[^.<]*[.]", seen) == wait
    assert [HIDDEN in page(walk_in(one), url(goal)) for one in everybody] == [False] * len(everybody)
    services.reveal_letters(by=cast.bas, goal=goal, at=cast.tick())
    assert [HIDDEN in page(walk_in(one), url(goal)) for one in everybody] == [True] * len(everybody)
    assert "mijn-briefje" not in page(walk_in(cast.bas), url(goal))


def test_a_letter_stays_closed_when_its_writer_leaves_or_the_table_stops(cast: Cast) -> None:
    goal = table(cast)
    services.write_letter(by=cast.marijke, goal=goal, text=HIDDEN, at=cast.tick())
    stops(cast, goal)
    assert HIDDEN not in page(walk_in(cast.ilse), url(goal))
    for reader in (cast.ilse, cast.marijke):
        read = page(walk_in(reader), url(goal))
        assert "Deze tafel stopte voordat er een eerste versie lag. De briefjes blijven daarom dicht." in read
        assert "Schrijft nog" not in read
    assert HIDDEN in read  # the own letter
    assert HIDDEN not in page(walk_in(None), url(goal))

    other = _second_table(cast)
    joins(cast, cast.gerrit, other)
    services.write_letter(by=cast.gerrit, goal=other, text=HIDDEN, at=cast.tick())
    services.leave_goal(by=cast.gerrit, goal=other, at=cast.tick())
    for one in (cast.marijke, cast.ilse, cast.bas):
        services.write_letter(by=one, goal=other, text="Iets anders.", at=cast.tick())
    services.reveal_letters(by=cast.marijke, goal=other, at=cast.tick())
    agree_goal.propose(by=cast.marijke, goal=other, text="Een doel.", number=0, at=cast.tick())
    assert HIDDEN not in page(walk_in(cast.ilse), url(other))


def test_a_letter_may_be_changed_until_the_letters_open(cast: Cast) -> None:
    goal, marijke = table(cast), walk_in(cast.marijke)
    assert [send(marijke, url(goal, "briefje/"), text=text) for text in ("Eerst dit.", "Toch dat.")] == [
        302
    ] * 2
    assert [letter.text for letter in Letter.objects.all()] == ["Toch dat."]
    seen = page(marijke, url(goal))
    assert "Toch dat." in seen
    assert "Verander mijn briefje" in seen
    assert "Schrijf jouw briefje" not in seen  # who wrote is not asked to write


def test_who_only_watches_sees_why(cast: Cast) -> None:
    goal = table(cast)
    assert ">Log in om aan te schuiven</a>" in page(walk_in(None), url(goal))
    assert "Vraag een stoel" in page(walk_in(cast.tarik), url(goal))
    assert send(walk_in(cast.tarik), url(goal, "briefje/"), text="Ik ook!") == 403

    seat = Seat.objects.get(pk=cast.yara.seat_id)
    Grant.objects.create(seat=seat, role="facilitator", area=seat.area, from_on=cast.today)
    yara = walk_in(cast.yara)
    assert "Je leidt hier het gesprek." in page(yara, url(goal))
    assert send(yara, url(goal, "aanschuiven/")) == 403


def test_two_write_a_version_at_once_and_nothing_is_lost(cast: Cast) -> None:
    goal = proposed(cast)
    ilse, bas = walk_in(cast.ilse), walk_in(cast.bas)
    assert send(ilse, url(goal, "versie/"), number=1, text="De tekst van Ilse.") == 302

    late = bas.post(url(goal, "versie/"), {"number": 1, "text": "De tekst van Bas."})
    assert late.status_code == 409
    assert "De tekst van Ilse." in late.content.decode()
    assert "De tekst van Bas." in late.content.decode()
    assert send(bas, url(goal, "versie/"), number=2, text="De tekst van Bas.") == 302
    assert [v.text for v in Version.objects.order_by("number")][1:] == [
        "De tekst van Ilse.",
        "De tekst van Bas.",
    ]


def test_sending_a_version_twice_is_sending_it_once(cast: Cast) -> None:
    goal, bas = proposed(cast), walk_in(cast.bas)
    assert [send(bas, url(goal, "versie/"), number=1, text="Een beter doel.") for _ in "ab"] == [302, 302]
    assert Version.objects.count() == 2


def test_an_answer_to_an_old_version_does_not_count(cast: Cast) -> None:
    goal, bas = proposed(cast), walk_in(cast.bas)
    agree_goal.propose(by=cast.ilse, goal=goal, text="Een ander doel.", number=1, at=cast.tick())
    answer = bas.post(
        url(goal, "antwoord/"), {"number": 1, "answer": "nee", "condition": "Te groot voor ons."}
    )
    assert answer.status_code == 409
    assert "Er ligt intussen een nieuwe versie." in answer.content.decode()
    assert "Te groot voor ons." in answer.content.decode()


def test_a_no_without_a_reason_is_asked_for_one(cast: Cast) -> None:
    goal, bas = proposed(cast), walk_in(cast.bas)
    for answer, sentence in (
        ("tenzij", "Zeg in één zin wat je nodig hebt"),
        ("nee", "Zeg in één zin waarom"),
    ):
        got = bas.post(url(goal, "antwoord/"), {"number": 1, "answer": answer, "condition": "  "})
        assert got.status_code == 422
        assert sentence in got.content.decode()


def test_bad_input_is_a_clear_sentence_and_never_a_crash(cast: Cast) -> None:
    goal, ilse, writing = proposed(cast), walk_in(cast.ilse), _second_table(cast)
    long = "x" * 601
    assert send(ilse, url(writing, "briefje/"), text="") == 422
    too_long = ilse.post(url(writing, "briefje/"), {"text": long})
    assert too_long.status_code == 422
    assert long in too_long.content.decode()
    assert send(ilse, url(writing, "briefje/"), text="a\x00b") == 400
    assert send(ilse, url(goal, "versie/"), number="veel", text="Een doel.") == 422
    assert send(ilse, url(goal, "versie/"), number=10**30, text="Een doel.") == 422
    assert send(ilse, url(goal, "antwoord/"), number=1, answer="misschien") == 422
    assert send(ilse, url(goal, "antwoord/")) == 422
    assert send(ilse, url(goal, "openen/")) == 409
    assert send(ilse, url(goal, "uitnodigen/"), seat="bestaatniet") == 422
    assert send(ilse, "/opgave/bestaatniet/aanschuiven/") == 404
    assert ilse.get("/opgave/bestaatniet/").status_code == 404
    assert ilse.get("/tafels/?na=onzin").status_code == 400
    assert ilse.get(url(goal, "antwoord/")).status_code == 405


def test_leaving_and_stopping(cast: Cast) -> None:
    goal = table(cast)
    assert send(walk_in(cast.bas), url(goal, "opstaan/")) == 302
    assert "niemand van de ondernemers" in page(walk_in(cast.marijke), url(goal))
    assert send(walk_in(cast.marijke), url(goal, "verzoek/"), reason="Te druk.") == 302
    motion = goal.motions.get()
    asked = page(walk_in(cast.ilse), url(goal))
    assert "Verzoek: stop deze tafel" in asked
    assert "Wacht nog op een ja van Ilse van der Kolk." in asked
    assert send(walk_in(cast.ilse), url(goal, f"verzoek/{motion.public_id}/"), answer="ja") == 302
    assert "De bal ligt stil" in page(walk_in(None), url(goal))
    assert send(walk_in(cast.marijke), url(goal, "verzoek/"), reason="Te druk.") == 409
    assert "Draai dit terug" in page(walk_in(cast.ilse), url(goal))
    assert "Draai dit terug" not in page(walk_in(cast.tarik), url(goal))
    assert send(walk_in(cast.ilse), url(goal, f"verzoek/{motion.public_id}/terug/")) == 302
    assert "De bal ligt stil" not in page(walk_in(None), url(goal))


def test_the_changed_words_are_found() -> None:
    old = "In 2028 staat er een bos van twee hectare."
    parts = changes(old, "In 2028 staat er een bos van één hectare. Iedereen mag er komen.")
    assert [part.text for part in parts if part.kind == GONE] == ["twee "]
    assert [part.text for part in parts if part.kind == NEW] == ["één ", "Iedereen mag er komen."]
    assert "".join(p.text for p in parts if p.kind != GONE).startswith(
        "In 2028 staat er een bos van één hectare. I"
    )
    assert changes("", "Nieuw.")[0].kind == NEW


def test_the_list_shows_the_state_and_the_missing_half(cast: Cast) -> None:
    goal = _opened(cast)
    seen = page(walk_in(None), "/tafels/")
    assert goal.title in seen
    assert "er missen nog helften: overheid en ondernemers" in seen
    assert goal.title in page(walk_in(None), "/tafels/?gebied=WK015014")
    assert goal.title not in page(walk_in(None), "/tafels/?gebied=GM0957")


def test_nobody_who_said_ja_is_told_in_words(cast: Cast) -> None:
    goal = proposed(cast)
    seen = page(walk_in(None), url(goal))
    assert "Nog niemand zei ja." in seen
    assert "versie 1: nog niemand zei ja" in seen


def test_who_got_up_is_not_counted_among_who_says_ja(cast: Cast) -> None:
    goal = proposed(cast)
    joins(cast, cast.gerrit, goal)
    agree_goal.answer(by=cast.gerrit, goal=goal, number=1, answer="ja", at=cast.tick())
    agree_goal.leave(by=cast.gerrit, goal=goal, at=cast.tick())
    text = page(walk_in(cast.bas), url(goal))
    assert "Nog niemand zei ja. Nog geen antwoord: Marijke Wolterink." in text
    assert "versie 1: nog niemand zei ja" in text


def test_the_list_goes_on_where_it_stopped(cast: Cast) -> None:
    goal = _opened(cast)
    _copies(goal, 29)
    first = walk_in(None).get("/tafels/")
    second = walk_in(None).get(first.context["next_url"].join(["/tafels/", ""]))
    pages = [
        [line["title"] for group in answer.context["groups"] for line in group["lines"]]
        for answer in (first, second)
    ]
    titles = pages[0] + pages[1]
    assert (len(pages[0]), len(titles), len(set(titles))) == (25, 30, 30)


def test_queries_do_not_grow(cast: Cast) -> None:
    made = agreement(cast)
    goal = made.goal
    assert goal
    ilse, visitor = walk_in(cast.ilse), walk_in(None)
    page(ilse, url(goal))  # fills the caches of the frame
    for rows in (1, 30):
        if rows == 30:
            _copies(goal, 29)
            _crowd(goal, cast, 30)
        for client in (visitor, ilse):
            with at_most(3):
                page(client, "/tafels/")
            # eight beside it: organisations, reactions, files, gatherings, the talk, advice, bestuur
            with at_most(15):
                page(client, url(goal))


def test_queries_of_an_act(cast: Cast) -> None:
    goal = _opened(cast)
    clients = [walk_in(one) for one in (cast.ilse, cast.bas, cast.marijke)]
    seats = [Seat.objects.get(pk=one.seat_id) for one in (cast.ilse, cast.bas)]
    services.invite_seats(by=cast.marijke, goal=goal, seats=seats, at=clock.now())
    page(clients[0], url(goal))
    for client in clients[:2]:
        with at_most(18):
            send(client, url(goal, "aanschuiven/"))
    for client in clients:
        with at_most(20):  # six for the gates of moderation, one for the limits at the door
            send(client, url(goal, "briefje/"), text="Een bos.")
    with at_most(16):
        send(clients[0], url(goal, "openen/"))
    with at_most(20):
        send(clients[0], url(goal, "versie/"), number=0, text="Een doel.")
    for client in clients:  # the last ja also moves the initiative on
        with at_most(16):
            send(client, url(goal, "antwoord/"), number=1, answer="ja")
    assert Goal.objects.get(pk=goal.pk).state == SHARED


def _second_table(cast: Cast) -> Goal:
    """Another table for the same initiative, of the same three."""
    first = Goal.objects.get()
    goal = services.raise_goal(
        by=cast.marijke,
        initiative=first.initiative,
        title="Nog een tafel",
        question="Wat nu?",
        at=cast.tick(),
    )
    for one in (cast.marijke, cast.ilse, cast.bas):
        joins(cast, one, goal)
    return goal


def _copies(goal: Goal, count: int) -> None:
    kept = {
        f.name: getattr(goal, f.name) for f in Goal._meta.fields if f.name not in ("id", "public_id", "title")
    }
    Goal.objects.bulk_create(Goal(**kept, title=f"Tafel {n}") for n in range(count))


def _crowd(goal: Goal, cast: Cast, count: int) -> None:
    """Many seats at the table, each with an answer, and many versions."""
    seat = Seat.objects.get(pk=cast.bas.seat_id)
    told = {"half": seat.half, "area": seat.area, "confirmed_at": cast.at}
    seats = Seat.objects.bulk_create(Seat(title=f"winkelier {n}", **told) for n in range(count))
    goal.chairs.bulk_create(goal.chairs.model(goal=goal, seat=one, joined_at=cast.at) for one in seats)
    version = goal.versions.get()
    answers = version.answers
    answers.bulk_create(answers.model(version=version, seat=one, answer="ja", at=cast.at) for one in seats)
