"""A phone in the hall without an account: a random code in a cookie of a day, another for each gathering.

The cookie is signed, so that a program cannot make up phones past the limit, and it is no session: two
hundred phones at once then write no row for themselves.
"""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.gatherings.lifecycle import PHONES_KEPT
from middenstip.domain.gatherings.models import Gathering
from middenstip.kernel import clock
from middenstip.kernel.network import network_of
from middenstip.kernel.tally import Limit
from middenstip.kernel.verdict import NotNow

PHONES = Limit("hall phones", 300, timedelta(hours=1))  # of one network: a hall full of phones
TOO_MANY = _noop(
    "Vanaf jouw netwerk kwamen net heel veel telefoons. Wacht een uur, of schrijf je vraag op een kaart."
)


def phone_of(request: HttpRequest, gathering: Gathering) -> str:
    """The hash of the code of this phone, as it is kept beside a question; "" before it did anything."""
    return _hash(_code(request, gathering))


def new_code(request: HttpRequest, gathering: Gathering) -> str:
    """The code of this phone, or a new one when it is here for the first time. `NotNow` for too many."""
    known = _code(request, gathering)
    if known:
        return known
    if not PHONES.counts(network_of(request), clock.now()):
        raise NotNow(TOO_MANY)
    return secrets.token_urlsafe(16)


def phone_with(code: str) -> str:
    """The hash of a code, as it is kept."""
    return _hash(code)


def keep(response: HttpResponse, gathering: Gathering, code: str) -> HttpResponse:
    """The phone remembers its code for as long as the platform knows what it asked."""
    secure = settings.SESSION_COOKIE_SECURE
    name, told = _name(gathering), {"secure": secure, "httponly": True, "samesite": "Lax"}
    response.set_signed_cookie(name, code, salt=name, max_age=PHONES_KEPT, **told)
    return response


def _name(gathering: Gathering) -> str:
    return f"zaal-{gathering.public_id}"


def _code(request: HttpRequest, gathering: Gathering) -> str:
    name = _name(gathering)
    return request.get_signed_cookie(name, "", salt=name, max_age=PHONES_KEPT) or ""


def _hash(code: str) -> str:
    return salted_hmac("gatherings.hall", code, algorithm="sha256").hexdigest() if code else ""
