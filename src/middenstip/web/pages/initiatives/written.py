"""Acts with a text: each is a page with one form, shown again with the typed text when refused."""

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
from django.utils.translation import gettext_noop as _noop
from django.utils.translation import ngettext

from middenstip.domain.agreements.selectors import running_about
from middenstip.domain.goals import rules as goal_rules
from middenstip.domain.initiatives import rules, services
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.detail import reins_for
from middenstip.journeys import (
    change_initiative,
    close_agreement,
    open_goal,
    publish_text,
    stop_initiative,
)
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import now
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.verdict import Refused, Stale, Verdict, require
from middenstip.web.pages.initiatives import forms
from middenstip.web.pages.initiatives.acts import PAGE, visible
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.held import or_held
from middenstip.web.shared.place_form import place_of, spot_of
from middenstip.web.shared.reply import done

Typed = Mapping[str, Any]
HIDDEN = ("version", "lon", "lat")


@dataclass(frozen=True)
class Writing:
    """One such page: its texts, form, permission, initial values, and act.

    `act` is its step in the lifecycle, so that an impossible act is refused before the form is filled in.
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
    to: str = ""  # the page afterwards, when that of the initiative no longer exists
    made: str = ""  # the page of what was made, to go there afterwards
    note: Callable[[Initiative], str] = lambda initiative: ""  # what to know before filling in the form

    def __call__(self, request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
        return self.answer(request, actor, visible(public_id, actor.person_id))

    def answer(self, request: HttpRequest, actor: Actor, initiative: Initiative) -> HttpResponse:
        """The page, or the result of its form."""
        require(self.may(actor, initiative))
        if request.method != "POST":
            if self.act:
                STAGES.after(initiative.stage, self.act)  # refuses with the reason
            return self._show(request, initiative, self.form(initial=self.first(initiative)), 200)
        form = self.form(request.POST, initial=self.first(initiative))
        if not form.is_valid():
            return self._show(request, initiative, form, 422)
        try:
            result = self.run(actor, initiative, form.cleaned_data, now())
        except Stale as refusal:
            return self._show_both(request, initiative, form, refusal)
        except Refused as refusal:
            return self._show(request, initiative, form, form.absorb(refusal))
        if self.to:
            return done(request, _(self.said), self.to)
        said = or_held(result, _(self.said)) if isinstance(result, Hideable) else _(self.said)
        thing = result if self.made else initiative
        return done(request, said, self.made or PAGE, getattr(thing, "public_id", ""))

    def _show(
        self, request: HttpRequest, initiative: Initiative, form: Form, status: int, **more: object
    ) -> HttpResponse:
        page = {
            "title": _(self.title),
            "intro": _(self.intro),
            "button": _(self.button),
            "initiative": initiative,
            "note": self.note(initiative),
            "back": reverse(PAGE, args=[initiative.public_id]),
            "form": form,
        }
        return render(request, self.template, page | more, status=status)

    def _show_both(
        self, request: HttpRequest, initiative: Initiative, form: Form, stale: Stale
    ) -> HttpResponse:
        """After a conflict: the typed text stays in the form, with the newer texts above it."""
        status = form.absorb(stale)
        now_there = self.first(initiative)
        for field in form.hidden_fields():  # the version on the page
            if field.name in now_there:
                form.data[field.html_name] = str(now_there[field.name])  # type: ignore[index]
        newer = [
            {"label": form.fields[key].label, "text": written(form.fields[key], now)}
            for key, now in form.initial.items()
            if key in form.fields and key not in HIDDEN and now != form.cleaned_data.get(key)
        ]
        return self._show(request, initiative, form, status, newer=newer)


def written(field: Field, value: Any) -> str:
    """The value of a field in words: choices by their name, a checkbox as yes or no."""
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
    return publish_text.news(by=actor, initiative=initiative, text=typed["text"], key=typed["key"], at=at)


def _ask(actor: Actor, initiative: Initiative, typed: Typed, at: datetime) -> object:
    told = {key: typed[key] for key in ("text", "size", "until_on", "key")}
    return services.ask_for_help(by=actor, initiative=initiative, **told, at=at)


def _table(actor: Actor, initiative: Initiative, typed: Typed, at: datetime) -> object:
    return open_goal.open_goal(
        by=actor,
        initiative=initiative,
        title=typed["title"],
        question=typed["question"],
        reach=typed["reach"],
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
        _noop("Verander je idee"),
        _noop("Alleen jij verandert doel en aanpak. Wie dit initiatief volgt, ziet dat er iets veranderde."),
        _noop("Bewaar wat je veranderde"),
        _noop("Je idee is veranderd."),
        forms.IdeaForm,
        rules.may_change,
        _change,
        _idea,
        "initiatives/change.html",
    )
)
reins = with_hat(
    Writing(
        _noop("Wat ligt vast en wat niet?"),
        _noop("Wie mee wil doen, leest dit eerst. Oude versies blijven bewaard."),
        _noop("Bewaar de regie-kaart"),
        _noop("De nieuwe regie-kaart staat op de bladzijde."),
        forms.ReinsForm,
        rules.may_change,
        _reins,
        _card,
    )
)
news = with_hat(
    Writing(
        _noop("Vertel hoe het gaat"),
        _noop("Eén zin mag ook. Iedereen kan het lezen."),
        _noop("Plaats je nieuws"),
        _noop("Je nieuws staat op de bladzijde."),
        forms.NewsForm,
        rules.may_tell_news,
        _news,
    )
)
ask = with_hat(
    Writing(
        _noop("Vraag hulp"),
        _noop("Vraag iets dat één mens kan doen. Hoe kleiner, hoe sneller iemand ja zegt."),
        _noop("Zet je vraag neer"),
        _noop("Je vraag staat op de bladzijde en op de tribune."),
        forms.AskForm,
        rules.may_ask,
        _ask,
    )
)
table = with_hat(
    Writing(
        _noop("Open een tafel"),
        _noop(
            "Aan tafel maken bewoners, overheid en ondernemers samen één doel. Het geldt met drie keer ja."
        ),
        _noop("Open de tafel"),
        _noop("De tafel staat klaar. Nodig nu de andere helften uit."),
        forms.TableForm,
        goal_rules.may_open,
        _table,
        lambda initiative: {"title": initiative.title},
        act="open_goal",
        made="goals:detail",
    )
)
_throw_away = Writing(
    _noop("Gooi je concept weg"),
    _noop("Alleen jij kunt dit concept zien. Wat weg is, komt niet terug."),
    _noop("Gooi dit concept weg"),
    _noop("Je concept is weg."),
    forms.ThrowAwayForm,
    rules.may_change,
    lambda actor, initiative, typed, at: services.throw_away(by=actor, initiative=initiative),
    to="mine:index",
)


def _still_runs(initiative: Initiative) -> str:
    """The signed promises that must be closed first; "" when there are none. One query."""
    number = running_about(initiative)
    if not number:
        return ""
    return ngettext(
        "Er loopt nog %(count)s belofte. Zeg daarvan eerst of ze gedaan is, of niet gehaald.",
        "Er lopen nog %(count)s beloften. Zeg daarvan eerst of ze gedaan zijn, of niet gehaald.",
        number,
    ) % {"count": number}


_stop_it = Writing(
    _noop("Stop met dit initiatief"),
    _noop("Stoppen mag altijd. Wat je leerde blijft staan, want daar heeft een ander iets aan."),
    _noop("Stop dit initiatief"),
    _noop("Het initiatief is gestopt. Wat je opschreef, blijft te lezen."),
    forms.StopForm,
    rules.may_stop,
    _stop,
    act="stop",
)


@with_hat
def stop(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Stop the initiative; a draft, which nobody saw, is deleted."""
    initiative = visible(public_id, actor.person_id)
    writing = _throw_away if initiative.stage == STAGES.start else _stop_it
    return writing.answer(request, actor, initiative)


finish = with_hat(
    Writing(
        _noop("Vertel hoe het afliep"),
        _noop("Gelukt, deels gelukt of mislukt: alle drie zijn een uitkomst."),
        _noop("Rond het project af"),
        _noop("Het project is afgerond."),
        forms.FinishForm,
        rules.may_change,
        _finish,
        act="finish",
        note=_still_runs,
    )
)
