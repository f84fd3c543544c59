"""How an organisation works: everyone reads it, its own seats write it and look at it again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_safe

from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import LogicCard, Organisation
from middenstip.domain.parties.rules import may_write_logic
from middenstip.domain.parties.selectors import (
    logic_of,
    older_logic,
    organisation_by_id,
    organisation_of_seat,
)
from middenstip.domain.parties.turns import AGAIN
from middenstip.domain.rooms import path_to
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, Stale, require
from middenstip.web.shared.dates import month_name
from middenstip.web.shared.fields import Text, Title
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import acting, actor_of, with_hat
from middenstip.web.shared.held import or_held
from middenstip.web.shared.reply import done, found

PAGE = "parties:logic"
MOST = 20
PARTS = ("decides", "takes", "budget_month", "may_not", "words")


def _months() -> list[tuple[Any, str]]:
    months = [(number, month_name(number)) for number in range(1, 13)]
    return [("", _("Wij hebben geen vaste maand")), *months]


class LogicForm(Form):
    """`number` is the version that was read."""

    number = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
    decides = Text(
        label=_lazy("Hoe beslissen jullie?"),
        help_text=_lazy("Wie zegt ja, en wie moet eerst iets vinden?"),
        max_length=400,
    )
    takes = Title(
        label=_lazy("Hoe lang duurt dat meestal?"),
        help_text=_lazy("Bijvoorbeeld: zes weken, in de zomer langer."),
        max_length=120,
    )
    budget_month = forms.TypedChoiceField(
        label=_lazy("In welke maand gaat de begroting voor het volgende jaar dicht?"),
        help_text=_lazy("Wie daarna geld vraagt, wacht een jaar."),
        choices=_months,
        required=False,
        coerce=int,
        empty_value=None,
    )
    may_not = Text(label=_lazy("Wat mogen jullie niet?"), max_length=400, required=False)
    words = Text(
        label=_lazy("Welke woorden gebruiken jullie, en wat betekenen ze?"),
        help_text=_lazy("Eén woord op een regel. College: de burgemeester en de wethouders."),
        max_length=1000,
        required=False,
        rows=5,
    )


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    organisation = found(organisation_by_id(public_id))
    actor, card = actor_of(request), logic_of(organisation.pk)
    page: dict[str, Any] = _page(organisation) | {
        "title": _("Zo werkt %(who)s") % {"who": organisation.name},
        "actor": actor,
        "logic": card,
        "month": month_name(card.budget_month) if card else "",
        "is_old": bool(card and card.checked_on <= clock.today() - AGAIN),
        "may_write": bool(actor and may_write_logic(actor, organisation.pk, _own(actor))),
        "older": [
            {"logic": one, "month": month_name(one.budget_month)}
            for one in older_logic(organisation.pk, MOST)
        ]
        if card and card.number > 1
        else [],
    }
    return render(request, "parties/logic.html", page)


@with_hat
def write(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Write it, or write a next version. After a conflict the page links to the newest version."""
    organisation = found(organisation_by_id(public_id))
    require(may_write_logic(actor, organisation.pk, _own(actor)))
    card = logic_of(organisation.pk)
    form, status = LogicForm(request.POST or None, initial=_start(card)), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            told = {name: form.cleaned_data[name] for name in ("number", *PARTS)}
            try:
                made = publish_text.logic(by=actor, organisation=organisation, **told, at=clock.now())
            except Stale as refusal:
                form = LogicForm({**request.POST.dict(), **refusal.current})
                form.is_valid()  # who read the newest version, sends this one again
                status = form.absorb(refusal)
            except (NotNow, Invalid) as refusal:
                status = form.absorb(refusal)
            else:
                words = _("De kaart staat er. Wie met jullie aan tafel zit, leest haar daar.")
                return done(request, or_held(made, words), PAGE, public_id)
    page = _page(organisation) | {"form": form, "actor": actor, "logic": card}
    page["title"] = _("Schrijf op hoe jullie werken")
    return render(request, "parties/write_logic.html", page, status=status)


@acting
def check(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """It is still right."""
    parties.check_logic(by=actor, organisation=found(organisation_by_id(public_id)), at=clock.now())
    return done(request, _("Goed. Iedereen leest dat het vandaag nagekeken is."), PAGE, public_id)


def _start(card: LogicCard | None) -> dict[str, Any]:
    if card is None:
        return {"number": 0}
    shown = {} if card.is_hidden else {name: getattr(card, name) for name in PARTS}
    return shown | {"number": card.number}


def _page(organisation: Organisation) -> dict[str, Any]:
    crumb = {"url": path_to("organisation", organisation.public_id), "label": organisation.name}
    return {"menu": "tafels", "crumbs": [crumb], "organisation": organisation}


def _own(actor: Actor) -> int:
    return organisation_of_seat(actor.seat_id)
