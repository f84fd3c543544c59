"""A passkey is a door beside the code in the mail, so it must open without one."""

from __future__ import annotations

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """allauth's form without its question: every passkey of ours opens the door by itself."""

    name = forms.CharField(label=gettext_lazy("Naam"), required=False, max_length=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"name": _("Mijn passkey"), "passwordless": True} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].widget.attrs["hidden"] = True  # the script looks whether it is ticked
