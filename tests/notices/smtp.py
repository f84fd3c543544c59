"""A mail server on this machine that answers as the test says: it hangs, refuses, or says nonsense."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message

from django.test import override_settings

OK = "250 2.0.0 ok"
HANG = ""  # no answer


@dataclass
class MailServer:
    """`answer` says what *connect*, *mail*, *rcpt*, *data*, *body* and *quit* get, each with its text."""

    answer: Callable[[str, str], str] = lambda command, text: OK
    mails: list[Message] = field(default_factory=list)
    connections: int = 0
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def subjects(self) -> list[str]:
        return [str(mail["Subject"]) for mail in self.mails]


def refuse(command: str, said: str, only: str = "") -> Callable[[str, str], str]:
    """Say this to a command, when `only` is in its text."""
    return lambda now, text: said if now == command and only in text else OK


@contextmanager
def mail_server(timeout: float = 1) -> Iterator[MailServer]:
    """The server, in the settings of the platform."""
    server = MailServer()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            server.connections += 1
            if not self.say("connect", "", "220 mail.example"):
                return
            while line := self.rfile.readline():
                text = line.decode().strip()
                command = text.partition(" ")[0].partition(":")[0].lower()
                if command in ("ehlo", "helo", "rset"):
                    self.wfile.write(b"250 mail.example\r\n")
                elif command == "data":
                    if not self.say("data", text, "354 go on"):
                        return
                    self.read_mail()
                elif command == "quit":
                    self.say("quit", text, "221 bye")
                    return
                elif not self.say(command, text, OK):
                    return

        def read_mail(self) -> None:
            lines = []
            while (line := self.rfile.readline()) not in (b".\r\n", b""):
                lines.append(line)
            mail = message_from_bytes(b"".join(lines))
            said = server.answer("body", str(mail["Subject"]))
            if said.startswith("2"):
                server.mails.append(mail)
            self.wfile.write(f"{said}\r\n".encode())

        def say(self, command: str, text: str, good: str) -> bool:
            said = server.answer(command, text)
            if said == HANG:
                server.ended.wait()
                return False
            self.wfile.write(f"{good if said == OK else said}\r\n".encode())
            return not said.startswith("421")

    class Listening(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False

    with Listening(("127.0.0.1", 0), Handler) as listening:
        threading.Thread(target=listening.serve_forever, args=[0.05], daemon=True).start()
        told = {
            "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": listening.server_address[1],
            "EMAIL_USE_TLS": False,
            "EMAIL_TIMEOUT": timeout,
        }
        try:
            with override_settings(**told):
                yield server
        finally:
            server.ended.set()
            listening.shutdown()
