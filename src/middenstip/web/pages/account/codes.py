"""The two pages of logging in by a code, over our own rows of codes."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.decorators import login_stage_required
from allauth.account.stages import LoginByCodeStage
from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from middenstip.domain.parties.selectors import waits_at
from middenstip.kernel import clock
from middenstip.web.shared.login_code import CodeProcess, mail_code


class AskForCode(RequestLoginCodeView):  # type: ignore[misc]
    def form_valid(self, form: Any) -> HttpResponse:
        email = form.cleaned_data["email"]
        return mail_code(self.request, email, self.get_next_url() or "", waits_at(email, clock.now()))


@method_decorator(
    login_stage_required(stage=LoginByCodeStage.key, redirect_urlname="account_login"), name="dispatch"
)
class TypeCode(ConfirmLoginCodeView):  # type: ignore[misc]
    @method_decorator(never_cache)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.stage = request._login_stage  # type: ignore[attr-defined]
        self._process = CodeProcess.resume(self.stage)
        if not self._process:
            return redirect("account_login")
        response: HttpResponse = super(ConfirmLoginCodeView, self).dispatch(request, *args, **kwargs)
        return response

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super(ConfirmLoginCodeView, self).get_form_kwargs()
        return kwargs if self._action == "resend" else kwargs | {"process": self._process}


ask_for_code = AskForCode.as_view()
type_code = TypeCode.as_view()
