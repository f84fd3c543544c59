"""The roles, each in one sentence that a lawyer can read, and who may hand them out."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.domain.areas.models import Area, Kind
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import YES, Verdict, no


@dataclass(frozen=True)
class Role:
    """One role: its key in code, its Dutch word, and what whoever holds it may do."""

    key: str
    word: str
    sentence: str


HANDLER = "handler"
CONNECTOR = "connector"
FACILITATOR = "facilitator"
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
            FACILITATOR,
            "gespreksleider",
            "Een gespreksleider leidt het gesprek aan een tafel in dit gebied en stemt daar niet mee.",
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
    """Only an administrator hands out roles, and only roles of the table."""
    if role not in ROLES:
        return no("Deze rol bestaat niet.")
    if not by.has_role(ADMIN):
        return no(ONLY_AN_ADMINISTRATOR)
    return YES


def may_appoint(by: Actor, area: Area) -> Verdict:
    """An administrator appoints people, in a gemeente or a wijk: there the desk looks for roles."""
    if not by.has_role(ADMIN):
        return no(ONLY_AN_ADMINISTRATOR)
    if area.kind not in (Kind.MUNICIPALITY, Kind.DISTRICT):
        return no("Een rol geldt in een gemeente of een wijk. Geef de rol daar.")
    return YES


def may_draw(by: Actor, area: Area) -> Verdict:
    """An administrator of an area draws own areas inside it; those hold no further areas."""
    if area.kind == Kind.OWN:
        return no("Dit gebied is zelf getekend. Teken een nieuw gebied in de gemeente of de wijk.")
    above = (area, area.district, area.municipality)
    if by.has_role(ADMIN, *(one.code for one in above if one)):
        return YES
    return no("Alleen een beheerder van dit gebied tekent er een eigen gebied in.")


def may_erase(by: Actor, person_id: str) -> Verdict:
    """You erase yourself; an administrator may do it on request."""
    if by.person_id == person_id or by.has_role(ADMIN):
        return YES
    return no("Je kunt alleen je eigen gegevens laten wissen.")
