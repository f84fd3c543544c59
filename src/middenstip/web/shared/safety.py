"""Telling somebody by mail that something changed about how they log in."""

from __future__ import annotations

from collections.abc import Iterable

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

NEW_DEVICE = "Er is met jouw account ingelogd op een nieuw apparaat: %(device)s."
ADDRESS_ASKED = "Er wordt een adres toegevoegd aan jouw account: %(new)s. Dat telt pas na de code."
CHANGED = {
    "account/email/email_changed": "Je berichten en codes gaan voortaan naar een ander adres: %(to_email)s.",
    "account/email/email_deleted": "Een adres is weggehaald bij jouw account: %(deleted_email)s.",
    "mfa/email/webauthn_added": "Er is een passkey gemaakt voor jouw account.",
    "mfa/email/webauthn_removed": "Er is een passkey weggehaald bij jouw account.",
}


def tell_change(request: HttpRequest, addresses: Iterable[str], what: str) -> None:
    """Mail this to each of these addresses, with what to do when it was not them."""
    url = settings.SITE_URL + reverse("mine:devices")
    for one in sorted({address for address in addresses if address}):
        get_adapter(request).send_mail("account/email/changed", one, {"what": what, "url": url})
