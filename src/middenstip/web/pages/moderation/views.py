"""The published rules with the yearly figures, and the settings of an area."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.moderation import rules
from middenstip.domain.moderation import services as moderation
from middenstip.domain.moderation.lifecycle import APPEAL, OUTCOMES, TERM
from middenstip.domain.moderation.models import HOUSE_RULES
from middenstip.domain.moderation.selectors import figures_for, setting_for, years_with_reports
from middenstip.domain.rooms import path_to
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Refused, require
from middenstip.web.pages.moderation.forms import SettingForm
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.look import the_look
from middenstip.web.shared.reply import done, found

YEARS = 3


@require_safe
def house_rules(request: HttpRequest) -> HttpResponse:
    """The rules, how to report and appeal, and a table of what was done with reports."""
    page = {
        "title": _("Spelregels"),
        "rules": [
            {"key": r.key, "title": _(r.title), "text": _(r.text), "own": the_look().rule_texts.get(r.key)}
            for r in HOUSE_RULES.values()
        ],
        "term": TERM,
        "weeks": APPEAL.days // 7,
        "years": [_year(year) for year in years_with_reports()[:YEARS]],
    }
    return render(request, "moderation/rules.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def setting(request: HttpRequest, actor: Actor, code: str) -> HttpResponse:
    """What an area wants with new people and long days."""
    area = found(area_by_code(code))
    require(rules.may_set(actor, area))
    now = setting_for(area)
    start = {"holds_first": now.holds_first, "posts_per_day": now.posts_per_day}
    form, status = SettingForm(request.POST or None, initial=start), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            told = {key: form.cleaned_data[key] for key in ("holds_first", "posts_per_day")}
            try:
                moderation.choose_setting(by=actor, area=area, **told)
            except Refused as refusal:
                status = form.absorb(refusal)
            else:
                return done(request, _("Dit geldt vanaf nu."), "moderation:setting", code)
    crumbs = [{"url": path_to("area", area.code), "label": area.name}]
    title = _("Moderatie in %(place)s") % {"place": area.name}
    page = {"title": title, "area": area, "crumbs": crumbs, "form": form, "actor": actor}
    return render(request, "moderation/setting.html", page, status=status)


def _year(year: int) -> dict[str, Any]:
    told = figures_for(year)
    return {
        "told": told,
        "by_rule": [(_(HOUSE_RULES[key].title), count) for key, count in told.by_rule if key in HOUSE_RULES],
        "outcomes": [(_(OUTCOMES[key]), count) for key, count in told.outcomes.items()],
    }
