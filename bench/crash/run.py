"""One engine: prepare, let six clients tell 500 ideas, kill the server five times, and count."""

from __future__ import annotations

import os
import random
import signal
import sys
import threading
import time
from pathlib import Path

import django

IDEAS, CLIENTS, KILLS = 500, 6, 5
BOUND = 110  # seconds for all submissions together


def main(engine: str) -> int:
    django.setup()
    from bench.crash.client import Client, TooLate
    from bench.crash.server import Server
    from bench.crash.verdict import verdict

    people = _prepare()
    log = Path(os.environ["MIDDENSTIP_VAR"]) / "server.log"
    server, started = Server(log), time.monotonic()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("gestopt"))  # so that no server is left behind
    answered: dict[str, str] = {}
    clients = [Client(server.port, started + BOUND) for _ in range(CLIENTS)]
    broken: list[str] = []

    def work(number: int) -> None:
        client = clients[number]
        try:
            client.step_into(people[number % len(people)])
            for idea in range(number, IDEAS, CLIENTS):
                title = f"Boom {idea:03d}"
                answered[title] = client.tell(title)
        except TooLate:
            broken.append(f"client {number} kreeg na {BOUND} s geen antwoord meer")
        except SystemExit as error:
            broken.append(str(error))

    threads = [threading.Thread(target=work, args=(number,), daemon=True) for number in range(CLIENTS)]
    try:
        server.start()
        for thread in threads:
            thread.start()
        kills = _pull_the_plug(server, answered, threads)
        for thread in threads:
            thread.join()
    finally:
        server.kill()
    seconds = time.monotonic() - started
    wrong = (
        broken + verdict(answered, IDEAS) + ([] if kills == KILLS else [f"{kills} keer gedood, niet {KILLS}"])
    )
    repeats = sum(client.repeats for client in clients)
    print(
        f"{engine}: {len(answered)} van {IDEAS} inzendingen met succes beantwoord in {seconds:.0f} s, "
        f"{CLIENTS} clients, server {kills} keer gedood, {repeats} verzoeken opnieuw gestuurd: "
        + ("elk staat er, precies één keer." if not wrong else "MISLUKT")
    )
    for line in wrong[:20]:
        print(f"  {line}")
    if wrong:
        print(log.read_text()[-2000:])
    return bool(wrong)


def _prepare() -> list[str]:
    """An empty platform with the area and the cast; returns the public ids of the people."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections

    from middenstip.demo.cast import invite_cast
    from middenstip.demo.management.commands.demo import AREA
    from middenstip.kernel import clock

    call_command("migrate", verbosity=0)
    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        call_command("collectstatic", interactive=False, verbosity=0)
    with open("/dev/null", "w") as nowhere:
        call_command("import_areas", compact=AREA, only=settings.HOME_AREA, active=True, stdout=nowhere)
    cast = invite_cast(clock.now())
    connections.close_all()
    return [cast[key].person_id for key in ("marijke", "gerrit", "bas", "tarik", "ilse", "yara")]


def _pull_the_plug(server: object, answered: dict[str, str], threads: list[threading.Thread]) -> int:
    """Kill and start again when a sixth, two sixths, … of the ideas is in, each time at another moment."""
    from bench.crash.server import Server

    assert isinstance(server, Server)
    dice, kills = random.Random(7), 0  # noqa: S311
    for turn in range(1, KILLS + 1):
        while len(answered) < IDEAS * turn // (KILLS + 1) and any(thread.is_alive() for thread in threads):
            time.sleep(0.02)
        if len(answered) >= IDEAS or not any(thread.is_alive() for thread in threads):
            break
        time.sleep(dice.random() * 0.2)
        server.kill()
        kills += 1
        server.start()
    return kills


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
