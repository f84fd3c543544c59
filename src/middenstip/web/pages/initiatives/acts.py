"""Acts with only a button: follow, answer help, submit the draft."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from middenstip.domain.initiatives import services
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import may_see
from middenstip.domain.initiatives.selectors.asks import ask_by_id
from middenstip.domain.initiatives.selectors.detail import initiative_by_id, partner_by_id
from middenstip.domain.parties.models import Follow
from middenstip.journeys import follow as following
from middenstip.journeys import submit_initiative, take_part
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid
from middenstip.web.shared.hat import acting, hats_of, to_login
from middenstip.web.shared.held import or_held
from middenstip.web.shared.reply import done, found
from middenstip.web.shared.waiting import first_log_in, follow_initiative

PAGE = "initiatives:detail"


def visible(public_id: str, person: int | None) -> Initiative:
    """The initiative; 404 when there is none, or it is a draft of another than `person` (a key, or None)."""
    initiative = found(initiative_by_id(public_id))
    return found(initiative if may_see(person, initiative) else None)


@require_POST
def follow(request: HttpRequest, public_id: str) -> HttpResponse:
    """Following needs no seat. A visitor follows after logging in."""
    visible(public_id, request.user.pk)
    if not request.user.is_authenticated:
        return first_log_in(request, Follow.INITIATIVE, public_id)
    return follow_initiative(request, request.user.pk, public_id)


@require_POST
def unfollow(request: HttpRequest, public_id: str) -> HttpResponse:
    if not request.user.is_authenticated:
        return to_login(request)
    initiative = visible(public_id, request.user.pk)
    following.unfollow_initiative(person=request.user.pk, initiative=initiative)
    return done(request, _("Je volgt dit initiatief niet meer."), PAGE, public_id)


@acting
def answer_help(request: HttpRequest, actor: Actor, public_id: str, partner_id: str) -> HttpResponse:
    initiative = visible(public_id, actor.person_id)
    partner = found(partner_by_id(initiative, partner_id))
    answer = request.POST.get("answer")
    if answer not in ("ja", "nee"):
        raise Invalid({"answer": "Zeg ja of nee tegen dit aanbod."})
    accept = answer == "ja"
    has_ticked = bool(request.POST.get(services.SHARES))
    services.answer_help(by=actor, partner=partner, accept=accept, has_ticked=has_ticked, at=clock.now())
    said = _("Fijn. Jullie doen het samen.") if accept else _("Je hebt nee gezegd. We laten het weten.")
    return done(request, said, PAGE, public_id, part="wie")


@acting
def answer_ask(request: HttpRequest, actor: Actor, public_id: str, ask_id: str) -> HttpResponse:
    """Ik doe dit."""
    initiative = visible(public_id, actor.person_id)
    ask = found(ask_by_id(initiative, ask_id))
    services.answer_ask(by=actor, ask=ask, at=clock.now())
    said = _("Fijn dat je dit doet. %(who)s hoort het meteen.") % {"who": initiative.initiator.shown_name}
    return done(request, said, PAGE, public_id, part="gevraagd")


@acting
def end_ask(request: HttpRequest, actor: Actor, public_id: str, ask_id: str) -> HttpResponse:
    """The question is filled, or no longer asked."""
    initiative = visible(public_id, actor.person_id)
    ask = found(ask_by_id(initiative, ask_id))
    answer = request.POST.get("answer")
    if answer not in ("vervuld", "ingetrokken"):
        raise Invalid({"answer": "Zeg of het gelukt is, of dat het niet meer nodig is."})
    is_filled = answer == "vervuld"
    services.end_ask(by=actor, ask=ask, is_filled=is_filled, at=clock.now())
    said = _("Mooi. Je vraag is vervuld.") if is_filled else _("Je vraag is ingetrokken.")
    return done(request, said, PAGE, public_id, part="gevraagd")


@acting
def end_help(request: HttpRequest, actor: Actor, public_id: str, partner_id: str) -> HttpResponse:
    initiative = visible(public_id, actor.person_id)
    partner = found(partner_by_id(initiative, partner_id))
    take_part.end_help(by=actor, partner=partner, at=clock.now())
    return done(request, _("Je helpt hier niet meer. Bedankt voor wat je deed."), PAGE, public_id)


@acting
def submit(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Submit the draft, in the hat in which it was written if the person still has it."""
    initiative = visible(public_id, actor.person_id)
    actor = next((hat for hat in hats_of(request) if hat.seat_id == initiative.seat_id), actor)
    submit_initiative.submit(by=actor, initiative=initiative, at=clock.now())
    return done(request, or_held(initiative, ""), "initiatives:told", public_id)
