"""Reporting a text, reading the answer with a code, and confirming an address."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.moderation import services as moderation
from middenstip.domain.moderation.lifecycle import OUTCOMES
from middenstip.domain.moderation.models import HOUSE_RULES, Complaint
from middenstip.domain.moderation.selectors import complaint_by_id, decisions_about
from middenstip.domain.reports.selectors.public_text import public_text
from middenstip.journeys import moderate_text
from middenstip.kernel import clock
from middenstip.kernel.verdict import Refused
from middenstip.web.pages.moderation.forms import ReportForm
from middenstip.web.shared.hat import anyone
from middenstip.web.shared.network import network_mark
from middenstip.web.shared.reply import done, found

ANSWER = "moderation:answer"


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, noun: str, code: str) -> HttpResponse:
    """Report a text. Without an account it works too."""
    person = anyone(request) if request.user.is_authenticated else None
    text = found(public_text(noun, code, clock.today()))
    form = ReportForm(request.POST or None, has_account=person is not None)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        told = {key: form.cleaned_data[key] for key in ("rule", "reason")}
        told["email"] = form.cleaned_data.get("email", "")
        try:
            complaint = moderate_text.report(
                noun=noun, code=code, person=person, network=network_mark(request), **told, at=clock.now()
            )
        except Refused as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Dank je. Een moderator kijkt ernaar."), ANSWER, complaint.public_id)
    page = {"title": _("Meld dit"), "about": _(text.kind.word), "back": text.path, "form": form}
    return render(request, "moderation/report.html", page, status=status)


@require_safe
def answer(request: HttpRequest, public_id: str) -> HttpResponse:
    """What happened with a report, for the person who has its code."""
    return render(request, "moderation/answer.html", _answer(found(complaint_by_id(public_id))))


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, public_id: str, token: str) -> HttpResponse:
    """Confirm the address: a link in a mail opens this page, its button does it."""
    complaint = found(complaint_by_id(public_id))
    if request.method == "POST":
        moderation.confirm_address(complaint=complaint, token=token, at=clock.now())
        return done(request, _("Je krijgt het antwoord per mail."), ANSWER, public_id)
    if complaint.confirmed_at:
        return redirect(ANSWER, public_id)
    return render(request, "moderation/confirm.html", {"title": _("Klopt je e-mailadres?")})


def _answer(complaint: Complaint) -> dict[str, Any]:
    review = complaint.review
    decisions = decisions_about(review)
    last = decisions[-1] if decisions else None
    return {
        "title": _("Je melding"),
        "complaint": complaint,
        "rule": _(HOUSE_RULES[complaint.rule].title),
        "due_on": review.due_on,
        "outcome": _(OUTCOMES[last.outcome]) if last else "",
        "decision": last,
        "decided_rule": _(HOUSE_RULES[last.rule].title) if last else "",
    }
