"""Who may set up the platform, and which colours people can read."""

from __future__ import annotations

from middenstip.domain.parties.rules import ADMIN
from middenstip.kernel import colour
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import YES, Verdict, no, said

MAIN_IS_PALE = (
    "Deze kleur heeft %(found)s : 1 contrast. Voor letters is %(least)s : 1 nodig. "
    "Kies een donkerder kleur, bijvoorbeeld %(other)s."
)
BALL_IS_PALE = (
    "Deze kleur heeft %(found)s : 1 contrast met wit. Voor een merkje is %(least)s : 1 nodig. "
    "Kies een donkerder kleur."
)
NO_COLOUR = "Schrijf de kleur als # met zes cijfers of letters, zoals #006d77."


def may_set_up(by: Actor | None) -> Verdict:
    """An administrator of the whole platform."""
    if by and by.has_role(ADMIN):
        return YES
    return no("Dit doet een beheerder van het platform.")


def is_readable(main: str) -> Verdict:
    """Whether text and buttons in this colour can be read, and text on its tints (WCAG AA)."""
    if not colour.is_colour(main):
        return no(NO_COLOUR)
    found, least = colour.poorest(colour.own_scale(main))
    if found < least:
        other = colour.scale(main)[500]
        return no(said(MAIN_IS_PALE, found=ratio(found), least=ratio(least), other=other))
    return YES


def is_seen(ball: str) -> Verdict:
    """Whether a mark in this colour stands out on white (WCAG AA)."""
    if not colour.is_colour(ball):
        return no(NO_COLOUR)
    found = colour.contrast(ball, colour.WHITE)
    if found < colour.GRAPHIC:
        return no(said(BALL_IS_PALE, found=ratio(found), least=ratio(colour.GRAPHIC)))
    return YES


def ratio(value: float) -> str:
    """A contrast in Dutch notation, rounded down so that a refusal never shows what is enough: *4,4*."""
    return f"{int(value * 10) / 10:.1f}".replace(".", ",")
