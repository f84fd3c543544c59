"""Acts with words: each is a page with one form, shown again with what was typed when refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.forms import Field
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from middenstip.domain.goals import rules as goal_rules
from middenstip.domain.initiatives import rules, services
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.detail import reins_for
from middenstip.journeys import change_initiative, close_agreement, open_goal, stop_initiative, tell_news
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import now
from middenstip.kernel.verdict import Refused, Stale, Verdict, require
from middenstip.web.pages.initiatives import forms
from middenstip.web.pages.initiatives.acts import PAGE, visible
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.place_form import place_of, spot_of
from middenstip.web.shared.reply import done

Typed = Mapping[str, Any]
HIDDEN = ("version", "lon", "lat")


@dataclass(frozen=True)
class Writing:
    """One such page: its words, its form, who may, what stands there at first, and what it does.

    `act` is its step in the lifecycle: nobody fills in what cannot happen now.
    """

    title: str
    intro: str
    button: str
    said: str
    form: type[Form]
    may: Callable[[Actor, Initiative], Verdict]
    run: Callable[[Actor, Initiative, Typed, datetime], object]
    first: Callable[[Initiative], dict[str, Any]] = lambda initiative: {}
    template: str = "initiatives/written.html"
    act: str = ""

    def __call__(self, request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
        initiative = visible(public_id, actor.person)
        require(self.may(actor, initiative))
        if request.method != "POST":
            if self.act:
                STAGES.after(initiative.stage, self.act)  # refuses with the reason
            return self._show(request, initiative, self.form(initial=self.first(initiative)), 200)
        form = self.form(request.POST, initial=self.first(initiative))
        if not form.is_valid():
            return self._show(request, initiative, form, 422)
        try:
            self.run(actor, initiative, form.cleaned_data, now())
        except Stale as refusal:
            return self._show_both(request, initiative, form, refusal)
        except Refused as refusal:
            return self._show(request, initiative, form, form.absorb(refusal))
        return done(request, _(self.said), PAGE, public_id)

    def _show(
        self, request: HttpRequest, initiative: Initiative, form: Form, status: int, **more: object
    ) -> HttpResponse:
        page = {
            "title": _(self.title),
            "intro": _(self.intro),
            "button": _(self.button),
            "initiative": initiative,
            "back": reverse(PAGE, args=[initiative.public_id]),
            "form": form,
        }
        return render(request, self.template, page | more, status=status)

    def _show_both(
        self, request: HttpRequest, initiative: Initiative, form: Form, stale: Stale
    ) -> HttpResponse:
        """Somebody was first: what was typed stays, the newer texts stand above it."""
        status = form.absorb(stale)
        now_there = self.first(initiative)
        for field in form.hidden_fields():  # which version is on the page
            if field.name in now_there:
                form.data[field.html_name] = str(now_there[field.name])  # type: ignore[index]
        newer = [
            {"label": form.fields[key].label, "text": written(form.fields[key], now)}
            for key, now in form.initial.items()
            if key in form.fields and key not in HIDDEN and now != form.cleaned_data.get(key)
        ]
        return self._show(request, initiative, form, status, newer=newer)


def written(field: Field, value: Any) -> str:
    """A value of a field in the words a reader sees: choices by their name, a tick as yes or no."""
    if isinstance(value, bool):
        return _("Ja") if value else _("Nee")
    words: dict[Any, Any] = {}
    for key, word in getattr(field, "choices", ()):
        words |= dict(word) if isinstance(word, list) else {key: str(word).partition(" | ")[0]}
    return ", ".join(str(words.get(one, one)) for one in (value if isinstance(value, list) else [value]))


def _change(actor: Actor, initiative: Initiative, typed: Typed, at: datetime) -> object:
    change = services.Change(
        texts={key: typed[key] for key in services.TEXTS},
        spot=spot_of(typed, lambda: initiative.municipality),
        themes=typed["themes"],
        is_hybrid=typed["is_hybrid"],
    )
    return change_initiative.change(
        by=actor, initiative=initiative, change=change, version=typed["version"], at=at
    )


def _idea(initiative: Initiative) -> dict[str, Any]:
    texts = {key: getattr(initiative, key) for key in (*services.TEXTS, "version")}
    return texts | place_of(initiative)


def _reins(actor: Actor, initiative: Initiative, typed: Typed, at: datetime) -> object:
    points = {key: typed[key] for key in services.REINS}
    return services.write_reins_card(by=actor, initiative=initiative, **points, number=typed["number"], at=at)


def _card(initiative: Initiative) -> dict[str, Any]:
    card = reins_for(initiative)
    return {key: getattr(card, key) for key in (*services.REINS, "number")} if card else {"number": 0}


def _news(actor: Actor, initiative: Initiative, typed: Typed, at: datetime) -> object:
    return tell_news.tell(by=actor, initiative=initiative, text=typed["text"], key=typed["key"], at=at)


def _table(actor: Actor, initiative: Initiative, typed: Typed, at: datetime) -> object:
    return open_goal.open_goal(
        by=actor,
        initiative=initiative,
        title=typed["title"],
        question=typed["question"],
        sit_down=typed["sit_down"],
        key=typed["key"],
        at=at,
    )


def _stop(actor: Actor, initiative: Initiative, typed: Typed, at: datetime) -> object:
    return stop_initiative.stop(by=actor, initiative=initiative, lesson=typed["lesson"], at=at)


def _finish(actor: Actor, initiative: Initiative, typed: Typed, at: datetime) -> object:
    told = {"outcome": typed["outcome"], "lesson": typed["lesson"]}
    return close_agreement.finish(by=actor, initiative=initiative, **told, at=at)


change = with_hat(
    Writing(
        noop("Verander je idee"),
        noop("Alleen jij verandert doel en aanpak. Wie dit initiatief volgt, ziet dat er iets veranderde."),
        noop("Bewaar wat je veranderde"),
        noop("Je idee is veranderd."),
        forms.IdeaForm,
        rules.may_change,
        _change,
        _idea,
        "initiatives/change.html",
    )
)
reins = with_hat(
    Writing(
        noop("Wat ligt vast en wat niet?"),
        noop("Wie mee wil doen, leest dit eerst. Oude versies blijven bewaard."),
        noop("Bewaar de regie-kaart"),
        noop("De nieuwe regie-kaart staat op de bladzijde."),
        forms.ReinsForm,
        rules.may_change,
        _reins,
        _card,
    )
)
news = with_hat(
    Writing(
        noop("Vertel hoe het gaat"),
        noop("Eén zin mag ook. Iedereen kan het lezen."),
        noop("Plaats je nieuws"),
        noop("Je nieuws staat op de bladzijde."),
        forms.NewsForm,
        rules.may_tell_news,
        _news,
    )
)
table = with_hat(
    Writing(
        noop("Open een tafel"),
        noop("Aan tafel maken bewoners, overheid en ondernemers samen één doel. Het geldt met drie keer ja."),
        noop("Open de tafel"),
        noop("De tafel staat klaar. Nodig nu de andere helften uit."),
        forms.TableForm,
        goal_rules.may_open,
        _table,
        lambda initiative: {"title": initiative.title},
        act="open_goal",
    )
)
stop = with_hat(
    Writing(
        noop("Stop met dit initiatief"),
        noop("Stoppen mag altijd. Wat je leerde blijft staan, want daar heeft een ander iets aan."),
        noop("Stop dit initiatief"),
        noop("Het initiatief is gestopt. Wat je opschreef, blijft te lezen."),
        forms.StopForm,
        rules.may_stop,
        _stop,
        act="stop",
    )
)
finish = with_hat(
    Writing(
        noop("Vertel hoe het afliep"),
        noop("Gelukt, deels gelukt of mislukt: alle drie zijn een uitkomst."),
        noop("Rond het project af"),
        noop("Het project is afgerond."),
        forms.FinishForm,
        rules.may_change,
        _finish,
        act="finish",
    )
)
