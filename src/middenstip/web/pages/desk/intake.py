"""The intake: first what the initiator and the neighbours can do themselves. It prints as a form on paper."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from middenstip.domain.intake import rules, services
from middenstip.domain.intake.lifecycle import CHANNELS
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Refused, require
from middenstip.web.pages.desk.page import refused, visible
from middenstip.web.shared.fields import Text
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.reply import done

_in_words = lazy(_, str)


class IntakeForm(Form):
    """The first question, and for the handler how it came in."""

    own_part = Text(
        label=_lazy("Wat kunnen jij en je buren zelf?"),
        rows=5,
        max_length=2000,
        required=False,
        help_text=_lazy("Denk aan tijd, spullen, kennis en mensen die jullie kennen."),
    )
    channel = forms.ChoiceField(
        label=_lazy("Hoe kwam dit binnen?"),
        choices=[(key, _in_words(word)) for key, word in CHANNELS],
        required=False,
    )

    def __init__(self, *args: Any, is_handler: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not is_handler:
            del self.fields["channel"]


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def intake(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Read and fill in the intake."""
    case = visible(public_id, actor)
    may = rules.may_check(actor, case)
    require(may if request.method == "POST" else rules.may_read_notes(actor, case))
    start = {"own_part": case.own_part, "channel": case.channel}
    form = IntakeForm(request.POST or None, is_handler=rules.is_handler(actor, case), initial=start)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            told = {
                "own_part": form.cleaned_data["own_part"],
                "channel": form.cleaned_data.get("channel", ""),
            }
            try:
                services.fill_in_intake(by=actor, case=case, **told, at=clock.now())
            except Refused as refusal:
                status = refused(form, refusal)
            else:
                return done(request, _("De intake is bewaard."), "desk:intake", public_id)
    page = {
        "title": _("Intake"),
        "crumbs": [
            {"url": reverse("desk:index"), "label": _("De balie")},
            {"url": path_to("case", case.public_id), "label": case.initiative.title, "is_title": True},
        ],
        "form": form if may else None,
        "own_part": case.own_part,
        "channel": _(dict(CHANNELS)[case.channel]),
        "actor": actor,
    }
    return render(request, "desk/intake.html", page, status=status)
