"""What allauth asks us."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.models import EmailAddress
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from middenstip.domain.initiatives.lifecycle import DRAFT as STILL_DRAFT
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.detail import initiative_by_id
from middenstip.domain.parties.models import Person
from middenstip.journeys import submit_initiative
from middenstip.kernel import clock
from middenstip.kernel.verdict import Refused
from middenstip.web.shared.login_code import DRAFT, confirm_address


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Login by code is enough proof of an address; and whoever told an idea sends it by logging in."""

    def pre_login(self, request: HttpRequest, user: Person, **more: Any) -> HttpResponse | None:
        """A code that was typed right confirms the address it was mailed to."""
        email = more.get("email")
        typed = [record.get("email") for record in get_authentication_records(request, user)]
        if email and email in typed and email == user.email and not _is_confirmed(user):
            confirm_address(user)
        refusal: HttpResponse | None = super().pre_login(request, user, **more)
        return refusal

    def post_login(self, request: HttpRequest, user: Person, **more: Any) -> HttpResponse:
        """Send the idea that waited for this code, and show it."""
        response: HttpResponse = super().post_login(request, user, **more)
        waiting = request.session.pop(DRAFT, None)
        initiative = initiative_by_id(waiting["id"]) if waiting else None
        if initiative is None or initiative.initiator_id != user.pk:
            return response
        if waiting["send"]:
            _send(request, initiative)
        else:
            messages.success(request, _("Je idee is bewaard. Alleen jij kunt het zien."))
        return redirect("initiatives:detail", initiative.public_id)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """People join through our own pages, never through allauth's form."""
        return False


def _send(request: HttpRequest, initiative: Initiative) -> None:
    if initiative.stage != STILL_DRAFT:
        return
    by = submit_initiative.initiator_of(initiative)
    try:
        submit_initiative.submit(by=by, initiative=initiative, at=clock.now())
    except Refused as refusal:
        messages.error(request, _(refusal.reason))
    else:
        messages.success(
            request, _("Je idee staat op het veld. Binnen 5 werkdagen hoor je iets van de balie.")
        )


def _is_confirmed(user: Person) -> bool:
    return EmailAddress.objects.filter(user=user, email=user.email, verified=True).exists()
