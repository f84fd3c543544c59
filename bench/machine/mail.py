"""A mail server on this machine that remembers what it accepted, and can be told to misbehave."""

from __future__ import annotations

import socketserver
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email import message_from_bytes

GOOD = {"connect": "220 mail.example", "data": "354 go on", "quit": "221 bye"}
OK = "250 2.0.0 ok"
HANG = ""  # no answer, until it behaves again


class MailServer:
    """`answer` says what a command gets: *connect*, *mail*, *rcpt*, *data*, *body* or *quit*."""

    def __init__(self) -> None:
        self.accepted: Counter[str] = Counter()  # how often each Message-ID was taken
        self.to: Counter[str] = Counter()  # how many mails each address got
        self.answer: Callable[[str, str], str] = lambda command, text: OK
        self.behaves = threading.Event()
        self.port = 0

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def taken_for(self, address: str) -> int:
        """How many mails were taken for this address."""
        return self.to[address]

    def misbehave(self, answer: Callable[[str, str], str]) -> None:
        self.behaves.clear()
        self.answer = answer

    def behave(self) -> None:
        self.answer = lambda command, text: OK
        self.behaves.set()

    def reply(self, command: str, text: str = "") -> str:
        """The line to send; "" when this connection ends without one."""
        said = self.answer(command, text)
        if said == HANG:
            self.behaves.wait()
        elif said == OK:
            return GOOD.get(command, OK)
        return said


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """The server, as long as this lasts."""
    ours = MailServer()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):  # the other side was killed
                self.talk()

        def talk(self) -> None:
            if not self.say("connect"):
                return
            while line := self.rfile.readline():
                text = line.decode(errors="replace").strip()
                command = text.partition(" ")[0].partition(":")[0].lower()
                if command in ("ehlo", "helo", "rset"):
                    self.wfile.write(b"250 mail.example\r\n")
                elif command == "data":
                    if not self.say("data", text) or not self.take():
                        return
                elif not self.say(command, text) or command == "quit":
                    return

        def take(self) -> bool:
            lines = []
            while (line := self.rfile.readline()) not in (b".\r\n", b""):
                lines.append(line)
            if not line:  # the sender was killed before the end: nothing was sent
                return False
            mail = message_from_bytes(b"".join(lines))
            said = ours.reply("body", f"{mail['To']}")
            if said.startswith("2"):
                ours.accepted[f"{mail['Message-ID']}"] += 1
                ours.to[f"{mail['To']}"] += 1
            self.wfile.write(f"{said}\r\n".encode())
            return bool(said)

        def say(self, command: str, text: str = "") -> bool:
            said = ours.reply(command, text)
            if said:
                self.wfile.write(f"{said}\r\n".encode())
            return bool(said) and not said.startswith("421")

    class Listening(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: object, client_address: object) -> None:
            """A connection that broke is no news here."""

    with Listening(("127.0.0.1", 0), Handler) as listening:
        ours.port = listening.server_address[1]
        threading.Thread(target=listening.serve_forever, args=[0.05], daemon=True).start()
        try:
            yield ours
        finally:
            ours.behaves.set()
            listening.shutdown()
