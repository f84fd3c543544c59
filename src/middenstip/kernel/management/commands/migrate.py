"""`manage.py migrate`: Django's own, one at a time: two at once would both make the same table."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate

from middenstip.kernel.one_at_a_time import changing_tables, in_turn


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        wait = "Een ander brengt de tabellen al bij. We wachten tot die klaar is."
        with in_turn(changing_tables, lambda: self.stderr.write(wait)):
            super().handle(*args, **options)
