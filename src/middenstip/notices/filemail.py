"""Mail to files, for the demo and for development: a line on the console, and each mail as a file."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class EmailBackend(BaseEmailBackend):
    """Writes `MAIL_FOLDER/<message-id>.eml`. Sending a mail again overwrites the same file."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            file = _write(message)
            # The demo invented everybody. Elsewhere a log holds no address, and no subject with a code.
            told = f"Mail aan {', '.join(message.to)}: {message.subject}" if settings.DEMO else "Mail bewaard"
            sys.stdout.write(f"{told} → {file}\n")
            sys.stdout.flush()
        return len(email_messages)


def _write(message: EmailMessage) -> Path:
    """Write to a temporary file and rename it, so that a reader never sees half a mail."""
    sent = message.message()
    name = re.sub(r"[^\w.@-]", "_", str(sent["Message-ID"]).strip("<> "))[:150]
    folder = Path(settings.MAIL_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    file, draft = folder / f"{name}.eml", folder / f"{name}.part"
    draft.write_bytes(sent.as_bytes())
    draft.replace(file)
    return file
