"""Proposing a movement, changing its words, asking others, and the answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.detail import initiative_by_id, public_id_typed
from middenstip.domain.matching import services
from middenstip.domain.matching.method import kindred_of
from middenstip.domain.matching.models import Movement
from middenstip.domain.matching.rules import may_bring, may_lead
from middenstip.domain.matching.selectors.listings import own_initiatives
from middenstip.domain.matching.selectors.movements import members_of, movement_by_id, named
from middenstip.domain.rooms import path_to
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.kernel.verdict import Refused, require
from middenstip.web.shared.fields import Line, Text, Title, WrittenSeveral
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import acting, anyone, logged_in, with_hat
from middenstip.web.shared.listings import reason_words
from middenstip.web.shared.reply import done, found

PAGE = "matching:movement"
SHOWN = 8  # initiatives that we suggest
TEXTS = ("title", "aim", "text")


class WordsForm(Form):
    """The words that the initiatives share."""

    title = Title(label=_lazy("Hoe heet jullie beweging?"), max_length=100)
    aim = Line(label=_lazy("Waar gaan jullie samen naartoe, in één zin?"), max_length=300)
    text = Text(label=_lazy("Vertel jullie verhaal"), rows=5, max_length=2000, required=False)


class InviteForm(Form):
    """Whom to ask: what we found, or another by its number."""

    others = WrittenSeveral(label=_lazy("Wie gaat dezelfde kant op?"), required=False)
    other = Line(
        label=_lazy("Mist er een? Plak de link of typ het nummer"),
        max_length=200,
        required=False,
        help_text=_lazy("Het nummer staat op de bladzijde van het initiatief, zoals LET-12."),
    )

    def __init__(self, *args: Any, around: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if around:
            self.fields["others"].choices = list(around)  # type: ignore[attr-defined]
        else:
            del self.fields["others"]

    def clean(self) -> dict[str, Any]:
        """Adds `chosen`: the initiatives that were ticked and the one that was typed."""
        codes = list(self.cleaned_data.get("others", []))
        if typed := self.cleaned_data.get("other"):
            code = public_id_typed(typed.rstrip("/").rpartition("/")[2])
            if not code:
                self.add_error("other", _("Dit initiatief kennen we niet. Kijk nog eens naar het nummer."))
            codes.append(code)
        return self.cleaned_data | {"chosen": named(codes)}


class MovementForm(InviteForm, WordsForm):
    """A new movement."""

    field_order = ("title", "aim", "text", "others", "other")


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A new movement around an own initiative (`?initiatief=`); `?met=` ticks another one."""
    own = own_initiatives(actor.person_id)
    code = request.GET.get("initiatief", "") or (own[0][0] if len(own) == 1 else "")
    page = {"title": _("Begin een beweging"), "menu": "tribune", "actor": actor}
    if not code:
        lines = [{"url": f"?initiatief={one}", "title": title} for one, title in own]
        return render(request, "matching/movement_own.html", page | {"own": lines})
    initiative = found(initiative_by_id(code))
    require(may_bring(actor, initiative))
    around = _around(initiative, request.GET.get("met", ""), set())
    form = MovementForm(request.POST or None, around=around, initial={"others": [request.GET.get("met", "")]})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                movement = publish_text.movement(
                    by=actor,
                    own=initiative,
                    others=form.cleaned_data["chosen"],
                    told={name: form.cleaned_data[name] for name in TEXTS},
                    key=form.cleaned_data["key"],
                    at=clock.now(),
                )
            except Refused as refusal:
                status = form.absorb(refusal)
            else:
                said = _("Je voorstel is verstuurd. Bij het eerste ja begint de beweging.")
                return done(request, said, PAGE, movement.public_id)
    crumbs = [{"url": path_to("initiative", code), "label": masked(initiative.title), "is_title": True}]
    page |= {"form": form, "crumbs": crumbs, "own_title": masked(initiative.title), "is_new": True}
    return render(request, "matching/movement_form.html", page, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def change(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """An initiative that is in it changes the words."""
    movement = found(movement_by_id(public_id))
    require(may_lead(actor, movement, members_of(movement.pk)))
    form = WordsForm(request.POST or None, initial={name: getattr(movement, name) for name in TEXTS})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            told = {name: form.cleaned_data[name] for name in TEXTS}
            try:
                publish_text.movement_text(by=actor, movement=movement, told=told, at=clock.now())
            except Refused as refusal:
                status = form.absorb(refusal)
            else:
                return done(request, _("De tekst is aangepast."), PAGE, public_id)
    return _form(request, actor, movement, form, _("Pas de tekst aan"), status)


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def invite(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """An initiative that is in it asks more initiatives."""
    movement = found(movement_by_id(public_id))
    members = members_of(movement.pk)
    require(may_lead(actor, movement, members))
    own = next(one.initiative for one in members if one.initiative.initiator_id == actor.person_id)
    about = found(initiative_by_id(own.public_id))
    form = InviteForm(request.POST or None, around=_around(about, "", {one.initiative_id for one in members}))
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                chosen = form.cleaned_data["chosen"]
                services.invite_to_movement(by=actor, movement=movement, others=chosen, at=clock.now())
            except Refused as refusal:
                status = form.absorb(refusal)
            else:
                return done(request, _("We vragen het ze. Je hoort het antwoord."), PAGE, public_id)
    return _form(request, actor, movement, form, _("Vraag er een initiatief bij"), status)


@logged_in
def answer(request: HttpRequest, public_id: str, initiative: str) -> HttpResponse:
    """The initiator of an initiative that was asked says yes or no."""
    accept = _says_yes(request)
    services.answer_movement(
        by=anyone(request), **_both(public_id, initiative), accept=accept, at=clock.now()
    )
    if accept:
        return done(request, _("Jullie gaan samen verder."), PAGE, public_id)
    return done(request, _("Goed. We vragen het niet nog een keer."), "mine:index")


@logged_in
def let_in(request: HttpRequest, public_id: str, initiative: str) -> HttpResponse:
    """An initiative that is in it answers one that wants to join."""
    accept = _says_yes(request)
    services.let_into_movement(
        by=anyone(request), **_both(public_id, initiative), accept=accept, at=clock.now()
    )
    said = _("Dit initiatief doet nu mee.") if accept else _("We laten weten dat het nu niet past.")
    return done(request, said, PAGE, public_id)


@acting
def join(request: HttpRequest, actor: Actor, public_id: str, initiative: str) -> HttpResponse:
    """An initiator asks to join."""
    services.want_movement(by=actor, **_both(public_id, initiative), at=clock.now())
    return done(request, _("We vragen het wie er al in zitten. Je hoort het antwoord."), PAGE, public_id)


@logged_in
def leave(request: HttpRequest, public_id: str, initiative: str) -> HttpResponse:
    """An initiator takes the initiative out."""
    services.leave_movement(by=anyone(request), **_both(public_id, initiative), at=clock.now())
    return done(request, _("Je initiatief is eruit."), "initiatives:detail", initiative)


def _both(public_id: str, initiative: str) -> dict[str, Any]:
    return {
        "movement": found(movement_by_id(public_id)),
        "initiative": found(initiative_by_id(initiative)),
    }


def _says_yes(request: HttpRequest) -> bool:
    return request.POST.get("answer") == "yes"


def _around(about: Initiative, more: str, without: set[int]) -> list[tuple[str, str]]:
    """What goes the same way, each with the reasons; and one that somebody chose elsewhere."""
    kindred = [(row, one) for row, one in kindred_of(about) if row.pk not in without][:SHOWN]
    lines = [
        (row.public_id, f"{_one_line(row.title)} | {', '.join(reason_words(one.reasons))}")
        for row, one in kindred
    ]
    if more and more not in {code for code, _line in lines}:
        lines = [(row.public_id, _one_line(row.title)) for row in named([more])] + lines
    return lines


def _one_line(title: str) -> str:
    """A title in a choice: the bar there separates it from the reasons."""
    return masked(title).replace("|", "/")


def _form(
    request: HttpRequest, actor: Actor, movement: Movement, form: forms.Form, title: str, status: int
) -> HttpResponse:
    page = {
        "title": title,
        "menu": "tribune",
        "actor": actor,
        "form": form,
        "is_invite": isinstance(form, InviteForm),
        "crumbs": [
            {
                "url": reverse(PAGE, args=[movement.public_id]),
                "label": masked(movement.title),
                "is_title": True,
            }
        ],
        "back": reverse(PAGE, args=[movement.public_id]),
    }
    return render(request, "matching/movement_form.html", page, status=status)
