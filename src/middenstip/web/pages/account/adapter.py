"""The settings of allauth that need code."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import override

from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.rules import ROLES
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.kernel import audit, clock
from middenstip.kernel.ids import new_id
from middenstip.notices import outbox
from middenstip.web.shared.devices import device_word
from middenstip.web.shared.login_code import SEND, VISITOR, proven_in
from middenstip.web.shared.safety import CHANGED, NEW_DEVICE, tell_change
from middenstip.web.shared.waiting import follow_now, visit_now

JUST_JOINED = timedelta(hours=1)
ONE_QUESTION_MORE = ("EmailVerificationStage", "mfa.stages.AuthenticateStage")
QUIET = ("account/messages/logged_in.txt", "account/messages/login_code_sent.txt")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """A login by code proves the address; for a visitor with an idea, logging in submits it."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "duplicate_email": _lazy("Dit adres heb je al."),
        "email_taken": _lazy("Iemand anders gebruikt dit adres al. Neem een ander adres."),
        "incorrect_code": _lazy("Deze code klopt niet. Kijk nog eens in je mail."),
        "max_email_addresses": _lazy("Je kunt hooguit %d adressen hebben. Haal er eerst een weg."),
        "rate_limited": _lazy("Dit gaat te snel. Probeer het straks nog eens."),
        "too_many_login_attempts": _lazy("Dit ging te vaak mis. Probeer het straks nog eens."),
    }

    def post_login(self, request: HttpRequest, user: Person, **more: Any) -> HttpResponse:
        """Follow what a visitor wanted to follow, and show the idea that waited for this code."""
        response: HttpResponse = super().post_login(request, user, **more)
        audit.note("login", actor=user.public_id)
        request.session.pop(VISITOR, None)
        request.session.pop(SEND, None)
        _note_device(request, user)
        proven = proven_in(request)
        initiative = proven.initiative if proven else None
        followed = follow_now(request, user.pk) or visit_now(request, user.email)
        if initiative is None:
            return followed or response
        if initiative.submitted_at:
            return redirect("initiatives:told", initiative.public_id)
        said = _("Je idee is bewaard. Alleen jij kunt het zien.")
        messages.success(request, said)
        return redirect("initiatives:detail", initiative.public_id)

    def get_login_stages(self) -> list[str]:
        """One factor is enough: a code from the mail, or a passkey that was made after such a code."""
        stages: list[str] = super().get_login_stages()
        return [stage for stage in stages if not stage.endswith(ONE_QUESTION_MORE)]

    def add_message(self, request: HttpRequest, level: int, *more: Any, **words: Any) -> None:
        """Drop allauth's message that you logged in; the next page shows that already."""
        template = words.get("message_template") or next(iter(more), None)
        if template not in QUIET:
            super().add_message(request, level, *more, **words)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Mail in Dutch, like all our mail, in any language of the screen.

        The worker sends it, so that a mail server that hangs or fails holds nobody who waits for a page.
        """
        told = {"request": self.request, "email": email} | context
        with override("nl"):
            outbox.post(self.render_mail(template_prefix, email, told), clock.now())

    def render_mail(self, *args: Any, **kwargs: Any) -> EmailMessage:
        """Set the headers against automatic replies (RFC 3834), and the name of the site as sender host."""
        site = urlsplit(settings.SITE_URL).hostname
        own = {"Message-ID": f"<{new_id()}@{site}>", "Auto-Submitted": "auto-generated"}
        message: EmailMessage = super().render_mail(*args, **kwargs | {"headers": own})
        return message

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Person,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell what changed to the address that is theirs, and to the one that it was."""
        gaps = context or {}
        if template_prefix in CHANGED:
            told = [user.email or "", email or "", gaps.get("deleted_email", ""), gaps.get("from_email", "")]
            tell_change(self.request, told, CHANGED[template_prefix] % gaps)

    def logout(self, request: HttpRequest) -> None:
        """Remove this device from the person's list, and note the logout in the audit log."""
        actor = getattr(request.user, "public_id", "")  # a visitor has none
        if request.session.session_key:
            parties.leave_device(session_key=request.session.session_key)
        super().logout(request)
        audit.note("logout", actor=actor)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """People join through our own pages, never through allauth's form."""
        return False


def _note_device(request: HttpRequest, person: Person) -> None:
    """Keep where they logged in; who was here before hears of a kind of device they did not use yet."""
    key, word, at = request.session.session_key, device_word(request), clock.now()
    if key is None:
        return
    if settings.GUARD_ROLES:
        roles = {role for hat in hats_of_person(person, clock.today()) for role, _area in hat.grants}
        if hours := [ROLES[role].hours for role in roles if role in ROLES]:
            request.session.set_expiry(min(hours) * 3600)
    was_here = person.joined_at is not None and at - person.joined_at > JUST_JOINED
    if parties.note_device(person=person, session_key=key, word=word, at=at) and was_here:
        tell_change(request, [person.email or ""], NEW_DEVICE % {"device": word})
