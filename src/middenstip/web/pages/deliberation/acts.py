"""What people do with a ballot: vote, report an outage, count it, answer a condition, stop."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.deliberation import services
from middenstip.domain.deliberation.selectors.ballots import ballot_by_id, condition_by_key
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid
from middenstip.web.pages.deliberation.ballot import ballot_page
from middenstip.web.pages.deliberation.forms import OutageForm, ReplyForm, VoteForm
from middenstip.web.shared.hat import acting, logged_in
from middenstip.web.shared.reply import done, found

PAGE = "deliberation:ballot"


@acting
def vote(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Vote, or change the vote. The page shows the receipt."""
    ballot = found(ballot_by_id(public_id))
    form = VoteForm(request.POST, mode=ballot.mode)
    if not form.is_valid():
        return ballot_page(request, public_id, 422, vote_form=form)
    told = {name: form.cleaned_data[name] for name in ("choice", "condition")}
    try:
        services.cast_vote(by=actor, ballot=ballot, **told, at=clock.now())
    except Invalid as refusal:
        return ballot_page(request, public_id, form.absorb(refusal), vote_form=form)
    return done(request, _("Je stem is binnen. Bewaar je bewijs."), PAGE, public_id, part="bewijs")


@acting
def extend(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """People could not vote for some time."""
    ballot = found(ballot_by_id(public_id))
    form = OutageForm(request.POST)
    if not form.is_valid():
        return ballot_page(request, public_id, 422, outage_form=form)
    told = {name: form.cleaned_data[name] for name in ("from_at", "until_at", "reason")}
    try:
        services.extend_ballot(by=actor, ballot=ballot, **told, at=clock.now())
    except Invalid as refusal:
        return ballot_page(request, public_id, form.absorb(refusal), outage_form=form)
    return done(request, _("De stemming duurt net zo veel langer."), PAGE, public_id)


@logged_in
def count(request: HttpRequest, public_id: str) -> HttpResponse:
    """Anybody may ask for the count after the closing time: the outcome does not depend on who asks."""
    services.count_ballot(ballot=found(ballot_by_id(public_id)), at=clock.now())
    return done(request, _("De stemmen zijn geteld."), PAGE, public_id)


@acting
def stop(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    services.stop_ballot(by=actor, ballot=found(ballot_by_id(public_id)), at=clock.now())
    return done(request, _("Er komt geen nieuwe tekst. Alles blijft zoals het is."), PAGE, public_id)


@acting
def answer(request: HttpRequest, actor: Actor, public_id: str, key: int) -> HttpResponse:
    """The table answers one condition."""
    ballot = found(ballot_by_id(public_id))
    condition = found(condition_by_key(ballot, key))
    form = ReplyForm(request.POST, auto_id=f"c{key}_%s")
    if not form.is_valid():
        return ballot_page(request, public_id, 422, reply_form=(key, form))
    told = {name: form.cleaned_data[name] for name in ("reply", "reason")}
    try:
        services.answer_condition(by=actor, ballot=ballot, condition=condition, **told, at=clock.now())
    except Invalid as refusal:
        return ballot_page(request, public_id, form.absorb(refusal), reply_form=(key, form))
    return done(request, _("Je antwoord staat erbij."), PAGE, public_id, part="voorwaarden")
