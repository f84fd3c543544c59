"""The scans of an area, and one scan with what people said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.baseline import method, rules
from middenstip.domain.baseline.content import LIVABILITY_SENTENCE
from middenstip.domain.baseline.lifecycle import (
    AGES,
    DISCUSS,
    FIXED,
    NEEDS,
    OBSERVED,
    RUNNING,
    SCAN,
    SETUP,
    SOLUTION,
    WALK,
)
from middenstip.domain.baseline.models import AreaValue, Scan, ScanLine
from middenstip.domain.baseline.selectors import (
    ages_about,
    ages_of,
    answers_about,
    claims_of,
    lines_of,
    observations_of,
    own_answers,
    readings_of,
    repeats_of,
    scan_by_id,
    scans_in,
    series_of,
    values_of,
)
from middenstip.domain.initiatives.selectors.detail import titles_of
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.domain.questions.selectors import own_initiatives
from middenstip.domain.rooms import path_to
from middenstip.kernel.actor import Actor
from middenstip.kernel.place import cursor
from middenstip.web.pages.baseline import forms
from middenstip.web.pages.baseline.present import (
    as_ages,
    as_answers,
    as_changes,
    as_halves,
    as_lines,
    as_said,
    as_scan,
    as_value,
    as_yeses,
    is_model,
)
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import actor_of
from middenstip.web.shared.paging import place_of
from middenstip.web.shared.reply import found
from middenstip.web.shared.words import in_words


@require_safe
def index(request: HttpRequest, code: str) -> HttpResponse:
    """The scans in an area, newest first."""
    area = found(area_by_code(code))
    size: int = settings.PAGE_SIZE
    after = place_of(request.GET.get("na", ""))
    rows = scans_in(area, size + 1, after)
    last = rows[size - 1] if len(rows) > size else None
    page = {
        "title": _("Scans van %(place)s") % {"place": area.name},
        "crumbs": [{"url": path_to("area", area.code), "label": area.name}],
        "menu": "tribune",
        "area": area,
        "scans": [as_scan(one) for one in rows[:size]],
        "start_url": reverse("baseline:start", args=[area.code]),
        "next_url": f"?na={cursor(last.at, last.pk)}" if last else "",
        "first_url": "./" if after else "",
    }
    return render(request, "baseline/index.html", page)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return scan_page(request, public_id)


@require_safe
def download(request: HttpRequest, public_id: str) -> HttpResponse:
    """The figures as CSV: of a fixed scan the frozen bytes themselves, which the checksum is about."""
    scan = found(scan_by_id(public_id))
    if scan.is_hidden:
        raise Http404
    text = scan.frozen or method.file_of(lines_of(scan)[0])
    answer = HttpResponse(method.bytes_of(text), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="scan-{scan.public_id}.csv"'
    return answer


def scan_page(request: HttpRequest, public_id: str, status: int = 200, **held: Any) -> HttpResponse:
    """One scan with its forms; `held` has the form with the error."""
    scan = found(scan_by_id(public_id))
    actor = actor_of(request)
    lines, before = lines_of(scan)
    said, readings = observations_of(scan), readings_of(scan)
    is_fixed = scan.state == FIXED
    page = {
        "title": scan.question,
        "crumbs": [
            {"url": path_to("area", scan.area.code), "label": scan.area.name},
            {"url": reverse("baseline:scans", args=[scan.area.code]), "label": _("Scans")},
        ],
        "menu": "tribune",
        "scan": scan,
        "row": as_scan(scan),
        "steps": _steps(scan),
        "lines": [] if before else as_lines(lines),
        "model_sentence": _(LIVABILITY_SENTENCE) if any(is_model(one) for one in lines) else "",
        "changes": as_changes(method.changes(before, lines)),
        "claims": _claims(scan, lines) if is_fixed and scan.baseline_id else [],
        "observations": as_said(said, OBSERVED, actor),
        "solutions": as_said(said, SOLUTION, actor),
        "halves": as_halves(readings, actor) if scan.state in (DISCUSS, FIXED) else [],
        "is_untouched": is_fixed and method.is_untouched(scan, lines),
        **_values(scan, lines, before, actor),
        "repeats": [as_scan(one) for one in repeats_of(scan)] if is_fixed and not scan.baseline_id else [],
        "report": reverse("moderation:report", args=["scan", scan.public_id]) if not scan.is_hidden else "",
        "actor": actor,
        **(_forms(scan, lines, {one.half for one in readings}, actor) if actor else {}),
    }
    return render(request, "baseline/scan.html", page | held, status=status)


def _forms(scan: Scan, lines: Sequence[ScanLine], halves: set[str], actor: Actor) -> dict[str, Any]:
    """The forms that this reader can use now."""
    leads, state = bool(rules.may_lead(actor, scan)), scan.state
    chooses, own = leads and state == SETUP, [one for one in lines if one.is_own]
    is_first = scan.baseline_id is None
    claims = state == FIXED and not is_first
    mine = own_initiatives(actor.person_id) if claims else []
    return {
        "leads": leads,
        "choose_form": _choose(scan, lines) if chooses and is_first else None,
        "own_form": forms.OwnForm(prefix="eigen") if chooses and is_first else None,
        "measure_form": forms.MeasureForm(prefix="meet", lines=own) if chooses and own else None,
        "observe_form": forms.ObserveForm(prefix="zag") if state == WALK else None,
        "propose_form": forms.ProposeForm(prefix="plan") if state in (DISCUSS, FIXED) else None,
        "read_form": forms.ReadForm(prefix="lees") if state == DISCUSS else None,
        "next": _next(state) if leads else None,
        "why_not_yet": in_words(rules.may_fix(halves).reason) if leads and state == DISCUSS else "",
        "may_stop": leads and state in RUNNING,
        "may_repeat": leads and state == FIXED and is_first,
        "key_form": Form(),
        "claim_form": forms.ClaimForm(prefix="hielp", own=mine, lines=lines) if mine else None,
    }


def _values(
    scan: Scan, lines: Sequence[ScanLine], before: Sequence[ScanLine], actor: Actor | None
) -> dict[str, Any]:
    """The values of the area, what people say about them, and the forms. Seven queries at most, or none."""
    if scan.state not in (DISCUSS, FIXED) and not scan.baseline_id:
        return {}
    values, is_first = values_of(scan), scan.baseline_id is None
    leads = bool(actor and rules.may_lead(actor, scan)) and is_first
    told, by_age = answers_about(values), ages_about(values)
    ages = ages_of(scan.area) if by_age else None
    mine = own_answers(values, actor.person_id) if actor and values else {}
    seat = seat_by_id(actor.seat_public_id) if actor and values else None
    first, now = {one.key: one for one in before or lines}, {one.key: one for one in lines}
    rows = [
        {
            **as_value(one, first.get(one.key), now.get(one.key) if before else None),
            **as_answers([row[1:] for row in told if row[0] == one.pk]),
            **as_ages([row[1:] for row in by_age if row[0] == one.pk], ages),
            "cards": as_yeses(one),
            "can_agree": bool(actor and seat and is_first and may_say_yes(actor, scan, seat, one)),
            "can_answer": bool(actor and is_first and not one.is_hidden),
            "mine": mine.get(one.pk, ("", ""))[0],
            "my_age": mine.get(one.pk, ("", ""))[1],
            "paper_form": forms.PaperAnswersForm(auto_id=f"papier-{one.public_id}-%s") if leads else None,
        }
        for one in values
    ]
    return {
        "values": rows,
        "asks_values": bool(rows) or leads,
        "needs": [(key, _(word)) for key, word in NEEDS.items()],
        "age_choices": [(key, _(word)) for key, word in AGES.items()],
        "value_form": forms.ValueForm(prefix="waarde", lines=lines) if leads else None,
    }


def may_say_yes(actor: Actor, scan: Scan, seat: Seat, value: AreaValue) -> bool:
    return not value.is_hidden and bool(rules.may_agree(actor, scan, seat, value.yeses.all()))


def _choose(scan: Scan, lines: Sequence[ScanLine]) -> forms.ChooseForm:
    chosen = [one.key for one in lines if not one.is_own]
    return forms.ChooseForm(prefix="kies", series=series_of(scan.area), initial={"keys": chosen})


def _next(state: str) -> dict[str, str] | None:
    words = {
        SETUP: ("lopen", _("De cijfers zijn gekozen: ga kijken")),
        WALK: ("lezen", _("De wandeling is klaar: lees samen de cijfers")),
        DISCUSS: ("vaststellen", _("Stel de cijfers vast")),
    }
    return {"name": words[state][0], "label": words[state][1]} if state in words else None


def _steps(scan: Scan) -> list[dict[str, Any]]:
    order = [*RUNNING, FIXED]
    here = order.index(scan.state) if scan.state in order else len(order)
    return [
        {"word": _(SCAN.words[state]), "is_done": n < here, "is_now": n == here}
        for n, state in enumerate(order)
    ]


def _claims(scan: Scan, lines: Sequence[ScanLine]) -> list[dict[str, str]]:
    claims, words = claims_of(scan), {one.key: one.word for one in lines}
    titles = titles_of([one.initiative for one in claims]) if claims else {}
    return [
        {
            "title": titles[one.initiative],
            "url": path_to("initiative", one.initiative),
            "figure": _(words.get(one.key, "")),
        }
        for one in claims
        if one.initiative in titles
    ]
