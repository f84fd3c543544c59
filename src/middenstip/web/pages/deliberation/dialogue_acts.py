"""What people do in a dialogue: come in, speak, answer, and lead it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.deliberation import rules, services
from middenstip.domain.deliberation.lifecycle import UNDER
from middenstip.domain.deliberation.models import Dialogue
from middenstip.domain.deliberation.selectors.dialogues import (
    attendees_of,
    dialogue_by_id,
    stance_by_key,
    view_by_id,
)
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid
from middenstip.web.pages.deliberation.dialogue import dialogue_page
from middenstip.web.pages.deliberation.dialogue_forms import (
    NeedForm,
    PaperForm,
    ProposalForm,
    RecogniseForm,
    StanceForm,
    ViewForm,
)
from middenstip.web.pages.deliberation.dialogue_state import paper_numbers
from middenstip.web.pages.deliberation.forms import ReplyForm
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import acting
from middenstip.web.shared.reply import done, found

PAGE = "deliberation:dialogue"


@acting
def join(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    services.join_dialogue(by=actor, dialogue=found(dialogue_by_id(public_id)), at=clock.now())
    return done(request, _("Je doet mee."), PAGE, public_id)


@acting
def join_paper(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Let in somebody who takes part on paper."""
    form = PaperForm(request.POST, auto_id="papier_%s")
    fields = ("half", "number")
    return _carry_out(request, actor, public_id, form, "paper_form", services.join_on_paper, fields)


@acting
def leave(request: HttpRequest, actor: Actor, public_id: str, number: int) -> HttpResponse:
    dialogue = found(dialogue_by_id(public_id))
    services.leave_dialogue(by=actor, dialogue=dialogue, number=number, at=clock.now())
    return done(request, _("Op dit nummer wacht nu niemand meer."), PAGE, public_id)


@acting
def say(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Say something, or that there is nothing to add."""
    dialogue = found(dialogue_by_id(public_id))
    form = ViewForm(request.POST, paper=_paper(actor, dialogue))
    if request.POST.get("niets") and form.is_valid():
        number = form.cleaned_data.get("number")
        services.pass_turn(by=actor, dialogue=dialogue, number=number, at=clock.now())
        return done(request, _("Goed. De anderen zijn nog bezig."), PAGE, public_id)
    return _carry_out(request, actor, public_id, form, "view_form", services.say, ("text", "number", "key"))


@acting
def recognise(request: HttpRequest, actor: Actor, public_id: str, view_id: str) -> HttpResponse:
    """Say whether you recognise it, or whether this arrow hits you."""
    dialogue = found(dialogue_by_id(public_id))
    view = found(view_by_id(dialogue, view_id))
    is_arrow = dialogue.state == UNDER
    form = RecogniseForm(
        request.POST, paper=_paper(actor, dialogue), is_arrow=is_arrow, auto_id=f"w{view.pk}_%s"
    )
    if not form.is_valid():
        return dialogue_page(request, dialogue, 422, asked=[{"view": view, "form": form}])
    told = {"is_yes": form.cleaned_data["answer"] == "ja", "words": form.cleaned_data["words"]}
    number = form.cleaned_data.get("number")
    try:
        services.recognise(by=actor, dialogue=dialogue, view=view, **told, number=number, at=clock.now())
    except Invalid as refusal:
        return dialogue_page(request, dialogue, form.absorb(refusal), asked=[{"view": view, "form": form}])
    return done(request, _("Je antwoord telt mee."), PAGE, public_id)


@acting
def agree(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Agree with the rules for safety; who leads does it for a number on paper."""
    number = request.POST.get("number", "")
    given = int(number) if number.isdecimal() and len(number) < 5 else None
    dialogue = found(dialogue_by_id(public_id))
    services.agree_safety(by=actor, dialogue=dialogue, number=given, at=clock.now())
    return done(request, _("Je zei ja tegen de regels."), PAGE, public_id)


@acting
def answer(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Answer the proposal in this round."""
    dialogue = found(dialogue_by_id(public_id))
    form = StanceForm(request.POST, paper=_paper(actor, dialogue), method=dialogue.method)
    return _carry_out(
        request, actor, public_id, form, "stance_form", services.answer_round, ("choice", "need", "number")
    )


@acting
def need(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Who said no says what they need."""
    form = NeedForm(request.POST, paper=_paper(actor, found(dialogue_by_id(public_id))), auto_id="nodig_%s")
    return _carry_out(request, actor, public_id, form, "need_form", services.say_need, ("need", "number"))


@acting
def reply(request: HttpRequest, actor: Actor, public_id: str, key: int) -> HttpResponse:
    """Answer what somebody needs: taken up, partly, or not with the reason."""
    dialogue = found(dialogue_by_id(public_id))
    stance = found(stance_by_key(dialogue, key))
    form = ReplyForm(request.POST, auto_id=f"a{key}_%s")
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("reply", "reason")}
        try:
            services.reply_to_need(by=actor, dialogue=dialogue, stance=stance, **told, at=clock.now())
        except Invalid as refusal:
            form.absorb(refusal)
        else:
            return done(request, _("Je antwoord staat erbij."), PAGE, public_id, part="nodig")
    return dialogue_page(request, dialogue, 422, reply_form=form, replied=key)


@acting
def propose(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Write down the proposal."""
    form = ProposalForm(request.POST, auto_id="voorstel_%s")
    return _carry_out(request, actor, public_id, form, "proposal_form", services.propose_text, ("text",))


@acting
def move(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """The next step, when its rule is met."""
    dialogue = found(dialogue_by_id(public_id))
    act, step = request.POST.get("act", ""), request.POST.get("step", "")
    services.move_dialogue(by=actor, dialogue=dialogue, act=act, step=step, at=clock.now())
    return done(request, "", PAGE, public_id)


def _carry_out(
    request: HttpRequest,
    actor: Actor,
    public_id: str,
    form: Form,
    name: str,
    service: Callable[..., Any],
    fields: tuple[str, ...],
) -> HttpResponse:
    """Call the service with these fields of the form; after a refusal the page shows the form again."""
    dialogue = found(dialogue_by_id(public_id))
    if not form.is_valid():
        return dialogue_page(request, dialogue, 422, **{name: form})
    told = {field: form.cleaned_data[field] for field in fields if field in form.cleaned_data}
    try:
        service(by=actor, dialogue=dialogue, **told, at=clock.now())
    except Invalid as refusal:
        return dialogue_page(request, dialogue, form.absorb(refusal), **{name: form})
    return done(request, _("Het staat erbij."), PAGE, public_id)


def _paper(actor: Actor, dialogue: Dialogue) -> list[int]:
    """The numbers for whom this reader types."""
    return paper_numbers(attendees_of(dialogue)) if rules.may_lead(actor, dialogue) else []
