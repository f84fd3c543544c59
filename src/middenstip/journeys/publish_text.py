"""A person posts a public text. A paused person cannot, nobody can post without end, and some texts wait.

What waits is hidden until a moderator has checked it: the first post of a new person when the area wants so,
the same text twice, and a link of a new person.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.face import TEXT as AGREEMENT
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.baseline import services as baseline
from middenstip.domain.baseline.face import READ, SCANNED, SEEN, WANTED
from middenstip.domain.baseline.models import AreaValue, Observation, Reading, Scan
from middenstip.domain.budgeting import services as budgeting
from middenstip.domain.budgeting.face import PLAN
from middenstip.domain.budgeting.models import Plan
from middenstip.domain.deliberation import services as deliberation
from middenstip.domain.deliberation.face import COVENANT
from middenstip.domain.deliberation.models import Covenant
from middenstip.domain.gatherings import services as gatherings
from middenstip.domain.gatherings.face import TEXT as GATHERING
from middenstip.domain.gatherings.models import Gathering
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Letter, Restatement
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.face import NEWS
from middenstip.domain.initiatives.models import Partner, Update
from middenstip.domain.labs import services as labs
from middenstip.domain.labs.face import TEXT as LAB
from middenstip.domain.labs.models import Lab
from middenstip.domain.learning import services as learning
from middenstip.domain.learning.face import STORY
from middenstip.domain.learning.models import CaseStudy
from middenstip.domain.matching import services as matching
from middenstip.domain.matching.face import STORY as MOVEMENT
from middenstip.domain.matching.face import TEXT as LISTING
from middenstip.domain.matching.models import Listing, Movement
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
from middenstip.domain.podium.models import Edition, Pitch
from middenstip.domain.questions import services as questions
from middenstip.domain.questions.face import ASKED, SAID
from middenstip.domain.questions.models import Answer, Question
from middenstip.domain.reactions import services as reactions
from middenstip.domain.reactions.face import TEXT as REACTION
from middenstip.domain.reactions.models import Reaction
from middenstip.domain.reports.selectors.public_text import PublicText
from middenstip.domain.signals import services as signals
from middenstip.domain.signals.face import TEXT as SIGNAL
from middenstip.domain.signals.models import Signal
from middenstip.journeys import moderate_text
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.hidden import HELD
from middenstip.kernel.verdict import NotNow, require, said
from middenstip.kernel.write import write

LINK = re.compile(r"https?://|www\.", re.IGNORECASE)


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
def agreement(*, by: Actor, at: datetime, **told: Any) -> Agreement:
    """A seat proposes an agreement (see `propose_agreement`)."""
    writer = may_post(by, at)
    made = agreements.propose_agreement(by=by, at=at, **told)
    check(writer, by, AGREEMENT.key, made.public_id, at)
    return made


@write
def agreement_text(*, by: Actor, at: datetime, **told: Any) -> Agreement:
    """A seat changes the text of an agreement (see `change_agreement`)."""
    writer = may_post(by, at)
    changed = agreements.change_agreement(by=by, at=at, **told)
    check(writer, by, AGREEMENT.key, changed.public_id, at, is_first=False)
    return changed


@write
def listing(*, by: Actor, at: datetime, **told: Any) -> Listing:
    """A person places a need or an offer (see `place_listing`)."""
    writer = may_post(by, at)
    placed = matching.place_listing(by=by, at=at, **told)
    if placed.placed_at == at:  # else the same form was sent before
        check(writer, by, LISTING.key, placed.public_id, at)
    return placed


@write
def listing_text(*, by: Actor, at: datetime, **told: Any) -> Listing:
    """Its owner changes it (see `change_listing`)."""
    writer = may_post(by, at)
    changed = matching.change_listing(by=by, at=at, **told)
    check(writer, by, LISTING.key, changed.public_id, at, is_first=False)
    return changed


@write
def movement(*, by: Actor, at: datetime, **told: Any) -> Movement:
    """A person proposes a movement (see `propose_movement`). Only who is asked reads it yet."""
    may_post(by, at)
    return matching.propose_movement(by=by, at=at, **told)


@write
def movement_text(*, by: Actor, at: datetime, **told: Any) -> Movement:
    """Whoever is in it changes it (see `change_movement`)."""
    writer = may_post(by, at)
    changed = matching.change_movement(by=by, at=at, **told)
    check(writer, by, MOVEMENT.key, changed.public_id, at, is_first=False)
    return changed


@write
def letter(*, by: Actor, at: datetime, **told: Any) -> Letter:
    """A seat writes its letter (see `write_letter`)."""
    may_post(by, at)
    return goals.write_letter(by=by, at=at, **told)


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
def help_offer(*, by: Actor, at: datetime, **told: Any) -> Partner:
    """A seat offers help (see `offer_help`)."""
    may_post(by, at)
    return initiatives.offer_help(by=by, at=at, **told)


@write
def reaction(*, by: Doer, at: datetime, **told: Any) -> Reaction:
    """A person reacts (see `place_reaction`)."""
    writer = may_post(by, at)
    made = reactions.place_reaction(by=by, at=at, **told)
    if made.at == at:  # else the same form was sent before
        check(writer, by, REACTION.key, made.public_id, at)
    return made


@write
def reaction_reply(*, by: Doer, at: datetime, **told: Any) -> Reaction:
    """A person replies (see `reactions.reply`). An answer that is owed does not count as a post."""
    writer = may_post(by, at)
    made = reactions.reply(by=by, at=at, **told)
    if made.at == at:
        check(writer, by, REACTION.key, made.public_id, at, is_first=not made.is_answer)
    return made


@write
def reaction_text(*, by: Doer, at: datetime, **told: Any) -> Reaction:
    """The writer changes a reaction (see `change_reaction`)."""
    writer = may_post(by, at)
    changed = reactions.change_reaction(by=by, at=at, **told)
    check(writer, by, REACTION.key, changed.public_id, at, is_first=False)
    return changed


@write
def question(*, by: Doer, at: datetime, **told: Any) -> Question:
    """A person asks a question (see `ask_question`)."""
    writer = may_post(by, at)
    asked = questions.ask_question(by=by, at=at, **told)
    if asked.asked_at == at:  # else the same form was sent before
        check(writer, by, ASKED.key, asked.public_id, at)
    return asked


@write
def question_text(*, by: Doer, at: datetime, **told: Any) -> Question:
    """The asker changes a question (see `change_question`)."""
    writer = may_post(by, at)
    changed = questions.change_question(by=by, at=at, **told)
    check(writer, by, ASKED.key, changed.public_id, at, is_first=False)
    return changed


@write
def answer(*, by: Doer, at: datetime, **told: Any) -> Answer:
    """A person answers a question (see `answer_question`)."""
    writer = may_post(by, at)
    made = questions.answer_question(by=by, at=at, **told)
    if made.at == at:
        check(writer, by, SAID.key, made.public_id, at)
    return made


@write
def study(*, by: Doer, at: datetime, **told: Any) -> CaseStudy:
    """The author makes a case study public (see `publish_study`)."""
    writer = may_post(by, at)
    published = learning.publish_study(by=by, at=at, **told)
    check(writer, by, STORY.key, published.public_id, at)
    return published


@write
def signal(*, by: Actor, at: datetime, **told: Any) -> Signal:
    """A person tells in public what holds them up (see `report_signal`)."""
    writer = may_post(by, at)
    made = signals.report_signal(by=by, at=at, **told)
    if made.at == at:  # else the same form was sent before
        check(writer, by, SIGNAL.key, made.public_id, at)
    return made


@write
def plan(*, by: Doer, at: datetime, **told: Any) -> Plan:
    """A person proposes a plan for a budget (see `propose_plan`)."""
    writer = may_post(by, at)
    made = budgeting.propose_plan(by=by, at=at, **told)
    if made.at == at:  # else the same form was sent before
        check(writer, by, PLAN.key, made.public_id, at)
    return made


@write
def plan_text(*, by: Doer, at: datetime, **told: Any) -> Plan:
    """The owner changes a plan (see `change_plan`)."""
    writer = may_post(by, at)
    changed = budgeting.change_plan(by=by, at=at, **told)
    check(writer, by, PLAN.key, changed.public_id, at, is_first=False)
    return changed


@write
def gathering(*, by: Actor, at: datetime, **told: Any) -> Gathering:
    """A seat announces a gathering (see `announce_gathering`)."""
    writer = may_post(by, at)
    made = gatherings.announce_gathering(by=by, at=at, **told)
    if made.announced_at == at:  # else the same form was sent before
        check(writer, by, GATHERING.key, made.public_id, at)
    return made


@write
def lab(*, by: Actor, at: datetime, **told: Any) -> Lab:
    """A seat writes the plan of a lab (see `plan_lab`)."""
    writer = may_post(by, at)
    made = labs.plan_lab(by=by, at=at, **told)
    if made.planned_at == at:  # else the same form was sent before
        check(writer, by, LAB.key, made.public_id, at)
    return made


@write
def lab_text(*, by: Actor, at: datetime, **told: Any) -> Lab:
    """A host changes the plan of a lab (see `change_lab`)."""
    writer = may_post(by, at)
    changed = labs.change_lab(by=by, at=at, **told)
    check(writer, by, LAB.key, changed.public_id, at, is_first=False)
    return changed


@write
def logic(*, by: Actor, at: datetime, **told: Any) -> LogicCard:
    """A seat writes how its organisation works (see `write_logic`)."""
    writer = may_post(by, at)
    made = parties.write_logic(by=by, at=at, **told)
    if made.at == at:  # else the same form was sent before
        check(writer, by, LOGIC.key, made.public_id, at, is_first=made.number == 1)
    return made


@write
def edition(*, by: Actor, at: datetime, **told: Any) -> Edition:
    """A seat announces an edition of the podium (see `announce_edition`)."""
    writer = may_post(by, at)
    made = podium.announce_edition(by=by, at=at, **told)
    if made.announced_at == at:  # else the same form was sent before
        check(writer, by, EDITION.key, made.public_id, at)
    return made


@write
def pitch(*, by: Actor, at: datetime, **told: Any) -> Pitch:
    """An initiator offers a pitch (see `offer_pitch`)."""
    writer = may_post(by, at)
    made = podium.offer_pitch(by=by, at=at, **told)
    check(writer, by, PITCH.key, made.public_id, at)
    return made


@write
def scan(*, by: Actor, at: datetime, **told: Any) -> Scan:
    """A person starts a scan with a question (see `start_scan`)."""
    writer = may_post(by, at)
    made = baseline.start_scan(by=by, at=at, **told)
    if made.at == at:
        check(writer, by, SCANNED.key, made.public_id, at)
    return made


@write
def area_value(*, by: Actor, at: datetime, **told: Any) -> AreaValue:
    """Who leads a scan proposes a value of the area (see `propose_value`)."""
    writer = may_post(by, at)
    made = baseline.propose_value(by=by, at=at, **told)
    if made.at == at:  # else the same form was sent before
        check(writer, by, WANTED.key, made.public_id, at)
    return made


@write
def observation(*, by: Actor, at: datetime, **told: Any) -> Observation:
    """A person writes down what they saw (see `observe`)."""
    writer = may_post(by, at)
    made = baseline.observe(by=by, at=at, **told)
    if made.at == at:
        check(writer, by, SEEN.key, made.public_id, at)
    return made


@write
def reading(*, by: Actor, at: datetime, **told: Any) -> Reading:
    """A person says how they read the figures (see `read_figures`)."""
    writer = may_post(by, at)
    made = baseline.read_figures(by=by, at=at, **told)
    check(writer, by, READ.key, made.public_id, at)
    return made


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
