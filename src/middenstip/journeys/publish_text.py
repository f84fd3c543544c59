"""A person posts a public text. A paused person cannot, nobody can post without end, and some texts wait.

What waits is hidden until a moderator has checked it: the first post of a new person when the area wants so,
the same text twice, and a link of a new person.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, ParamSpec, TypeVar, cast

from django.utils import timezone

from middenstip.domain.advice import services as advice_room
from middenstip.domain.advice.face import ASKED as ADVICE_ASKED
from middenstip.domain.advice.face import SAID as ADVICE_GIVEN
from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.face import TEXT as AGREEMENT
from middenstip.domain.baseline import services as baseline
from middenstip.domain.baseline.face import READ, SCANNED, SEEN, WANTED
from middenstip.domain.budgeting import services as budgeting
from middenstip.domain.budgeting.face import PLAN
from middenstip.domain.deliberation import services as deliberation
from middenstip.domain.deliberation.face import COVENANT
from middenstip.domain.deliberation.models import Covenant
from middenstip.domain.gatherings import services as gatherings
from middenstip.domain.gatherings.face import TEXT as GATHERING
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Letter, Portfolio, Restatement
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.face import NEWS
from middenstip.domain.initiatives.models import Partner, Update
from middenstip.domain.labs import services as labs
from middenstip.domain.labs.face import TEXT as LAB
from middenstip.domain.learning import services as learning
from middenstip.domain.learning.face import STORY
from middenstip.domain.matching import services as matching
from middenstip.domain.matching.face import STORY as MOVEMENT
from middenstip.domain.matching.face import TEXT as LISTING
from middenstip.domain.matching.models import Movement
from middenstip.domain.moderation import rules
from middenstip.domain.moderation import services as moderation
from middenstip.domain.moderation.lifecycle import FIRST, LINKS, TWICE
from middenstip.domain.moderation.models import AreaSetting
from middenstip.domain.moderation.selectors import (
    fingerprint_of,
    has_posted,
    is_new,
    pause_of,
    posted_before,
    postings_since,
    setting_for,
)
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.face import LOGIC
from middenstip.domain.parties.models import LogicCard, Person
from middenstip.domain.parties.selectors import hold_person
from middenstip.domain.podium import services as podium
from middenstip.domain.podium.face import ASK as PITCH
from middenstip.domain.podium.face import TEXT as EDITION
from middenstip.domain.questions import services as questions
from middenstip.domain.questions.face import ASKED, SAID
from middenstip.domain.reactions import services as reactions
from middenstip.domain.reactions.face import TEXT as REACTION
from middenstip.domain.reactions.models import Reaction
from middenstip.domain.reports.selectors.public_text import PublicText
from middenstip.domain.signals import services as signals
from middenstip.domain.signals.face import TEXT as SIGNAL
from middenstip.journeys import moderate_text
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.face import Reportable
from middenstip.kernel.hidden import HELD
from middenstip.kernel.models import Thing
from middenstip.kernel.verdict import NotNow, require, said
from middenstip.kernel.write import write

P = ParamSpec("P")
T = TypeVar("T", bound=Thing)
LINK = re.compile(r"https?://|www\.", re.IGNORECASE)


def _posted(
    service: Callable[P, T], kind: Reportable, made: str = "", *, is_first: bool = True
) -> Callable[P, T]:
    """The same service, for a person who may post; its text is checked afterwards as one of this kind.

    When the same form can be sent twice, `made` is the column with the moment of the first time: the text is
    checked then, and never again. With `is_first` false the service changes a text that was counted before.
    """

    @write
    def post(*args: P.args, **told: P.kwargs) -> T:
        by, at = cast(Doer, told["by"]), cast(datetime, told["at"])
        writer = may_post(by, at)
        text = service(*args, **told)
        if not made or getattr(text, made) == at:
            check(writer, by, kind.key, text.public_id, at, is_first=is_first)
        return text

    return post


def _changed(service: Callable[P, T], kind: Reportable) -> Callable[P, T]:
    return _posted(service, kind, is_first=False)


# A public text is posted or changed by the service of its room, and then checked.
advice = _posted(advice_room.give_advice, ADVICE_GIVEN, "at")
advice_request = _posted(advice_room.ask_advice, ADVICE_ASKED, "asked_at")
agreement = _posted(agreements.propose_agreement, AGREEMENT)
agreement_text = _changed(agreements.change_agreement, AGREEMENT)
answer = _posted(questions.answer_question, SAID, "at")
area_value = _posted(baseline.propose_value, WANTED, "at")
edition = _posted(podium.announce_edition, EDITION, "announced_at")
gathering = _posted(gatherings.announce_gathering, GATHERING, "announced_at")
lab = _posted(labs.plan_lab, LAB, "planned_at")
lab_text = _changed(labs.change_lab, LAB)
listing = _posted(matching.place_listing, LISTING, "placed_at")
listing_text = _changed(matching.change_listing, LISTING)
movement_text = _changed(matching.change_movement, MOVEMENT)
observation = _posted(baseline.observe, SEEN, "at")
pitch = _posted(podium.offer_pitch, PITCH)
plan = _posted(budgeting.propose_plan, PLAN, "at")
plan_text = _changed(budgeting.change_plan, PLAN)
question = _posted(questions.ask_question, ASKED, "asked_at")
question_text = _changed(questions.change_question, ASKED)
reaction = _posted(reactions.place_reaction, REACTION, "at")
reaction_text = _changed(reactions.change_reaction, REACTION)
reading = _posted(baseline.read_figures, READ)
scan = _posted(baseline.start_scan, SCANNED, "at")
signal = _posted(signals.report_signal, SIGNAL, "at")
study = _posted(learning.publish_study, STORY)


@write
def news(*, by: Actor, at: datetime, **told: Any) -> Update | None:
    """The initiator posts news (see `tell_news`)."""
    writer = may_post(by, at)
    initiatives.tell_news(by=by, at=at, **told)
    newest = Update.objects.filter(initiative=told["initiative"]).order_by("-pk").first()
    if newest and newest.at == at:  # else the same form was sent before
        check(writer, by, NEWS.key, f"{newest.pk}", at)
    return newest


@write
def reaction_reply(*, by: Doer, at: datetime, **told: Any) -> Reaction:
    """A person replies (see `reactions.reply`). An answer that is owed does not count as a post."""
    writer = may_post(by, at)
    made = reactions.reply(by=by, at=at, **told)
    if made.at == at:
        check(writer, by, REACTION.key, made.public_id, at, is_first=not made.is_answer)
    return made


@write
def movement(*, by: Actor, at: datetime, **told: Any) -> Movement:
    """A person proposes a movement (see `propose_movement`). Only who is asked reads it yet."""
    may_post(by, at)
    return matching.propose_movement(by=by, at=at, **told)


@write
def letter(*, by: Actor, at: datetime, **told: Any) -> Letter:
    """A seat writes its letter (see `write_letter`)."""
    may_post(by, at)
    return goals.write_letter(by=by, at=at, **told)


@write
def commitment(*, by: Actor, at: datetime, **told: Any) -> Portfolio:
    """A portefeuillehouder says in public what they stand for (see `commit`)."""
    may_post(by, at)
    return goals.commit(by=by, at=at, **told)


@write
def restatement(*, by: Actor, at: datetime, **told: Any) -> Restatement:
    """A seat says in its own words what a letter means (see `restate_letter`)."""
    may_post(by, at)
    return goals.restate_letter(by=by, at=at, **told)


@write
def covenant(*, by: Actor, at: datetime, **told: Any) -> Covenant:
    """A seat writes the covenant of its table, or writes it anew (see `write_covenant`)."""
    writer = may_post(by, at)
    is_first = not Covenant.objects.filter(goal=told["goal"]).exists()
    made = deliberation.write_covenant(by=by, at=at, **told)
    if made.at == at:  # else the same form was sent before
        check(writer, by, COVENANT.key, made.public_id, at, is_first=is_first)
    return made


@write
def logic(*, by: Actor, at: datetime, **told: Any) -> LogicCard:
    """A seat writes how its organisation works (see `write_logic`)."""
    writer = may_post(by, at)
    made = parties.write_logic(by=by, at=at, **told)
    if made.at == at:  # else the same form was sent before
        check(writer, by, LOGIC.key, made.public_id, at, is_first=made.number == 1)
    return made


@write
def help_offer(*, by: Actor, at: datetime, **told: Any) -> Partner:
    """A seat offers help (see `offer_help`)."""
    may_post(by, at)
    return initiatives.offer_help(by=by, at=at, **told)


def may_post(by: Doer, at: datetime) -> Person:
    """The writer, locked before anything else: see the order of locks in docs/huis.md.

    Raises `Forbidden` for a paused person, with until when and why.
    """
    writer = hold_person(by.person_id)
    require(rules.may_post(pause_of(by.person_id, at)))
    return writer


def check(writer: Person, by: Doer, noun: str, code: str, at: datetime, *, is_first: bool = True) -> None:
    """Count a text that was posted just now, and hold it when it must be checked. Call it last.

    `writer` is what `may_post` gave before the act. With `is_first` false it changes a text counted before.
    """
    text = moderate_text.find(noun, code, at)
    if text is None or text.is_hidden:
        return
    setting = setting_for(text.area) if is_first else None
    fingerprint = fingerprint_of(text.words) if is_first else ""
    why = _why_held(writer, text, fingerprint, setting, at)
    if setting:
        _limit(writer, setting, at)
        moderation.count_posting(person=writer.pk, noun=noun, target=code, fingerprint=fingerprint, at=at)
    if why:
        moderation.open_review(
            noun=noun, target=code, area=text.area, writer=writer, seat=text.seat, origin=why, at=at
        )
        moderate_text.hide(text, HELD, by if isinstance(by, Actor) else None, at)


def _why_held(
    person: Person, text: PublicText, fingerprint: str, setting: AreaSetting | None, at: datetime
) -> str:
    """The origin of the review that this text needs; "" when it needs none."""
    new = is_new(person, at)
    if setting and setting.holds_first and new and not has_posted(person.pk):
        return FIRST
    if fingerprint and posted_before(person.pk, fingerprint, at, by_anyone=new):
        return TWICE
    return LINKS if new and any(LINK.search(words) for words in text.words) else ""


def _limit(person: Person, setting: AreaSetting, at: datetime) -> None:
    """Refuse the whole act when this person posted enough today."""
    midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    if postings_since(person.pk, midnight) >= setting.posts_per_day:
        enough = "Je plaatste vandaag al %(count)s berichten. Morgen kun je weer verder."
        raise NotNow(said(enough, count=setting.posts_per_day))
