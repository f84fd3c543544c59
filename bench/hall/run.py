"""One engine: the platform on its stage, the hall in it, and the table."""

from __future__ import annotations

import random
import signal
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bench.hall.__main__ import asked
from bench.machine.client import HIDDEN, Client, Patience
from bench.machine.postgres import NotThere
from bench.machine.stage import Stage, stage

LIMIT = 2.0  # seconds: p95 of every request
HOST = "Ilse van der Kolk"  # who organises the evening


@dataclass
class Heard:
    """The seconds of each kind of request, and the answers that were not as they should be."""

    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(
        self, name: str, client: Client, method: str, path: str, told: dict[str, str] | None, wanted: int
    ) -> str:
        """One request, measured; returns the page."""
        began = time.monotonic()
        status, _there, text = client.send(method, path, told)
        took = time.monotonic() - began
        with self.lock:
            self.took[name].append(took)
            if status != wanted:
                self.wrong.append(f"{name}: HTTP {status}")
        return text


@dataclass(frozen=True)
class Evening:
    """What the phones answer to: the ids of a pitch, of a gathering, and of a question asked already."""

    pitch: str
    gathering: str
    question: str
    until: str


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("gestopt"))
    options = asked()
    (engine,) = options.engine
    try:
        with stage(engine, options.phones + 1, POSTS_PER_NETWORK="0") as at:
            at.platform.start()
            evening = _prepare(at)
            heard = Heard()
            _all_together(options, lambda number: _promises(at, evening, heard, number))
            _all_together(options, lambda number: _asks(at, evening, heard, number))
            wrong = heard.wrong + _kept(evening, options.phones)
            at.platform.stop()
    except NotThere as why:
        print(f"{engine}: NIET gedaan ({why}).")
        return 0
    return _told(at.engine, options, heard, wrong)


def _all_together(options: Any, act: Callable[[int], None]) -> None:
    """Every phone at its own moment within the time; it does not wait for the others."""
    moments = sorted(random.uniform(0, options.seconds) for _phone in range(options.phones))  # noqa: S311
    threads = []
    began = time.monotonic()
    for number, moment in enumerate(moments):
        time.sleep(max(0, began + moment - time.monotonic()))
        threads.append(threading.Thread(target=act, args=[number]))
        threads[-1].start()
    for one in threads:
        one.join()


def _promises(at: Stage, evening: Evening, heard: Heard, number: int) -> None:
    """Somebody who is logged in opens the pitch and promises."""
    client = Client(at.platform.port, Patience(60), at.sessions[number])
    path = f"/pitch/{evening.pitch}/"
    hidden = dict(HIDDEN.findall(heard.ask("pitch openen", client, "GET", path, None, 200)))
    told = hidden | {"kind": "hands", "what": "Twee dagen planten", "until": evening.until}
    heard.ask("toezegging doen", client, "POST", f"{path}beloven/", told, 302)


def _asks(at: Stage, evening: Evening, heard: Heard, number: int) -> None:
    """Somebody without an account opens the questions, shares the first and asks one."""
    client = Client(at.platform.port, Patience(60))
    path = f"/bijeenkomst/{evening.gathering}/vragen/"
    hidden = dict(HIDDEN.findall(heard.ask("vragen openen", client, "GET", path, None, 200)))
    told = hidden | {"text": f"Wie helpt er op dag {number}?"}
    heard.ask("vraag stellen", client, "POST", path, told, 302)
    shared = {name: hidden[name] for name in hidden if name != "key"}
    heard.ask("ook mijn vraag", client, "POST", f"/zaalvraag/{evening.question}/ook/", shared, 302)


def _prepare(at: Stage) -> Evening:
    """An initiative of the last person, its pitch on the evening of today, and a gathering that runs."""
    from datetime import timedelta

    from django.utils import timezone

    from middenstip.domain.areas.models import Area
    from middenstip.domain.gatherings import services as gatherings
    from middenstip.domain.initiatives.models import Initiative
    from middenstip.domain.parties.models import Person
    from middenstip.domain.parties.selectors import hats_of_person
    from middenstip.domain.podium import services as podium
    from middenstip.kernel import clock

    made = Client(at.platform.port, Patience(60), at.sessions[-1]).tell("De eerste boom")
    initiative = Initiative.objects.get(public_id=made)
    now, today = clock.now(), clock.today()
    host = hats_of_person(Person.objects.get(name=HOST), today)[0]
    teller = hats_of_person(Person.objects.get(pk=initiative.initiator_id), today)[0]
    area = Area.objects.select_related("municipality", "district").get(pk=initiative.area_id)
    told = {"title": "Podium", "place": "Dorpshuis", "on": today}
    edition = podium.announce_edition(by=host, told=told, area=area, at=now)
    podium.step_edition(by=host, edition=edition, at=now)
    pitch = podium.offer_pitch(
        by=teller, edition=edition, initiative=initiative, ask="Wie helpt?", minutes=5, at=now
    )
    podium.choose_pitch(by=host, pitch=pitch, at=now)
    for _step in range(2):
        podium.step_edition(by=host, edition=edition, at=now)
    begin = timezone.localtime(now - timedelta(minutes=5)).replace(tzinfo=None)
    one = gatherings.announce_gathering(
        by=host,
        told={"kind": "meeting", "title": "Een volle zaal", "place": "Dorpshuis"},
        starts=begin,
        ends=begin + timedelta(hours=2),
        area=area,
        at=now - timedelta(days=1),
    )
    first = gatherings.ask_in_hall(gathering=one, text="Wie betaalt het water?", at=now)
    until = f"{today + timedelta(days=30)}"
    return Evening(pitch.public_id, one.public_id, first.public_id, until)


def _kept(evening: Evening, phones: int) -> list[str]:
    """What the database does not hold exactly once."""
    from middenstip.domain.gatherings.models import HallQuestion
    from middenstip.domain.podium.models import Promise

    found = {
        "toezeggingen": Promise.objects.filter(pitch__public_id=evening.pitch).count(),
        "vragen": HallQuestion.objects.filter(gathering__public_id=evening.gathering).count() - 1,
        "ook mijn vraag": HallQuestion.objects.get(public_id=evening.question).echoes,
    }
    return [f"{number} {what} bewaard van {phones}" for what, number in found.items() if number != phones]


def _told(engine: str, options: Any, heard: Heard, wrong: list[str]) -> int:
    print(f"{engine}: {options.phones} telefoons in {options.seconds:g} s")
    print(f"  {'':18}{'mediaan':>10}{'p95':>10}{'traagst':>10}")
    for name, took in heard.took.items():
        took = sorted(took)
        half, p95, last = took[len(took) // 2], took[int(len(took) * 0.95)], took[-1]
        print(f"  {name:18}{half * 1000:8.0f} ms{p95 * 1000:7.0f} ms{last * 1000:7.0f} ms")
        if p95 > LIMIT:
            wrong.append(f"{name}: p95 is {p95:.1f} s, hooguit {LIMIT:g} s")
    for sentence in sorted(set(wrong)):
        print(f"  MIS: {sentence} ({wrong.count(sentence)} keer)")
    return int(bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
