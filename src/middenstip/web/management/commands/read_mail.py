"""`manage.py read_mail`: store the replies in a maildir as messages in their cases."""

from __future__ import annotations

import mailbox
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from middenstip.domain.intake.lifecycle import REASONS
from middenstip.journeys.receive_mail import receive
from middenstip.kernel import clock
from middenstip.notices.tasks import deliver_post

AT_ONCE = 500


class Command(BaseCommand):
    help = "Lees antwoorden per mail uit een map (maildir) en zet ze in hun zaak. Daarna is elke mail weg."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--maildir", required=True, type=Path, help="de map, met new/ en cur/ erin")

    def handle(self, *args: Any, maildir: Path, **options: Any) -> None:
        if not settings.REPLY_DOMAIN:
            said = "Zet eerst REPLY_DOMAIN: op dat domein komen de antwoorden binnen."
            raise CommandError(said, returncode=2)
        if not (maildir / "new").is_dir():
            raise CommandError(f"{maildir} is geen maildir: er is geen map new in.", returncode=2)
        box = mailbox.Maildir(maildir, create=False)
        stored, refused = 0, dict.fromkeys(REASONS, 0)
        for key in list(box.iterkeys())[:AT_ONCE]:
            reason = receive(raw=box.get_bytes(key), at=clock.now())
            box.discard(key)  # a mail that could not be handled because of an error stays for the next time
            stored += not reason
            if reason:
                refused[reason] += 1
        if stored:
            deliver_post.enqueue()
        counts = [f"{REASONS[reason]}: {number}" for reason, number in refused.items() if number]
        self.stdout.write(f"Bewaard: {stored}. Niet bewaard: {', '.join(counts) or 'geen'}.")
