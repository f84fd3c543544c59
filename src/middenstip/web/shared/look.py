"""The look of the platform: what an administrator chose, cached, because every page shows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.urls import reverse

from middenstip.domain.files.selectors import covers
from middenstip.domain.site.models import Site
from middenstip.domain.site.selectors import site_and_home

KEY = "look"
KEPT = 60  # seconds: a new logo is shown after the worker has looked at it
EMPTY = 5  # seconds, while the home area is not there yet


@dataclass(frozen=True)
class Look:
    """Texts ("" is our own), the rule `css` with the colours, the logo, and the home area (code and name)."""

    front_title: str = ""
    front_lead: str = ""
    rules_lead: str = ""
    rule_texts: dict[str, str] = field(default_factory=dict)
    themes: tuple[str, ...] = ()
    css: str = ""
    logo: str = ""
    home: dict[str, str] | None = None

    @property
    def sheet(self) -> str:
        """The address of the style sheet: another one when the colours change, so browsers may keep it."""
        return reverse("administration:sheet", args=[digest(self.css)]) if self.css else ""


def the_look() -> Look:
    """What this platform looks like. One query at first, then cached."""
    look: Look | None = cache.get(KEY)
    if look is None:
        site, home = site_and_home(settings.HOME_AREA)
        look = Look(
            front_title=site.front_title,
            front_lead=site.front_lead,
            rules_lead=site.rules_lead,
            rule_texts=site.rule_texts,
            themes=tuple(site.themes),
            css=css_of(site.shades),
            logo=_logo(site),
            home={"code": home.code, "name": home.name} if home else None,
        )
        cache.set(KEY, look, KEPT if home or not settings.HOME_AREA else EMPTY)
    return look


def forget() -> None:
    """Clear the cache after a change."""
    cache.delete(KEY)


def home_code() -> str:
    """The code of the home area; "" when there is none."""
    home = the_look().home
    return home["code"] if home else ""


def css_of(shades: dict[str, Any]) -> str:
    """The chosen colours as one rule on `:root`; "" for none."""
    body = "".join(f"{name}:{value};" for name, value in shades.items())
    return f":root{{{body}}}" if body else ""


def digest(css: str) -> str:
    return sha256(css.encode()).hexdigest()[:12]


def _logo(site: Site) -> str:
    cover = covers("site", [site.public_id]).get(site.public_id) if site.pk else None
    return reverse("files:photo", args=[cover.public_id, "klein"]) if cover else ""
