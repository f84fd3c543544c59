"""The reactions about one thing, with the form to react, and one reaction with its replies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.agreements.selectors import agreement_by_id
from middenstip.domain.goals.selectors import goal_by_id
from middenstip.domain.initiatives.models import Update
from middenstip.domain.initiatives.rules import may_see
from middenstip.domain.initiatives.selectors.around import update_by_key
from middenstip.domain.initiatives.selectors.detail import initiative_by_id
from middenstip.domain.learning.lifecycle import PUBLISHED
from middenstip.domain.learning.selectors import study_by_id
from middenstip.domain.questions.selectors import question_by_id
from middenstip.domain.reactions.lifecycle import CONCERN, KINDS, SHOWN
from middenstip.domain.reactions.models import Reaction, Talk
from middenstip.domain.reactions.rules import may_become_answer, may_change, may_react, may_withdraw
from middenstip.domain.reactions.selectors import (
    About,
    reaction_by_id,
    reactions_in,
    replies_to,
    talk_about,
)
from middenstip.domain.rooms import path_to
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.contact import masked
from middenstip.kernel.place import cursor
from middenstip.kernel.verdict import Refused
from middenstip.web.pages.reactions.forms import ChangeForm, ReplyForm
from middenstip.web.shared.hat import anyone, to_login
from middenstip.web.shared.held import or_held
from middenstip.web.shared.paging import place_of
from middenstip.web.shared.reaction_form import ReactionForm
from middenstip.web.shared.reactions import as_reactions, chips, waiting_words
from middenstip.web.shared.reply import done, found
from middenstip.web.shared.ways import with_next
from middenstip.web.shared.words import in_words

PER_PAGE = 20
SHORT = 60


@dataclass(frozen=True)
class Subject:
    """What is talked about: the thing, its name and page, the page of its reactions, a news item of it."""

    thing: About
    name: str
    page: str
    here: str
    update: Update | None = None


@require_http_methods(["GET", "HEAD", "POST"])
def of_initiative(request: HttpRequest, public_id: str) -> HttpResponse:
    """About an initiative, or with `nieuws` about one of its news items."""
    initiative = found(initiative_by_id(public_id))
    found(initiative if may_see(request.user.pk, initiative) else None)
    key = request.GET.get("nieuws", "")
    update = found(update_by_key(initiative, int(key))) if key.isdecimal() and len(key) < 16 else None
    here = reverse("reactions:of_initiative", args=[public_id])
    here = f"{here}?nieuws={update.pk}" if update else here
    page = path_to("initiative", public_id)
    return _talk(request, Subject(initiative, initiative.title, page, here, update))


@require_http_methods(["GET", "HEAD", "POST"])
def of_goal(request: HttpRequest, public_id: str) -> HttpResponse:
    goal = found(goal_by_id(public_id))
    here = reverse("reactions:of_goal", args=[public_id])
    return _talk(request, Subject(goal, goal.title, path_to("goal", public_id), here))


@require_http_methods(["GET", "HEAD", "POST"])
def of_agreement(request: HttpRequest, public_id: str) -> HttpResponse:
    agreement = found(agreement_by_id(public_id))
    here = reverse("reactions:of_agreement", args=[public_id])
    name = _short(agreement.what)
    return _talk(request, Subject(agreement, name, path_to("agreement", public_id), here))


@require_http_methods(["GET", "HEAD", "POST"])
def of_question(request: HttpRequest, public_id: str) -> HttpResponse:
    question = found(question_by_id(public_id))
    here = reverse("reactions:of_question", args=[public_id])
    return _talk(request, Subject(question, _short(question.text), path_to("question", public_id), here))


@require_http_methods(["GET", "HEAD", "POST"])
def of_study(request: HttpRequest, public_id: str) -> HttpResponse:
    """About a published case study: nobody else finds it."""
    study = found(study_by_id(public_id))
    found(study if study.state == PUBLISHED else None)
    here = reverse("reactions:of_study", args=[public_id])
    return _talk(request, Subject(study, study.title, path_to("study", public_id), here))


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return reaction_page(request, public_id)


def reaction_page(request: HttpRequest, public_id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """One reaction (for a reply: the reaction above it); `forms` are forms with errors to show again."""
    today, reader = clock.today(), request.user.pk
    asked = found(reaction_by_id(public_id, reader))
    reaction = asked
    if asked.parent:
        reaction = found(reaction_by_id(asked.parent.public_id, reader))
    replies = replies_to([reaction])
    subject = subject_of(reaction)
    page = {
        "title": _("Reactie op %(name)s") % {"name": subject.name},
        "name": subject.name,
        "menu": "initiatieven",
        "crumbs": [
            {"url": subject.page, "label": subject.name, "is_title": True},
            {"url": subject.here, "label": _("Reacties")},
        ],
        "reactions": as_reactions([reaction], replies, today, reader),
        "one": reaction,
        "can_reply": reaction.state == SHOWN,
        "why_not": in_words(may_react(reaction.talk).reason),
        "own": _own(request, asked),
        "reply_form": ReplyForm(),
        "change_form": ChangeForm(initial={"text": asked.text}, auto_id="aanpassen_%s"),
        "login": with_next(reverse("account:join"), path_to("reaction", reaction.public_id)),
    }
    return render(request, "reactions/detail.html", page | forms, status=status)


def subject_of(reaction: Reaction) -> Subject:
    """What this reaction is about."""
    talk = reaction.talk
    if talk.goal:
        here = reverse("reactions:of_goal", args=[talk.goal.public_id])
        return Subject(talk.goal, talk.goal.title, path_to("goal", talk.goal.public_id), here)
    if talk.agreement:
        here = reverse("reactions:of_agreement", args=[talk.agreement.public_id])
        name = _short(talk.agreement.what)
        return Subject(talk.agreement, name, path_to("agreement", talk.agreement.public_id), here)
    if talk.question_asked:
        code = talk.question_asked.public_id
        here = reverse("reactions:of_question", args=[code])
        name = _short(talk.question_asked.text)
        return Subject(talk.question_asked, name, path_to("question", code), here)
    if talk.study:
        here = reverse("reactions:of_study", args=[talk.study.public_id])
        page = path_to("study", talk.study.public_id)
        return Subject(talk.study, talk.study.title, page, here)
    assert talk.initiative
    here = reverse("reactions:of_initiative", args=[talk.initiative.public_id])
    page = path_to("initiative", talk.initiative.public_id)
    return Subject(talk.initiative, talk.initiative.title, page, here)


def _short(text: str) -> str:
    """The first words, as a name."""
    return Truncator(masked(text)).chars(SHORT)


def _own(request: HttpRequest, reaction: Reaction) -> dict[str, Any] | None:
    """What the writer may do with the text."""
    if not request.user.is_authenticated or not may_withdraw(anyone(request), reaction):
        return None
    if reaction.state == "withdrawn":
        return None
    is_changeable = reaction.state == SHOWN and may_change(anyone(request), reaction, clock.now())
    turned = urlencode({"uit": reaction.public_id})
    hinders = {"uit": reaction.public_id}
    if reaction.talk.initiative:
        hinders["initiatief"] = reaction.talk.initiative.public_id
    return {
        "id": reaction.public_id,
        "can_change": bool(is_changeable),
        "can_become_answer": bool(may_become_answer(anyone(request), reaction)),
        "offer_url": f"{reverse('matching:new')}?wat=aanbod&{turned}" if reaction.state == SHOWN else "",
        "signal_url": f"{reverse('signals:new')}?{urlencode(hinders)}" if reaction.kind == CONCERN else "",
    }


def _talk(request: HttpRequest, subject: Subject) -> HttpResponse:
    if request.method != "POST":
        return _page(request, subject, ReactionForm(initial={"kind": _kind(request) or "tip"}), 200)
    if not request.user.is_authenticated:
        return to_login(request)
    form = ReactionForm(request.POST)
    if not form.is_valid():
        return _page(request, subject, form, 422)
    told = {key: form.cleaned_data[key] for key in ("kind", "text", "key")}
    try:
        reaction = publish_text.reaction(
            by=anyone(request), about=subject.thing, update=subject.update, **told, at=clock.now()
        )
    except Refused as refusal:
        return _page(request, subject, form, form.absorb(refusal))
    words = or_held(reaction, _("Je reactie staat erbij. Aanpassen kan een uur lang, intrekken altijd."))
    return done(request, words, subject.here, part=f"r-{reaction.public_id}")


def _page(request: HttpRequest, subject: Subject, form: ReactionForm, status: int) -> HttpResponse:
    today, reader, kind = clock.today(), request.user.pk, _kind(request)
    talk = talk_about(subject.thing)
    after = place_of(request.GET.get("na", ""))
    update = subject.update.pk if subject.update else None
    rows: list[Reaction] = []
    if talk.pk:
        limit = PER_PAGE + 1
        rows = reactions_in(talk, kind=kind, update=update, reader=reader, after=after, limit=limit)
    shown = [_with_talk(row, talk) for row in rows[:PER_PAGE]]
    query = request.GET.copy()
    query.pop("na", None)
    page: dict[str, Any] = {
        "title": _("Reacties op %(name)s") % {"name": subject.name},
        "name": subject.name,
        "menu": "initiatieven",
        "crumbs": [{"url": subject.page, "label": subject.name, "is_title": True}],
        "update": subject.update,
        "here": subject.here,
        "waits": waiting_words(talk, today) if may_react(talk) else "",
        "chips": [] if update else chips(talk, subject.here, kind),
        "reactions": as_reactions(shown, replies_to(shown), today, reader),
        "form": form,
        "why_not": in_words(may_react(talk).reason),
        "login": with_next(reverse("account:join"), subject.here),
    }
    if after:
        page["first_url"] = f"?{query.urlencode()}"
    if len(rows) > PER_PAGE:
        query["na"] = cursor(shown[-1].at, shown[-1].pk)
        page["next_url"] = f"?{query.urlencode()}"
    return render(request, "reactions/talk.html", page, status=status)


def _kind(request: HttpRequest) -> str:
    kind = request.GET.get("soort", "")
    return kind if kind in KINDS else ""


def _with_talk(row: Reaction, talk: Talk) -> Reaction:
    row.talk = talk
    return row
