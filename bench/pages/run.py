"""Seed and measure for each size, then compare."""

from __future__ import annotations

import gzip
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from bench.pages.measure import Cost, Meter

HIDDEN = re.compile(rb'<input\s+type="hidden"\s+name="(csrfmiddlewaretoken|key)"\s+value="([^"]+)"')
CASES = 20  # different initiatives to open
SAME = 8  # cases for a page that does the same work each time
ROUNDS = 7
# The limits at the largest size, in hellos; and the largest size's cost relative to the smallest.
LIMITS = {"lijst": 25, "detail": 22, "zoeken": 65, "insturen": 30, "gemeente": 25}
GROWTH = 1.3


def main(sizes: list[int]) -> int:
    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    settings.ROOT_URLCONF = "bench.pages.urls"
    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        call_command("collectstatic", interactive=False, verbosity=0)
    from bench.pages.seed import Field

    field = Field()
    found: dict[int, dict[str, Cost]] = {}
    print(
        f"{connection.vendor}; CPU-ms per verzoek (zonder wat anderen storen), × hallo ernaast, query's",
        flush=True,
    )
    for size in sizes:
        start = time.monotonic()
        field.grow(size)
        print(f"\n{size:,} initiatieven ({time.monotonic() - start:.0f} s zaaien)", flush=True)
        for name, one in _measured(_pages(field)).items():
            found.setdefault(size, {})[name] = one
            print(f"  {name:22}{one.spent:8.2f} {one.times:7.1f} ×{one.queries:5}", flush=True)
        print(f"  bladzijde van de gemeente: {_bytes('/gebied/GM0150/'):,} bytes, ingepakt", flush=True)
    from bench.pages.room import print_room

    print_room(sizes[-1])
    return judge(found, sizes)


def _bytes(url: str) -> int:
    """The page as it is sent."""
    from django.core.handlers.wsgi import WSGIHandler

    from bench.pages.measure import Visitor

    return len(gzip.compress(Visitor(WSGIHandler()).ask("GET", url)[2]))


def _measured(pages: dict[str, Meter]) -> dict[str, Cost]:
    """Measure all pages in each round, so that a short disturbance does not affect all rounds of one page."""
    for _ in range(ROUNDS):
        for page in pages.values():
            page.go_round()
    return {name: page.cost() for name, page in pages.items()}


def _pages(field: object) -> dict[str, Meter]:
    """The pages to measure."""
    from django.core.cache import cache
    from django.core.handlers.wsgi import WSGIHandler

    from bench.pages.measure import Meter, Visitor, visits
    from bench.pages.words import RARE
    from middenstip.domain.initiatives.models import Initiative

    app = WSGIHandler()
    visitor = Visitor(app)
    ids = list(Initiative.objects.order_by("?").values_list("public_id", flat=True)[:CASES])
    lists = {
        "lijst": "",
        "lijst, gemeente": "?gebied=GM0150",
        "lijst, wijk": "?gebied=WK015014",
        "lijst, thema": "?thema=wonen",
        "lijst, fase": "?fase=project",
        "lijst, helft": "?helft=ondernemers",
        "lijst, mist": "?mist=overheid",
        "lijst, alles samen": "?gebied=WK015014&thema=wonen&fase=project&helft=bewoners",
    }
    urls = {name: [f"/initiatieven/{query}"] * SAME for name, query in lists.items()}
    urls["zoeken"] = [f"/initiatieven/?q={word}" for word in RARE]
    urls["zoeken, twee gewone"] = ["/initiatieven/?q=moestuin+school", "/initiatieven/?q=bomen+planten"] * 4
    for name in ("gemeente", "wijk", "thema", "fase"):
        inside = lists[f"lijst, {name}"].replace("?", "&")
        urls[f"zoeken, {name}"] = [f"/initiatieven/?q={word}{inside}" for word in RARE]
    urls["detail"] = [f"/initiatief/{one}/" for one in ids]
    urls["gebied"] = ["/gebied/WK015014/", "/gebied/GM0150/"]
    urls["gemeente"] = ["/gebied/GM0150/"] * SAME  # with a hundred buurten
    urls["grote kaart"] = ["/gebied/GM0150/straten/"] * SAME
    urls["API, lijst"] = ["/api/v1/initiatieven"] * SAME
    urls["API, detail"] = [f"/api/v1/initiatieven/{one}" for one in ids]
    hello = visits(visitor, ["/hallo"])
    pages = {name: Meter(visits(visitor, some), hello, len(some)) for name, some in urls.items()}
    areas = urls["gebied"]
    pages["gebied, koud"] = Meter(visits(visitor, areas), hello, len(areas), before=cache.clear)
    for name, path in (("gemeente", ""), ("grote kaart", "straten/"), ("punten", "straten/punten.geojson")):
        url = [f"/gebied/GM0150/{path}"]
        pages[f"{name}, koud"] = Meter(visits(visitor, url), hello, 1, before=cache.clear)
    pages["insturen"] = Meter(_submitting(app, field), hello, SAME)
    return pages


def _submitting(app: object, field: object) -> Callable[[int], int]:
    """A member of the cast submits the filled-in form: the draft, the case and the facts in one POST."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.cached_db import SessionStore

    from bench.pages.measure import Visitor
    from bench.pages.seed import some_key
    from middenstip.domain.parties.models import Person

    person = Person.objects.get(pk=field.cast["marijke"].person_id)  # type: ignore[attr-defined]
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    visitor = Visitor(app)  # type: ignore[arg-type]
    visitor.cookies["sessie"] = session.session_key or ""
    hidden = {name.decode(): value.decode() for name, value in HIDDEN.findall(visitor.ask("GET", FORM)[2])}
    told = {"title": "Een boom", "what": "We planten samen een boom.", "why": "Schaduw.", "where": "wijk"}
    told |= hidden | {"area": "WK015014", "themes": "wonen", "fixed": "De boom blijft", "act": "send"}

    def send(case: int) -> int:
        key = some_key()  # also in the name: the same text twice waits for a moderator
        status, place, text = visitor.ask("POST", FORM, told | {"key": key, "title": f"Een boom {key}"})
        if status != 302 or not place.startswith("/initiatief/"):
            raise SystemExit(f"insturen: HTTP {status} {place} {text[:400]!r}")
        return status

    return send


FORM = "/initiatieven/nieuw/"


def judge(found: dict[int, dict[str, Cost]], sizes: list[int]) -> int:
    """Print for each limit whether it holds; returns 1 when one does not."""
    least, most = sizes[0], sizes[-1]
    broken = 0
    print(f"\nGroei van {least:,} naar {most:,}, in hallo's")
    for name, one in found[most].items():
        print(f"  {name:22}{one.times / found[least][name].times:6.2f} ×")
    print("\nHoudt het?")
    for name, limit in LIMITS.items():
        times = found[most][name].times
        growth = times / found[least][name].times
        holds = times <= limit and growth <= GROWTH
        broken += not holds
        print(
            f"  {name:10} {times:6.1f} × hallo (hooguit {limit}), groei {growth:4.2f} × (hooguit {GROWTH}): "
            + ("ja" if holds else "NEE")
        )
    return int(bool(broken))


if __name__ == "__main__":
    raise SystemExit(main([int(one) for one in sys.argv[1:]]))
