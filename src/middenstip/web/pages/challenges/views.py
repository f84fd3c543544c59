"""The page of one challenge: where it stands, the seven parts, and what the reader can do."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from middenstip.domain.intake import rules
from middenstip.domain.intake.lifecycle import CHALLENGE, CHALLENGE_OVER, PARTS, TURNED_DOWN
from middenstip.domain.intake.models import Case, Challenge
from middenstip.domain.intake.selectors import case_by_id
from middenstip.domain.intake.selectors.challenge import challenge_by_id, challenges_of
from middenstip.domain.intake.turns import challenge_turn
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.kernel.verdict import require
from middenstip.web.pages.challenges import forms
from middenstip.web.shared import dates
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import read_as, with_hat
from middenstip.web.shared.reply import found

FORMS = {
    "check": forms.CheckForm,
    "decide": forms.DecideForm,
    "agree": forms.AgreeForm,
    "talk": forms.TalkForm,
    "evaluate": forms.EvaluateForm,
}
STEP = {"check": "complete", "decide": "grant", "agree": "agree", "talk": "talk", "evaluate": "continue"}


@require_safe
@never_cache
@with_hat
def of_case(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """The challenge that runs in this case; without one, what a challenge is and the button to begin."""
    case = found(case_by_id(public_id))
    actor = read_as(request, lambda hat: rules.may_read_notes(hat, case)) or actor
    require(rules.may_read_notes(actor, case))
    rows = challenges_of(case)
    if rows and rows[0].state not in CHALLENGE_OVER:
        return redirect(path_to("challenge", rows[0].public_id))
    side = case.handler.side if case.handler else None
    page = {
        "title": _("Neem een taak over"),
        "crumbs": _crumbs(case),
        "case": case,
        "actor": actor,
        "parts": [_(question) for question in PARTS.values()],
        "earlier": [_earlier(one) for one in rows],
        "may_begin": bool(rules.may_challenge(actor, case)) and case.handler_id is not None,
        "organisation": side.organisation if side else None,
    }
    return render(request, "challenges/of_case.html", page)


@require_safe
@never_cache
@with_hat
def detail(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    return show(request, actor, public_id)


def show(request: HttpRequest, actor: Actor, public_id: str, status: int = 200, **held: Form) -> HttpResponse:
    """The page. `held` has the form with the error, by its name (`write`, `check` …)."""
    one = found(challenge_by_id(public_id))
    case = one.case
    actor = read_as(request, lambda hat: rules.may_read_notes(hat, case)) or actor
    require(rules.may_read_notes(actor, case))
    is_mine = bool(rules.may_challenge(actor, case))
    turn = challenge_turn(one)
    page = {
        "title": _("Uitdaging: %(what)s") % {"what": case.initiative.title},
        "crumbs": _crumbs(case),
        "challenge": one,
        "actor": actor,
        "state": _(CHALLENGE.words[one.state]),
        "kind": _kind(one),
        "turn": turn,
        "due": dates.long_date(one.due_on) if one.due_on and one.bell_on else "",
        "is_late": bool(one.bell_on) and is_past(one.due_on, clock.today()),
        "parts": [(_(question), getattr(one, name)) for name, question in PARTS.items()],
        "bylaw": _bylaw(one),
        "agreement_url": path_to("agreement", one.agreement) if one.agreement else "",
        "talks": [_talk(talk) for talk in one.talks.all()],
        "write_form": held.get("write") or (_written(one) if is_mine and _can(one, "write") else None),
        "may_withdraw": is_mine and _can(one, "withdraw"),
        "asks": _asks(one, actor, held),
    }
    return render(request, "challenges/detail.html", page, status=status)


def _asks(one: Challenge, actor: Actor, held: dict[str, Form]) -> list[dict[str, Any]]:
    """The forms that the reader may use now, with their words."""
    words = {
        "check": (_("Is het volledig?"), _("Bewaar")),
        "decide": (_("Geef antwoord"), _("Verstuur het antwoord")),
        "agree": (_("Maak de overeenkomst"), _("Leg de overeenkomst voor")),
        "talk": (_("Hoe gaat het?"), _("Bewaar")),
        "evaluate": (_("Rond het af"), _("Bewaar")),
    }
    may = {name: bool(rules.may_handle(actor, one.case)) for name in FORMS}
    may["talk"] = bool(rules.may_talk(actor, one.case))
    return [
        {
            "name": name,
            "title": words[name][0],
            "send": words[name][1],
            "url": reverse(f"challenges:{name}", args=[one.public_id]),
            "form": held.get(name) or make(prefix=name),
        }
        for name, make in FORMS.items()
        if name in held or (may[name] and _can(one, STEP[name]))
    ]


def _can(one: Challenge, step: str) -> bool:
    return CHALLENGE.allows(one.state, step)


def _written(one: Challenge) -> Form:
    return forms.WriteForm(initial={name: getattr(one, name) for name in PARTS})


def _kind(one: Challenge) -> str:
    if one.bell_on and is_past(one.due_on, clock.today()):
        return "telaat"
    if one.state == TURNED_DOWN:
        return "nee"
    return "gedaan" if one.state in (*CHALLENGE_OVER, "agreed") else "bezig"


def _bylaw(one: Challenge) -> Any:
    side = one.case.handler.side if one.case.handler else None
    return getattr(side.organisation, "bylaw", None) if side else None


def _talk(talk: Any) -> dict[str, str]:
    return {"text": talk.text, "who": talk.seat.label, "at": dates.long_date(talk.at)}


def _earlier(one: Challenge) -> dict[str, str]:
    return {
        "url": path_to("challenge", one.public_id),
        "state": _(CHALLENGE.words[one.state]),
        "kind": _kind(one),
        "at": dates.long_date(one.opened_at),
    }


def _crumbs(case: Case) -> list[dict[str, Any]]:
    return [
        {"url": reverse("desk:index"), "label": _("De balie")},
        {"url": path_to("case", case.public_id), "label": case.initiative.title, "is_title": True},
    ]
