"""`manage.py load_figures`: load figures of several years about areas, each with its source and licence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from middenstip.domain.areas.management.commands._progress import Bar
from middenstip.domain.areas.management.commands.import_areas import _municipality, _year_of_figures
from middenstip.domain.areas.management.sources.opening import Broken, year_in
from middenstip.domain.areas.selectors import municipality_names
from middenstip.domain.baseline.management.sources import kwb, livability, regional, safety, ses
from middenstip.domain.baseline.management.sources.changes import Changes, carried, read_changes
from middenstip.domain.baseline.services import EditionData, Loaded, MeasureData, load_edition
from middenstip.kernel import clock

Read = Callable[[Path, int, str], Iterator[MeasureData]]
FILES = {
    "kwb": (kwb, "CSV van CBS Kerncijfers wijken en buurten, of van OData v4"),
    "regional": (regional, "CSV van CBS Regionale kerncijfers"),
    "ses": (ses, "CSV van CBS SES-WOA-scores"),
    "livability": (livability, "CSV of GeoJSON van de Leefbaarometer 3.0"),
    "safety": (safety, "CSV van de CBS Veiligheidsmonitor"),
}
NAMED = {"regional": regional.measures, "safety": safety.measures}  # these tell an area by its name
STEP = 10_000  # figures between two drawings of the bar


class Command(BaseCommand):
    help = "Laad cijfers over gebieden: alles of niets, en twee keer geeft hetzelfde."

    def add_arguments(self, parser: CommandParser) -> None:
        add = parser.add_argument
        for name, (_reader, words) in FILES.items():
            add(f"--{name}", type=Path, action="append", default=[], help=words)
        add("--changes", type=Path, help="CSV met oud;nieuw;jaar: codes van gebieden die veranderden")
        add("--year", type=_year_of_figures, help="jaar van de cijfers; anders het jaar in de bestandsnaam")
        add("--only", type=_municipality, help="alleen deze gemeente, zoals GM0150")

    def handle(self, *args: Any, **options: Any) -> None:
        if not any(options[name] for name in FILES):
            raise CommandError(
                "Kies iets om te laden: --kwb, --regional, --ses, --livability of --safety.", returncode=2
            )
        try:
            changes = read_changes(options["changes"]) if options["changes"] else Changes()
            done = self._load(options, changes)
        except Broken as error:
            raise CommandError(str(error), returncode=2) from error
        for name, one in done:
            self.stdout.write(f"{name}: {one.figures} cijfers.")
            if one.unknown:
                some = ", ".join(sorted(one.unknown)[:3])
                self.stdout.write(f"Overgeslagen, want onbekend gebied: {len(one.unknown)} ({some}).")
        if changes.split:
            some = ", ".join(sorted(changes.split)[:3])
            self.stdout.write(f"Overgeslagen, want gesplitst: {len(changes.split)} ({some}).")

    @transaction.atomic
    def _load(self, options: dict[str, Any], changes: Changes) -> list[tuple[str, Loaded]]:
        """All files, or none of them."""
        only, at, done = options["only"] or "", clock.now(), []
        bar = Bar(self.stderr) if options["verbosity"] and self.stderr.isatty() else None
        for name, (reader, _words) in FILES.items():
            read: Read = reader.measures
            if name in NAMED and options[name]:
                read = partial(NAMED[name], names=municipality_names())
            for path in options[name]:
                edition = reader.edition(path, _year(path, options["year"]))
                rows = read(path, edition.year, only)
                if changes.years:
                    rows = carried(rows, changes, edition.year)
                    edition = _told(edition, changes.name)
                rows = _drawn(rows, bar, path.name) if bar else rows
                done.append((path.name, load_edition(edition, rows, only=only, at=at)))
        return done


def _told(edition: EditionData, changes: str) -> EditionData:
    file = f"{edition.file}, codes volgens {changes}"
    return EditionData(edition.source, edition.table, edition.year, edition.licence, file)


def _drawn(rows: Iterator[MeasureData], bar: Bar, name: str) -> Iterator[MeasureData]:
    """The same rows; the bar tells how many went by, because a stream does not say how many there are."""
    number = 0
    for number, one in enumerate(rows, start=1):
        yield one
        if number % STEP == 0:
            bar.show(name[:18], number, number + STEP)
    bar.show(name[:18], number, number)


def _year(path: Path, given: int | None) -> int:
    year = given or year_in(path.name)
    if not year:
        raise Broken(f"{path.name}: welk jaar is dit? Geef het met --year.")
    return int(year)
