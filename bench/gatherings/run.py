"""Seed and measure for each size, then compare."""

from __future__ import annotations

import re
import sys
import time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from bench.gatherings.seed import Agenda
    from bench.pages.measure import Cost, Meter

SAME, ROUNDS = 6, 5
TIMES = 25  # the agenda costs at most so many hellos
GROWTH = 1.3  # and hardly more with ten times as many gatherings
FEED_MS = 40  # CPU of a feed of 500 events
PHOTOS = (1, 30)  # in the photo report: as many queries


def main(sizes: list[int]) -> int:
    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    settings.ROOT_URLCONF = "bench.pages.urls"
    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        call_command("collectstatic", interactive=False, verbosity=0)
    from bench.gatherings.seed import Agenda

    agenda = Agenda()
    found: dict[int, dict[str, Cost]] = {}
    print(f"{connection.vendor}; CPU-ms per verzoek, × hallo ernaast, query's", flush=True)
    for size in sizes:
        start = time.monotonic()
        agenda.grow(size)
        print(f"\n{size:,} bijeenkomsten ({time.monotonic() - start:.0f} s zaaien)", flush=True)
        pages = _pages()
        for _ in range(ROUNDS):
            for page in pages.values():
                page.go_round()
        found[size] = {name: page.cost() for name, page in pages.items()}
        for name, one in found[size].items():
            print(f"  {name:22}{one.spent:8.2f} {one.times:7.1f} ×{one.queries:5}", flush=True)
    return judge(found, sizes) | _reports(agenda)


def _pages() -> dict[str, Meter]:
    """The pages to measure: the agenda in its ways, and the feed."""
    from django.core.handlers.wsgi import WSGIHandler

    from bench.pages.measure import Meter, Visitor, visits

    visitor = Visitor(WSGIHandler())
    urls = {
        "agenda": "/agenda/",
        "agenda, gemeente": "/agenda/?gebied=GM0150",
        "agenda, wijk": "/agenda/?gebied=WK015014",
        "agenda, soort": "/agenda/?soort=walk",
        "maand": "/agenda/maand/",
        "maand, wijk": "/agenda/maand/?gebied=WK015014",
        "feed": "/agenda.ics",
    }
    hello = visits(visitor, ["/hallo"])
    return {name: Meter(visits(visitor, [url] * SAME), hello, SAME) for name, url in urls.items()}


def judge(found: dict[int, dict[str, Cost]], sizes: list[int]) -> int:
    """Print for each limit whether it holds; returns 1 when one does not."""
    least, most = sizes[0], sizes[-1]
    broken = 0
    print("\nHoudt het?")
    for name, one in found[most].items():
        growth = one.times / found[least][name].times
        if name == "feed":
            holds = one.spent <= FEED_MS and growth <= GROWTH
            cost = f"{one.spent:6.1f} ms (hooguit {FEED_MS})"
        else:
            holds = one.times <= TIMES and growth <= GROWTH
            cost = f"{one.times:6.1f} × hallo (hooguit {TIMES})"
        broken += not holds
        print(f"  {name:18} {cost}, groei {growth:4.2f} × (hooguit {GROWTH}): " + ("ja" if holds else "NEE"))
    return int(bool(broken))


def _reports(agenda: Agenda) -> int:
    """A photo report: the same queries for one photo and for thirty, loaded late, in small previews."""
    from django.core.handlers.wsgi import WSGIHandler
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from bench.gatherings.seed import busy_photo
    from bench.pages.measure import ASIDE, Visitor
    from middenstip.domain.files.content.photos import PREVIEW_BYTES, drawn_anew
    from middenstip.domain.files.content.sniff import kind_of

    visitor, queries, late = Visitor(WSGIHandler()), [], True
    for photos in PHOTOS:
        url = f"/bijeenkomst/{agenda.report(photos)}/fotos/"
        visitor.ask("GET", url)
        with CaptureQueriesContext(connection) as captured:
            status, _to, body = visitor.ask("GET", url)
        shown = re.findall(rb"<img[^>]*bestand[^>]*>", body)
        late = late and all(b'loading="lazy"' in one for one in shown)
        queries.append(sum(not one["sql"].startswith(ASIDE) for one in captured))
        print(f"  fotoverslag, {photos} foto's: HTTP {status}, {len(shown)} getoond, {queries[-1]} query's")
    photo = BytesIO(busy_photo())
    small = next(len(one.data) for one in drawn_anew(photo, kind_of(photo)) if one.size == "klein")
    holds = {"even veel query's": queries[0] == queries[1], "laat geladen": late}
    holds[f"voorvertoning {small:,} bytes"] = small <= PREVIEW_BYTES
    for what, does in holds.items():
        print(f"  {what}: " + ("ja" if does else "NEE"))
    return int(not all(holds.values()))


if __name__ == "__main__":
    raise SystemExit(main([int(one) for one in sys.argv[1:]]))
