"""How the platform stands at the moment that the metrics are read: its queues, its parts, its acts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core.cache import cache
from django.db import Error
from django.db.models import Count, Max, Min
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector

from middenstip.journal import readers
from middenstip.journal.models import Entry
from middenstip.kernel import clock
from middenstip.notices.reader import READER
from middenstip.notices.selectors import last_pulse, oldest_urgent, oldest_waiting, waiting_mails
from middenstip.operations import probes

SETTLED = timedelta(minutes=1)  # entries of writes that began earlier may still become visible
TOTALS = "acts"

Metric = CounterMetricFamily | GaugeMetricFamily


class Standing(Collector):
    """Read from the database at each scrape, a few queries on an index; without a database, what is left."""

    def collect(self) -> Iterator[Metric]:
        at = clock.now()
        yield _parts(at)
        try:
            yield from _queues(at)
            yield _acts(at)
        except Error:
            pass  # `middenstip_part_ok` says so
        try:
            free = probes.free_bytes()
        except OSError:
            return
        yield GaugeMetricFamily("middenstip_disk_free_bytes", "Room that is left.", value=free)


def _parts(at: datetime) -> Metric:
    told = GaugeMetricFamily("middenstip_part_ok", "1 good, 0.5 worrying, 0 broken.", labels=["part"])
    worth = {probes.GOOD: 1.0, probes.WORRYING: 0.5, probes.BROKEN: 0.0}
    for part in probes.all_parts(at):
        told.add_metric([part.name], worth[part.state])
    return told


def _queues(at: datetime) -> Iterator[Metric]:
    """How much waits, and how long the oldest has waited, in seconds."""
    unread = readers.unread(READER, limit=1)
    tasks = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    task = tasks.aggregate(many=Count("*"), oldest=Min("enqueued_at"))
    ages = GaugeMetricFamily("middenstip_queue_oldest_seconds", "Age of the oldest.", labels=["queue"])
    ages.add_metric(["codes"], _age(at, oldest_urgent()))
    ages.add_metric(["mail"], _age(at, oldest_waiting()))
    ages.add_metric(["journal"], _age(at, unread[0].at if unread else None))
    ages.add_metric(["tasks"], _age(at, task["oldest"]))
    sizes = GaugeMetricFamily("middenstip_queue_size", "How many wait.", labels=["queue"])
    sizes.add_metric(["mail"], waiting_mails())
    sizes.add_metric(["tasks"], task["many"])
    yield ages
    yield sizes
    if pulse := last_pulse():
        silent = _age(at, pulse)
        yield GaugeMetricFamily("middenstip_worker_silent_seconds", "Since its last sign.", value=silent)


def _age(at: datetime, since: datetime | None) -> float:
    return max(0.0, (at - since).total_seconds()) if since else 0.0


def _acts(at: datetime) -> Metric:
    """Facts in the journal by kind. Only what came since the last time is counted; the sum is kept."""
    mark, totals = cache.get(TOTALS) or (0, {})
    new = Entry.objects.filter(pk__gt=mark)
    first_fresh = new.filter(at__gt=at - SETTLED).aggregate(pk=Min("pk"))["pk"]
    if first_fresh:
        new = new.filter(pk__lt=first_fresh)
    rows = list(new.values("kind").annotate(many=Count("*"), last=Max("pk")).order_by("kind"))
    totals = dict(totals)
    for row in rows:
        totals[row["kind"]] = totals.get(row["kind"], 0) + row["many"]
    if rows:
        cache.set(TOTALS, (max(row["last"] for row in rows), totals), None)
    told = CounterMetricFamily("middenstip_acts", "Facts in the journal.", labels=["kind"])
    for kind, many in sorted(totals.items()):
        told.add_metric([kind], many)
    return told
