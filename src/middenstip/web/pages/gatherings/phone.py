"""A phone in the hall without an account: a random code in its session, another one for every gathering."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.gatherings.models import Gathering
from middenstip.kernel import clock
from middenstip.kernel.network import network_of
from middenstip.kernel.tally import Limit
from middenstip.kernel.verdict import NotNow

KEPT = "hall"  # the session key: the code of this phone per gathering
MOST = 10  # gatherings of which a phone keeps its code
PHONES = Limit("hall phones", 300, timedelta(hours=1))  # of one network: a hall full of phones
TOO_MANY = _noop(
    "Vanaf jouw netwerk kwamen net heel veel telefoons. Wacht een uur, of schrijf je vraag op een kaart."
)


def phone_of(request: HttpRequest, gathering: Gathering) -> str:
    """The hash of the code of this phone, as it is kept beside a question; "" before it did anything."""
    code = _codes(request).get(gathering.public_id, "")
    return salted_hmac("gatherings.hall", code, algorithm="sha256").hexdigest() if code else ""


def phone_that_acts(request: HttpRequest, gathering: Gathering) -> str:
    """The same; a phone that is here for the first time gets a code. Raises `NotNow` for too many of them."""
    codes = _codes(request)
    if gathering.public_id not in codes:
        if not PHONES.counts(network_of(request), clock.now()):
            raise NotNow(TOO_MANY)
        codes[gathering.public_id] = secrets.token_urlsafe(16)
        request.session[KEPT] = dict(list(codes.items())[-MOST:])
    return phone_of(request, gathering)


def _codes(request: HttpRequest) -> dict[str, Any]:
    return dict(request.session.get(KEPT, {}))
