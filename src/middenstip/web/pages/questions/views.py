"""Pages to read: the list of questions, and one question with its answers."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.matching.method import keys_like
from middenstip.domain.questions.face import SEARCHED
from middenstip.domain.questions.models import Question
from middenstip.domain.questions.rules import is_asker, is_kind_asked, may_answer, may_plan
from middenstip.domain.questions.selectors import (
    Asked,
    answers_to,
    lines_of,
    question_by_id,
    questions_in,
)
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.place import cursor
from middenstip.web.pages.questions.forms import AnswerForm, LineForm, ListForm, PlanForm
from middenstip.web.pages.questions.present import as_answers, as_lines, facets, fitting, head
from middenstip.web.shared.paging import place_of
from middenstip.web.shared.questions import as_questions
from middenstip.web.shared.reply import found
from middenstip.web.shared.ways import with_next
from middenstip.web.shared.words import first_words, in_words

LIKE = 3  # other questions beside a question
MOST_FOUND = 50


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Questions, newest first; with words those that are like them, the best first."""
    form = ListForm(request.GET)
    form.is_valid()
    chosen = {key: form.cleaned_data.get(key, "") for key in form.fields}
    area = (chosen["gebied"], form.kinds[chosen["gebied"]]) if chosen["gebied"] else None
    asked = Asked(area=area, half=chosen["helft"], stand=chosen["stand"])
    page: dict[str, Any] = {"title": _("Vragen uit de praktijk"), "menu": "initiatieven", "form": form}
    page |= _found(asked, chosen["q"]) if chosen["q"] else _newest(request, asked)
    return render(request, "questions/index.html", page)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return question_page(request, public_id)


def question_page(request: HttpRequest, public_id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """One question; `forms` are forms with errors to show again. At most six queries."""
    today, reader = clock.today(), request.user.pk
    question = found(question_by_id(public_id))
    is_mine = is_asker(reader, question)
    answers = answers_to(question)
    lines = lines_of(question) if is_mine else []
    half, title = request.GET.get("helft", ""), request.GET.get("functie", "")
    may = may_answer(reader, question)
    page = head(question, today) | {
        "title": first_words(question.text),
        "menu": "initiatieven",
        "crumbs": [{"url": reverse("questions:index"), "label": _("Vragen")}],
        "is_mine": is_mine,
        "answers": as_answers(fitting(answers, half, title), {one.answer_id for one in lines}, today, reader),
        "facets": facets(answers, path_to("question", public_id), half, title),
        "like": [] if is_mine else _like(question, today),
        "why_not": in_words(may.reason),
        "is_kind_asked": is_kind_asked(question),
        "answer_form": AnswerForm(),
        "login": with_next(reverse("account:join"), path_to("question", public_id)),
    }
    if is_mine:
        page |= {
            "lines": as_lines(lines),
            "line_form": LineForm(),
            "plan_form": PlanForm(lines=lines),
            "why_no_plan": in_words(may_plan(question).reason),
        }
    return render(request, "questions/detail.html", page | forms, status=status)


def _newest(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    size: int = settings.PAGE_SIZE
    after = place_of(request.GET.get("na", ""))
    rows = questions_in(asked, after=after, limit=size + 1)
    shown = rows[:size]
    query = request.GET.copy()
    query.pop("na", None)
    page: dict[str, Any] = {"questions": as_questions(shown, clock.today())}
    if after:
        page["first_url"] = f"?{query.urlencode()}"
    if len(rows) > size:
        query["na"] = cursor(shown[-1].asked_at, shown[-1].pk)
        page["next_url"] = f"?{query.urlencode()}"
    return page


def _found(asked: Asked, words: str) -> dict[str, Any]:
    keys = keys_like(words, SEARCHED.index, MOST_FOUND)
    rows = {one.pk: one for one in questions_in(asked, limit=MOST_FOUND, among=keys)} if keys else {}
    best = [rows[key] for key in keys if key in rows]
    return {
        "questions": as_questions(best, clock.today()),
        "asked_words": words,
        "ask_like": f"?q={quote(words)}",
    }


def _like(question: Question, today: Any) -> list[dict[str, Any]]:
    """Other questions that are like it. Three queries, none for a hidden one."""
    if question.is_hidden:
        return []
    found = keys_like(question.text, SEARCHED.index, LIKE + 1)
    keys = [key for key in found if key != question.pk][:LIKE]
    rows = {one.pk: one for one in questions_in(Asked(), limit=LIKE, among=keys)} if keys else {}
    return as_questions([rows[key] for key in keys if key in rows], today)
