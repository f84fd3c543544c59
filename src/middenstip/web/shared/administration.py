"""What the pages of the administration have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.site.models import Site
from middenstip.domain.site.rules import may_set_up
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Refused, require
from middenstip.web.shared import look, place_choices
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import actor_of, read_as, with_hat
from middenstip.web.shared.reply import done

P = ParamSpec("P")


def for_administrator(view: Callable[Concatenate[HttpRequest, Actor, P], HttpResponse]) -> Any:
    """A decorator for a page of the administration: in whichever hat of the reader holds that role."""

    def at_the_door(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        read_as(request, lambda hat: bool(may_set_up(hat)))
        return inside(request, *args, **kwargs)

    def checked(request: HttpRequest, actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        require(may_set_up(actor_of(request) or actor))
        return view(request, actor, *args, **kwargs)

    inside = with_hat(checked)
    at_the_door.__doc__ = view.__doc__
    return at_the_door


def show(request: HttpRequest, template: str, title: str, status: int = 200, **page: Any) -> HttpResponse:
    """A page of the administration, one level below its front page."""
    crumbs = [{"url": reverse("administration:index"), "label": _("Beheer")}]
    told = {"title": title, "menu": "beheer", "crumbs": crumbs, "actor": actor_of(request), **page}
    return render(request, f"administration/{template}.html", told, status=status)


def settle(request: HttpRequest, form: Form, act: Callable[[dict[str, Any]], Site], to: str) -> Any:
    """Do the act when the form was sent well: the answer, or the status of the page with what is wrong."""
    if request.method != "POST":
        return 200
    if not form.is_valid():
        return 422
    try:
        act(form.cleaned_data)
    except Refused as refusal:
        return form.absorb(refusal)
    look.forget()
    place_choices.forget()
    return done(request, _("Bewaard. Iedereen ziet het nu."), to)
