"""`manage.py import_areas`: import open data about areas, from files or online services.

The demo area was made with --only GM0150 --kwb KWB_2024.csv --outlines LBM_BUURTEN_2024.geojson
--outlines LBM_GEMEENTEN_2024.geojson --simplify 20 --dissolve --write-compact demo/deventer.json
"""

from __future__ import annotations

import math
import re
from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from middenstip.domain.areas.management.commands._progress import Bar
from middenstip.domain.areas.management.sources.batch import Batch
from middenstip.domain.areas.management.sources.compact import from_compact, to_compact
from middenstip.domain.areas.management.sources.kwb import read_kwb
from middenstip.domain.areas.management.sources.online import fetch_kwb, fetch_outlines
from middenstip.domain.areas.management.sources.opening import Broken, read_table, read_text, year_in
from middenstip.domain.areas.management.sources.outlines import read_outline_file
from middenstip.domain.areas.services import Imported, dissolve_outlines, import_areas
from middenstip.kernel.typed import line
from middenstip.kernel.verdict import Refused

SOURCES = ("kwb", "outlines", "compact", "online")
FIRST_YEAR, LAST_YEAR = 1995, 2100  # CBS has no older table of wijken; a later year is a typing error
MOST_METRES = 1000  # metres; with more, nothing of a buurt would be left


class Command(BaseCommand):
    help = "Laad gemeenten, wijken en buurten uit open data: alles of niets, en twee keer geeft hetzelfde."

    def add_arguments(self, parser: CommandParser) -> None:
        add = parser.add_argument
        add("--kwb", type=Path, action="append", default=[], help="CSV van CBS Kerncijfers wijken en buurten")
        add("--outlines", type=Path, action="append", default=[], help="GeoJSON, TopoJSON, GeoPackage")
        add("--compact", type=Path, help="klein bestand dat --write-compact schreef")
        add(
            "--online",
            choices=["kwb", "outlines"],
            action="append",
            default=[],
            help="haal op bij CBS of PDOK",
        )
        add("--year", type=_year_of_figures, help="jaar van de gegevens; anders het jaar in de bestandsnaam")
        add("--only", type=_municipality, help="alleen deze gemeente, zoals GM0150")
        add("--simplify", type=_metres, default=0.0, metavar="METRES", help="minder hoeken in de grenzen")
        add("--dissolve", action="store_true", help="maak ontbrekende grenzen uit de gebieden erbinnen")
        add("--active", action="store_true", help="de gemeente van --only doet mee")
        add("--write-compact", type=Path, help="schrijf de gemeente van --only als klein bestand")

    def handle(self, *args: Any, **options: Any) -> None:
        only: str = options["only"] or ""
        options["only"] = only
        if (options["write_compact"] or options["active"]) and not only:
            raise CommandError("Kies een gemeente met --only.", returncode=2)
        try:
            batch = self._read(options)
            done = self._write(batch, options)
            if options["write_compact"]:
                self._keep(options["write_compact"], only)
        except (Broken, Refused) as error:
            raise CommandError(str(error), returncode=2) from error
        self.stdout.write(f"Klaar: {done.areas} gebieden, {done.outlines} grenzen, {done.figures} cijfers.")
        if self.coarse:
            self.stdout.write(f"Overgeslagen, want te grof getekend: {len(self.coarse)}.")
        if done.unknown:
            some = ", ".join(sorted(done.unknown)[:3])
            self.stdout.write(
                f"Overgeslagen, want onbekend of uit een ouder jaar: {len(done.unknown)} ({some})."
            )

    def _read(self, options: dict[str, Any]) -> Batch:
        """Read and check every source, before anything is written."""
        batch, only, metres = Batch(), options["only"], options["simplify"]
        self.coarse: set[str] = set()
        for path in options["kwb"]:
            table = read_kwb(read_table(path), path.name, _year(options, path), only)
            batch.add(table.areas, [], table.figures)
        if options["compact"]:
            batch.add(*from_compact(read_text(options["compact"]), options["compact"].name))
        for path in options["outlines"]:
            year = options["year"] or year_in(path.name)
            found = read_outline_file(path, year, only, metres)
            self.coarse |= found.coarse
            batch.add([], found.outlines, found.figures)
        if options["online"] and not options["year"]:
            raise CommandError("Geef het jaar met --year.", returncode=2)
        if "kwb" in options["online"]:
            table = fetch_kwb(options["year"], only)
            batch.add(table.areas, [], table.figures)
        if "outlines" in options["online"]:
            found = fetch_outlines(options["year"], only, metres)
            batch.add([], found.outlines, found.figures)
        if not batch and any(options[source] for source in SOURCES):
            raise Broken(f"Er staat niets in over {only or 'een gebied'}.")
        if not batch and not options["dissolve"] and not options["write_compact"]:
            raise CommandError(
                "Kies iets om te laden: --kwb, --outlines, --compact of --online.", returncode=2
            )
        return batch

    def _keep(self, path: Path, only: str) -> None:
        try:
            path.write_text(to_compact(only), encoding="utf-8")
        except OSError as error:
            raise Broken(f"{path}: daar kan geen bestand worden geschreven.") from error

    @transaction.atomic
    def _write(self, batch: Batch, options: dict[str, Any]) -> Imported:
        bar = Bar(self.stderr) if options["verbosity"] and self.stderr.isatty() else None
        active = [options["only"]] if options["active"] else []
        done = import_areas(
            batch.areas,
            batch.outlines,
            batch.figures,
            active=active,
            **({"progress": bar.show} if bar else {}),
        )
        if options["dissolve"] or options["compact"]:
            done.outlines += dissolve_outlines(options["only"]).outlines
        return done


def _year_of_figures(text: str) -> int:
    if not (text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR):
        raise ArgumentTypeError(f"{text} is geen jaar van {FIRST_YEAR} tot en met {LAST_YEAR}")
    return int(text)


def _metres(text: str) -> float:
    try:
        metres = float(text)
    except ValueError:
        metres = math.nan
    if not 0 <= metres <= MOST_METRES:
        raise ArgumentTypeError(f"{text} is geen aantal meters van 0 tot en met {MOST_METRES}")
    return metres


def _municipality(text: str) -> str:
    code = line(text).upper()
    if not re.match(r"^GM[0-9]{4}$", code):
        raise ArgumentTypeError(f"{text} is geen code van een gemeente, zoals GM0150")
    return code


def _year(options: dict[str, Any], path: Path) -> int:
    year = options["year"] or year_in(path.name)
    if not year:
        raise CommandError(f"{path.name}: welk jaar is dit? Geef het met --year.", returncode=2)
    return int(year)
