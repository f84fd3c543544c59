"""Invite seats, people by mail, or people with a link or QR code; and the page that such a link opens."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from middenstip.domain.goals import rules, services
from middenstip.domain.goals.lifecycle import GOAL, LINK, OPEN
from middenstip.domain.goals.models import Goal, Link
from middenstip.domain.goals.selectors import (
    chairs_at,
    goal_by_id,
    invitation_by_id,
    invitations_of,
    link_by_id,
    link_by_token,
    links_of,
    seats_to_invite,
)
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.selectors import seat_by_id, sitting_in
from middenstip.journeys import agree_goal
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.goals.acts import PAGE, sits_for
from middenstip.web.pages.goals.forms import InviteForm, LinkForm, MailForm, SearchForm
from middenstip.web.shared.hat import acting, actor_of, anyone, to_login, with_hat
from middenstip.web.shared.reply import done, found
from middenstip.web.shared.share import qr_code
from middenstip.web.shared.ways import this_page, with_next
from middenstip.web.shared.words import in_words


@with_hat
def invite(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Choose seats, and invite them; the same page has the forms for mail and links."""
    goal = found(goal_by_id(public_id))
    if request.method == "POST":
        seats = [seat for key in request.POST.getlist("seat")[:30] if (seat := seat_by_id(key[:20]))]
        if seats:
            word = request.POST.get("word", "")
            services.invite_seats(by=actor, goal=goal, seats=seats, word=word, at=clock.now())
            return done(request, _invited(seats), PAGE, public_id, part="wie")
    return _page(request, actor, goal, 422 if request.method == "POST" else 200)


@acting
def by_mail(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Invite people by mail address."""
    goal, form, status = found(goal_by_id(public_id)), MailForm(request.POST), 422
    if form.is_valid():
        told = {"addresses": form.cleaned_data["addresses"], "word": form.cleaned_data["word"]}
        try:
            made = services.mail_links(by=actor, goal=goal, **told, at=clock.now())
        except Invalid as refusal:
            status = form.absorb(refusal)
        else:
            said = ngettext("Er gaat één mail weg.", "Er gaan %(n)s mails weg.", len(made)) % {"n": len(made)}
            return done(request, said, "goals:invite", public_id, part="open")
    return _page(request, actor, goal, status, mail_form=form)


@acting
def by_link(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Make a link and QR code for a number of people."""
    goal, form, status = found(goal_by_id(public_id)), LinkForm(request.POST), 422
    if form.is_valid():
        services.make_link(by=actor, goal=goal, most=form.cleaned_data["most"], at=clock.now())
        return done(request, _("De link en de QR-code staan klaar."), "goals:invite", public_id, part="open")
    return _page(request, actor, goal, status, link_form=form)


@acting
def withdraw(request: HttpRequest, actor: Actor, public_id: str, key: str) -> HttpResponse:
    """Take back an invitation or a link."""
    goal = found(goal_by_id(public_id))
    if link := link_by_id(goal, key):
        services.withdraw_link(by=actor, link=link, at=clock.now())
    else:
        invitation = found(invitation_by_id(goal, key))
        services.withdraw_invitation(by=actor, invitation=invitation, at=clock.now())
    return done(request, _("De uitnodiging is ingetrokken."), "goals:invite", public_id, part="open")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def opened(request: HttpRequest, token: str) -> HttpResponse:
    """What a link or QR code opens: who invites, and to what. Logging in or a new account comes first."""
    link = found(link_by_token(token))
    actor = actor_of(request)
    if request.method == "POST":
        if not request.user.is_authenticated:
            return to_login(request)
        return _answered(request, actor, link)
    page: dict[str, Any] = {
        "title": _("Je bent uitgenodigd"),
        "menu": "tafels",
        "link": link,
        "goal": link.goal,
    }
    page |= {"actor": actor, "why_not": _why_not(request, link)}
    return render(request, "goals/invitation.html", page)


def _answered(request: HttpRequest, actor: Actor | None, link: Link) -> HttpResponse:
    if request.POST.get("answer") == "nee":
        person = Person.objects.get(pk=anyone(request).person_id)
        services.decline_link(person=person, link=link, word=request.POST.get("word", ""), at=clock.now())
        return done(request, _("Je hebt nee gezegd. Dat mag."), PAGE, link.goal.public_id)
    if actor is None:
        return redirect(with_next(reverse("mine:seat"), this_page(request, request.path)))
    agree_goal.accept_link(by=actor, link=link, at=clock.now())
    return done(request, sits_for(actor), PAGE, link.goal.public_id)


def _why_not(request: HttpRequest, link: Link) -> str:
    """Why this link does not work (for this reader), or ""."""
    if not GOAL.allows(link.goal.state, "join"):
        return _("Aanschuiven kan aan deze tafel nu niet. Je kunt wel lezen wat er ligt.")
    try:
        if request.user.is_authenticated:
            services.check_link(link, anyone(request).person_id, clock.now())
        elif link.state != OPEN or link.until < clock.now():
            LINK.after(link.state, "use")
            raise NotNow("Deze uitnodiging is verlopen. Vraag een nieuwe, of vraag zelf een stoel.")
    except NotNow as refusal:
        return in_words(refusal.reason)
    return ""


def _page(request: HttpRequest, actor: Actor, goal: Goal, status: int, **forms: Any) -> HttpResponse:
    require(rules.may_bring(actor, goal, {chair.seat_id for chair in chairs_at(goal)}))
    GOAL.after(goal.state, "join")  # refuses before a seat is chosen that cannot join
    search = SearchForm(request.GET)
    search.is_valid()
    asked = search.cleaned_data
    seats = seats_to_invite(goal, clock.today(), asked.get("helft", ""), asked.get("q", ""))
    chose = request.POST if request.method == "POST" and not forms else None
    page = {
        "title": _("Nodig iemand uit"),
        "menu": "tafels",
        "goal": goal,
        "form": InviteForm(chose, candidates=seats),
        "search": search,
        "seats": seats,
        "mail_form": MailForm(),
        "link_form": LinkForm(),
        "links": [_line(link) for link in links_of(goal, clock.now())],
        "invitations": invitations_of(goal),
    }
    return render(request, "goals/invite.html", page | forms, status=status)


def _line(link: Link) -> dict[str, Any]:
    url = settings.SITE_URL + reverse("goals:invitation", args=[link.token])
    return {
        "key": link.public_id,
        "is_mail": link.is_mail,
        "address": link.address,
        "url": url,
        "left": link.most - link.used,
        "until": link.until,
        "qr": "" if link.is_mail else qr_code(url, _("QR-code van deze uitnodiging")),
    }


def _invited(seats: list[Seat]) -> str:
    if len(seats) > 1:
        return _("%(n)s zetels krijgen een bericht.") % {"n": len(seats)}
    said = _("%(seat)s krijgt een bericht.")
    if not sitting_in([seats[0].pk], clock.today())[seats[0].pk]:
        said = _("%(seat)s is gevraagd. Daar zit nu niemand: wie er komt, ziet de vraag bij Mijn.")
    return said % {"seat": seats[0].label}
