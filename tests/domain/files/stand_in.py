"""Stand-ins for two machines that a platform may have beside it: object storage (S3) and a virus scanner."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

EICAR = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"
LATER = "Mon, 02 Nov 2026 09:00:00 GMT"


class _Bucket(BaseHTTPRequestHandler):
    """As much of S3 as our storage asks: put, get, head, delete and list, in the path style."""

    protocol_version = "HTTP/1.1"
    kept: dict[str, bytes]

    def do_PUT(self) -> None:
        self.kept[self._key()] = self._body()
        self._answer(200, b"", ETag='"1"')

    def do_GET(self) -> None:
        asked = parse_qs(urlsplit(self.path).query, keep_blank_values=True)
        if "list-type" in asked or "prefix" in asked:
            return self._answer(
                200, self._listed(asked.get("prefix", [""])[0]), **{"Content-Type": "text/xml"}
            )
        return self._object()

    def do_HEAD(self) -> None:
        self._object()

    def do_DELETE(self) -> None:
        self.kept.pop(self._key(), None)
        self._answer(204, b"")

    def log_message(self, *args: Any) -> None:
        """Nothing: the tests say what they think of it."""

    def _key(self) -> str:
        return unquote(urlsplit(self.path).path).lstrip("/").partition("/")[2]

    def _body(self) -> bytes:
        data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if "aws-chunked" not in self.headers.get("Content-Encoding", ""):
            return data
        whole = b""
        while data:
            size, _, rest = data.partition(b"\r\n")
            length = int(size.split(b";")[0], 16)
            if not length:
                break
            whole, data = whole + rest[:length], rest[length + 2 :]
        return whole

    def _object(self) -> None:
        data = self.kept.get(self._key())
        if data is None:
            return self._answer(404, b"")
        return self._answer(200, data, **{"ETag": '"1"', "Last-Modified": LATER})

    def _listed(self, prefix: str) -> bytes:
        inside = [name for name in sorted(self.kept) if name.startswith(prefix)]
        files = [name for name in inside if "/" not in name[len(prefix) :]]
        folders = {
            prefix + name[len(prefix) :].partition("/")[0] + "/" for name in inside if name not in files
        }
        rows = [f"<Contents><Key>{name}</Key><Size>1</Size></Contents>" for name in files]
        rows += [f"<CommonPrefixes><Prefix>{name}</Prefix></CommonPrefixes>" for name in sorted(folders)]
        return (
            f"<ListBucketResult><IsTruncated>false</IsTruncated>{''.join(rows)}</ListBucketResult>".encode()
        )

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


@contextmanager
def bucket() -> Iterator[tuple[str, dict[str, bytes]]]:
    """The address of the stand-in, and what lies in it."""
    kept: dict[str, bytes] = {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bucket", (_Bucket,), {"kept": kept}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", kept
    finally:
        server.shutdown()
        server.server_close()


class _Scanner(socketserver.StreamRequestHandler):
    """As much of clamd as is asked of it: INSTREAM."""

    def handle(self) -> None:
        assert self.rfile.read(10) == b"zINSTREAM\0"
        data = b""
        while size := int.from_bytes(self.rfile.read(4), "big"):
            data += self.rfile.read(size)
        self.wfile.write(b"stream: Eicar FOUND\0" if EICAR in data else b"stream: OK\0")


@contextmanager
def scanner() -> Iterator[str]:
    """The address of a scanner that knows one virus."""
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Scanner)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"tcp://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
