"""The policies of all rooms, collected. A test refuses a room that is not in this list."""

from __future__ import annotations

from typing import Any

from middenstip.notices.audience import Audience
from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import Policy, Post
from middenstip.notices.rooms import (
    advice,
    agreements,
    areas,
    baseline,
    budgeting,
    deliberation,
    files,
    gatherings,
    goals,
    initiatives,
    intake,
    labs,
    learning,
    matching,
    moderation,
    parties,
    podium,
    projects,
    questions,
    reactions,
    signals,
    site,
)

POSTS: dict[str, Post] = {
    "areas": areas.POST,
    "parties": parties.POST,
    "files": files.POST,
    "site": site.POST,
    "baseline": baseline.POST,
    "initiatives": initiatives.POST,
    "goals": goals.POST,
    "labs": labs.POST,
    "budgeting": budgeting.POST,
    "learning": learning.POST,
    "podium": podium.POST,
    "gatherings": gatherings.POST,
    "deliberation": deliberation.POST,
    "questions": questions.POST,
    "intake": intake.POST,
    "matching": matching.POST,
    "advice": advice.POST,
    "agreements": agreements.POST,
    "reactions": reactions.POST,
    "projects": projects.POST,
    "moderation": moderation.POST,
    "signals": signals.POST,
}


def _policies() -> dict[str, tuple[Policy, ...]]:
    """Policies by kind of fact. A person gets the first letter that fits, so followers come last."""
    found: dict[str, list[Policy]] = {}
    for post in POSTS.values():
        for fact, heard in post.heard.items():
            if isinstance(heard, tuple):
                found.setdefault(fact.kind, []).extend(heard)
    return {kind: tuple(sorted(some, key=lambda one: one.is_follow)) for kind, some in found.items()}


POLICIES = _policies()
AUDIENCES: dict[str, Audience] = {
    audience.key: audience for some in POLICIES.values() for policy in some for audience in policy.to
}
THINGS = {noun: find for post in POSTS.values() for noun, find in post.things.items()}


def gaps_for(kind: str, dossier: Dossier) -> dict[str, Any]:
    """The extra template variables that the rooms give for this kind of fact."""
    gaps: dict[str, Any] = {}
    for post in POSTS.values():
        if any(fact.kind == kind for fact in post.heard):
            gaps |= post.gaps(dossier)
    return gaps
