"""What people do with a gathering to come: come, leave, and the host cancels."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.lifecycle import WAITING
from middenstip.domain.gatherings.rules import may_manage
from middenstip.domain.gatherings.selectors import gathering_by_id
from middenstip.kernel import clock
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.gatherings.forms import CancelForm
from middenstip.web.pages.gatherings.views import gathering_page
from middenstip.web.shared.hat import anyone, logged_in
from middenstip.web.shared.reply import done, found

PAGE = "gatherings:detail"


@logged_in
def come(request: HttpRequest, public_id: str) -> HttpResponse:
    one = found(gathering_by_id(public_id))
    made = services.come_to_gathering(by=anyone(request), gathering=one, at=clock.now())
    if made.state == WAITING:
        return done(
            request, _("Het is vol. Je staat op de wachtlijst en hoort het als er plek is."), PAGE, public_id
        )
    return done(request, _("Je komt. Je krijgt vooraf een herinnering."), PAGE, public_id)


@logged_in
def leave(request: HttpRequest, public_id: str) -> HttpResponse:
    one = found(gathering_by_id(public_id))
    services.leave_gathering(by=anyone(request), gathering=one, at=clock.now())
    return done(request, _("Je bent afgemeld. Een ander kan nu komen."), PAGE, public_id)


@logged_in
def cancel(request: HttpRequest, public_id: str) -> HttpResponse:
    one, by = found(gathering_by_id(public_id)), anyone(request)
    require(may_manage(by, one))
    form = CancelForm(request.POST)
    if not form.is_valid():
        return gathering_page(request, public_id, 422, cancel_form=form)
    try:
        services.cancel_gathering(by=by, gathering=one, why=form.cleaned_data["why"], at=clock.now())
    except (Invalid, NotNow) as refusal:
        return gathering_page(request, public_id, form.absorb(refusal), cancel_form=form)
    return done(request, _("Het gaat niet door. Wie zou komen, krijgt bericht."), PAGE, public_id)
