"""A code once more, before an act that a borrowed session must not do; and the page of the own addresses."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import EmailAddress
from allauth.account.views import EmailView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.kernel import clock
from middenstip.kernel.verdict import Invalid
from middenstip.web.pages.account.forms import AgainForm
from middenstip.web.shared.fresh import first_a_code, is_mailed, login_of, typed_code_lately
from middenstip.web.shared.login_code import TRIES, refuse_flood
from middenstip.web.shared.safety import ADDRESS_ASKED, tell_change
from middenstip.web.shared.ways import next_page, with_next
from middenstip.web.shared.words import in_words


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def again(request: HttpRequest) -> HttpResponse:
    """Mail a code to the address that is theirs now, and ask for it."""
    person = request.user
    assert isinstance(person, Person)
    if request.POST.get("act") == "mail":
        _mail(request, person)
        return redirect(with_next(request.path, next_page(request)))
    form = AgainForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if _is_right(request, form.cleaned_data["code"]):
            record_authentication(request, person, method="code", email=person.email)
            return redirect(next_page(request) or "mine:index")
        form.add_error("code", _("Deze code klopt niet. Kijk nog eens in je mail."))
    page = {"form": form, "next": next_page(request), "email": person.email}
    page["is_mailed"] = is_mailed(request)
    return render(request, "account/again.html", page, status=422 if request.method == "POST" else 200)


def _mail(request: HttpRequest, person: Person) -> None:
    try:
        refuse_flood(request, person.email or "")
    except Invalid as refusal:
        messages.error(request, in_words(refusal.reason))
        return
    code = get_adapter().generate_login_code()
    parties.keep_code(login=login_of(request), code=code, at=clock.now())
    get_adapter(request).send_mail("account/email/login_code", person.email, {"code": code})


def _is_right(request: HttpRequest, code: str) -> bool:
    login, at = login_of(request), clock.now()
    if not TRIES.counts(login, at) or not parties.is_code(login=login, code=code, at=at):
        return False
    parties.use_codes(login=login)
    return True


@method_decorator(login_required, name="dispatch")
class Addresses(EmailView):  # type: ignore[misc]
    """The own addresses: changing them asks for a code from the old one, and tells the old one."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not typed_code_lately(request):
            return first_a_code(request.path)
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        person = self.request.user
        old = EmailAddress.objects.filter(user=person, verified=True).values_list("email", flat=True)
        what = ADDRESS_ASKED % {"new": form.cleaned_data["email"]}
        tell_change(self.request, [person.email or "", *old], what)
        return response


addresses = Addresses.as_view()
