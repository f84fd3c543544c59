"""Our form to join, and the forms of allauth with our fields."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import (
    AddEmailForm,
    ConfirmEmailVerificationCodeForm,
    ConfirmLoginCodeForm,
    RequestLoginCodeForm,
)
from allauth.core import context
from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.kernel.verdict import Invalid
from middenstip.web.shared.fields import Address, Line
from middenstip.web.shared.forms import Form
from middenstip.web.shared.login_code import CodeProcess, refuse_flood
from middenstip.web.shared.words import in_words

EMAIL = RequestLoginCodeForm.base_fields["email"].label
CODE = ConfirmLoginCodeForm.base_fields["code"].label


def _code() -> Line:
    return Line(label=CODE, widget=forms.TextInput(attrs={"autocomplete": "one-time-code"}))


class JoinForm(Form):
    name = Line(
        label=_lazy("Je naam"),
        max_length=80,
        help_text=_lazy("Een voornaam is genoeg."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = Address(
        label=_lazy("Je e-mailadres"),
        max_length=254,
        help_text=_lazy("Niemand anders ziet je e-mailadres."),
    )


class LoginForm(RequestLoginCodeForm):  # type: ignore[misc]
    email = Address(label=EMAIL)

    def clean_email(self) -> str:
        """Refuses with the true reason when too many codes were asked for."""
        email: str = self.cleaned_data["email"]
        try:
            refuse_flood(context.request, email)
        except Invalid as refusal:
            raise forms.ValidationError(in_words(refusal.reason)) from refusal
        return email


class AgainForm(Form):
    code = _code()


class NewAddressForm(AddEmailForm):  # type: ignore[misc]
    email = Address(label=EMAIL)


class LoginCodeForm(ConfirmLoginCodeForm):  # type: ignore[misc]
    code = _code()

    def __init__(self, *args: Any, process: CodeProcess | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.process = process

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if self.process is None or not self.process.accepts(code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class AddressCodeForm(ConfirmEmailVerificationCodeForm):  # type: ignore[misc]
    code = _code()
