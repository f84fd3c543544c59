"""The page of a dialogue on a phone or a computer, opening one, and the projector page."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.deliberation import rules, services
from middenstip.domain.deliberation.lifecycle import DECIDED, LIVES, ROUNDS, WISDOM
from middenstip.domain.deliberation.models import Attendee, Dialogue
from middenstip.domain.deliberation.selectors.dialogues import dialogue_by_id, dialogues_of
from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import chairs_at, goal_by_id
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.deliberation import dialogue_state as state
from middenstip.web.pages.deliberation.dialogue_forms import (
    DialogueForm,
    NeedForm,
    PaperForm,
    ProposalForm,
    RecogniseForm,
    StanceForm,
    ViewForm,
)
from middenstip.web.pages.deliberation.drawings import hall_svg
from middenstip.web.pages.deliberation.forms import ReplyForm
from middenstip.web.pages.deliberation.present import crumb_to
from middenstip.web.shared.hat import actor_of, hats_of, with_hat
from middenstip.web.shared.reply import done, found
from middenstip.web.shared.share import qr_code
from middenstip.web.shared.ways import with_next

EARLIER = 6
PHONE, SCREEN = 20, 8  # seconds until the page comes again by itself


@require_safe
def at_table(request: HttpRequest, public_id: str) -> HttpResponse:
    """The newest dialogue of this table, or that there is none yet."""
    goal = found(goal_by_id(public_id))
    known = dialogues_of(goal, EARLIER)
    if known and LIVES[known[0].method].acts(known[0].state):
        return dialogue_page(request, known[0])
    actor = actor_of(request)
    decides = bool(actor and rules.may_decide(actor, goal, _chairs(goal)))
    page = {
        "title": _("Het gesprek"),
        "menu": "tafels",
        "crumbs": [crumb_to(goal)],
        "goal": goal,
        "earlier": [_earlier(one) for one in known],
        "can_open": decides and bool(GOAL.acts(goal.state)),
    }
    return render(request, "deliberation/no_dialogue.html", page)


@with_hat
def open_dialogue(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Begin a dialogue; who does, leads it."""
    goal = found(goal_by_id(public_id))
    require(rules.may_decide(actor, goal, _chairs(goal)))
    rules.check_table(goal)
    form = DialogueForm(request.POST or None)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("method", "question", "text", "key")}
        try:
            made = services.open_dialogue(by=actor, goal=goal, **told, at=clock.now())
        except (NotNow, Invalid) as refusal:
            status = form.absorb(refusal)
        else:
            words = _("Het gesprek is begonnen. Zet het scherm aan, dan kan iedereen meedoen.")
            return done(request, words, "deliberation:dialogue", made.public_id)
    page = {"title": _("Begin een gesprek"), "menu": "tafels", "form": form, "crumbs": [crumb_to(goal)]}
    return render(request, "deliberation/open_dialogue.html", page, status=status)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return dialogue_page(request, found(dialogue_by_id(public_id)))


def dialogue_page(request: HttpRequest, dialogue: Dialogue, status: int = 200, **forms: Any) -> HttpResponse:
    """What the reader can do now; `forms` are forms with errors to show again."""
    room = state.Room.of(dialogue)
    actor = actor_of(request)
    seats = {hat.seat_id for hat in hats_of(request)}
    me = next((one for one in room.people if one.seat_id in seats and one.seat_id), None)
    me = None if me and me.left_at else me
    leads = bool(actor and rules.may_lead(actor, dialogue))
    acts = LIVES[dialogue.method].acts(dialogue.state)
    is_done = bool(me and room.is_done(me))
    page: dict[str, Any] = {
        "title": dialogue.question,
        "menu": "tafels",
        "crumbs": [crumb_to(dialogue.goal)],
        "dialogue": dialogue,
        "state": dialogue.state,
        "step_words": _(LIVES[dialogue.method].words[dialogue.state]),
        "is_consent": dialogue.method == ROUNDS,
        "is_open": bool(acts),
        "is_decided": dialogue.state == DECIDED,
        "acts": acts,
        "steps": state.step_lines(dialogue),
        "halves": state.half_lines(room),
        "views": state.view_lines(room),
        "rounds": state.round_lines(room),
        "me": me,
        "is_done": is_done,
        "leads": leads,
        "can_join": bool(actor and not me and not leads and "join" in acts),
        "login": "" if actor else with_next(reverse("account:join"), path_to("dialogue", dialogue.public_id)),
        "screen_url": reverse("deliberation:screen", args=[dialogue.goal.public_id]),
        "ballot_url": reverse("deliberation:open", args=[dialogue.goal.public_id]),
    }
    page |= _turn(room, me, leads) | {"needs": _needs(room, leads)} | (_leading(room) if leads else {})
    answer = render(request, "deliberation/dialogue.html", page | forms, status=status)
    if me and is_done and acts and status == 200:
        answer["Refresh"] = f"{PHONE}"  # only while there is nothing to type
    return answer


@require_safe
def screen(request: HttpRequest, public_id: str) -> HttpResponse:
    """The projector: the question of this step, and per half how many answered. It comes again by itself."""
    goal = found(goal_by_id(public_id))
    dialogue = next(iter(dialogues_of(goal, 1)), None)
    url = f"{settings.SITE_URL}{reverse('deliberation:talk', args=[public_id])}"
    page: dict[str, Any] = {
        "title": goal.title,
        "goal": goal,
        "dialogue": dialogue,
        "url": url,
        "qr": qr_code(url, _("QR-code van dit gesprek")),
        "is_still": "stil" in request.GET,
    }
    if dialogue:
        room = state.Room.of(dialogue)
        halves = state.half_lines(room)
        page |= {
            "state": dialogue.state,
            "is_consent": dialogue.method == ROUNDS,
            "steps": state.step_lines(dialogue),
            "halves": halves,
            "hall": hall_svg(halves),
            "views": state.view_lines(room)[-6:],
            "rounds": state.round_lines(room)[:1],
            "waits": len(state.waiting(room)),
            "asked": _on_screen(room),
            "is_open": bool(LIVES[dialogue.method].acts(dialogue.state)),
        }
    answer = render(request, "deliberation/screen.html", page)
    if not page["is_still"]:
        answer["Refresh"] = f"{SCREEN}"
    return answer


def _on_screen(room: state.Room) -> dict[str, Any] | None:
    """The first other sound that somebody did not react to, with its place among them."""
    asked = room.asked()
    people = rules.present(room.people)
    for place, view in enumerate(asked, start=1):
        seen = {one.attendee_id for one in room.recognised if one.view_id == view.pk} | {view.attendee_id}
        if any(one.pk not in seen for one in people):
            return {"text": view.text, "place": place, "all": len(asked)}
    return None


def _turn(room: state.Room, me: Attendee | None, leads: bool) -> dict[str, Any]:
    """The forms of who takes part, and of who leads for those on paper."""
    paper = state.paper_numbers(room.people) if leads else []
    if me is None and not paper:
        return {}
    dialogue, now = room.dialogue, {one.attendee_id: one for one in room.now}
    mine = now.get(me.pk) if me else None
    asked = [room.next_for(me)] if me else room.asked()
    is_arrow = dialogue.state == "under"
    return {
        "paper": paper,
        "view_form": ViewForm(paper=paper),
        "asked": [
            {"view": one, "form": RecogniseForm(paper=paper, is_arrow=is_arrow, auto_id=f"w{one.pk}_%s")}
            for one in asked
            if one
        ],
        "stance": mine,
        "stance_form": StanceForm(
            paper=paper,
            method=dialogue.method,
            initial={"choice": mine.choice, "need": mine.need} if mine else {},
        ),
        "need_form": NeedForm(paper=paper, auto_id="nodig_%s"),
        "says_need": bool(paper) or bool(mine and mine.choice == "nee" and not mine.reply),
    }


def _needs(room: state.Room, leads: bool) -> list[dict[str, Any]]:
    lines = state.need_lines(room)
    for one in lines:
        if leads and one["is_now"] and room.dialogue.state == WISDOM:
            one["form"] = ReplyForm(auto_id=f"a{one['key']}_%s")
    return lines


def _leading(room: state.Room) -> dict[str, Any]:
    number = len(room.people) + 1
    return {
        "moves": state.move_lines(room.dialogue),
        "waiting": state.waiting(room),
        "paper_form": PaperForm(initial={"number": number}, auto_id="papier_%s"),
        "proposal_form": ProposalForm(initial={"text": room.dialogue.text}, auto_id="voorstel_%s"),
    }


def _earlier(dialogue: Dialogue) -> dict[str, Any]:
    return {
        "url": path_to("dialogue", dialogue.public_id),
        "question": dialogue.question,
        "state": _(LIVES[dialogue.method].words[dialogue.state]),
        "at": dialogue.opened_at,
    }


def _chairs(goal: Goal) -> set[int]:
    return {chair.seat_id for chair in chairs_at(goal) if chair.counts}
