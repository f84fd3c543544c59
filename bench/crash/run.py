"""One engine: let clients write, kill something each round, and count."""

from __future__ import annotations

import itertools
import random
import signal
import sys
import threading
import time
from collections import Counter

from bench.crash.__main__ import asked
from bench.crash.answered import Answered
from bench.machine.client import Client, Patience, TooLate
from bench.machine.postgres import NotThere
from bench.machine.stage import MOST_A_DAY, Stage, stage

SILENCE = 300  # seconds without an answer to any client: then the run fails
FOLLOWS = 2  # acts of following for each idea


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("gestopt"))
    options = asked()
    (engine,) = options.engine
    people = max(options.clients, 2 * options.writes // MOST_A_DAY)
    try:
        with stage(engine, people) as at:
            return run(at, options.rounds, options.clients, options.writes)
    except NotThere as why:
        print(f"{engine}: NIET gedaan ({why}).")
        return 0


def run(at: Stage, rounds: int, clients: int, writes: int) -> int:
    from bench.crash.verdict import drain, verdict

    answered, patience = Answered(), Patience(SILENCE)
    turns = itertools.count()
    everybody = [Client(at.platform.port, patience, session) for session in at.sessions]

    def work(number: int) -> None:
        people = itertools.cycle(range(number, len(at.sessions), clients))
        followed = Counter[int]()  # how many of the ideas, from the first on, this person follows
        try:
            while (turn := next(turns)) < writes:
                person = next(people)
                client, known = everybody[person], list(answered.ideas.values())
                if turn % (1 + FOLLOWS) == 0 or followed[person] >= len(known):
                    answered.ideas[f"Boom {turn:06d}"] = client.tell(f"Boom {turn:06d}")
                else:
                    target = known[followed[person]]
                    client.follow(target)
                    followed[person] += 1
                    answered.follows.append((person, target))
        except TooLate:
            answered.broken.append(f"client {number} hoorde niets: {SILENCE} s kreeg niemand antwoord")
        except SystemExit as error:
            answered.broken.append(str(error))

    threads = [threading.Thread(target=work, args=(number,), daemon=True) for number in range(clients)]
    began = time.monotonic()
    at.platform.start()
    for thread in threads:
        thread.start()
    kills = _pull_the_plug(at, answered, threads, rounds, writes)
    for thread in threads:
        thread.join()
    at.platform.end()
    took = time.monotonic() - began
    drain()
    wrong = answered.broken + verdict(at, answered, writes, sum(kills.values()))
    if sum(kills.values()) != rounds:
        wrong.append(f"{sum(kills.values())} keer gedood, niet {rounds}")
    _print(at, answered, everybody, kills, took)
    for line in wrong[:20]:
        print(f"  {line}")
    print("  0 verloren, 0 dubbel, elke mail aangekomen" if not wrong else f"  MISLUKT: {len(wrong)} fouten")
    if wrong:
        print(at.platform.log.read_text()[-2000:])
    return bool(wrong)


def _pull_the_plug(
    at: Stage, answered: Answered, threads: list[threading.Thread], rounds: int, writes: int
) -> Counter[str]:
    """Kill something after each equal part of the writes, at another moment each time."""
    kinds = ["web", "worker", *(["database"] if at.cluster else []), "server", "all"]
    dice, kills = random.Random(7), Counter[str]()  # noqa: S311
    for number in range(rounds):
        before = answered.count
        enough = writes * (number + 1) // (rounds + 1)
        while any(thread.is_alive() for thread in threads):
            if answered.count >= max(enough, before + 1) or answered.broken:
                break
            time.sleep(0.02)
        if not any(thread.is_alive() for thread in threads) or answered.broken:
            break
        time.sleep(dice.random() * 0.2)
        what = kinds[number % len(kinds)]
        if what == "database" and at.cluster:
            at.cluster.kill()
            at.cluster.start()
        else:
            at.platform.kill(what)
        kills[what] += 1
    return kills


def _print(at: Stage, answered: Answered, clients: list[Client], kills: Counter[str], took: float) -> None:
    mails = at.mail.accepted
    times = ", ".join(f"{name} {count}" for name, count in kills.items())
    twice = sum(mails.values()) - len(mails)
    print(
        f"{at.engine}: {answered.count} handelingen met succes beantwoord in {took:.0f} s"
        f" ({len(answered.ideas)} ideeën, {len(answered.follows)} keer volgen), {len(clients)} mensen\n"
        f"  {sum(kills.values())} keer gedood ({times}),"
        f" {sum(client.repeats for client in clients)} verzoeken opnieuw gestuurd,"
        f" 5xx {dict(Counter(status for client in clients for status in client.statuses))}\n"
        f"  {len(mails)} mails, {twice} daarvan nog eens (in de hand toen er gedood werd; zelfde Message-ID)",
        flush=True,
    )


if __name__ == "__main__":
    raise SystemExit(main())
