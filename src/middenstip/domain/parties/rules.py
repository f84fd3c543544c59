"""The roles, each described in one sentence, and who may grant them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from middenstip.domain.areas.models import Area, Kind
from middenstip.domain.parties.models import Seat
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.verdict import YES, Invalid, Verdict, no


@dataclass(frozen=True)
class Role:
    """One role: its key in code, its Dutch word, and what it allows.

    With a role that `sees_people`, somebody can read personal data of others: where roles are guarded it
    counts only after logging in with a passkey, and its session lasts `hours`.
    """

    key: str
    word: str
    sentence: str
    sees_people: bool = True
    hours: int = 12


HANDLER = "handler"
CONNECTOR = "connector"
MANAGER = "manager"
FACILITATOR = "facilitator"
MODERATOR = "moderator"
ADMIN = "admin"

ROLES = {
    role.key: role
    for role in (
        Role(
            HANDLER,
            "behandelaar",
            "Een behandelaar neemt zaken aan bij de balie van dit gebied, schrijft het gesprek op, spreekt "
            "af wie wat doet en geeft antwoord, maar verandert nooit doel of aanpak van een initiatief.",
        ),
        Role(
            CONNECTOR,
            "verbinder",
            "Een verbinder zoekt in dit gebied mensen en plekken bij elkaar, neemt op wat in geen hokje past "
            "en mag een tafel openen, maar stemt alleen voor de helft van de eigen zetel.",
        ),
        Role(
            MANAGER,
            "leidinggevende",
            "Een leidinggevende hoort het als een termijn bij een balie in dit gebied voorbij is, ziet wat "
            "daar blijft liggen, en besluit niet over een initiatief.",
        ),
        Role(
            FACILITATOR,
            "gespreksleider",
            "Een gespreksleider leidt het gesprek aan een tafel in dit gebied en stemt daar niet mee.",
            sees_people=False,
        ),
        Role(
            MODERATOR,
            "moderator",
            "Een moderator kijkt in dit gebied na wat gemeld is, besluit met een regel en een reden, "
            "en oordeelt nooit over een eigen tekst.",
        ),
        Role(
            ADMIN,
            "beheerder",
            "Een beheerder richt het platform in, tekent eigen gebieden, geeft en beëindigt rollen, "
            "en beslist nergens over mee.",
        ),
    )
}


ONLY_AN_ADMINISTRATOR = "Alleen een beheerder geeft en beëindigt rollen."


def may_grant(by: Actor, role: str) -> Verdict:
    """Only an administrator grants roles, and only roles in the table."""
    if role not in ROLES:
        return no("Deze rol bestaat niet.")
    if not by.has_role(ADMIN):
        return no(ONLY_AN_ADMINISTRATOR)
    return YES


def may_appoint(by: Actor, area: Area) -> Verdict:
    """An administrator appoints people, in a gemeente or a wijk: the desk looks up roles only there."""
    if not by.has_role(ADMIN):
        return no(ONLY_AN_ADMINISTRATOR)
    if area.kind not in (Kind.MUNICIPALITY, Kind.DISTRICT):
        return no("Een rol geldt in een gemeente of een wijk. Geef de rol daar.")
    return YES


def may_confirm(by: Actor, seat: Seat, is_own: bool, counts: bool) -> Verdict:
    """Who may confirm a claim: an administrator of the area, or a seat that `counts` for that half there.

    Nobody confirms a seat of their own (`is_own`).
    """
    if is_own:
        return no("Je eigen zetel bevestigt een ander.")
    around = (seat.area, seat.area.district, seat.area.municipality)
    if counts or by.has_role(ADMIN, *(area.code for area in around if area)):
        return YES
    return no("Bevestigen doet de beheerder, of wie hier al voor deze helft zit.")


def may_decide_application(by: Actor, around: Sequence[str], is_own: bool, counts: bool) -> Verdict:
    """Who may let an organisation take part: an administrator of the area (codes `around` it), or a seat that
    `counts` for that half there. Nobody decides about an own application (`is_own`)."""
    if is_own:
        return no("Over je eigen aanvraag beslist een ander.")
    if counts or by.has_role(ADMIN, *around):
        return YES
    return no("Hierover beslist de beheerder, of wie hier al voor deze helft zit.")


def may_set_terms(by: Actor, organisation: int, own: int) -> Verdict:
    """A manager sets the terms of the own organisation (keys), an administrator those of any."""
    if by.has_role(ADMIN) or (organisation == own and any(role == MANAGER for role, _code in by.grants)):
        return YES
    return no("De termijnen van een organisatie kiest haar leidinggevende of een beheerder.")


def may_write_logic(by: Actor, organisation: int, own: int) -> Verdict:
    """A seat of the own organisation (keys) writes how it works; nobody does that for another."""
    if organisation == own:
        return YES
    return no("Hoe een organisatie werkt, schrijft wie er een zetel heeft.")


def check_logic(*, decides: str, takes: str, budget_month: int | None, may_not: str, words: str) -> None:
    """`Invalid` without how it decides and how long that takes, and for a word without its meaning."""
    errors = {} if decides else {"decides": "Schrijf op hoe jullie beslissen."}
    if not takes:
        errors["takes"] = "Schrijf op hoe lang dat meestal duurt."
    if budget_month is not None and not 1 <= budget_month <= 12:
        errors["budget_month"] = "Kies een maand."
    for line in words.splitlines():
        word, _colon, meaning = line.partition(":")
        if not word.strip() or not meaning.strip():
            errors["words"] = "Schrijf op elke regel een woord, een dubbele punt, en wat het betekent."
    if errors:
        raise Invalid(errors)


def may_read_handover(by: Actor, seat: Seat) -> Verdict:
    """What a seat still owes is read by who sits there, the manager of its area, and administrators."""
    codes = [one.code for one in (seat.area, seat.area.district, seat.area.municipality) if one]
    if by.seat_id == seat.pk or by.has_role(MANAGER, *codes) or by.has_role(ADMIN, *codes):
        return YES
    return no("De overdracht lezen wie in deze zetel zit en de leidinggevende.")


def may_answer_handover(by: Actor, seat: Seat) -> Verdict:
    """Who sits in the seat now says whether they take over what it still owes."""
    if by.seat_id == seat.pk:
        return YES
    return no("Dit bevestigt wie nu in deze zetel zit.")


def may_draw(by: Actor, area: Area) -> Verdict:
    """An administrator of an area may draw areas inside it; nothing can be drawn inside a drawn area."""
    if area.kind == Kind.OWN:
        return no("Dit gebied is zelf getekend. Teken een nieuw gebied in de gemeente of de wijk.")
    if area.kind == Kind.PROVINCE:
        return no("Een provincie is te groot. Teken een eigen gebied in de gemeente of de wijk.")
    above = (area, area.district, area.municipality)
    if by.has_role(ADMIN, *(one.code for one in above if one)):
        return YES
    return no("Alleen een beheerder van dit gebied tekent er een eigen gebied in.")


def may_erase(by: Doer, person_id: str) -> Verdict:
    """People may erase themselves; an administrator may erase a person who asked for it."""
    if by.person_public_id == person_id or (isinstance(by, Actor) and by.has_role(ADMIN)):
        return YES
    return no("Je kunt alleen je eigen gegevens laten wissen.")
