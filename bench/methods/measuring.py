"""A survey of 5,000 answers: what is shown, beside who lives there, and weighted by age."""

from __future__ import annotations

import random
import time

from middenstip.methods.measuring import hidden_in, weighed

ANSWERS = 5000
NEEDS = "need", "fine", "unsure"
LIVE = {"0-14": 16_120, "15-24": 12_340, "25-44": 27_050, "45-64": 27_730, "65+": 20_165}
MOST = 1.0  # seconds of CPU


def main() -> int:
    """Print the time; 1 when it takes longer than a second of CPU."""
    chance = random.Random(1)  # noqa: S311 - the same answers every time
    answers = [(chance.choice(NEEDS), chance.choice(list(LIVE))) for _ in range(ANSWERS)]
    began = time.process_time()
    told: dict[tuple[str, str], int] = {}
    for one in answers:
        told[one] = told.get(one, 0) + 1
    by_age: dict[str, int] = {}
    for (_need, age), number in told.items():
        by_age[age] = by_age.get(age, 0) + number
    hidden, shares = hidden_in(by_age), weighed(told, LIVE)
    seconds = time.process_time() - began
    print(f"{ANSWERS} answers: {seconds * 1000:.1f} ms CPU, {len(hidden)} ages hidden, {shares}")
    return int(seconds > MOST)
