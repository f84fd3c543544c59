"""Pages to read: the list of requests, and one request with its advices and their answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.advice import rules
from middenstip.domain.advice.face import ASKED, SAID
from middenstip.domain.advice.lifecycle import ADOPTED, ADVICE, GIVEN, NOT, OPEN, WITHDRAWN
from middenstip.domain.advice.models import Advice, AdviceRequest
from middenstip.domain.advice.selectors import Asked, advices_to, request_by_id, requests_in
from middenstip.domain.initiatives.models import THEME_WORDS
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.contact import masked
from middenstip.kernel.place import cursor
from middenstip.web.pages.advice.forms import AnswerForm, GiveForm, ListForm
from middenstip.web.shared import dates
from middenstip.web.shared.advice import as_requests, given_words, stand_of
from middenstip.web.shared.hat import actor_of, anyone, read_as
from middenstip.web.shared.paging import place_of
from middenstip.web.shared.reply import found
from middenstip.web.shared.ways import with_next
from middenstip.web.shared.words import first_words, in_words


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What organisations ask residents, newest first."""
    form = ListForm(request.GET)
    form.is_valid()
    chosen = {key: form.cleaned_data.get(key, "") for key in form.fields}
    area = (chosen["gebied"], form.kinds[chosen["gebied"]]) if chosen["gebied"] else None
    size: int = settings.PAGE_SIZE
    after = place_of(request.GET.get("na", ""))
    rows = requests_in(Asked(area=area, stand=chosen["stand"]), after=after, limit=size + 1)
    shown = rows[:size]
    query = request.GET.copy()
    query.pop("na", None)
    actor = actor_of(request)
    seat = seat_by_id(actor.seat_public_id) if actor else None
    page: dict[str, Any] = {
        "title": _("Advies van bewoners"),
        "menu": "initiatieven",
        "form": form,
        "requests": as_requests(shown, clock.today()),
        "can_ask": seat is not None and bool(rules.may_ask(seat)),
    }
    if after:
        page["first_url"] = f"?{query.urlencode()}"
    if len(rows) > size:
        query["na"] = cursor(shown[-1].asked_at, shown[-1].pk)
        page["next_url"] = f"?{query.urlencode()}"
    return render(request, "advice/index.html", page)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return advice_page(request, public_id)


def advice_page(request: HttpRequest, public_id: str, status: int = 200, **held: Any) -> HttpResponse:
    """One request; `held` has the form with the error. Two queries."""
    one, today = found(request_by_id(public_id)), clock.today()
    actor = read_as(request, lambda hat: hat.seat_id == one.seat_id)
    reader = anyone(request) if request.user.is_authenticated else None
    answers = bool(actor and rules.may_answer(actor, one)) and not one.is_hidden
    advices = [] if one.state == WITHDRAWN else advices_to(one)
    mine = next((given for given in advices if reader and given.person_id == reader.person_id), None)
    may = rules.may_advise(reader, one, today)
    wrong = held.pop("answer_form", None)
    page = _head(one, today) | {
        "title": first_words(masked(one.question)),
        "menu": "initiatieven",
        "crumbs": [{"url": reverse("advice:index"), "label": _("Advies van bewoners")}],
        "advices": [_given(given, reader.person_id if reader else None, today) for given in advices],
        "why_not": in_words(may.reason),
        "has_advised": mine is not None,
        "is_asker": answers,
        "can_withdraw": answers and one.state == OPEN and not one.given,
        "give_form": GiveForm(),
        "login": with_next(reverse("account:join"), path_to("advice", public_id)),
    }
    if answers:
        for row in page["advices"]:
            row["form"] = _form(row, wrong)
    return render(request, "advice/detail.html", page | held, status=status)


def _head(one: AdviceRequest, today: date) -> dict[str, Any]:
    """The question, who asked, and where it stands."""
    about = one.initiative or one.goal
    noun = "initiative" if one.initiative else "goal"
    return {
        "one": one,
        "question": masked(one.question),
        "context": masked(one.context),
        "use": masked(one.use),
        "seat": one.seat.label,
        "half": one.seat.half,
        "area": {"name": one.area.name, "url": path_to("area", one.area.code)},
        "theme": _(THEME_WORDS[one.theme]) if one.theme else "",
        "about": {"title": masked(about.title), "url": path_to(noun, about.public_id)} if about else None,
        "closes": dates.long_date(one.closes_on),
        "due": dates.long_date(one.due_on) if one.due_on else "",
        "count": given_words(one),
        "is_gone": one.state == WITHDRAWN,
        **stand_of(one, today),
        "report": "" if one.is_hidden or one.state == WITHDRAWN else _report(ASKED.key, one.public_id),
    }


def _given(one: Advice, reader: int | None, today: date) -> dict[str, Any]:
    kinds = {GIVEN: "bezig", ADOPTED: "gedaan", NOT: "nee"}
    return {
        "id": one.public_id,
        "who": one.person.shown_name,
        "text": masked(one.text),
        "because": masked(one.because),
        "day": dates.short_date(one.at, today),
        "iso": timezone.localdate(one.at).isoformat(),
        "stand": _(ADVICE.words[one.state]),
        "kind": kinds.get(one.state, "bezig"),
        "waits": one.state == GIVEN,
        "answer": masked(one.answer),
        "answered": dates.short_date(one.answered_at, today) if one.answered_at else "",
        "was_late": one.was_in_time is False,
        "is_hidden": one.is_hidden,
        "is_mine": one.person_id == reader,
        "report": "" if one.is_hidden else _report(SAID.key, one.public_id),
    }


def _form(row: dict[str, Any], wrong: AnswerForm | None) -> AnswerForm | None:
    """The form to answer this advice; the one with an error if it is about this one."""
    if wrong and wrong.row == row["id"]:
        return wrong
    return AnswerForm(row=row["id"]) if row["waits"] and not row["is_hidden"] else None


def _report(key: str, code: str) -> str:
    return reverse("moderation:report", args=[key, code])
