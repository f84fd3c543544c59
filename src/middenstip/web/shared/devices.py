"""A device in words, and ending the sessions on it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def device_word(request: HttpRequest) -> str:
    """What kind of device this is, as its browser says; Dutch, because it is kept: *Firefox op Android*."""
    told = request.headers.get("User-Agent", "")
    browser = next((word for sign, word in BROWSERS if re.search(rf"\b{sign}", told)), "")
    system = next((word for sign, word in SYSTEMS if sign in told), "")
    return " op ".join(word for word in (browser, system) if word) or "Onbekend apparaat"


def shown_device(word: str) -> str:
    """The same in the language of the reader."""
    browser, found, system = word.partition(" op ")
    if found:
        return _("%(browser)s op %(system)s") % {"browser": browser, "system": system}
    return _("Onbekend apparaat") if word == "Onbekend apparaat" else word


def end_sessions(keys: Iterable[str]) -> None:
    """Throw these sessions away, with what they hold."""
    for key in keys:
        import_module(settings.SESSION_ENGINE).SessionStore().delete(key)
