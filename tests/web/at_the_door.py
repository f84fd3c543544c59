"""Walking through the doors as somebody of the cast."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from django.test import Client

from middenstip.kernel.actor import Actor
from tests.cast import person
from tests.web.read import as_read


class Visitor(Client):
    """A browser: reads a page without white space that nobody sees."""

    def request(self, **request: Any) -> Any:
        return _read(super().request(**request))


def _read(answer: Any) -> Any:
    if answer.get("Content-Type", "").startswith("text/html") and not answer.has_header("Content-Encoding"):
        answer.content = as_read(answer.content.decode())
    return answer


def walk_in(actor: Actor | None) -> Client:
    """A browser in which this person is logged in; None is a visitor."""
    client = Visitor()
    if actor:
        client.force_login(person(actor))
    return client


def send(client: Client, url: str, **data: Any) -> int:
    """POST a form; the status of the answer."""
    return int(client.post(url, data).status_code)


def page(client: Client, url: str) -> str:
    """The page as text; it must be there."""
    answer = client.get(url)
    assert answer.status_code == 200, answer.status_code
    return as_read(answer.content.decode())


def shown(answer: Any, name: str = "rooms") -> dict[str, Any]:
    """What the rooms show on a page: the values of all their parts together."""
    values: dict[str, Any] = {}
    for parts in answer.context[name].values():
        for part in parts:
            values |= part.values
    return values


def sent(answer: HttpResponseBase) -> bytes:
    """The bytes of a file, also when it came in parts."""
    return b"".join(answer)  # type: ignore[arg-type]
