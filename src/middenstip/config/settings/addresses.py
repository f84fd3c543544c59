"""Settings that hold an address, checked before they are used.

A password with `#`, `/` or `?` splits an address in the wrong place: the rest is another address, and an
error message may show half of the password. So it is refused here, in a sentence without the value.
"""

import re
from collections.abc import Collection
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from middenstip.config.environment import refuse, text

IN_FULL = {"#": "%23", "/": "%2F", "?": "%3F"}
SENDER = re.compile(r"(?P<name>.*?)\s*<(?P<mail>[^<>]*)>")
QUOTED = re.compile(r'"[^"\\]*"')
MARKS = frozenset('()<>[]:;@\\,"')
HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|[0-9a-f:.]+", re.IGNORECASE)


def address(name: str, schemes: Collection[str], example: str, *, host: bool = True) -> SplitResult | None:
    """The parsed address in a variable; None when it is not set. `host`: it must name a host."""
    url = text(name)
    if not url:
        return None
    scheme, mark, rest = url.partition("://")
    if not mark or scheme not in schemes:
        refuse(name, f"schrijf {example}.")
    who, _, _ = rest.rpartition("@")
    for sign, written in IN_FULL.items():
        if sign in who:
            refuse(name, f"schrijf een {sign} in gebruiker of wachtwoord als {written}.")
    if " " in url or "#" in rest:
        refuse(name, "een spatie schrijf je als %20, en een # als %23.")
    parts = _split(url)
    if parts is None:
        refuse(name, f"de poort is een getal van 1 tot en met 65535; schrijf {example}.")
    if (host and not parts.hostname) or (parts.hostname and not HOST.fullmatch(parts.hostname)):
        refuse(name, f"de naam van de machine is niet te lezen; schrijf {example}.")
    return parts


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        return parts if parts.port != 0 else None
    except ValueError:  # its message shows the text in place of the port
        return None


def credentials(parts: SplitResult) -> tuple[str, str]:
    """User and password; a plus sign in them is kept."""
    return unquote(parts.username or ""), unquote(parts.password or "")


def origin(name: str, url: str, example: str) -> str:
    """The origin of a site: a scheme, a host and perhaps a port, and nothing after it."""
    parts = _split(url)
    if not url.startswith(("http://", "https://")) or parts is None or "@" in parts.netloc:
        refuse(name, f"schrijf {example}: met https:// ervoor, anders werken links niet.")
    if not parts.hostname or not HOST.fullmatch(parts.hostname):
        refuse(name, f"de naam van de site is niet te lezen; schrijf {example}.")
    if parts.path.strip("/") or parts.query or parts.fragment:
        refuse(name, f"er staat iets achter de naam van de site; schrijf {example}.")
    return f"{parts.scheme}://{parts.netloc}"


def mail_address(name: str, default: str) -> str:
    """A mail address without a display name."""
    told = text(name, default)
    if not _is_mail(told):
        refuse(name, "schrijf een mailadres, zoals post@plein.example.")
    return told


def sender(name: str, default: str) -> str:
    """A mail address, with or without a display name.

    An unquoted comma in the display name makes two senders of one, and every mail would fail.
    """
    told = text(name, default)
    found = SENDER.fullmatch(told)
    if not _is_mail(found["mail"] if found else told):
        refuse(name, "schrijf een naam en een mailadres, zoals Plein <post@plein.example>.")
    if found and not QUOTED.fullmatch(found["name"]) and MARKS.intersection(found["name"]):
        refuse(
            name, 'zet een naam met leestekens tussen aanhalingstekens: "Buurt, samen" <post@plein.example>.'
        )
    return told


def domain(name: str) -> str:
    """The domain part of a mail address; "" when it is not set."""
    told = text(name, "").lower()
    if told and not _is_mail(f"post@{told}"):
        refuse(name, "schrijf alleen een domein, zoals antwoord.plein.example.")
    return told


def _is_mail(told: str) -> bool:
    try:
        validate_email(told)
    except ValidationError:
        return False
    return True
