"""`manage.py backup`: a backup of the whole platform in one file, while it runs."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import pyrage
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from middenstip.kernel import clock, typed
from middenstip.kernel.verdict import Refused
from middenstip.operations.backup import back_up
from middenstip.operations.rotation import Keep

MOST = 1000


class Command(BaseCommand):
    help = "Maakt een reservekopie van het hele platform in één bestand. Het platform mag doordraaien."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", type=Path, help="de map voor de kopie (anders BACKUP_FOLDER)")
        parser.add_argument("--key", type=typed.line, help="de openbare sleutel (anders BACKUP_KEY)")
        parser.add_argument(
            "--keep",
            type=_keep,
            default="7,5,12",
            help="hoeveel dagen, weken en maanden een kopie houden (7,5,12)",
        )
        parser.add_argument("--new-key", action="store_true", help="maak alleen een nieuw paar sleutels")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["new_key"]:
            self._new_key()
            return
        folder, key = options["to"] or Path(settings.BACKUP_FOLDER), options["key"] or settings.BACKUP_KEY
        try:
            made = back_up(to=folder, recipient=key, keep=options["keep"], at=clock.now())
        except Refused as no:
            raise CommandError(no.reason, returncode=2) from None
        except OSError as error:
            raise CommandError(
                f"De reservekopie lukte niet: {error.strerror or error}.", returncode=2
            ) from None
        total, size = sum(made.manifest.rows.values()), made.path.stat().st_size / 1_000_000
        self.stdout.write(
            f"Klaar: {made.path} ({total} rijen, {size:.1f} MB, {'op slot' if key else 'open'})."
        )
        if not key:
            self.stdout.write("Wie dit bestand heeft, leest alles. Zet er een slot op met BACKUP_KEY.")
        for old in made.dropped:
            self.stdout.write(f"Weg: {old.name}")
        self.stdout.write(f"Er zijn nu {made.left} reservekopieën.")

    def _new_key(self) -> None:
        pair = pyrage.x25519.Identity.generate()
        self.stdout.write(f"# Bewaar dit bestand niet op de server.\n# BACKUP_KEY={pair.to_public()}\n{pair}")


def _keep(told: str) -> Keep:
    parts = told.split(",")
    if len(parts) != 3 or not all(part.isdecimal() and int(part) <= MOST for part in parts):
        raise argparse.ArgumentTypeError("schrijf drie getallen: dagen, weken en maanden, zoals 7,5,12")
    return Keep(*map(int, parts))
