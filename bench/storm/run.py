"""One engine: the platform on its stage, every scenario on it in turn, and the table."""

from __future__ import annotations

import shutil
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from bench.machine.client import Client, Patience
from bench.machine.platform import alive
from bench.machine.postgres import NotThere
from bench.machine.stage import POSTGRESQL, SQLITE, Stage, stage
from bench.storm import trouble
from bench.storm.__main__ import asked
from bench.storm.trouble import NotHere, Redis, Storm
from bench.storm.watch import NOTHING, PAGES, Seen, Watch, one, recovers

PEOPLE = 54
BACK = 30.0  # seconds in which everything works again
WARM = 5  # calm rounds after another before we begin
ALIVE = 1.0  # seconds that `/gezond` may take


@dataclass(frozen=True)
class Scenario:
    """`reads`: pages open all the time. `on`: the engines where this is tried."""

    name: str
    does: Callable[[Storm], None]
    reads: bool = True
    on: tuple[str, ...] = (POSTGRESQL,)


BOTH = (POSTGRESQL, SQLITE)
SCENARIOS = (
    Scenario("trage koppen en teksten, 2 x 64", trouble.slow_visitors),
    Scenario("mailserver hangt", trouble.mail_hangs),
    Scenario("mailserver stelt uit (4xx)", trouble.mail_greylists),
    Scenario("mailserver weigert (5xx)", trouble.mail_refuses),
    Scenario("Redis weg", trouble.redis_away),
    Scenario("PostgreSQL herstart", trouble.database_restarts, reads=False),
    Scenario("PostgreSQL alleen lezen", trouble.database_reads_only),
    Scenario("PostgreSQL weg", trouble.database_away, reads=False),
    Scenario("schijf vol", trouble.disk_full, on=(SQLITE,)),
    Scenario("klok een uur vooruit", trouble.clock_runs_ahead),
    Scenario("klok een uur terug", trouble.clock_lags),
    Scenario("worker dood midden in de post", trouble.worker_dies, on=BOTH),
    Scenario("vijftig mensen door elkaar", trouble.crowd, on=BOTH),
)


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("gestopt"))
    options = asked()
    (engine,) = options.engine
    chosen = [one for one in SCENARIOS if engine in one.on]
    if options.only:
        chosen = [one for one in chosen if any(word in one.name for word in options.only)]
    if not chosen:
        return 0
    try:
        return run(engine, chosen, options.pause)
    except NotThere as why:
        print(f"{engine}: NIET gedaan ({why}).")
        return 0


def run(engine: str, chosen: list[Scenario], pause: float) -> int:
    failed = 0
    with ExitStack() as all_of_it:
        beside = Path(all_of_it.enter_context(tempfile.TemporaryDirectory(prefix="middenstip-storm-")))
        redis = _redis(beside) if engine == POSTGRESQL else None
        if redis:
            redis.start()
            all_of_it.callback(redis.kill)
        disk = all_of_it.enter_context(trouble.small_disk(beside)) if engine == SQLITE else None
        more = {"REDIS_URL": f"redis://127.0.0.1:{redis.port}/0"} if redis else {}
        more |= {"DJANGO_SETTINGS_MODULE": "bench.storm.settings"}
        more |= {"ALLOWED_HOSTS": "127.0.0.1,localhost,plein.example"}
        at = all_of_it.enter_context(stage(engine, PEOPLE, disk, **more))
        at.platform.start()
        _warm_up(at)
        storm = Storm(at, _visitor(at).tell("De eerste boom"), pause, redis, disk)
        print(f"{at.engine}\n{HEAD}", flush=True)
        for scenario in chosen:
            failed += _play(scenario, storm)
        if failed:
            lines = at.platform.log.read_text().splitlines()
            print(
                "\n".join([line for line in lines if " INFO " not in line and " WARNING " not in line][-40:])
            )
        at.platform.stop()
    return int(bool(failed))


def _warm_up(at: Stage) -> None:
    """Every process read its code and answered once: that takes seconds, and is no trouble of ours."""
    calm = 0
    while calm < WARM:
        together = [threading.Thread(target=one, args=[_visitor(at), "GET", page]) for page in PAGES]
        for thread in together:
            thread.start()
        for thread in together:
            thread.join()
        took = alive(at.platform.port)
        calm = calm + 1 if took is not None and took < ALIVE / 2 else 0


def _visitor(at: Stage) -> Client:
    return Client(at.platform.port, Patience(60), at.sessions[0])


def _redis(folder: Path) -> Redis | None:
    program = shutil.which("redis-server")
    return Redis(program, folder) if program else None


HEAD = f"{'wat er stuk is':34}{'/gezond':>8}{'lezen':>22}{'schrijven':>22}{'terug na':>9}"


def _play(scenario: Scenario, storm: Storm) -> bool:
    """One scenario with people around; prints its line; returns whether something was wrong."""
    storm.wrong = []
    with Watch(storm.at, storm.idea) as watch:
        time.sleep(1)
        try:
            scenario.does(storm)
        except NotHere as what:
            print(f"{scenario.name:34} NIET gedaan: {what} is er niet", flush=True)
            return False
        back = recovers(storm.at, storm.idea, BACK)
        storm.codes += 1
        storm.ask_codes(f"daarna{storm.codes}")
        storm.await_mail(f"daarna{storm.codes}", within=BACK)  # so the worker is back as well
    wrong = storm.wrong + _judged(scenario, watch.seen, back)
    from bench.storm.invariants import broken

    wrong += broken(storm.at, storm.kills)
    seen = watch.seen
    slowest = f"{max(seen.alive, default=0):.2f} s"
    again = f"{back:.1f} s" if back is not None else "niet"
    told = f"{scenario.name:34}{slowest:>8}{_said(seen.reads):>22}{_said(seen.writes):>22}{again:>9}"
    print(told + ("  goed" if not wrong else "  MIS"), flush=True)
    for sentence, count in Counter(wrong).most_common(10):
        print(f"    {sentence}" + (f" ({count} keer)" if count > 1 else ""), flush=True)
    return bool(wrong)


def _judged(scenario: Scenario, seen: Seen, back: float | None) -> list[str]:
    wrong = list(seen.wrong)
    if seen.silent or not seen.alive:
        wrong.append(f"/gezond gaf {seen.silent} keer geen antwoord")
    slow = [took for took in seen.alive if took > ALIVE]
    if slow:
        wrong.append(f"/gezond duurde {len(slow)} keer langer dan {ALIVE:g} s")
    if scenario.reads and (seen.reads[503] or seen.reads[NOTHING]):
        wrong.append(f"lezen ging niet door: {dict(seen.reads)}")
    if back is None:
        wrong.append(f"na {BACK:g} s werkte nog niet alles")
    return wrong


def _said(answers: Counter[int]) -> str:
    return " ".join(f"{status or 'geen'}:{count}" for status, count in sorted(answers.items()))


if __name__ == "__main__":
    raise SystemExit(main())
