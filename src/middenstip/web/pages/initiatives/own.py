"""The parts that the initiatives room shows on its own page: plan, reins, helpers, news, and the acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from middenstip.domain.files.selectors import files_of_all
from middenstip.domain.initiatives import rules
from middenstip.domain.initiatives.face import NEWS as NEWS_TEXT
from middenstip.domain.initiatives.lifecycle import DRAFT, STAGES
from middenstip.domain.initiatives.models import Ask, Initiative
from middenstip.domain.initiatives.selectors.around import latest_news
from middenstip.domain.initiatives.selectors.asks import open_asks
from middenstip.domain.initiatives.selectors.helping import Helping
from middenstip.domain.reactions.selectors import numbers_on_news
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.web.shared import dates
from middenstip.web.shared.asks import ask_line
from middenstip.web.shared.files import photo
from middenstip.web.shared.part import OnInitiative, Part
from middenstip.web.shared.reins_tick import TickForm
from middenstip.web.shared.ways import with_next
from middenstip.web.shared.words import in_words

NEWS = 3  # the latest messages


@dataclass(frozen=True)
class Reader:
    """The reader (a person's key, None for a visitor), their hat, and the data that was read for it."""

    person: int | None
    actor: Actor | None
    helpers: list[Helping]


def own_parts(page: OnInitiative, can: dict[str, Any], helpers: list[Helping]) -> Iterator[Part]:
    """The parts of this room. `can` is the result of `acts`."""
    initiative = page.initiative
    if initiative.why:
        yield Part("initiatives/_why.html", page.MAIN, 20)
    reins = {key: getattr(initiative, key).splitlines() for key in ("fixed", "negotiable", "open")}
    has_reins = any(reins.values())
    if has_reins or is_led(initiative):
        yield Part("initiatives/_reins.html", page.MAIN, 30, {"reins": reins, "has_reins": has_reins})
    has_asks = is_led(initiative) and initiative.has_asks  # type: ignore[attr-defined]
    asks = [as_ask(one, page.today) for one in open_asks(initiative)] if has_asks else []
    if asks:
        yield Part("initiatives/_asks.html", page.MAIN, 45, {"asks": asks})
    yield Part("initiatives/_help.html", page.MAIN, 50)
    news = _news(page)
    if news:
        yield Part("initiatives/_news.html", page.MAIN, 70, {"news": news})
    yield from _acts(page, can)
    yield from _people(page, helpers)


def is_led(initiative: Initiative) -> bool:
    """Whether it runs and its initiator was not erased."""
    return bool(STAGES.acts(initiative.stage)) and initiative.initiator.erased_at is None


def urls(initiative: Initiative) -> dict[str, str]:
    """URLs on and around the page."""
    page = reverse("initiatives:detail", args=[initiative.public_id])
    words = {"news": "nieuws", "ask": "vragen", "change": "veranderen", "reins": "regie"}
    words |= {"finish": "afronden", "stop": "stoppen"}
    join = with_next(reverse("account:join"), f"{page}helpen/")  # then on to a seat, and the form
    seat = with_next(reverse("mine:seat"), f"{page}#helpen")
    return {"join": join, "seat": seat} | {key: f"{page}{word}/" for key, word in words.items()}


def acts(initiative: Initiative, reader: Reader) -> dict[str, Any]:
    """What the reader may do here; with the reason when a reader would expect to be allowed."""
    stage, is_mine, actor = initiative.stage, rules.is_initiator(reader.person, initiative), reader.actor
    offers = [as_offer(one) for one in reader.helpers if not one.is_accepted]
    if not rules.may_take_partner(initiative):
        offers = [one | {"tick": TickForm(auto_id=f"{one['id']}_%s")} for one in offers]
    if actor is None:
        return {
            "is_mine": is_mine,
            "offers": offers if is_mine and STAGES.acts(stage) else [],  # answering first asks for a seat
            "needs_seat": reader.person is not None,
            "can_follow": stage != DRAFT,
            "can_help": bool(STAGES.acts(stage)) and not is_mine and not initiative.initiator.erased_at,
        }
    mine = next((one for one in reader.helpers if one.seat == actor.seat_id), None)
    verdict = rules.may_offer_help(actor, initiative)
    return {
        "is_mine": is_mine,
        "can_change": bool(rules.may_change(actor, initiative)),
        "can_follow": stage != DRAFT,
        "can_help": bool(verdict) and mine is None,
        "why_not_help": "" if is_mine or verdict else in_words(verdict.reason),
        "can_end_help": mine is not None and bool(STAGES.acts(stage)),
        "my_help": as_offer(mine) if mine else None,
        "offers": offers if rules.may_answer_help(actor, initiative) else [],
        "can_submit": is_mine and STAGES.allows(stage, "submit"),
        "can_finish": is_mine and STAGES.allows(stage, "finish"),
        "can_stop": is_mine and STAGES.allows(stage, "stop"),
    }


def as_offer(one: Helping) -> dict[str, Any]:
    """A seat that helps or offered to, for the template."""
    return {
        "id": one.public_id,
        "state": one.state,
        "name": one.name or one.label,
        "hat": one.label,
        "half": one.half,
        "brings": one.brings,
        "gets": one.gets,
        "fears": one.fears,
        "number": one.reins_number,
    }


def as_ask(ask: Ask, today: date) -> dict[str, Any]:
    """A concrete question for the template."""
    return ask_line(ask) | {
        "id": ask.public_id,
        "until": dates.short_date(ask.until_on, today),
        "is_past": is_past(ask.until_on, today),
    }


def _news(page: OnInitiative) -> list[dict[str, Any]]:
    """The latest news, each with its photos and the number of reactions to it. Three queries."""
    items = latest_news(page.initiative, NEWS)
    numbers = numbers_on_news([one.pk for one in items]) if items else {}
    photos = files_of_all("news", [one.public_id for one in items]) if items else {}
    may_add = page.actor is not None and rules.may_tell_news(page.actor, page.initiative)
    here = reverse("reactions:of_initiative", args=[page.initiative.public_id])
    return [
        {
            "date": dates.short_date(one.at, page.today),
            "iso": timezone.localdate(one.at).isoformat(),
            "text": one.text,
            "url": f"{here}?nieuws={one.pk}",
            "count": numbers.get(one.pk, 0),
            "report": "" if one.is_hidden else reverse("moderation:report", args=[NEWS_TEXT.key, one.pk]),
            "photos": [photo(file, "klein") for file in photos.get(one.public_id, []) if file.is_photo],
            "add_url": reverse("files:add", args=["news", one.public_id]) if may_add else "",
        }
        for one in items
    ]


def _acts(page: OnInitiative, can: dict[str, Any]) -> Iterator[Part]:
    """The acts of the initiator, besides the main one of the buttons."""
    if not can.get("can_stop") and not can.get("can_finish"):
        return
    where = urls(page.initiative)
    listed = [
        (can.get("can_change"), _("Vraag hulp"), where["ask"]),
        (can.get("can_stop"), _("Verander je idee"), where["change"]),
        (can.get("can_stop"), _("Verander de regie-kaart"), where["reins"]),
        (can.get("can_finish"), _("Vertel hoe het afliep"), where["finish"]),
        (can.get("can_stop"), _("Stop met dit initiatief"), where["stop"]),
    ]
    for place, (may, label, url) in enumerate(listed, start=2):
        if may:
            yield Part("components/act.html", page.ACTS, 10 * place, {"label": label, "url": url})


def _people(page: OnInitiative, helpers: list[Helping]) -> Iterator[Part]:
    """The initiator, the verbinder, and the helpers."""
    initiative = page.initiative
    initiator = {"half": initiative.seat.half, "name": initiative.initiator.shown_name}
    yield Part("components/person.html", page.PEOPLE, 10, initiator | {"role": _("initiatiefnemer")})
    if initiative.connector and initiative.connector_name:  # type: ignore[attr-defined]
        who = {"half": initiative.connector.half, "name": initiative.connector_name}  # type: ignore[attr-defined]
        yield Part("components/person.html", page.PEOPLE, 20, who | {"role": _("verbinder")})
    for one in helpers:
        if one.is_accepted:
            who = {"half": one.half, "name": one.name or one.label, "role": one.label}
            yield Part("components/person.html", page.PEOPLE, 40, who)
