"""`manage.py open_data`: keep the figures and borders of one gemeente fresh from CBS and PDOK.

`refresh --area GM0150` asks for the table and the borders of a year; each table is written whole or not at
all. `status` tells what is here, and where it came from.
"""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.timezone import localtime

from middenstip.domain.areas.management.commands._progress import Bar
from middenstip.domain.areas.management.commands.import_areas import _metres, _municipality
from middenstip.domain.areas.management.sources.asking import Asking, asking, cached
from middenstip.domain.areas.management.sources.kwb import read_rows
from middenstip.domain.areas.management.sources.odata import address_of, fetch_rows
from middenstip.domain.areas.management.sources.online import TABLES, fetch_outlines
from middenstip.domain.areas.management.sources.opening import Broken
from middenstip.domain.areas.services import import_areas
from middenstip.domain.baseline.management.sources.kwb import ALL, CBS_LICENCE, ONLINE, measures_of
from middenstip.domain.baseline.management.sources.observations import MEASURES
from middenstip.domain.baseline.management.sources.rows import TableRow
from middenstip.domain.baseline.selectors import editions_in, ground_in
from middenstip.domain.baseline.services import EditionData, load_edition
from middenstip.kernel import clock
from middenstip.kernel.verdict import Refused

ANSWERS = 12  # about so many answers make one refresh; the bar grows when there are more


class Command(BaseCommand):
    help = "Houd cijfers en grenzen van een gemeente vers, rechtstreeks van CBS en PDOK."

    def add_arguments(self, parser: CommandParser) -> None:
        add = parser.add_argument
        add("what", choices=["refresh", "status"], help="refresh haalt op; status vertelt wat er is")
        add("--area", type=_municipality, help="de gemeente, zoals GM0150")
        add("--year", type=_year, action="append", help="het jaar van de cijfers; mag vaker")
        add("--simplify", type=_metres, default=0.0, metavar="METRES", help="minder hoeken in de grenzen")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["what"] == "status":
            self._status(options["area"] or "")
            return
        if not options["area"]:
            raise CommandError("Kies een gemeente met --area, zoals GM0150.", returncode=2)
        years = sorted(set(options["year"] or [max(TABLES)]))
        ask = self._asking(options["verbosity"])
        wrong = []
        for year in years:
            wrong += self._try(self._figures, options["area"], year, ask)
        wrong += self._try(self._borders, options["area"], years[-1], ask, options["simplify"])
        if wrong:
            raise CommandError("\n".join([*wrong, "Wat er van die tabel al was, is gebleven."]), returncode=2)

    def _try(self, load: Any, *about: Any) -> list[str]:
        """Why it was not loaded. A table that fails takes no other with it."""
        try:
            self.stdout.write(load(*about))
        except (Broken, Refused) as error:
            return [f"{error}"]
        return []

    def _figures(self, code: str, year: int, ask: Asking) -> str:
        table = TABLES[year]
        rows = fetch_rows(table, code, ONLINE, MEASURES, ask)
        headers = list(rows[0][1])
        columns = {key: stems[0] for key, stems in ALL.items() if stems[0] in headers}
        read = read_rows(headers, rows, f"CBS {table}", year, code)
        measures = measures_of(
            (TableRow(where, cells, columns) for where, cells in rows), f"CBS {table}", year, code
        )
        edition = EditionData("CBS", table, year, CBS_LICENCE, address_of(table))
        with transaction.atomic():
            done = import_areas(read.areas, (), read.figures)
            loaded = load_edition(edition, measures, only=code, at=clock.now())
        return f"CBS {table}, {year}: {done.areas} gebieden, {loaded.figures} cijfers."

    def _borders(self, code: str, year: int, ask: Asking, metres: float) -> str:
        found = fetch_outlines(year, code, metres, ask)
        if not found.outlines:
            raise Broken(f"PDOK geeft geen grenzen voor {code} in {year}.")
        done = import_areas((), found.outlines, found.figures)
        return f"PDOK, {year}: {done.outlines} grenzen."

    def _status(self, code: str) -> None:
        ground = ground_in(code)
        self.stdout.write(f"{code or 'Alles'}: {ground.areas} gebieden, {ground.outlines} grenzen.")
        for source, year, number in ground.borders:
            self.stdout.write(f"Grenzen, {source}, {year}: {number}.")
        for one in editions_in(code):
            day = localtime(one.loaded_at).date()
            self.stdout.write(
                f"{one.source} {one.table}, {one.year}: {one.figures} cijfers ({', '.join(one.levels)}),"
                f" opgehaald op {day:%d-%m-%Y}, {one.licence}."
            )
        kept = cached()
        newest = f", de nieuwste van {localtime(kept.newest).date():%d-%m-%Y}" if kept.newest else ""
        self.stdout.write(f"Bewaarde antwoorden: {kept.answers} ({-(-kept.size // 1000)} kB){newest}.")

    def _asking(self, verbosity: int) -> Asking:
        if not verbosity or not self.stderr.isatty():
            return asking()
        bar, asked = Bar(self.stderr), 0

        def told() -> None:
            nonlocal asked
            asked += 1
            bar.show("antwoorden", asked, max(ANSWERS, asked + 1))

        return asking(told)


def _year(text: str) -> int:
    if not (text.isdecimal() and int(text) in TABLES):
        raise ArgumentTypeError(f"van {text} is geen tabel bekend: {min(TABLES)} tot en met {max(TABLES)}")
    return int(text)
