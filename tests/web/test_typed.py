"""What somebody typed is never lost: by a refusal, by whoever was first, or by a session that ended."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from middenstip.domain.agreements import services as agreements
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Goal
from middenstip.journeys import agree_goal, stop_initiative
from tests.cast import Cast, agreement, proposed, signed, stops, submitted, table
from tests.web.at_the_door import walk_in
from tests.web.test_mine import seatless

TEXT = "Wat ik hier met zorg schreef."


def told(answer: HttpResponse) -> tuple[int, str, list[str]]:
    """The status, the heading and what the page shows of what was typed."""
    html = answer.content.decode()
    head = re.search(r"<h1[^>]*>(.*?)</h1>", html)
    assert head
    return answer.status_code, head[1], re.findall(r'ms-citaat"><p>(.*?)</p>', html)


def at(goal: Goal, act: str) -> str:
    return f"/opgave/{goal.public_id}/{act}/"


def test_a_letter_that_comes_after_the_letters_are_open(cast: Cast) -> None:
    goal = table(cast)
    for actor in (cast.marijke, cast.ilse, cast.bas):
        goals.write_letter(by=actor, goal=goal, text="Eerst dit.", at=cast.tick())
    goals.reveal_letters(by=cast.bas, goal=goal, at=cast.tick())
    answer = walk_in(cast.ilse).post(at(goal, "briefje"), {"text": TEXT})
    assert told(answer) == (409, "Dit kan nu niet", [TEXT])


@pytest.mark.parametrize(
    ("act", "typed"),
    [("versie", {"text": TEXT}), ("antwoord", {"answer": "tenzij", "condition": TEXT})],
)
def test_words_for_a_table_that_stopped(cast: Cast, act: str, typed: dict[str, str]) -> None:
    goal = proposed(cast)
    stops(cast, goal)
    answer = walk_in(cast.ilse).post(at(goal, act), {"number": 1, **typed})
    assert told(answer) == (409, "Dit kan nu niet", [TEXT])


def test_a_version_of_whoever_got_up_in_another_tab(cast: Cast) -> None:
    goal = proposed(cast)
    agree_goal.leave(by=cast.ilse, goal=goal, at=cast.tick())
    answer = walk_in(cast.ilse).post(at(goal, "versie"), {"number": 1, "text": TEXT})
    assert told(answer) == (403, "Dit mag je niet", [TEXT])


def test_a_reason_for_an_agreement_that_was_kept_meanwhile(cast: Cast) -> None:
    made = signed(cast)
    agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    answer = walk_in(cast.ilse).post(f"/afspraak/{made.public_id}/niet-gehaald/", {"why_not": TEXT})
    assert told(answer) == (409, "Dit kan nu niet", [TEXT])


def test_signing_what_was_taken_back_says_why_not(cast: Cast) -> None:
    made = agreement(cast)
    agreements.withdraw_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    answer = walk_in(cast.ilse).post(f"/afspraak/{made.public_id}/tekenen/", {"number": 1})
    assert told(answer) == (409, "Dit kan nu niet", [])


def test_help_for_what_stopped_meanwhile_and_help_that_was_offered_already(cast: Cast) -> None:
    initiative = submitted(cast)
    url = f"/initiatief/{initiative.public_id}/helpen/"
    gerrit = walk_in(cast.gerrit)
    assert gerrit.post(url, {"brings": "Een schep.", "has_read": "on"}).status_code == 302
    assert told(gerrit.post(url, {"brings": TEXT, "has_read": "on"})) == (409, "Dit kan nu niet", [TEXT])
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Te nat.", at=cast.tick())
    answer = walk_in(cast.tarik).post(url, {"brings": TEXT, "has_read": "on"})
    assert told(answer) == (403, "Dit mag je niet", [TEXT])


def test_news_of_whoever_was_logged_out_meanwhile(cast: Cast) -> None:
    page = f"/initiatief/{submitted(cast).public_id}/"
    answer = walk_in(None).post(f"{page}nieuws/", {"text": TEXT, "back": page})
    assert told(answer) == (403, "Log eerst in", [TEXT])
    assert f'href="/inloggen/?next={page.replace("/", "%2F")}"' in answer.content.decode()


def test_news_of_whoever_left_every_seat_meanwhile(cast: Cast) -> None:
    page = f"/initiatief/{submitted(cast).public_id}/"
    answer = seatless(cast.marijke).post(f"{page}nieuws/", {"text": TEXT, "back": page})
    assert told(answer) == (403, "Kies voor wie je praat", [TEXT])


def test_a_form_of_another_site_puts_no_words_on_our_page(cast: Cast) -> None:
    stranger = Client(enforce_csrf_checks=True)
    assert told(stranger.post("/mijn/naam/", {"name": TEXT})) == (403, "Dit mag je niet", [])
