"""What a reader does with one reaction: reply, change, withdraw, recognise."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.reactions import services
from middenstip.domain.reactions.selectors import reaction_by_id
from middenstip.journeys import publish_text, turn_reaction
from middenstip.kernel import clock
from middenstip.kernel.verdict import Forbidden, Invalid
from middenstip.web.pages.reactions.forms import ChangeForm, ReplyForm
from middenstip.web.pages.reactions.views import reaction_page, subject_of
from middenstip.web.shared.hat import anyone, logged_in
from middenstip.web.shared.held import or_held
from middenstip.web.shared.reply import done, found

PAGE = "reactions:detail"


@logged_in
def reply(request: HttpRequest, public_id: str) -> HttpResponse:
    """Reply, or answer a concern or question."""
    reaction = found(reaction_by_id(public_id))
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return reaction_page(request, public_id, 422, reply_form=form)
    told = {key: form.cleaned_data[key] for key in ("text", "key")}
    try:
        answer = publish_text.reaction_reply(by=anyone(request), reaction=reaction, **told, at=clock.now())
    except (Forbidden, Invalid) as refusal:  # the page still has the form, to show the text in
        return reaction_page(request, public_id, form.absorb(refusal), reply_form=form)
    return done(request, or_held(answer, _("Je antwoord staat erbij.")), PAGE, public_id)


@logged_in
def change(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change the text within an hour."""
    reaction = found(reaction_by_id(public_id))
    form = ChangeForm(request.POST, auto_id="aanpassen_%s")
    if not form.is_valid():
        return reaction_page(request, public_id, 422, change_form=form)
    text = form.cleaned_data["text"]
    changed = publish_text.reaction_text(by=anyone(request), reaction=reaction, text=text, at=clock.now())
    said = or_held(changed, _("Je tekst is aangepast. Dat staat erbij."))
    return done(request, said, PAGE, public_id)


@logged_in
def withdraw(request: HttpRequest, public_id: str) -> HttpResponse:
    reaction = found(reaction_by_id(public_id))
    services.withdraw_reaction(by=anyone(request), reaction=reaction, at=clock.now())
    return done(request, _("Je reactie is ingetrokken. De tekst is weg."), subject_of(reaction).here)


@logged_in
def into_answer(request: HttpRequest, public_id: str) -> HttpResponse:
    """The writer makes an answer of it."""
    reaction = found(reaction_by_id(public_id))
    answer = turn_reaction.into_answer(by=anyone(request), reaction=reaction, at=clock.now())
    code = answer.question.public_id
    return done(request, _("Je reactie is nu een antwoord."), "questions:detail", code, part="antwoorden")


@logged_in
def recognise(request: HttpRequest, public_id: str) -> HttpResponse:
    """`familiar` is *ja*, or *nee* to take it back."""
    reaction = found(reaction_by_id(public_id))
    is_familiar = request.POST.get("familiar", "ja") != "nee"
    services.recognise(by=anyone(request), reaction=reaction, is_familiar=is_familiar, at=clock.now())
    words = _("Je vindt dit herkenbaar.") if is_familiar else _("Je vindt dit niet meer herkenbaar.")
    return done(request, words, PAGE, public_id)
