"""What is sent is refused by its length before it is read; without a length it is counted while reading."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory

from middenstip.web.shared.body import limit_body
from tests.cast import Cast
from tests.web.at_the_door import walk_in
from tests.web.test_submit import URL

FORM = "application/x-www-form-urlencoded"
DRAW = "/gebied/GM0150/tekenen/"


class Unread(BytesIO):
    """A body that fails the test when a byte of it is read."""

    def read(self, *_: Any) -> bytes:
        raise AssertionError("it was read")

    readline = read


def send(client: Client, path: str, length: int | None, body: BytesIO, **more: Any) -> tuple[int, str]:
    told = {"CONTENT_LENGTH": str(length)} if length is not None else {"HTTP_TRANSFER_ENCODING": "chunked"}
    asked = {"REQUEST_METHOD": "POST", "PATH_INFO": path, "CONTENT_TYPE": FORM, "wsgi.input": body}
    answer = client.request(**asked | told | more)
    return answer.status_code, answer.text


@pytest.mark.parametrize(
    ("path", "length", "size"),
    [(URL, 1_000_001, "1 MB"), ("/bestaat-niet/", 400_000_000, "1 MB"), (DRAW, 28_000_001, "26 MB")],
)
def test_a_body_that_is_too_large_is_refused_unread(
    client: Client, cast: Cast, path: str, length: int, size: str
) -> None:
    there = {"HTTP_REFERER": f"http://testserver{path}"}
    status, text = send(client, path, length, Unread(), **there)
    assert status == 413
    assert f"Hier kan hooguit {size}. Ga terug in je browser" in text
    assert f'href="{path}"' in text


def test_a_page_that_takes_files_takes_more_than_another(cast: Cast) -> None:
    """The form says at its own field that the file is too large."""
    file = SimpleUploadedFile("grens.json", b" " * 2_000_000)
    answer = walk_in(cast.samira).post(DRAW, {"name": "Het plein", "file": file})
    assert answer.status_code in (403, 422)


@pytest.mark.parametrize(("size", "status"), [(20, 302), (1_000_000, 302), (1_000_001, 413)])
def test_a_body_in_pieces_is_counted_while_it_is_read(
    client: Client, cast: Cast, size: int, status: int
) -> None:
    body = BytesIO((b"language=nl&to=" + b"/" * size)[:size])
    assert send(client, "/taal/kies/", None, body)[0] == status
    assert body.tell() <= 1_000_001


def test_a_page_that_sends_nothing_is_not_looked_at(rf: RequestFactory) -> None:
    request = rf.get("/")
    del request.META["wsgi.input"]
    request.META.pop("CONTENT_LENGTH", None)
    assert limit_body(lambda one: one)(request) is request  # type: ignore[arg-type, return-value]
