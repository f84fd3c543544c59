"""Walking through the doors as somebody of the cast."""

from __future__ import annotations

from typing import Any

from django.test import Client

from middenstip.kernel.actor import Actor
from tests.cast import person


def walk_in(actor: Actor | None) -> Client:
    """A browser in which this person is logged in; None is a visitor."""
    client = Client()
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
    return str(answer.content.decode())
