"""Ideas that wait for the owner of an address: how they are kept, and asking whether they are theirs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from middenstip.domain.areas.models import Area
from middenstip.domain.parties.models import PendingClaim
from middenstip.kernel.half import Half


def as_kept(
    *, area: Area, home: Area | None, half: Half, reins: Mapping[str, str], send: bool, **told: Any
) -> dict[str, Any]:
    """An idea as plain values, for the journey `prove_address` to tell later."""
    where = {"area": area.code, "home": home.code if home else ""}
    return told | where | {"half": half.value, "reins": dict(reins), "send": send}


def ask_owner(request: HttpRequest, claim: PendingClaim) -> None:
    """Mail the question, with the way to the page that answers it."""
    url = settings.SITE_URL + reverse("mine:claim", args=[claim.public_id])
    gaps = {"name": claim.name, "title": claim.told["texts"]["title"], "url": url}
    get_adapter(request).send_mail("account/email/typed_in", claim.email, gaps)
