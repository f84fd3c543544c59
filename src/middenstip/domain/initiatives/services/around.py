"""Who belongs to an initiative: a party is written down, approached, joins or refuses, and is taken away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from middenstip.domain.initiatives import facts, rules
from middenstip.domain.initiatives.lifecycle import AROUND, MOST_AROUND, REFUSES
from middenstip.domain.initiatives.models import Initiative, PartyAround
from middenstip.domain.initiatives.services.halves import hold_initiative
from middenstip.domain.initiatives.services.record import record_about
from middenstip.domain.initiatives.services.reins import share_reins
from middenstip.domain.parties.models import Organisation
from middenstip.domain.parties.selectors import half_around, organisation_named
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write

WORDS = ("found", "reached")
GONE = "Deze partij staat er niet meer bij."
KNOWN = "Deze partij staat er al bij."


@write
@once(again=lambda public_id: PartyAround.objects.get(public_id=public_id))
def add_party(
    *,
    by: Actor,
    initiative: Initiative,
    organisation: Organisation | None,
    name: str,
    half: str,
    words: Mapping[str, str],
    has_ticked: bool = False,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> PartyAround:
    """The initiator writes down a party: an organisation that is known here, or a name in own words.

    An organisation speaks for the half that it chose around the initiative, else for `half`. `words` may have
    `found` and `reached`. The first party asks for the tick about control (`has_ticked`).
    """
    require(rules.may_map(by, initiative))
    share_reins(by=by, initiative=initiative, has_ticked=has_ticked, at=at)
    name = typed.name("name", name)
    organisation = organisation or (organisation_named(name) if name else None)
    if organisation is None and not name:
        raise Invalid({"name": "Kies een organisatie, of schrijf welke groep het is."})
    if organisation:
        name, half = "", half_around(organisation, initiative.area) or half
    _check_half(half)
    rows = PartyAround.objects.filter(initiative=initiative)
    if rows.count() >= MOST_AROUND:
        raise NotNow(said("Er staan al %(count)s partijen. Haal er eerst een weg.", count=MOST_AROUND))
    if organisation and rows.filter(organisation=organisation).exists():
        raise Invalid({"organisation": KNOWN})
    if name and typed.folded(name) in {typed.folded(one) for one in rows.values_list("name", flat=True)}:
        raise Invalid({"name": KNOWN})
    party = PartyAround(
        public_id=public_id or new_id(),
        initiative=initiative,
        organisation=organisation,
        name=name,
        half=half,
        added_at=at,
        **_cleaned(words),
    ).store()
    record_about(facts.PartyAdded, initiative, by, at, half=half)
    return party


@write
def change_party(
    *, by: Actor, party: PartyAround, half: str, words: Mapping[str, str], state: str, at: datetime
) -> PartyAround:
    """Change what is written about a party, and how far it is; `words` may have `why_not` too."""
    party = _fresh(party)
    require(rules.may_map(by, party.initiative))
    new = {**_cleaned(words), "half": half}
    if party.organisation:
        new["half"] = half_around(party.organisation, party.initiative.area) or half
    _check_half(new["half"])
    moves = state != party.state
    after = AROUND.after(party.state, state) if moves else state
    why_not = typed.line(words.get("why_not", "")) if after == REFUSES else ""
    if after == REFUSES and not why_not:
        raise Invalid({"why_not": "Schrijf op waarom deze partij niet wil. Daar leert een ander van."})
    new |= {"state": after, "why_not": why_not}
    changed = [key for key, value in new.items() if getattr(party, key) != value]
    if not changed:
        return party
    for key in changed:
        setattr(party, key, new[key])
    party.store(*changed)
    if moves:
        record_about(facts.PartyMoved, party.initiative, by, at, half=party.half, state=after)
    else:
        record_about(facts.PartyRewritten, party.initiative, by, at, is_gone=False)
    return party


@write
def drop_party(*, by: Actor, party: PartyAround, at: datetime) -> None:
    """The initiator takes a party away from the map."""
    party = _fresh(party)
    require(rules.may_map(by, party.initiative))
    initiative = party.initiative
    party.delete()
    record_about(facts.PartyRewritten, initiative, by, at, is_gone=True)


def _fresh(party: PartyAround) -> PartyAround:
    """The row as it is now, with its initiative locked: one change of the map at a time."""
    hold_initiative(party.initiative_id)
    rows = PartyAround.objects.select_related("organisation", "initiative__area", "initiative__initiator")
    found = rows.filter(pk=party.pk).first()
    if found is None:
        raise NotNow(GONE)
    return found


def _cleaned(words: Mapping[str, str]) -> dict[str, str]:
    return {key: typed.line(words.get(key, "")) for key in WORDS}


def _check_half(half: str) -> None:
    if half not in list(Half):
        raise Invalid({"half": "Kies bij welke helft deze partij hoort."})
