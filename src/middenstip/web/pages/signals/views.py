"""The list of signals, and one of them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop
from django.views.decorators.http import require_safe

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.rooms import path_to
from middenstip.domain.signals import rules
from middenstip.domain.signals.lifecycle import (
    ADDRESSED,
    ANSWERED,
    DEFAULTS,
    KINDS,
    OPEN,
    OUTCOMES,
    REPORTED,
    SIGNAL,
)
from middenstip.domain.signals.method import alike
from middenstip.domain.signals.models import Report, Signal
from middenstip.domain.signals.selectors import (
    answers_of,
    reports_of,
    seats_to_ask,
    signal_by_id,
    signals_in,
)
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.kernel.contact import masked
from middenstip.kernel.place import cursor
from middenstip.web.pages.signals import forms
from middenstip.web.shared import dates
from middenstip.web.shared.hat import read_as
from middenstip.web.shared.paging import place_of
from middenstip.web.shared.reply import found

GROUPS = {"": _noop("Alles"), "open": _noop("Wacht op antwoord"), "antwoord": _noop("Heeft antwoord")}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What holds initiatives up, and what came back."""
    group = request.GET.get("stand", "")
    group = group if group in GROUPS else ""
    kind = request.GET.get("soort", "")
    kind = kind if kind in KINDS else ""
    code = request.GET.get("gebied", "")
    area = area_by_code(code) if code else None
    size: int = settings.PAGE_SIZE
    after = place_of(request.GET.get("na", ""))
    rows = signals_in(area, kind, group, size + 1, after)
    last = rows[size - 1] if len(rows) > size else None
    query = request.GET.copy()
    query.pop("na", None)
    first_url = f"?{query.urlencode()}" if after else ""
    if last:
        query["na"] = cursor(last.at, last.pk)
    page = {
        "title": _("Signalen"),
        "rows": [_row(one) for one in rows[:size]],
        "tabs": _tabs(group, kind),
        "next_url": f"?{query.urlencode()}" if last else "",
        "first_url": first_url,
    }
    return render(request, "signals/index.html", page)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return signal_page(request, public_id)


def signal_page(request: HttpRequest, public_id: str, status: int = 200, **held: Any) -> HttpResponse:
    """One signal with its forms; `held` has the form with the error."""
    signal = found(signal_by_id(public_id))
    actor = read_as(request, lambda hat: hat.seat_id == signal.to_id)
    reports = reports_of(signal)
    page = {
        "title": signal.title,
        "crumbs": [{"url": reverse("signals:index"), "label": _("Signalen")}],
        "signal": signal,
        "row": _row(signal),
        "text": masked(signal.text),
        "default": _(DEFAULTS[signal.default]) if signal.default else "",
        "into_url": path_to("signal", signal.into.public_id) if signal.into else "",
        "hinders": _hinders(reports),
        "answers": [_answer(one) for one in answers_of(signal)],
        "actor": actor,
        **(_forms(signal, reports, actor) if actor else {}),
    }
    return render(request, "signals/detail.html", page | held, status=status)


def _forms(signal: Signal, reports: list[Report], actor: Actor) -> dict[str, Any]:
    """The forms that this reader can use now."""
    is_open = signal.state in OPEN
    mine = next((one for one in reports if one.person_id == actor.person_id), None)
    answers = bool(rules.may_answer(actor, signal)) and is_open
    routes = bool(rules.may_route(actor, signal)) and is_open
    same = alike(signal) if routes else []
    seats = seats_to_ask(signal, clock.today()) if is_open and rules.may_pass_on(actor, signal) else []
    again = signal.state in ANSWERED and bool(rules.may_reopen(mine))
    return {
        "join_form": forms.JoinForm(prefix="ook") if is_open and mine is None else None,
        "is_mine": mine is not None,
        "may_withdraw": signal.state == REPORTED and bool(rules.may_withdraw(actor, signal)),
        "address_form": forms.AddressForm(prefix="door", seats=seats) if seats else None,
        "bundle_form": forms.BundleForm(prefix="samen", signals=same) if same else None,
        "may_study": answers and signal.state == ADDRESSED,
        "answer_form": forms.AnswerForm(prefix="antwoord") if answers else None,
        "reopen_form": forms.ReopenForm(prefix="opnieuw") if again else None,
    }


def _row(signal: Signal) -> dict[str, Any]:
    is_open = signal.state in OPEN
    late = is_open and is_past(signal.due_on, clock.today())
    return {
        "url": path_to("signal", signal.public_id),
        "title": masked(signal.title),
        "sort": _(KINDS[signal.kind]),
        "place": signal.area.name,
        "place_url": path_to("area", signal.area.code),
        "state": _(SIGNAL.words[signal.state]),
        "kind": "telaat" if late else "gedaan" if signal.state in ANSWERED else "bezig",
        "seat": signal.to.label if signal.to else "",
        "people": signal.report_count,
        "hours": signal.hours_lost,
        "at": dates.long_date(signal.at),
        "due": dates.long_date(signal.due_on) if signal.due_on and is_open else "",
        "is_late": late,
    }


def _hinders(reports: list[Report]) -> list[dict[str, str]]:
    """The public initiatives that it hinders, each once."""
    known = {one.initiative.public_id: one.initiative for one in reports if one.initiative}
    return [{"url": path_to("initiative", key), "title": one.title} for key, one in known.items()]


def _answer(answer: Any) -> dict[str, Any]:
    return {
        "outcome": _(OUTCOMES[answer.outcome]),
        "text": masked(answer.text),
        "who": answer.seat.label,
        "at": dates.long_date(answer.at),
    }


def _tabs(group: str, kind: str) -> list[dict[str, Any]]:
    more = f"&soort={kind}" if kind else ""
    url = reverse("signals:index")
    return [
        {"url": f"{url}?stand={key}{more}", "label": _(word), "current": key == group}
        for key, word in GROUPS.items()
    ]
