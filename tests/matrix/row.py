"""One row of the matrix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ROLES = (
    "anonymous",
    "outsider",  # tarik: logged in, not involved
    "initiator",  # marijke
    "residents",  # gerrit: partner for the bewoners
    "government",  # ilse: partner for the overheid
    "business",  # bas: partner for the ondernemers
    "handler",  # samira
    "admin",  # noor
)


@dataclass(frozen=True)
class Row:
    """The answer that each role gets on one route.

    `args` names the things of the world that fill the URL, in order ("initiative", "case", "goal",
    "agreement", "partner", "action", "area", "person", "seat", "grant"); `data` is the form of a POST.
    """

    route: str
    expects: Mapping[str, int]
    method: str = "GET"
    args: tuple[str, ...] = ()
    data: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.method} {self.route}"


def everybody(status: int = 200) -> dict[str, int]:
    """The same answer for every role."""
    return dict.fromkeys(ROLES, status)


def only(*roles: str, gives: int = 200, others: int = 403, anonymous: int = 302) -> dict[str, int]:
    """`gives` for these roles, `others` for the rest.

    A visitor is redirected to log in (302), or gets the typed text and a link to the login page (403).
    """
    return {role: gives if role in roles else others for role in ROLES} | {"anonymous": anonymous}
