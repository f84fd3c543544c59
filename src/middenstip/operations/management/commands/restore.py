"""`manage.py restore`: put a backup back, on this engine or on the other one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from middenstip.kernel import clock
from middenstip.kernel.verdict import Refused
from middenstip.operations.restore import restore

WORD = "terugzetten"


class Command(BaseCommand):
    help = "Zet een reservekopie terug. Stop eerst het platform."
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="de reservekopie")
        parser.add_argument("--key", type=Path, help="het bestand met de geheime sleutel")
        parser.add_argument("--over", action="store_true", help="gooi weg wat er nu in de database staat")
        parser.add_argument("--yes", action="store_true", help=f"vraag niet om het woord {WORD}")
        parser.add_argument(
            "--erased",
            type=Path,
            action="append",
            default=[],
            help="nog een lijst van wie gewist werd, van een andere machine",
        )

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            secret = _secret(options["key"])
            self._ask(options)
            manifest = restore(
                path=file, secret=secret, over=options["over"], lists=options["erased"], at=clock.now()
            )
        except Refused as no:
            raise CommandError(no.reason, returncode=2) from None
        total = sum(manifest.rows.values())
        self.stdout.write(f"Klaar: de reservekopie van {manifest.made_at} staat terug ({total} rijen).")
        self.stdout.write("Wie daarna gewist werd, is opnieuw gewist. Iedereen logt opnieuw in.")

    def _ask(self, options: dict[str, Any]) -> None:
        if options["yes"]:
            return
        if not sys.stdin.isatty():
            raise Refused("Geef --yes mee om terug te zetten zonder vraag.")
        what = "Alles wat er nu staat gaat weg. " if options["over"] else ""
        if input(f"{what}Typ {WORD} om door te gaan: ").strip() != WORD:
            raise Refused("Niet gedaan: er is niets veranderd.")


def _secret(path: Path | None) -> str:
    """The secret key in a file, as `age-keygen` writes it: after lines that begin with #."""
    if path is None:
        return ""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Refused(f"Het bestand met de sleutel ({path}) is niet te lezen.") from None
    return next((line.strip() for line in lines if line.strip() and not line.startswith("#")), "geen")
