"""`manage.py reindex`: index all texts anew, for searching; a run that was stopped goes on where it was."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from middenstip.domain.matching.tasks import mend_words, reindexing
from middenstip.domain.rooms import SEARCHED


class Command(BaseCommand):
    help = "Telt alle woorden opnieuw voor het zoeken. Onderbreken mag: de volgende keer gaat het verder."

    def handle(self, *args: Any, **options: Any) -> None:
        done: dict[str, int] = {}
        for kind, number in reindexing(SEARCHED):
            done[kind] = done.get(kind, 0) + number
            self.stdout.write(f"{kind}: {done[kind]}")
        mended = mend_words(SEARCHED)
        self.stdout.write(f"Klaar: {sum(done.values())} teksten, {mended} bijgewerkt.")
