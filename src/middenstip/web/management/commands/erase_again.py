"""`manage.py erase_again`: erase the people who were erased before and came back with an older database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from middenstip.journal import erased
from middenstip.kernel import clock
from middenstip.kernel.verdict import Refused
from middenstip.web.shared.erasing import erase_again


class Command(BaseCommand):
    help = "Wist opnieuw wie op de lijst staat van wie gewist werd. Dat gebeurt ook bij elke start."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("lists", nargs="*", type=Path, help="nog een lijst, van een andere machine")

    def handle(self, *args: Any, lists: list[Path], verbosity: int, **options: Any) -> None:
        ours = [settings.ERASED_LIST] if settings.ERASED_LIST else []
        try:
            number = erase_again(erased.listed([*ours, *lists]), at=clock.now())
        except Refused as no:
            raise CommandError(no.reason, returncode=2) from None
        if verbosity:
            self.stdout.write(f"Klaar: {number} opnieuw gewist.")
