"""Who hosts a lab: ask a seat, say yes or no, stop and come back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.labs import services
from middenstip.domain.labs.rules import may_manage
from middenstip.domain.labs.selectors import host_by_id, hosts_of, lab_by_id, seats_to_ask
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.labs.forms import HostForm
from middenstip.web.pages.labs.views import lab_page
from middenstip.web.shared.hat import acting
from middenstip.web.shared.reply import done, found

PAGE, WHO = "labs:detail", "wie"


@acting
def ask(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    lab = found(lab_by_id(public_id))
    require(may_manage(actor, lab, hosts_of(lab)))
    form = HostForm(request.POST, seats=seats_to_ask(lab))
    if not form.is_valid():
        return lab_page(request, public_id, 422, host_form=form)
    try:
        services.ask_host(by=actor, lab=lab, seat=form.by_id[form.cleaned_data["seat"]], at=clock.now())
    except (Invalid, NotNow) as refusal:
        return lab_page(request, public_id, form.absorb(refusal), host_form=form)
    return done(request, _("Je vraag is verstuurd."), PAGE, public_id, part=WHO)


@acting
def join(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    host = found(host_by_id(public_id))
    services.join_lab(by=actor, host=host, at=clock.now())
    return done(request, _("Je draagt dit lab mee."), PAGE, host.lab.public_id, part=WHO)


@acting
def refuse(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    host = found(host_by_id(public_id))
    services.refuse_lab(by=actor, host=host, at=clock.now())
    return done(request, _("Je antwoord is verstuurd."), PAGE, host.lab.public_id, part=WHO)


@acting
def leave(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    host = found(host_by_id(public_id))
    services.leave_lab(by=actor, host=host, at=clock.now())
    return done(request, _("Je draagt dit lab niet meer mee."), PAGE, host.lab.public_id, part=WHO)
