"""Passkeys replace the code by mail, so a passkey must work without a code."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import timedelta
from typing import Any

from allauth.mfa import app_settings
from allauth.mfa.adapter import DefaultMFAAdapter, get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm, LoginWebAuthnForm
from allauth.mfa.webauthn.internal.auth import STATE_SESSION_KEY as STATE
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.kernel import clock
from middenstip.kernel.tally import Limit
from middenstip.web.shared.errors import problem_page
from middenstip.web.shared.fields import Line

CHALLENGE = "passkey"
CHALLENGE_WAITS = 300  # seconds
ONCE = Limit("passkey challenge", 1, timedelta(hours=1))


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """allauth's form without its checkbox: all our passkeys log in without a second factor."""

    name = Line(label=_lazy("Naam"), required=False, max_length=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"name": _("Mijn passkey"), "passwordless": True} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].widget.attrs["hidden"] = True  # allauth's script reads it


class PasskeyNameForm(EditWebAuthnForm):  # type: ignore[misc]
    name = Line(label=_lazy("Naam"), max_length=100)


class PasskeyLoginForm(LoginWebAuthnForm):  # type: ignore[misc]
    def clean_credential(self) -> Authenticator:
        """allauth reads whatever JSON was sent; what it cannot read is a wrong passkey, no error."""
        try:
            return super().clean_credential()
        except (AttributeError, KeyError, TypeError, ValueError, IndexError) as error:
            raise get_adapter().validation_error("incorrect_code") from error


class PasskeyLogin(LoginWebAuthnView):  # type: ignore[misc]
    """The challenge waits in a signed cookie: nothing is stored for a visitor who only looks."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().get(request, *args, **kwargs)
        state = request.session.pop(STATE, None)
        if state is not None:
            response.set_signed_cookie(
                CHALLENGE,
                json.dumps(state),
                max_age=CHALLENGE_WAITS,
                httponly=True,
                secure=settings.SESSION_COOKIE_SECURE,
                samesite="Strict",
            )
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        told = request.get_signed_cookie(CHALLENGE, None, max_age=CHALLENGE_WAITS)
        if told:
            request.session[STATE] = json.loads(told)
        response: HttpResponse = super().post(request, *args, **kwargs)
        if not request.user.is_authenticated:
            request.session.pop(STATE, None)
        response.delete_cookie(CHALLENGE)
        return response

    def form_valid(self, form: PasskeyLoginForm) -> HttpResponse:
        """A challenge opens the door once, also when its cookie was copied."""
        told = self.request.COOKIES.get(CHALLENGE, "")
        if not ONCE.counts(told, clock.now()):
            return self.form_invalid(form)
        response: HttpResponse = super().form_valid(form)
        return response

    def form_invalid(self, form: PasskeyLoginForm) -> HttpResponse:
        why = "Deze passkey kennen we niet, of het duurde te lang. Probeer het nog eens of vraag een code."
        return problem_page(self.request, 422, why, back=reverse("account_login"))


login = PasskeyLogin.as_view()


class PasskeyAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """People can only have the kinds of keys that we offer, so no query is needed for other kinds."""

    def is_mfa_enabled(self, user: AbstractBaseUser, types: Collection[str] | None = None) -> bool:
        """Whether this person has a key of one of these kinds, or (None) of any kind."""
        offered = [kind for kind in app_settings.SUPPORTED_TYPES if types is None or kind in types]
        return bool(offered) and bool(super().is_mfa_enabled(user, offered))
