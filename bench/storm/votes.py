"""`python -m bench.storm.votes [--people 200]`: many people vote and answer statements at once, on SQLite.

Eight connections; every person votes, changes the vote, takes part in the inquiry and answers statements.
Prints how long an answer took beside the health page, and refuses anything that is not counted exactly once.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import threading
import time
from collections import Counter
from datetime import timedelta
from typing import Any

from bench.machine.client import HIDDEN, Client, Patience
from bench.machine.stage import SQLITE, stage

LINES, STATEMENTS, EACH = 8, 12, 5
STATEMENT = re.compile(r'name="statement"\s+value="([2-9a-hjkmnp-z]{10})"')


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200)
    people = parser.parse_args().people
    with stage(SQLITE, people) as at:
        ballot, goal = prepare()
        at.platform.start()
        began = time.monotonic()
        took, wrong = play(at.platform.port, at.sessions, ballot, goal)
        lasted = time.monotonic() - began
        hello = statistics.median(_timed(at.platform.port, "/gezond") for _ in range(30))
        wrong += check(people)
        at.platform.stop()
    for name, times in took.items():
        times.sort()
        middle, slow = times[len(times) // 2], times[int(0.95 * len(times))]
        print(
            f"{name:12} {len(times):6} keer  midden {1000 * middle:6.0f} ms  p95 {1000 * slow:6.0f} ms  "
            f"{middle / hello:5.1f} x /gezond"
        )
    number = sum(map(len, took.values()))
    print(f"{number} handelingen in {lasted:.0f} s: {number / lasted:.0f} per seconde, {LINES} verbindingen")
    print("\n".join(wrong[:20]) or "Iedereen telt één keer, niets ging mis.")
    return int(bool(wrong))


def prepare() -> tuple[str, str]:
    """A ballot and an inquiry of everybody on the stage; returns the ids of the ballot and of the goal."""
    from django.db import connections

    from middenstip.domain.areas.models import Area
    from middenstip.domain.deliberation.models import Ballot, Inquiry, Statement, Sum, Voter
    from middenstip.domain.goals.models import Goal
    from middenstip.domain.parties.models import Seat
    from middenstip.kernel import clock
    from middenstip.kernel.half import Half

    now, area, seats = clock.now(), Area.objects.get(code="GM0150"), list(Seat.objects.order_by("pk"))
    around = {"area": area, "municipality": area}
    told: dict[str, Any] = {"title": "Druk", "question": "Wie stemt?", "opened_at": now, "changed_at": now}
    goal = Goal(raised_half=Half.RESIDENTS, raised_by=seats[0], **around, **told).store()
    until, day = now + timedelta(days=2), (now + timedelta(days=90)).date()
    times = {"opened_at": now, "planned_at": until, "closes_at": until, "review_on": day}
    roll = {half.value: sum(seat.half == half for seat in seats) for half in Half}
    asked = {"question": "Mag het?", "text": "Het mag.", "status_quo": "Het mag niet.", "roll": roll}
    ballot = Ballot(goal=goal, opened_by=seats[0], **around, **times, **asked).store()
    Voter.objects.bulk_create(
        Voter(ballot=ballot, seat=seat, half=seat.half, number=number)
        for number, seat in enumerate(seats, start=1)
    )
    inquiry = Inquiry(
        goal=goal,
        area=area,
        subject="Wat vind je?",
        members={half.value: 1000 for half in Half},
        opened_by=seats[0],
        opened_at=now,
        closes_at=until,
    ).store()
    for number in range(STATEMENTS):
        text = f"Stelling {number} is waar."
        one = Statement(inquiry=inquiry, text=text, folded=text.lower(), state="shown", at=now).store()
        Sum.objects.bulk_create(Sum(statement=one, half=half.value) for half in Half)
    connections.close_all()
    return ballot.public_id, goal.public_id


def play(port: int, sessions: list[str], ballot: str, goal: str) -> tuple[dict[str, list[float]], list[str]]:
    """Everybody does everything once, spread over the connections; the times per act, and what went wrong."""
    took: dict[str, list[float]] = {"stem": [], "andere stem": [], "antwoord": []}
    wrong: list[str] = []
    patience = Patience(60)

    def post(client: Client, path: str, told: dict[str, str], name: str) -> None:
        begin = time.monotonic()
        status, _, text = client.insist("POST", path, told)
        if name:
            took[name].append(time.monotonic() - begin)
        if status != 302 or client.statuses:
            wrong.append(f"{path}: {status} {client.statuses} {text[-80:]}")

    def act(mine: list[str]) -> None:
        dice = random.Random(mine[0])  # noqa: S311
        for session in mine:
            client = Client(port, patience, session)
            asked = f"/opgave/{goal}/stellingen/"
            hidden = dict(HIDDEN.findall(client.insist("GET", asked, {})[2]))
            vote = {"condition": "Als het droog is"} | hidden
            for name in ("stem", "andere stem"):
                choice = dice.choice(("ja", "tenzij", "nee", "neutraal"))
                post(client, f"/stemming/{ballot}/stemmen/", vote | {"choice": choice}, name)
            post(client, f"{asked}beginnen/", hidden, "")
            for _ in range(EACH):
                found = STATEMENT.search(client.insist("GET", asked, {})[2])
                told = {
                    "statement": found[1] if found else "",
                    "value": dice.choice(("ja", "nee", "weet niet")),
                }
                post(client, f"{asked}antwoord/", hidden | told, "antwoord")

    shares = [sessions[line::LINES] for line in range(LINES)]
    threads = [threading.Thread(target=act, args=[share], daemon=True) for share in shares if share]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took, wrong


def check(people: int) -> list[str]:
    """What was not counted exactly once."""
    from middenstip.domain.deliberation.models import Opinion, Statement, Sum, Vote, Voter

    wrong = []
    votes = (Vote.objects.count(), Voter.objects.filter(has_voted=True).count())
    if votes != (people, people):
        wrong.append(f"stemmen: {votes}, mensen: {people}")
    rows = Opinion.objects.values_list("statement", "participant__half", "value")
    counted = Counter(rows)
    for one in Sum.objects.all():
        sums = [counted[one.statement_id, one.half, value] for value in (1, -1, 0)]
        if sums != [one.agree, one.disagree, one.passed]:
            wrong.append(f"stelling {one.statement_id} {one.half}: {sums}")
    if sum(counted.values()) != people * EACH or Statement.objects.count() != STATEMENTS:
        wrong.append(f"antwoorden: {sum(counted.values())}, verwacht {people * EACH}")
    return wrong


def _timed(port: int, path: str) -> float:
    client, begin = Client(port, Patience(60)), time.monotonic()
    client.insist("GET", path, {})
    return time.monotonic() - begin


if __name__ == "__main__":
    sys.exit(main())
