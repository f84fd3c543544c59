"""Web addresses in a text become links that show where they lead."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

LONGEST = 60  # characters of an address that are shown
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+", re.IGNORECASE)
_AFTER = ".,:;!?'’)]}…"  # punctuation that ends a sentence, not an address


def with_links(text: str) -> SafeString:
    """The text, escaped, with its web addresses as links.

    The link text begins with the real host, even after an @ in the address, so that it cannot mislead. Search
    engines are told not to follow the links.
    """
    done, parts = 0, []
    for found in _ADDRESS.finditer(text):
        address = _without_end(found[0])
        link = _link(address)
        if link:
            parts += [conditional_escape(text[done : found.start()]), link]
            done = found.start() + len(address)
    return SafeString("".join([*parts, conditional_escape(text[done:])]))


def _without_end(address: str) -> str:
    """The address without the full stop or bracket of its sentence; a bracket it opened itself is kept."""
    while address and address[-1] in _AFTER:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address


def _link(address: str) -> SafeString | None:
    url = address if "://" in address else f"https://{address}"
    try:
        there = urlsplit(url)
        host = (there.hostname or "").encode("idna").decode()
    except ValueError:  # UnicodeError is a subclass
        return None
    if "." not in host:
        return None
    rest = there.path.rstrip("/") + (f"?{there.query}" if there.query else "")
    shown = host.removeprefix("www.") + rest
    shown = shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
    return format_html('<a class="nl-link" href="{}" rel="nofollow noopener">{}</a>', url, shown)
