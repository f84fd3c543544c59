"""Sharing a page: its full address, a QR code of it, and a mail with it."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _


def qr_code(url: str, title: str) -> SafeString:
    """The QR code of one of our own addresses as inline SVG; with a view box, so that it grows on paper."""
    code = segno.make_qr(url)
    width, height = code.symbol_size(scale=4)
    drawn = code.svg_inline(scale=4, title=title).replace("<svg ", f'<svg viewBox="0 0 {width} {height}" ', 1)
    return mark_safe(drawn)  # noqa: S308 - made by segno


def share(path: str, title: str, number: str = "") -> dict[str, Any]:
    """Values for `components/share.html`. The mail opens in the program of the reader: we send nothing.

    With the `number` that people say aloud, it also has a short address.
    """
    url = f"{settings.SITE_URL}{path}"
    words = _("Kijk eens mee: %(title)s") % {"title": title}
    return {
        "url": url,
        "number": number,
        "spoken": f"{settings.SITE_URL.partition('://')[2]}/{number}" if number else "",
        "mail": f"mailto:?subject={quote(words)}&body={quote(url)}",
        "qr": qr_code(url, _("QR-code van deze bladzijde")),
    }
