"""`manage.py read_bounces --maildir …`: read what other mail servers returned, from a maildir."""

from __future__ import annotations

import mailbox
from email import message_from_bytes
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from middenstip.kernel import clock
from middenstip.notices.bounces import read_report


class Command(BaseCommand):
    help = "Leest mail die terugkwam uit een maildir, en wist wat gelezen is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--maildir", type=Path, required=True, help="de map met new/, cur/ en tmp/")

    def handle(self, *args: Any, maildir: Path, **options: Any) -> None:
        if not (maildir / "new").is_dir():
            raise CommandError(f"{maildir} is geen maildir: er staat geen map new in.")
        box = mailbox.Maildir(maildir, create=False)
        ends = []
        for key in sorted(box.keys()):
            message = box[key]
            if message.get_subdir() != "new":
                continue
            end = read_report(message_from_bytes(box.get_bytes(key)), clock.now())
            ends.append(end)
            if end:
                box.discard(key)  # it names an address; we keep no more than we need
            else:
                message.set_subdir("cur")  # for the person who looks after the mailbox
                box[key] = message
        told = (ends.count("returned"), ends.count("later"), ends.count(""))
        self.stdout.write("{} terug, {} later opnieuw, {} niet van ons".format(*told))
