"""The filters in the query of the list's URL. Unknown values are reported, not refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from middenstip.domain.initiatives.method import is_too_long
from middenstip.domain.initiatives.models import THEME_WORDS, THEMES
from middenstip.domain.initiatives.selectors import STAGE_BY_WORD, Wanted
from middenstip.kernel import typed
from middenstip.kernel.half import Half
from middenstip.web.shared.place_choices import Choice

LONGEST = 100  # characters of a search
KEYS = ("q", "gebied", "thema", "fase", "helft", "mist", "weergave")


@dataclass
class Asked:
    """The filters in the URL, cleaned; `remarks` says what was ignored."""

    q: str = ""
    area: Choice | None = None
    theme: str = ""
    stage: str = ""  # the Dutch word
    half: str = ""
    missing: str = ""
    on_map: bool = False
    remarks: list[str] = field(default_factory=list)

    @property
    def wanted(self) -> Wanted:
        """The same filters in the form that the room uses."""
        return Wanted(
            area=(self.area[0], self.area[2]) if self.area else None,
            theme=self.theme,
            stage=STAGE_BY_WORD.get(self.stage, ""),
            half=Half(self.half) if self.half else None,
            missing=Half(self.missing) if self.missing else None,
        )

    @property
    def values(self) -> dict[str, str]:
        """The filters as query parameters, without empty ones."""
        area = self.area[0] if self.area else ""
        view = "kaart" if self.on_map else ""
        all_of_them = (self.q, area, self.theme, self.stage, self.half, self.missing, view)
        return {key: value for key, value in zip(KEYS, all_of_them, strict=True) if value}

    def address(self, **changed: str) -> str:
        """The query of the same list with some filters changed ("" removes one)."""
        values = {key: value for key, value in (self.values | changed).items() if value}
        return f"?{urlencode(values)}" if values else "./"

    @property
    def chosen(self) -> list[dict[str, str]]:
        """The active filters in words, each with the query without it."""
        words = {
            "q": f"“{self.q}”",
            "gebied": self.area[1] if self.area else "",
            "thema": _(THEME_WORDS[self.theme]) if self.theme else "",
            "fase": _(self.stage) if self.stage else "",
            "helft": _("begonnen door %(half)s") % {"half": _(self.half)} if self.half else "",
            "mist": _("mist nog: %(half)s") % {"half": _(self.missing)} if self.missing else "",
        }
        return [
            {"label": words[key], "url": self.address(**{key: ""})} for key in self.values if words.get(key)
        ]


def read(query: QueryDict, areas: dict[str, Choice]) -> Asked:
    """Read the filters of a query; `areas` are the known areas by code."""
    asked = Asked(q=typed.line(query.get("q", "")), on_map=query.get("weergave") == "kaart")
    if len(asked.q) > LONGEST:
        asked.q = asked.q[:LONGEST]
        asked.remarks.append(_("We zochten met de eerste 100 tekens van wat je typte."))
    if is_too_long(asked.q):
        asked.remarks.append(_("We zochten met de eerste 16 woorden van wat je typte."))
    asked.area = areas.get(typed.line(query.get("gebied", "")).upper())
    asked.theme = _known(query.get("thema", ""), THEMES)
    asked.stage = _known(query.get("fase", ""), STAGE_BY_WORD)
    asked.half = _known(query.get("helft", ""), [half.value for half in Half])
    asked.missing = _known(query.get("mist", ""), [half.value for half in Half])
    kept = asked.values
    for key, what in _names().items():
        wanted = typed.line(query.get(key, ""))
        if wanted and key not in kept:
            words = {"what": what, "typed": wanted[:40]}
            asked.remarks.append(
                _("We kennen %(what)s “%(typed)s” niet. Die keuze telt nu niet mee.") % words
            )
    return asked


def _known(wanted: str, among: object) -> str:
    word = typed.line(wanted).lower()
    return word if word in among else ""  # type: ignore[operator]


def _names() -> dict[str, str]:
    return {
        "gebied": _("het gebied"),
        "thema": _("het thema"),
        "fase": _("de stap"),
        "helft": _("de helft"),
        "mist": _("de helft"),
    }
