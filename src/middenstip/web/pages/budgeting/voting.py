"""The ballot. It needs no account and no script, and the browser keeps nothing.

Every step is one form that holds the code and the choices: nothing of it is in an address, a cookie or a
session, so a shared tablet forgets each voter.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from middenstip.domain.budgeting import services
from middenstip.domain.budgeting.lifecycle import POINTS
from middenstip.domain.budgeting.models import Ballot, Budget, Code
from middenstip.domain.budgeting.selectors import code_of, on_ballot
from middenstip.domain.budgeting.services.ballots import WRONG_CODE
from middenstip.kernel import clock
from middenstip.kernel.models import Tally
from middenstip.kernel.network import network_of
from middenstip.kernel.tally import Limit
from middenstip.kernel.verdict import NotNow, Refused
from middenstip.web.pages.budgeting.forms import CodeForm
from middenstip.web.pages.budgeting.present import (
    as_choices,
    as_plan,
    chosen_in,
    spaced,
    total_words,
)
from middenstip.web.pages.budgeting.views import crumbs_of, frame, readable
from middenstip.web.shared.words import in_words

WRONG = Limit("wrong voting codes", 20, timedelta(minutes=15))
TOO_OFTEN = "Hier zijn te veel verkeerde codes getypt. Probeer het over een kwartier opnieuw."
CAST, BLANK, COUNT = "stem", "blanco", "reken"
ANSWER_YES, ANSWER_NO, BACK = "ja", "nee", "terug"
ANSWERS = (ANSWER_YES, ANSWER_NO, BACK)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: HttpRequest, public_id: str) -> HttpResponse:
    """Type the code, choose, cast; the same form changes a ballot until closing."""
    budget = readable(request, public_id)
    page = frame(budget) | {"crumbs": crumbs_of(budget), "title": _("Kies je plannen")}
    form = CodeForm(request.POST or None)
    if request.method != "POST":
        return _ask(request, page, form, 200)
    if not page["is_voting"]:
        return _ask(request, page, CodeForm(), 409)
    if not form.is_valid():
        return _ask(request, page, form, 422)
    code, refusal = _code(request, budget, form)
    if code is None:
        form.add_error("code", in_words(refusal))
        return _ask(request, page, form, 429 if refusal == TOO_OFTEN else 422)
    act = request.POST.get("doe", "")
    if _asks_one_by_one(budget, code, act):
        return _question(request, page, form)
    if act not in (CAST, BLANK):
        chosen = chosen_in(request.POST, budget) if act == COUNT else _before(code)
        return _choose(request, page, form, chosen)
    chosen, is_blank = chosen_in(request.POST, budget), act == BLANK
    typed = form.cleaned_data["code"]
    try:
        ballot = services.cast_ballot(
            budget=budget, code=typed, choices=chosen, is_blank=is_blank, at=clock.now()
        )
    except Refused as refused:
        status = 409 if isinstance(refused, NotNow) else 422
        return _choose(request, page, form, chosen, in_words(refused.reason), status)
    return _thank(request, page, ballot)


def _code(request: HttpRequest, budget: Budget, form: CodeForm) -> tuple[Code | None, str]:
    """The code that was typed, or why not. A wrong one counts; after too many nothing is looked up."""
    who, at = f"{budget.pk}|{network_of(request)}", clock.now()
    key, _until = WRONG.row(who, at)
    if Tally.objects.filter(key=key, count__gte=WRONG.most).exists():
        return None, TOO_OFTEN
    code = code_of(budget, form.cleaned_data["code"])
    if code is None:
        WRONG.counts(who, at)
    return code, WRONG_CODE


def _asks_one_by_one(budget: Budget, code: Code, act: str) -> bool:
    """Whether to ask about one plan: for the young, until all were asked; who voted before sees the whole."""
    is_first = act == "" and getattr(code, "ballot", None) is None
    return budget.is_youth and budget.kind != POINTS and (is_first or act in ANSWERS)


def _question(request: HttpRequest, page: dict[str, Any], form: CodeForm) -> HttpResponse:
    """One plan on a screen, with what was chosen so far in the form; after the last the whole ballot."""
    budget: Budget = page["budget"]
    plans = on_ballot(budget)
    chosen, act = chosen_in(request.POST, budget), request.POST.get("doe", "")
    asked = request.POST.get("vraag", "")
    place = int(asked) if asked.isascii() and asked.isdigit() and int(asked) < len(plans) else 0
    if act:
        number = plans[place].number
        chosen = {one: points for one, points in chosen.items() if one != number}
        chosen |= {number: 1} if act == ANSWER_YES else {}
        place = max(place - 1, 0) if act == BACK else place + 1
    if place == len(plans):
        return _choose(request, page, form, chosen)
    page |= {
        "code": form.cleaned_data["code"],
        "asked": as_plan(plans[place], budget),
        "place": place,
        "number": place + 1,
        "plan_count": len(plans),
        "chosen": list(chosen),
        "total": total_words(budget, plans, chosen),
    }
    return render(request, "budgeting/question.html", page)


def _before(code: Code) -> dict[int, int]:
    """What was chosen with this code before."""
    ballot = getattr(code, "ballot", None)
    return {int(number): points for number, points in ballot.choices.items()} if ballot else {}


def _ask(request: HttpRequest, page: dict[str, Any], form: CodeForm, status: int) -> HttpResponse:
    page |= {"form": form, "title": _("Stem mee")}
    return render(request, "budgeting/code.html", page, status=status)


def _choose(
    request: HttpRequest,
    page: dict[str, Any],
    form: CodeForm,
    chosen: dict[int, int],
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    budget: Budget = page["budget"]
    plans = on_ballot(budget)
    page |= {
        "code": form.cleaned_data["code"],
        "choices": as_choices(budget, plans, chosen),
        "total": total_words(budget, plans, chosen),
        "chosen_count": len(chosen),
        "is_points": budget.kind == POINTS,
        "refusal": refusal,
    }
    return render(request, "budgeting/ballot.html", page, status=status)


def _thank(request: HttpRequest, page: dict[str, Any], ballot: Ballot) -> HttpResponse:
    page |= {
        "title": _("Je stem is binnen"),
        "receipt": spaced(ballot.receipt),
        "chosen_count": len(ballot.choices),
    }
    return render(request, "budgeting/receipt.html", page)
