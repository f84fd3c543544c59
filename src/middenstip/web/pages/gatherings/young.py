"""Young people say that they come: one question a screen, no account, and nothing is kept but a number."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.models import Gathering
from middenstip.domain.gatherings.rules import bands_of
from middenstip.domain.gatherings.selectors import gathering_by_id
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.contact import masked
from middenstip.kernel.verdict import NotNow
from middenstip.web.pages.gatherings.forms import AgeForm, ComeYoungForm
from middenstip.web.shared import dates
from middenstip.web.shared.gatherings import hours, where
from middenstip.web.shared.reply import done, found


@require_http_methods(["GET", "HEAD", "POST"])
def come(request: HttpRequest, public_id: str) -> HttpResponse:
    """First the age, then: do you come? One query each."""
    one = found(gathering_by_id(public_id))
    bands = bands_of(one)
    found(None if one.is_hidden or not bands else one)
    if request.method == "POST":
        form = ComeYoungForm(request.POST)
        form.is_valid()
        band, key = form.cleaned_data.get("leeftijd", ""), form.cleaned_data.get("key", "")
        try:
            services.come_young(gathering=one, band=band, key=key, at=clock.now())
        except NotNow as refusal:
            return _screen(request, one, form.absorb(refusal), form=form)
        said = _("Leuk dat je komt. We tellen je mee, en bewaren verder niets over jou.")
        return done(request, said, "gatherings:detail", public_id)
    age = AgeForm(request.GET or None, bands=bands)
    if request.GET and age.is_valid():
        chosen = ComeYoungForm(initial={"leeftijd": age.cleaned_data["leeftijd"]})
        return _screen(request, one, 200, form=chosen)
    return _screen(request, one, 200, age=age)


def _screen(
    request: HttpRequest,
    one: Gathering,
    status: int,
    *,
    form: ComeYoungForm | None = None,
    age: AgeForm | None = None,
) -> HttpResponse:
    title = masked(one.title)
    page = {
        "title": title,
        "menu": "agenda",
        "crumbs": [{"url": path_to("gathering", one.public_id), "label": title, "is_title": True}],
        "gathering": one,
        "form": form,
        "age": age,
        "day": dates.day_date(one.starts_at, clock.today()),
        "hours": hours(one),
        "where": where(one),
    }
    return render(request, "gatherings/young.html", page, status=status)
