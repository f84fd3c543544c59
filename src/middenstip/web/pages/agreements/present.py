"""The values that show an agreement on its page."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.domain.agreements import rules
from middenstip.domain.agreements.lifecycle import (
    AGREEMENT,
    DONE,
    NOT_MET,
    OPEN,
    PROPOSED,
    VOID,
    WITHDRAWN,
    is_late,
)
from middenstip.domain.agreements.models import Agreement, Signature
from middenstip.domain.agreements.selectors import agreement_at
from middenstip.domain.agreements.services import sentence_for
from middenstip.domain.agreements.turns import turn as turn_of
from middenstip.domain.parties.models import Organisation, Seat
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Verdict
from middenstip.web.shared.dates import days_left, long_date, moment
from middenstip.web.shared.turns import is_for
from middenstip.web.shared.words import first_words, in_words

# Words with a capital only because they begin a sentence; any other word may be a name.
SMALL = {"De", "Het", "Een", "In", "Op", "Er", "We", "Wij", "Ik", "Elke", "Alle", "Iedere", "Voor", "Met"}


def present(
    agreement: Agreement, signatures: list[Signature], reader: Actor | None, today: date
) -> dict[str, Any]:
    """Everything on the page of one agreement, except the forms."""
    late = is_late(agreement.state, agreement.due_on, today)
    turn = turn_of(agreement_at(agreement, signatures), today)
    closer = _closer(agreement, signatures)
    return {
        "title": _("Afspraak: %(what)s") % {"what": promise(agreement.what)},
        "description": first_words(agreement.what),
        "crumbs": _crumbs(agreement),
        "agreement": agreement,
        "turn": turn,
        "is_mine": is_for(turn, reader),
        "ball_with": turn.who.name if turn else "",
        "closer": closer,
        "is_late": late,
        "late_text": days_left(agreement.due_on, today) if late else "",
        "is_to_sign": agreement.state == PROPOSED and bool(rules.may_sign_now(agreement, today)),
        "parties": _parties(agreement),
        "paper": _paper(agreement, signatures, late, today),
        "lines": _steps(agreement, signatures),
        **_can(agreement, signatures, reader, today),
    }


def _crumbs(agreement: Agreement) -> list[dict[str, Any]]:
    if not agreement.goal:
        return [{"url": reverse("agreements:index"), "label": _("Afspraken")}]
    url = reverse("goals:detail", args=[agreement.goal.public_id])
    table = {"url": url, "label": agreement.goal.title, "is_title": True}
    return [{"url": reverse("goals:index"), "label": _("Tafels")}, table]


def promise(what: str) -> str:
    """The first sentence without its full stop, for *belooft aan Y: …, uiterlijk op …*."""
    first = re.split(r"(?<=[.!?])\s|\n", what.strip(), maxsplit=1)[0].rstrip(".")
    return first[:1].lower() + first[1:] if first.partition(" ")[0] in SMALL else first


def party_of(seat: Seat, signatures: list[Signature]) -> str:
    """Display name of one side of an agreement: the organisation, or else the person in the seat."""
    if seat.side:
        return seat.side.organisation.name
    holder = next((_holder(row) for row in signatures if row.seat_id == seat.pk), "")
    return holder or seat.title


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _parties(agreement: Agreement) -> list[Organisation]:
    """The organisations on both sides; a person's own seat has none."""
    sides = [seat.side for seat in (agreement.promisor, agreement.promisee) if seat.side]
    return list(dict.fromkeys(side.organisation for side in sides))


def sides_of(agreement: Agreement, signatures: list[Signature]) -> dict[str, str]:
    """The display names of both sides, as in the printed agreement."""
    return {
        "promisor": _capital(party_of(agreement.promisor, signatures)),
        "promisee": party_of(agreement.promisee, signatures),
    }


def _paper(agreement: Agreement, signatures: list[Signature], late: bool, today: date) -> dict[str, Any]:
    """The variables of `components/paper.html`."""
    due, what = long_date(agreement.due_on), agreement.what.strip()
    short = promise(what)
    promisor, promisee = agreement.promisor, agreement.promisee
    sides = sides_of(agreement, signatures)
    rows = [
        {"label": _("Wie"), "text": _named(promisor, signatures), "half": promisor.half},
        {"label": _("Aan wie"), "text": _named(promisee, signatures), "half": promisee.half},
        {"label": _("Wat"), "text": what if what.rstrip(".").lower() != short.lower() else ""},
        {
            "label": _("Uiterlijk"),
            "text": due + (f" ({days_left(agreement.due_on, today)})" if late else ""),
        },
        {"label": _("Niet gehaald omdat"), "text": agreement.why_not},
    ]
    return {
        "status_text": _status(agreement, signatures, late, today),
        "is_done": agreement.state in (OPEN, DONE),
        "promiser": sides["promisor"],
        "receiver": sides["promisee"],
        "what": short,
        "due_text": due,
        "rows": [row for row in rows if row["text"]],
        "conditions": [{"text": line} for line in agreement.conditions.splitlines()],
        "signatures": [_signature(row) for row in signatures],
        "unsigned_text": _("Niet getekend") if agreement.state in VOID else _("Nog niet getekend"),
        "footer_lines": _footer(agreement),
    }


def _footer(agreement: Agreement) -> list[str]:
    words = {"number": agreement.number, "id": agreement.public_id}
    lines = [_("Wie tekent, tekent voor een functie. Komt daar een ander, dan blijft de afspraak staan.")]
    if agreement.goal:
        words["table"] = agreement.goal.title
        return [*lines, _("Hoort bij de tafel %(table)s. Versie %(number)s. Kenmerk %(id)s.") % words]
    return [*lines, _("Versie %(number)s. Kenmerk %(id)s.") % words]


def _status(agreement: Agreement, signatures: list[Signature], late: bool, today: date) -> str:
    if late:
        return days_left(agreement.due_on, today).capitalize()
    if agreement.state != PROPOSED:
        return _(AGREEMENT.words[agreement.state]).capitalize()
    if not rules.may_sign_now(agreement, today):
        return _("Kan nu niet getekend worden")
    left = len([row for row in signatures if not row.at])
    return ngettext("Wacht op %(n)s handtekening", "Wacht op %(n)s handtekeningen", left) % {"n": left}


def _signature(row: Signature) -> dict[str, str]:
    """One place to sign: the sentence that was signed, or that will be."""
    signed = moment(row.at) if row.at else ""
    if row.at and row.on_paper:
        signed += _(", op papier")
    return {
        "half": row.seat.half,
        "sentence": row.sentence or in_words(sentence_for(row.seat)),
        "name": row.person.shown_name if row.at and row.person else "",
        "signed_text": signed,
    }


def _holder(row: Signature) -> str:
    if row.person:
        return row.person.shown_name
    return getattr(row, "holder", None) or ""


def _named(seat: Seat, signatures: list[Signature]) -> str:
    name = party_of(seat, signatures)
    return _capital(name if name == seat.title else f"{name}, {seat.title}")


def _steps(agreement: Agreement, signatures: list[Signature]) -> list[dict[str, str]]:
    """The progress of the agreement, for `components/progress.html`."""
    signed, state = len([row for row in signatures if row.at]), agreement.state
    proposed = f"{long_date(agreement.proposed_at)} · {agreement.proposed_by.label}"
    count = {"n": signed, "all": len(signatures)}
    due = {"date": long_date(agreement.due_on)}
    closer = {"who": _capital(_closer(agreement, signatures))}
    closed = long_date(agreement.closed_at) if agreement.closed_at else ""
    steps = [
        (_("Voorgesteld"), proposed),
        (
            _("Tekenen"),
            ngettext("%(n)s van de %(all)s tekende", "%(n)s van de %(all)s tekenden", signed) % count,
        ),
    ]
    if state in VOID:
        steps.append((_("Ingetrokken") if state == WITHDRAWN else _("Vervallen"), closed))
        return _marked(steps, 3)
    steps.append((_("Loopt"), _("uiterlijk %(date)s") % due))
    if state == NOT_MET:
        steps.append((_("Niet gehaald"), agreement.why_not))
    else:
        steps.append((_("Gedaan"), closed or _("%(who)s zegt of het klaar is") % closer))
    return _marked(steps, {PROPOSED: 1, OPEN: 2}.get(state, 4))


def _marked(steps: list[tuple[str, str]], now: int) -> list[dict[str, str]]:
    """The steps, of which those before `now` (counted from 0) are done."""
    states = ["gedaan" if place < now else "nu" if place == now else "" for place in range(len(steps))]
    return [{"title": t, "text": text, "state": s} for (t, text), s in zip(steps, states, strict=True)]


def _can(
    agreement: Agreement, signatures: list[Signature], reader: Actor | None, today: date
) -> dict[str, Any]:
    """What the reader can do now, and else why not. Every act checks the same rules again."""
    none: dict[str, Any] = {f"can_{act}": False for act in ("sign", "change", "withdraw", "keep", "miss")}
    none |= {"has_signed": False, "sentence": "", "why_not": ""}
    if reader is None:
        return none
    state, mine = agreement.state, next((row for row in signatures if row.seat_id == reader.seat_id), None)
    signers = {row.seat_id for row in signatures}
    to_gone, by_gone = _is_gone(agreement.promisee_id, signatures), _has_no_proposer(signatures)
    may = {
        "sign": mine and not mine.at and _may_sign(reader, agreement, signatures, today),
        "change": rules.may_change(reader, signers),
        "withdraw": rules.may_withdraw(reader, agreement, signers, by_gone),
        "keep": (keep := rules.may_keep(reader, agreement, signers, to_gone)),
        "miss": rules.may_miss(reader, agreement, signers, to_gone),
    }
    verdict = _may_sign(reader, agreement, signatures, today) if state == PROPOSED else keep
    return none | {
        **{f"can_{act}": bool(allowed) and AGREEMENT.allows(state, act) for act, allowed in may.items()},
        "has_signed": bool(mine and mine.at and state == PROPOSED),
        "sentence": _signature(mine)["sentence"] if mine else "",
        "why_not": in_words(verdict.reason) if state in (PROPOSED, OPEN) else "",
    }


def _may_sign(reader: Actor, agreement: Agreement, signatures: list[Signature], today: date) -> Verdict:
    return rules.may_sign(reader, signatures) and rules.may_sign_now(agreement, today)


def _is_gone(seat: int, signatures: list[Signature]) -> bool:
    """Whether this seat (a key), one of the signers, is empty."""
    return any(row.seat_id == seat and getattr(row, "holder", "") is None for row in signatures)


def _closer(agreement: Agreement, signatures: list[Signature]) -> str:
    """The side that says whether it is done: see `rules.may_keep`."""
    if not _is_gone(agreement.promisee_id, signatures):
        return party_of(agreement.promisee, signatures)
    if rules.has_other_signer(agreement, {row.seat_id for row in signatures}):
        return _("een ander die tekende")
    return _("de initiatiefnemer")


def _has_no_proposer(signatures: list[Signature]) -> bool:
    return all(getattr(row, "proposer", "") is None for row in signatures)
