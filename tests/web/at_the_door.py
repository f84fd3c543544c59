"""Walking through the doors as somebody of the cast."""

from __future__ import annotations

from typing import Any

from django.test import Client

from middenstip.kernel.actor import Actor
from middenstip.web.shared.places import home_area
from tests.cast import person
from tests.matrix.budget import POST
from tests.queries import at_most


class Visitor(Client):
    """A browser that minds what a form costs: in whatever story it is sent, no more than a POST may."""

    def request(self, **request: Any) -> Any:
        if request.get("REQUEST_METHOD") != "POST":
            return super().request(**request)
        home_area(), self.session.keys()  # what the frame asks once, and then keeps in the cache
        with at_most(POST):
            return super().request(**request)


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
    return str(answer.content.decode())
