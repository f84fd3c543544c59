"""`manage.py post`: write and send notices once, by hand or from cron."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from middenstip.notices.tasks import bring_round


class Command(BaseCommand):
    help = "Leest wat er nieuw is en brengt de post één keer rond."

    def handle(self, *args: Any, **options: Any) -> None:
        notices, mails = bring_round()
        self.stdout.write(f"{notices} berichten geschreven, {mails} mails verstuurd")
