"""`manage.py load_figures`: load figures of several years about areas, each with its source and licence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from middenstip.domain.areas.management.commands.import_areas import _municipality, _year_of_figures
from middenstip.domain.areas.management.sources.opening import Broken, year_in
from middenstip.domain.baseline.management.sources.tables import (
    kwb_edition,
    livability_edition,
    read_kwb,
    read_livability,
)
from middenstip.domain.baseline.services import Loaded, load_edition
from middenstip.kernel import clock


class Command(BaseCommand):
    help = "Laad cijfers over gebieden: alles of niets, en twee keer geeft hetzelfde."

    def add_arguments(self, parser: CommandParser) -> None:
        add = parser.add_argument
        add("--kwb", type=Path, action="append", default=[], help="CSV van CBS Kerncijfers wijken en buurten")
        add("--livability", type=Path, action="append", default=[], help="CSV van de Leefbaarometer 3.0")
        add("--year", type=_year_of_figures, help="jaar van de cijfers; anders het jaar in de bestandsnaam")
        add("--only", type=_municipality, help="alleen deze gemeente, zoals GM0150")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["kwb"] and not options["livability"]:
            raise CommandError("Kies iets om te laden: --kwb of --livability.", returncode=2)
        try:
            done = self._load(options)
        except Broken as error:
            raise CommandError(str(error), returncode=2) from error
        for name, one in done:
            self.stdout.write(f"{name}: {one.figures} cijfers.")
            if one.unknown:
                some = ", ".join(sorted(one.unknown)[:3])
                self.stdout.write(f"Overgeslagen, want onbekend gebied: {len(one.unknown)} ({some}).")

    @transaction.atomic
    def _load(self, options: dict[str, Any]) -> list[tuple[str, Loaded]]:
        """All files, or none of them."""
        only, at, done = options["only"] or "", clock.now(), []
        for path in options["kwb"]:
            edition = kwb_edition(path, _year(path, options["year"]))
            done.append((path.name, load_edition(edition, read_kwb(path, only), only=only, at=at)))
        for path in options["livability"]:
            edition = livability_edition(path, _year(path, options["year"]))
            rows = read_livability(path, edition.year, only)
            done.append((path.name, load_edition(edition, rows, only=only, at=at)))
        return done


def _year(path: Path, given: int | None) -> int:
    year = given or year_in(path.name)
    if not year:
        raise Broken(f"{path.name}: welk jaar is dit? Geef het met --year.")
    return int(year)
