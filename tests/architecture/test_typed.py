"""All typed text passes `kernel.typed`: no form, API or command has another kind of text field."""

from __future__ import annotations

import importlib
import pkgutil
import re
from argparse import _HelpAction, _StoreAction
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from allauth.account import app_settings as account
from allauth.mfa import app_settings as mfa
from django import forms
from django.core.management import get_commands, load_command_class
from django.utils.module_loading import import_string
from ninja import Schema
from pydantic import BeforeValidator

import middenstip.api
import middenstip.web.pages
from middenstip.kernel import typed
from middenstip.web.shared import fields

SRC = Path(__file__).parents[2] / "src/middenstip"
OURS = (fields.Line, fields.Text, fields.Pasted, fields.Address)
MACHINES = (
    forms.DateField,
    forms.IntegerField,
    forms.FloatField,
    forms.JSONField,
)  # each of these validates its text itself


def _modules(package: object) -> None:
    for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):  # type: ignore[attr-defined]
        importlib.import_module(one.name)


def _below(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def test_every_text_field_of_a_form_is_one_of_ours() -> None:
    _modules(middenstip.web.pages)
    ours = [one for one in _below(forms.Form) if one.__module__.startswith("middenstip.")]
    assert len(ours) > 25
    bare = [
        f"{one.__module__}.{one.__name__}.{name}"
        for one in ours
        for name, field in one.base_fields.items()  # type: ignore[attr-defined]
        if isinstance(field, forms.CharField) and not isinstance(field, (*OURS, *MACHINES))
    ]
    assert bare == []


def test_no_other_module_defines_a_text_field() -> None:
    bare = [
        str(path.relative_to(SRC))
        for path in SRC.rglob("*.py")
        if re.search(r"forms\.(CharField|EmailField|SlugField|RegexField|URLField)\(", path.read_text())
    ]
    assert bare == []


def test_the_allauth_forms_in_use_have_our_fields() -> None:
    known = account.FORMS | mfa.FORMS
    for name in ("request_login_code", "confirm_login_code", "add_email", "confirm_email_verification_code"):
        assert import_string(known[name]).__module__ == "middenstip.web.pages.account.forms"
    for name in ("add_webauthn", "edit_webauthn"):
        assert import_string(known[name]).__module__ == "middenstip.web.pages.account.passkey"


def test_no_text_field_has_a_maxlength_that_cuts_off_pasted_text() -> None:
    _modules(middenstip.web.pages)
    for one in _below(forms.Form):
        if one.__module__.startswith("middenstip."):
            for name, field in one.base_fields.items():  # type: ignore[attr-defined]
                assert "maxlength" not in field.widget.attrs, f"{one.__name__}.{name}"


def test_every_text_of_the_api_is_cleaned_or_has_a_pattern() -> None:
    _modules(middenstip.api)
    asked = [one for one in _below(Schema) if one.__module__.startswith("middenstip.api")]
    assert len(asked) >= 5
    bare = []
    for one in asked:
        for name, field in one.model_fields.items():  # type: ignore[attr-defined]
            is_text = field.annotation in (str, str | None)
            held = (getattr(part, "pattern", isinstance(part, BeforeValidator)) for part in field.metadata)
            if is_text and not any(held):
                bare.append(f"{one.__name__}.{name}")
    assert bare == []


@pytest.mark.parametrize(
    "name", sorted(name for name, app in get_commands().items() if app.startswith("middenstip."))
)
def test_every_text_argument_of_a_command_has_a_type(name: str) -> None:
    command = load_command_class(get_commands()[name], name)
    theirs = {action.dest for action in _plain_options()} | _options_of_django(name)
    bare = [
        action.dest
        for action in command.create_parser("manage.py", name)._actions
        if isinstance(action, _StoreAction)
        and not isinstance(action, _HelpAction)
        and action.dest not in theirs
        and action.type is None
        and action.choices is None
    ]
    assert bare == []


def _options_of_django(name: str) -> set[str]:
    """What Django's own command of that name asks, when ours is built upon it."""
    if not find_spec(f"django.core.management.commands.{name}"):
        return set()
    parser = load_command_class("django.core", name).create_parser("manage.py", name)
    return {action.dest for action in parser._actions}


def _plain_options() -> list[object]:
    from django.core.management.base import BaseCommand

    return BaseCommand().create_parser("manage.py", "x")._actions  # type: ignore[return-value]


def test_no_service_calls_strip() -> None:
    """`strip` leaves invisible characters, so emptiness is checked with `kernel.typed`."""
    places = ("domain/*/services*.py", "domain/*/services/*.py", "journeys/*.py")
    writing = [path for place in places for path in SRC.glob(place)]
    assert len(writing) > 20
    trimming = [str(path.relative_to(SRC)) for path in writing if re.search(r"\.strip\(\)", path.read_text())]
    assert trimming == []


def test_the_limit_of_a_text_field_is_in_its_help_text() -> None:
    field = fields.Text(max_length=2000, help_text="Eén zin.")
    assert str(field.help_text) == "Eén zin. Hooguit 2.000 tekens."
    assert typed.text(field.clean("a\r\nb")) == "a\nb"
