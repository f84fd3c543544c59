"""`/mijn/`: what waits for you; and taking a seat."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.rules import ADMIN
from middenstip.domain.parties.selectors import claims_to_ask
from middenstip.domain.reports.selectors.waiting import waiting_for
from middenstip.kernel import clock
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid
from middenstip.notices.bounces import returns_mail
from middenstip.notices.selectors import inbox_for
from middenstip.web.pages.mine.forms import NameForm, SeatForm
from middenstip.web.pages.mine.present import present
from middenstip.web.parts.files import files_on
from middenstip.web.shared.hat import CHOSEN, actor_of, hats_of, waits_for_passkey
from middenstip.web.shared.notices import as_notices
from middenstip.web.shared.place_choices import districts
from middenstip.web.shared.ways import safe_next


@never_cache
@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Everything that waits for the logged-in person, in all hats."""
    return own_place(request, NameForm(initial={"name": request.user.name}), 200)  # type: ignore[union-attr]


def own_place(request: HttpRequest, name_form: NameForm, status: int) -> HttpResponse:
    """The page, with the form to change your name as it was filled in."""
    assert isinstance(request.user, Person)
    hats = hats_of(request)
    today = clock.today()
    lines = waiting_for(person=request.user.pk, seats=[hat.seat_id for hat in hats], today=today)
    page = present(lines, hats, actor_of(request), today)
    page |= {"title": _("Mijn plek"), "menu": "mijn", "person": request.user}
    page["first_name"] = request.user.shown_name.partition(" ")[0] if request.user.name else ""
    page["post"] = as_notices(inbox_for(request.user.pk, limit=5), today)
    page["is_admin"] = any(hat.has_role(ADMIN) for hat in hats)
    page["asked"] = claims_to_ask(request.user, clock.now())
    page["mail_returned"] = returns_mail(request.user)
    page["needs_passkey"] = waits_for_passkey(request)
    page["name_form"] = name_form
    page["files"] = files_on("person", request.user.public_id, request.user, actor_of(request))
    return render(request, "mine/index.html", page, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def seat(request: HttpRequest) -> HttpResponse:
    """Choose for which half you speak; a person can have several seats."""
    assert isinstance(request.user, Person)
    form = SeatForm(request.POST or None, places=[(code, name) for _city, code, name in districts()])
    if request.method == "POST" and form.is_valid():
        area = area_by_code(form.cleaned_data["area"])
        if area is None:
            raise Invalid({"area": "Deze wijk kennen we niet. Kies een andere."})
        half = Half(form.cleaned_data["half"])
        taken = parties.own_seat(person=request.user, half=half, area=area, at=clock.now())
        request.session[CHOSEN] = taken.public_id
        return redirect(safe_next(request))
    status = 422 if request.method == "POST" else 200
    page = {"title": _("Voor wie praat je?"), "menu": "mijn", "form": form, "next": safe_next(request)}
    return render(request, "mine/seat.html", page, status=status)
