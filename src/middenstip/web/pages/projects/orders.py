"""The page of one order within a project."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.projects import rules, turns
from middenstip.domain.projects.lifecycle import ORDER
from middenstip.domain.projects.selectors import (
    order_by_id,
    team_of,
)
from middenstip.kernel import clock
from middenstip.web.pages.projects import present
from middenstip.web.pages.projects.forms import ExtraForm, RefuseForm
from middenstip.web.pages.projects.views import crumbs
from middenstip.web.shared.hat import read_as
from middenstip.web.shared.reply import found
from middenstip.web.shared.turns import card


@require_safe
def order(request: HttpRequest, public_id: str) -> HttpResponse:
    return order_page(request, public_id)


def order_page(request: HttpRequest, public_id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """One order with what the reader may do; `forms` are forms with errors to show again."""
    one = found(order_by_id(public_id))
    sides = {one.client_id, one.contractor_id}
    actor = read_as(request, lambda hat: hat.seat_id in sides)
    team = team_of(one.project)
    can_judge = bool(actor and rules.may_judge(actor, one, team))
    is_contractor = bool(actor and rules.may_contract(actor, one))
    is_client = bool(actor and rules.may_be_client(actor, one))
    extras, turn = list(one.extras.order_by("pk")), turns.order_turn(one)
    page = {
        "title": one.what,
        "menu": "initiatieven",
        "order": one,
        "ball": card(turn, clock.today(), is_mine=False) if turn else None,
        "actor": actor,
        "crumbs": [*crumbs(one.project)],
        "price": present.euros(one.price),
        "state": _(ORDER.words[one.state]),
        "steps": _order_steps(one, is_contractor, is_client),
        "can_judge": can_judge and one.state == "delivered",
        "can_pay": bool(actor and rules.may_pay(actor, one, team)) and one.state == "approved",
        "can_extra": bool(actor and rules.may_sign_extra(actor, one))
        and one.state in ("asked", "accepted", "busy", "refused"),
        "extras": [
            {
                "extra": extra,
                "price": present.euros(extra.price),
                "is_agreed": bool(extra.client_at and extra.contractor_at),
                "can_sign": (is_client and not extra.client_at)
                or (is_contractor and not extra.contractor_at),
            }
            for extra in extras
        ],
        "refuse_form": RefuseForm(),
        "extra_form": ExtraForm(),
        "client": present.client(one.project),
    }
    return render(request, "projects/order.html", page | forms, status=status)


def _order_steps(one: Any, is_contractor: bool, is_client: bool) -> list[dict[str, str]]:
    words = {
        "accept": ("aannemen", _("Neem de opdracht aan")),
        "decline": ("niet-aannemen", _("Niet aannemen")),
        "begin": ("beginnen", _("Ik ben begonnen")),
        "deliver": ("opleveren", _("Het is klaar")),
    }
    steps = [
        {"word": word, "label": label}
        for step, (word, label) in words.items()
        if is_contractor and ORDER.allows(one.state, step)
    ]
    if is_client and ORDER.allows(one.state, "withdraw"):
        steps.append({"word": "intrekken", "label": _("Trek de vraag in")})
    return steps
