"""The acts at a table with a text. The typed text is never lost.

An input error is shown in its form again. When the page no longer has that form (the letters are open, the
table stopped) the refusal is raised: its page shows the typed text.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.goals.lifecycle import GOAL, SHARED
from middenstip.domain.goals.selectors import goal_by_id
from middenstip.journeys import agree_goal, publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, Stale
from middenstip.web.pages.goals.acts import PAGE
from middenstip.web.pages.goals.forms import AnswerForm, LetterForm, VersionForm
from middenstip.web.pages.goals.views import table_page
from middenstip.web.shared.hat import acting
from middenstip.web.shared.held import or_held
from middenstip.web.shared.reply import done, found


@acting
def write(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Write the letter of the reader's seat."""
    goal, form, status = found(goal_by_id(public_id)), LetterForm(request.POST), 422
    if form.is_valid():
        try:
            publish_text.letter(by=actor, goal=goal, text=form.cleaned_data["text"], at=clock.now())
        except Invalid as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Je briefje ligt klaar, dicht."), PAGE, public_id, part="briefjes")
    return table_page(request, public_id, status, letter_form=form)


@acting
def propose(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Propose a new version. After a conflict both texts are shown (409)."""
    goal, form, status, newer = found(goal_by_id(public_id)), VersionForm(request.POST), 422, ""
    if form.is_valid():
        text, number = form.cleaned_data["text"], form.cleaned_data["number"]
        try:
            version = agree_goal.propose(by=actor, goal=goal, text=text, number=number, at=clock.now())
        except Stale as refusal:
            newer = refusal.current["text"]
            if newer == text:  # the same form was sent twice
                return done(request, "", PAGE, public_id, part="doel")
            status = form.absorb(refusal)
        except Invalid as refusal:
            status = form.absorb(refusal)
        else:
            again = _("Je versie ligt op tafel. Iedereen geeft opnieuw antwoord.")
            said = again if version.number > 1 else _("Je versie ligt op tafel. Iedereen geeft nu antwoord.")
            return done(request, or_held(goal, said), PAGE, public_id, part="doel")
    return table_page(request, public_id, status, version_form=form, newer=newer)


@acting
def answer(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Ja, nee tenzij, or nee."""
    goal, form, status = found(goal_by_id(public_id)), AnswerForm(request.POST), 422
    if form.is_valid():
        given = {key: form.cleaned_data[key] for key in ("number", "answer", "condition")}
        try:
            goal = agree_goal.answer(by=actor, goal=goal, **given, at=clock.now())
        except (NotNow, Invalid) as refusal:
            if not GOAL.allows(goal.state, "answer"):
                raise
            status = form.absorb(refusal)
        else:
            shared = _("Alle drie de helften zeggen JA. Dit is nu jullie gezamenlijke doel.")
            said = shared if goal.state == SHARED else _("Je antwoord is binnen.")
            return done(request, said, PAGE, public_id, part="doel")
    return table_page(request, public_id, status, answer_form=form)
