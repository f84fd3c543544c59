"""What an address of the agenda asks: read in one way by the list, the month and the feed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from middenstip.domain.gatherings.selectors import Asked
from middenstip.kernel.ids import typed_id
from middenstip.web.pages.gatherings.forms import ListForm


def asked_of(request: HttpRequest) -> tuple[Asked, ListForm, dict[str, str]]:
    """What is asked, the form with it, and the same as values for an address."""
    form = ListForm(request.GET)
    form.is_valid()
    chosen = {key: form.cleaned_data.get(key, "") for key in form.fields}
    area = (chosen["gebied"], form.kinds[chosen["gebied"]]) if chosen["gebied"] else None
    about = {name: typed_id(request.GET.get(name, "")) for name in ("initiatief", "lab")}
    asked = Asked(
        area=area,
        kind=chosen["soort"],
        theme=chosen["thema"],
        initiative=about["initiatief"],
        lab=about["lab"],
    )
    values = {key: value for key, value in {**chosen, **about}.items() if value}
    return asked, form, values


def address(name: str, values: dict[str, Any]) -> str:
    """The address of a page of the agenda with these values."""
    return f"{reverse(f'gatherings:{name}')}?{urlencode(values)}" if values else reverse(f"gatherings:{name}")
