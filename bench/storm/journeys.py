"""What fifty people do at the same time, each in an order of their own, on the same few ideas."""

from __future__ import annotations

import random
import threading
import time
import uuid
from collections import Counter
from datetime import UTC, datetime, timedelta

from bench.machine.client import HIDDEN, Client, Patience
from bench.machine.stage import Stage
from bench.storm.watch import one

PEOPLE = 50
THINKS = 2.0  # seconds between two acts of one person, on average
UNTIL = (datetime.now(UTC) + timedelta(days=14)).date().isoformat()
IDEAS = 5
ACTS = {
    "/initiatief/{}/volgen/": {},
    "/initiatief/{}/niet-volgen/": {},
    "/initiatief/{}/reacties/": {"kind": "question", "text": "Wie doet er mee?"},
    "/initiatief/{}/helpen/": {"brings": "Een schep en een middag.", "has_read": "on"},
    "/initiatief/{}/nieuws/": {"text": "We zijn begonnen met graven."},
    "/initiatief/{}/vragen/": {"text": "Leen een kruiwagen", "size": "1", "until_on": UNTIL},
    "/initiatief/{}/regie/": {"number": "1", "fixed": "De boom blijft", "open": "De plek"},
    "/initiatief/{}/stoppen/": {"lesson": "Het is genoeg zo."},
    "/mijn/berichten/gelezen/": {},
}
PAGES = (
    "/",
    "/initiatief/{}/",
    "/initiatief/{}/reacties/",
    "/mijn/",
    "/initiatieven/?q=boom",
    "/mijn/berichten/",
)
RARE = "/initiatief/{}/stoppen/"  # else nothing is left to do


def crowd(at: Stage, idea: str, seconds: float) -> list[str]:
    """Returns what was answered that may not be: anything above 499 but a 503 that says why, or nothing."""
    first = Client(at.platform.port, Patience(60), at.sessions[4])
    ideas = [idea, *(first.tell(f"Samen {number}") for number in range(IDEAS))]
    over = time.monotonic() + seconds
    wrong: list[str] = []
    answers = Counter[int]()

    def act(number: int) -> None:
        dice = random.Random(number)  # noqa: S311
        client = Client(at.platform.port, Patience(60), at.sessions[4 + number % (len(at.sessions) - 4)])
        _, text = one(client, "GET", "/initiatieven/nieuw/")
        hidden = dict(HIDDEN.findall(text))
        while time.monotonic() < over:
            time.sleep(dice.uniform(0, 2 * THINKS))
            subject = dice.choice(ideas)
            if dice.random() < 0.3:
                path, method, told = dice.choice(PAGES).format(subject), "GET", None
            else:
                way = dice.choice(list(ACTS))
                if way == RARE and dice.random() < 0.9:
                    continue
                path, method = way.format(subject), "POST"
                told = ACTS[way] | hidden | {"key": uuid.uuid4().hex}
            status, text = one(client, method, path, told)
            answers[status] += 1
            if status == 0 or (status >= 500 and status != 503):
                wrong.append(f"{method} {path}: {status}")

    threads = [threading.Thread(target=act, args=[number], daemon=True) for number in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if not answers[302]:
        wrong.append(f"niemand deed iets: {dict(answers)}")
    return wrong
