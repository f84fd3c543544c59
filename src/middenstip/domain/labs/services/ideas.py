"""Services for the wall of ideas: anybody pins one, a host lets it pass, and who wrote it takes it away."""

from __future__ import annotations

import secrets
from datetime import datetime

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.labs import facts, rules
from middenstip.domain.labs.lifecycle import IDEA_WAITS, MOST_IDEAS, MOST_IDEAS_WAITING
from middenstip.domain.labs.models import Lab, LabIdea
from middenstip.domain.labs.selectors import hosts_of
from middenstip.domain.labs.services.record import fresh, record_lab
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import has_contact
from middenstip.kernel.half import Half
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

GONE = "Dit idee is al weg."
CONTACT = "Haal het mailadres of het telefoonnummer weg. Iedereen kan dit straks lezen."


@write
@once(lambda public_id: LabIdea.objects.get(public_id=public_id))
def pin_idea(
    *, lab: Lab, text: str, half: str = "", key: str = "", public_id: str = "", at: datetime
) -> LabIdea:
    """Anybody writes an idea, without a name. Only the hosts read it until one lets it pass."""
    lab = fresh(lab)
    require(rules.may_pin(lab))
    text = typed.line(text)
    if not text:
        raise Invalid({"text": "Schrijf eerst je idee."})
    if has_contact(text):
        raise Invalid({"text": CONTACT})
    if half and half not in list(Half):
        raise Invalid({"half": "Kies een helft, of niets."})
    known = LabIdea.objects.filter(lab=lab)
    if known.count() >= MOST_IDEAS or known.filter(shown_at=None).count() >= MOST_IDEAS_WAITING:
        raise NotNow("De wand hangt vol. Probeer het over een paar dagen opnieuw.")
    idea = LabIdea(
        public_id=public_id or new_id(),
        lab=lab,
        text=text,
        half=half,
        secret=secrets.token_urlsafe(24),
        at=at,
    ).store()
    record_lab(facts.IdeaPinned, lab, None, at)
    return idea


@write
def pass_idea(*, by: Actor, idea: LabIdea, at: datetime) -> LabIdea:
    """A host lets it pass: from now on everyone reads it. Twice is once."""
    lab, idea = _held(idea)
    require(rules.may_manage(by, lab, hosts_of(lab)))
    if idea.shown_at:
        return idea
    idea.shown_at = at
    idea.store("shown_at")
    record_lab(facts.IdeaPassed, lab, by, at)
    return idea


@write
def drop_idea(*, by: Actor, idea: LabIdea, at: datetime) -> None:
    """A host takes it off the wall; nothing of it is kept."""
    lab, idea = _held(idea)
    require(rules.may_manage(by, lab, hosts_of(lab)))
    idea.delete()
    record_lab(facts.IdeaDropped, lab, by, at)


@write
def take_back_idea(*, idea: LabIdea, at: datetime) -> None:
    """The person who has the link takes it off the wall; nothing of it is kept."""
    lab, idea = _held(idea)
    idea.delete()
    record_lab(facts.IdeaDropped, lab, None, at)


@write
def name_idea(*, by: Actor, idea: LabIdea, initiative: Initiative, at: datetime) -> LabIdea:
    """Keep which initiative it became; it becomes one once."""
    lab, idea = _held(idea)
    if idea.initiative_id:
        raise NotNow("Van dit idee is al een initiatief gemaakt.")
    idea.initiative = initiative
    idea.store("initiative")
    record_lab(facts.IdeaGrew, lab, by, at)
    return idea


@write
def forget_ideas(*, at: datetime) -> int:
    """Delete what no host let pass in time; returns how many."""
    return LabIdea.objects.filter(shown_at=None, at__lt=at - IDEA_WAITS).delete()[0]


def _held(idea: LabIdea) -> tuple[Lab, LabIdea]:
    """The idea with its lab, locked. Raises `NotNow` when it is gone."""
    lab = fresh(Lab(pk=idea.lab_id))
    found = LabIdea.objects.filter(pk=idea.pk).first()
    if found is None:
        raise NotNow(GONE)
    return lab, found
