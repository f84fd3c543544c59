"""Logging in by a code in the mail. django-allauth does the work; the codes and limits are rows of ours.

A code stands in a row instead of in the session, so two requests at once cannot lose or double it: a code
that is asked for again leaves the one before it working, and every try is counted.
"""

from __future__ import annotations

import secrets
import time
from datetime import timedelta
from functools import partial

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.models import Login
from allauth.account.stages import LoginByCodeStage, LoginStageController
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url

from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import person_at
from middenstip.journeys import prove_address
from middenstip.kernel import clock, typed
from middenstip.kernel.network import network_of
from middenstip.kernel.tally import Limit
from middenstip.kernel.verdict import Invalid, NotNow, Refused
from middenstip.notices import bounces
from middenstip.web.shared.ways import with_next
from middenstip.web.shared.words import in_words

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
VISITOR = "visitor"  # the session's key for the token of a visitor whose claims wait
SEND = "send"  # the session's key: the idea that waits is sent as soon as the code is right
SHOWN = "demo_code"  # the session's key, only in the demo: no mail arrives there, so the screen shows it
TRIES = Limit("code tries", 5, timedelta(days=1))
SENTENCES = {
    "network_minute": "Op dit netwerk vroegen te veel mensen tegelijk een code. Wacht een minuut.",
    "network_day": "Op dit netwerk zijn vandaag heel veel codes gevraagd. Morgen kan het weer.",
    "address_minute": "Er gingen net al codes naar dit adres. Kijk in je mail, of wacht een minuut.",
    "address_day": "Er gingen vandaag al veel codes naar dit adres. Morgen kan het weer.",
}


def refuse_flood(request: HttpRequest, email: str) -> None:
    """Count a code that is asked for; raises `Invalid` when there are too many. Ask it before anything else.

    The limit per network is much higher than per address, because people in one building share a network.
    """
    at, most = clock.now(), settings.CODES
    for name, sentence in SENTENCES.items():
        whose, _, how_long = name.partition("_")
        who = network_of(request) if whose == "network" else typed.address(email)
        limit = Limit(f"codes {name}", most[name], DAY if how_long == "day" else MINUTE)
        if not limit.counts(who, at):
            raise Invalid({"email": sentence})


def visitor_of(request: HttpRequest) -> str:
    """The token of this visitor; a new one when they had none."""
    return request.session.setdefault(VISITOR, secrets.token_urlsafe(24))  # type: ignore[no-any-return]


def mail_code(request: HttpRequest, email: str, to: str = "", is_known: bool = True) -> HttpResponse:
    """Mail a code to this address and show the page that asks for it; after that on to `to`.

    An address that nobody has and where nothing waits (not `is_known`) gets a mail that says so.
    """
    CodeProcess.begin(request, typed.address(email), is_known)
    return redirect(with_next(resolve_url("account_confirm_login_code"), to))


class CodeProcess(LoginCodeVerificationProcess):  # type: ignore[misc]
    """One attempt to log in. `state["login"]` is the key of its codes."""

    @classmethod
    def begin(cls, request: HttpRequest, email: str, is_known: bool) -> CodeProcess:
        person = person_at(email)
        login = Login(user=person, email=email)
        login.state["stages"] = {"current": LoginByCodeStage.key}
        stage = LoginByCodeStage(LoginStageController(request, login), request, login)
        own = {"login": secrets.token_urlsafe(24), "is_known": is_known, "initiated_by_user": True}
        stage.state.update(cls.initial_state(user=person, email=email) | own)
        process = cls(stage)
        process.send()
        process.persist()
        return process

    @classmethod
    def resume(cls, stage: LoginByCodeStage) -> CodeProcess | None:
        process: CodeProcess | None = cls(stage).abort_if_invalid()
        return process

    def generate_code(self) -> str:
        code: str = get_adapter().generate_login_code()
        parties.keep_code(login=self.state["login"], code=code, at=clock.now())
        if settings.DEMO:
            self.request.session[SHOWN] = code
        return code

    def send_by_email(self, email: str, skip_enumeration_mails: bool = False) -> None:
        if self.state["is_known"]:
            context = {"request": self.request, "code": self.generate_code()}
            get_adapter().send_mail("account/email/login_code", email, context)
        else:
            super().send_by_email(email, skip_enumeration_mails=skip_enumeration_mails)

    def resend(self) -> None:
        """Another code; the one before keeps working, and the page waits a quarter of an hour more."""
        try:
            refuse_flood(self.request, self.state["email"])
        except Invalid as refusal:
            messages.error(self.request, in_words(refusal.reason))
            return
        self.stage.login.initiated_at = time.time()
        self.state |= {"at": time.time()}
        self.record_resend()
        self.send(skip_enumeration_mails=True)
        self.persist()

    def accepts(self, code: str) -> bool:
        """Count this try, and look whether the code is right. After the last try none is."""
        login, at = self.state["login"], clock.now()
        if not TRIES.counts(login, at):
            parties.drop_codes(login=login)
            return False
        return parties.is_code(login=login, code=code, at=at)

    def finish(self, redirect_url: str | None) -> HttpResponse:
        """The person comes in, with what waited for this code."""
        email = self.state["email"]
        prove = partial(prove_address.prove, login=self.state["login"], email=email, at=clock.now())
        visitor = self.request.session.get(VISITOR, "")
        try:
            proven = prove(visitor=visitor)
        except NotNow:
            raise
        except Refused as refusal:
            proven = prove(visitor=visitor, with_ideas=False)
            messages.error(self.request, in_words(refusal.reason))
        bounces.lift(person=proven.person, address=email)  # the mail with the code arrived
        request: HttpRequest = self.request
        vars(request)["_proven"] = proven
        record_authentication(self.request, proven.person, method="code", email=email)
        login = Login(user=proven.person, redirect_url=redirect_url, email=email)
        response: HttpResponse = perform_login(self.request, login)
        return response


def proven_in(request: HttpRequest) -> prove_address.Proven | None:
    """What came in with the code that was typed in this request."""
    return vars(request).get("_proven")


def forget_login(person: Person) -> None:
    """No passkey of this person stays behind."""
    Authenticator.objects.filter(user=person).delete()
