"""Logging in by a code in the mail: start it for a person we know, and forget it when that person goes.

django-allauth does the work. Its own tables (addresses, passkeys) are touched here and nowhere else.
"""

from __future__ import annotations

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.models import EmailAddress
from allauth.core import ratelimit
from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url

from middenstip.domain.parties.models import Person
from middenstip.kernel.verdict import Invalid
from middenstip.web.shared.ways import with_next

DRAFT = "draft"  # the session's key for the idea that is sent as soon as the code is right


def send_code(request: HttpRequest, person: Person, to: str = "") -> HttpResponse:
    """Mail a code to this person and show the page that asks for it; after that on to `to`.

    Raises `Invalid` when this address asked for too many codes.
    """
    assert person.email
    if not ratelimit.consume(request, action="request_login_code", key=person.email):
        raise Invalid({"email": "Er gingen te veel codes naar dit adres. Probeer het straks nog eens."})
    LoginCodeVerificationProcess.initiate(request=request, user=person, email=person.email)
    return redirect(with_next(resolve_url("account_confirm_login_code"), to))


def confirm_address(person: Person) -> None:
    """Whoever typed the code from the mail owns the address: note that down, once."""
    known = EmailAddress.objects.filter(user=person, email=person.email, verified=True)
    if not known.exists():
        EmailAddress.objects.update_or_create(
            user=person, email=person.email, defaults={"verified": True, "primary": True}
        )


def forget_login(person: Person) -> None:
    """No address and no passkey of this person stays behind."""
    EmailAddress.objects.filter(user=person).delete()
    Authenticator.objects.filter(user=person).delete()
