"""A passkey is a door beside the code in the mail, so it must open without one."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from allauth.mfa import app_settings
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """allauth's form without its question: every passkey of ours opens the door by itself."""

    name = forms.CharField(label=gettext_lazy("Naam"), required=False, max_length=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"name": _("Mijn passkey"), "passwordless": True} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].widget.attrs["hidden"] = True  # the script looks whether it is ticked


class PasskeyAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Nobody has keys of a kind that we don't offer, so the database is not asked for them."""

    def is_mfa_enabled(self, user: AbstractBaseUser, types: Collection[str] | None = None) -> bool:
        """Whether somebody has a key of one of these kinds, or (None) of any kind."""
        offered = [kind for kind in app_settings.SUPPORTED_TYPES if types is None or kind in types]
        return bool(offered) and bool(super().is_mfa_enabled(user, offered))
