"""Who belongs to an initiative, as plain values for the picture and the list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop
from django.utils.translation import ngettext

from middenstip.domain.gatherings.lifecycle import INVITE
from middenstip.domain.initiatives.lifecycle import APPROACHED, AROUND, JOINS
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.domain.reports.selectors.around import BEGAN, NEAR, Party, empty_halves
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked
from middenstip.kernel.half import Half, bits_of
from middenstip.web.shared.around import around_svg, dot_svg
from middenstip.web.shared.svg import half_word

WAYS = {
    BEGAN: _noop("begon dit initiatief"),
    "partners": _noop("helpt mee"),
    "all_tables": _noop("zit aan tafel"),
    "all_signers": _noop("tekende een afspraak"),
    "project_team": _noop("zit in het team"),
}


def present(
    parties: Sequence[Party], initiative: Initiative, seats: Iterable[Seat], can_map: bool
) -> dict[str, Any]:
    """Values for `initiatives/around.html`. `seats` are those that this reader can invite."""
    numbered = list(enumerate(parties, start=1))
    to_invite = {seat.side.organisation.public_id for seat in seats if seat.side}
    gaps = empty_halves(parties)
    sides: list[dict[str, Any]] = []
    for half in Half:
        here = [(number, one) for number, one in numbered if one.half == half]
        sides.append(
            {
                "half": half.value,
                "is_empty": half in gaps,
                "here_text": _here([one for _number, one in here]),
                "parties": [_party(number, one, initiative, to_invite, can_map) for number, one in here],
            }
        )
    dots = {half.value: [(n, one.state) for n, one in numbered if one.half == half] for half in Half}
    bits = bits_of(one.half for one in parties if one.state == JOINS)
    said = [f"{half_word(side['half']).capitalize()}: {side['here_text']}." for side in sides]
    return {
        "sides": sides,
        "gaps": _gap_words(gaps),
        "picture": around_svg(dots, bits, " ".join((_("Wie hoort erbij."), *said))),
        "key": [{"mark": dot_svg("", state), "words": _(AROUND.words[state])} for state in NEAR],
    }


def _here(parties: Sequence[Party]) -> str:
    """*1 doet mee, 2 benaderd*, or *nog niemand*."""
    joins = sum(one.number for one in parties if one.state == JOINS)
    asked = sum(one.number for one in parties if one.state == APPROACHED)
    others = sum(one.number for one in parties) - joins - asked
    said = []
    if joins:
        said.append(ngettext("%(n)s doet mee", "%(n)s doen mee", joins) % {"n": joins})
    if asked:
        said.append(ngettext("%(n)s benaderd", "%(n)s benaderd", asked) % {"n": asked})
    if others and not said:
        said.append(ngettext("nog %(n)s te benaderen", "nog %(n)s te benaderen", others) % {"n": others})
    return ", ".join(said) or _("nog niemand")


def _gap_words(gaps: Sequence[Half]) -> str:
    """*Hier zit nog een gat: niemand van de overheid en van de ondernemers.*"""
    if not gaps:
        return _("Van alle drie de helften doet iemand mee, of is iemand gevraagd.")
    names = _(" en ").join(half_word(half) for half in gaps)
    return _("Hier zit nog een gat: %(halves)s. Niemand van hen doet mee of is gevraagd.") % {"halves": names}


def _party(
    number: int, one: Party, initiative: Initiative, to_invite: set[str], can_map: bool
) -> dict[str, Any]:
    written = one.written
    name = masked(one.name)
    if one.number > 1:
        name = _("%(name)s (%(n)s mensen)") % {"name": name, "n": one.number}
    ask = one.organisation in to_invite and one.state != JOINS and one.invite is None
    return {
        "mark": dot_svg(number, one.state),
        "number": number,
        "name": name,
        "url": path_to("organisation", one.organisation) if one.organisation else "",
        "state": _(AROUND.words[one.state]),
        "ways": ", ".join(_(WAYS[way]) for way in one.ways if way in WAYS),
        "invite": _invite(one),
        "found": masked(written.found) if written else "",
        "reached": masked(written.reached) if written else "",
        "why_not": masked(written.why_not) if written else "",
        "change_url": reverse("initiatives:party", args=[initiative.public_id, written.public_id])
        if written and can_map
        else "",
        "ask_url": f"{reverse('gatherings:invites', args=[initiative.public_id])}"
        f"?{urlencode({'organisatie': one.organisation})}#vraag"
        if ask
        else "",
    }


def _invite(one: Party) -> dict[str, str] | None:
    if one.invite is None:
        return None
    words = _("gevraagd in het proces: %(answer)s") % {"answer": _(INVITE.words[one.invite.state])}
    return {"url": path_to("process_invite", one.invite.public_id), "words": words}
