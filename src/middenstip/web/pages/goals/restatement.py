"""Say it in your own words: the open letters, what other halves read in them, and whether that is right."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.goals import rules, services
from middenstip.domain.goals.lifecycle import CONFIRMED, CORRECTED, GOAL, RESTATEMENT
from middenstip.domain.goals.models import Goal, Letter, Restatement
from middenstip.domain.goals.selectors import (
    chairs_at,
    goal_by_id,
    letter_by_key,
    letters_are_open,
    letters_told,
    restatement_by_key,
)
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.rooms import path_to
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half, place_of
from middenstip.kernel.verdict import Invalid
from middenstip.web.pages.goals.forms import CorrectForm, RestateForm
from middenstip.web.shared.hat import acting, read_as
from middenstip.web.shared.reply import done, found

PAGE = "goals:own_words"
_Wrong = RestateForm | CorrectForm | None  # a form with an error, shown in its place again


@require_safe
def index(request: HttpRequest, public_id: str) -> HttpResponse:
    return _show(request, found(goal_by_id(public_id)))


@acting
def restate(request: HttpRequest, actor: Actor, public_id: str, key: int) -> HttpResponse:
    """Say in your own words what this letter means."""
    goal, form = found(goal_by_id(public_id)), RestateForm(key, request.POST)
    letter, status = found(letter_by_key(goal, key)), 422
    if form.is_valid():
        try:
            publish_text.restatement(by=actor, letter=letter, text=form.cleaned_data["text"], at=clock.now())
        except Invalid as refusal:
            status = form.absorb(refusal)
        else:
            words = _("Je zei het in je eigen woorden. Wie het schreef, krijgt bericht.")
            return done(request, words, PAGE, public_id, part=f"l{key}")
    return _show(request, goal, form, status)


@acting
def answer(request: HttpRequest, actor: Actor, public_id: str, key: int) -> HttpResponse:
    """The writer of the letter: yes, that is what I mean, or what is meant instead."""
    goal, form = found(goal_by_id(public_id)), CorrectForm(key, request.POST)
    said, status = found(restatement_by_key(goal, key)), 422
    part = f"l{said.letter_id}"
    if request.POST.get("answer") == "ja":
        services.confirm_restatement(by=actor, restatement=said, at=clock.now())
        return done(request, _("Mooi. Jullie begrijpen elkaar."), PAGE, public_id, part=part)
    if form.is_valid():
        try:
            words = form.cleaned_data["words"]
            services.correct_restatement(by=actor, restatement=said, words=words, at=clock.now())
        except Invalid as refusal:
            status = form.absorb(refusal)
        else:
            return done(
                request, _("Je zei wat je wel bedoelt. De ander leest het."), PAGE, public_id, part=part
            )
    return _show(request, goal, form, status)


def _show(request: HttpRequest, goal: Goal, form: _Wrong = None, status: int = 200) -> HttpResponse:
    """The page."""
    seats = {one.seat_id for one in chairs_at(goal)}
    actor = read_as(request, lambda hat: hat.seat_id in seats)
    letters = sorted(letters_told(goal), key=lambda letter: place_of(letter.seat.half))
    runs = bool(GOAL.acts(goal.state)) and (
        goal.initiative is None or bool(STAGES.acts(goal.initiative.stage))
    )
    may_act = bool(actor and rules.may_act(actor, seats)) and runs and not goal.is_hidden
    page: dict[str, Any] = {
        "title": _("Zeg het in je eigen woorden"),
        "menu": "tafels",
        "crumbs": [{"url": path_to("goal", goal.public_id), "label": goal.title, "is_title": True}],
        "goal": goal,
        "actor": actor,
        "is_open": letters_are_open(goal),
        "halves": [_half(half, letters) for half in Half],
        "letters": [_letter(one, actor if may_act else None, form) for one in letters],
    }
    return render(request, "goals/own_words.html", page, status=status)


def _half(half: Half, letters: list[Letter]) -> dict[str, Any]:
    """How often other halves said in their own words what this half wrote, and how often that was right."""
    said = [one for letter in letters if letter.seat.half == half for one in letter.restatements.all()]
    right = sum(one.state == CONFIRMED for one in said)
    return {"half": half.value, "said": len(said), "right": right}


def _letter(letter: Letter, actor: Actor | None, wrong: _Wrong) -> dict[str, Any]:
    """A letter with what others said of it, and the form for the reader (`actor`) who may say it too."""
    said = list(letter.restatements.all())
    mine = next((one for one in said if actor and one.seat_id == actor.seat_id), None)
    may_say = actor and rules.may_restate(actor, letter) and (mine is None or mine.state != CONFIRMED)
    form = wrong if isinstance(wrong, RestateForm) and wrong.row == letter.pk else None
    return {
        "key": letter.pk,
        "half": letter.seat.half,
        "who": letter.seat.label,
        "text": letter.text,
        "said": [_said(one, letter, actor, wrong) for one in said],
        "form": (form or RestateForm(letter.pk, initial={"text": mine.text if mine else ""}))
        if may_say
        else None,
        "is_again": mine is not None,
    }


def _said(one: Restatement, letter: Letter, actor: Actor | None, wrong: _Wrong) -> dict[str, Any]:
    may_answer = actor and rules.may_confirm(actor, letter) and one.state != CONFIRMED
    form = wrong if isinstance(wrong, CorrectForm) and wrong.row == one.pk else None
    return {
        "key": one.pk,
        "half": one.seat.half,
        "who": one.seat.label,
        "text": one.text,
        "state": _(RESTATEMENT.words[one.state]),
        "is_right": one.state == CONFIRMED,
        "correction": one.correction,
        "may_confirm": may_answer and one.state != CORRECTED,
        "form": (form or CorrectForm(one.pk, initial={"words": one.correction})) if may_answer else None,
    }
