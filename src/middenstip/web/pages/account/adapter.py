"""What allauth asks us."""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from middenstip.domain.initiatives.lifecycle import DRAFT as STILL_DRAFT
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.detail import initiative_by_id
from middenstip.domain.parties.models import Person
from middenstip.journeys import submit_initiative
from middenstip.kernel import clock
from middenstip.kernel.ids import new_id
from middenstip.kernel.verdict import Refused
from middenstip.web.shared.login_code import DRAFT, confirm_address
from middenstip.web.shared.words import in_words

ONE_QUESTION_MORE = ("EmailVerificationStage", "mfa.stages.AuthenticateStage")
log = logging.getLogger(__name__)
QUIET = ("account/messages/logged_in.txt", "account/messages/login_code_sent.txt")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Login by code is enough proof of an address; and whoever told an idea sends it by logging in."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "duplicate_email": gettext_lazy("Dit adres heb je al."),
        "email_taken": gettext_lazy("Iemand anders gebruikt dit adres al. Neem een ander adres."),
        "incorrect_code": gettext_lazy("Deze code klopt niet. Kijk nog eens in je mail."),
        "max_email_addresses": gettext_lazy("Je kunt hooguit %d adressen hebben. Haal er eerst een weg."),
        "rate_limited": gettext_lazy("Dit gaat te snel. Probeer het straks nog eens."),
        "too_many_login_attempts": gettext_lazy("Dit ging te vaak mis. Probeer het straks nog eens."),
    }

    def post_login(self, request: HttpRequest, user: Person, **more: Any) -> HttpResponse:
        """Send the idea that waited for this code, and show it."""
        response: HttpResponse = super().post_login(request, user, **more)
        waiting = request.session.pop(DRAFT, None)
        if waiting is None:
            _confirm(request, user, more.get("email"))
        initiative = initiative_by_id(waiting["id"]) if waiting else None
        if initiative is None or initiative.initiator_id != user.pk:
            return response
        if waiting["send"]:
            _send(request, initiative)
        else:
            messages.success(request, _("Je idee is bewaard. Alleen jij kunt het zien."))
        return redirect("initiatives:detail", initiative.public_id)

    def get_login_stages(self) -> list[str]:
        """One question is enough: a code from the mail, or a passkey made by whoever typed such a code."""
        stages: list[str] = super().get_login_stages()
        return [stage for stage in stages if not stage.endswith(ONE_QUESTION_MORE)]

    def add_message(self, request: HttpRequest, level: int, *more: Any, **words: Any) -> None:
        """allauth tells that you logged in; the next page shows that already."""
        template = words.get("message_template") or next(iter(more), None)
        if template not in QUIET:
            super().add_message(request, level, *more, **words)

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """In Dutch, like all our mail, whatever language the screen is in.

        When the mail server is away, whoever waits for the code hears so; the page has a button for another.
        """
        try:
            with override("nl"):
                super().send_mail(*args, **kwargs)
        except OSError as error:  # SMTPException is one
            log.warning("a code was not sent: %s", type(error).__name__)  # its text may hold an address
            messages.error(
                self.request, _("De mail ging niet weg. Vraag over een paar minuten een nieuwe code.")
            )

    def render_mail(self, *args: Any, **kwargs: Any) -> EmailMessage:
        """No holiday message answers it (RFC 3834), and it names the site, not our machine."""
        site = urlsplit(settings.SITE_URL).hostname
        own = {"Message-ID": f"<{new_id()}@{site}>", "Auto-Submitted": "auto-generated"}
        message: EmailMessage = super().render_mail(*args, **kwargs | {"headers": own})
        return message

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
        messages.error(request, in_words(refusal.reason))
    else:
        messages.success(
            request, _("Je idee staat op het veld. Je hoort het zodra iemand van de balie het aanneemt.")
        )


def _confirm(request: HttpRequest, user: Person, email: str | None) -> None:
    """A code that was typed right confirms the address it was mailed to.

    Only the page where you change your address needs this, so whoever comes in with an idea is spared
    the three queries; the next login makes up for it.
    """
    typed = [record.get("email") for record in get_authentication_records(request, user)]
    if email and email in typed and email == user.email:
        confirm_address(user)
