"""The result in plain Dutch, with the numbers that decided."""

from collections.abc import Sequence

from .rules import Rules


def percent(share: float) -> str:
    """A share as a whole percentage, cut so that it never rounds up over a threshold.

    >>> percent(0.509)
    '50%'
    """
    return f"{int(100 * share)}%"


def listing(names: Sequence[str]) -> str:
    """``a``, ``a en b``, ``a, b en c``.

    >>> listing(["bewoners", "overheid", "ondernemers"])
    'bewoners, overheid en ondernemers'
    """
    return " en ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def census_sentence(told: str, seen: int, members: int, sure: bool) -> str:
    """What a small half says: it is asked as a whole."""
    if seen < members and sure:
        return roll_sentence(told, members)
    if seen < members:
        return f"{told}; hier vragen we alle {members} leden, {members - seen} nog niet."
    verdict = "meer" if sure else "niet meer"
    return f"{told}; gemeten bij alle leden, {verdict} dan de helft van de {members} is het eens."


def roll_sentence(told: str, members: int) -> str:
    """What is known of a half before enough of it, or all of it, was asked."""
    return f"{told}; vrijwel zeker meer dan de helft van de {members} leden is het eens."


def sample_sentence(told: str, decisive: int, needed: int, lower: float, sure: bool, members: int) -> str:
    """What a sample of a half says."""
    if sure and (decisive < needed or lower <= 0.5):
        return roll_sentence(told, members)
    if decisive < needed:
        return f"{told}; dat is te weinig, {needed} keer eens of oneens is nodig."
    verdict = "vrijwel zeker meer" if sure else "niet zeker meer"
    return f"{told}; {verdict} dan de helft is het eens (ondergrens {percent(lower)})."


def statement_sentence(
    seen: int, hesitant: Sequence[str], halves: int, certified: bool, near: str | None, rules: Rules
) -> str:
    """What a statement means for common ground."""
    if not seen:
        return "Niemand heeft deze stelling gezien."
    if halves < rules.halves_needed:
        return shared(0, 0, halves, rules)
    if certified:
        return "Gemene grond: elke helft is het hier mee eens."
    if near:
        return f"Bijna: alleen de helft {near} twijfelt nog."
    return f"Geen gemene grond: er is geen zeker ja van {listing(hesitant)}."


def people(number: int) -> str:
    """``1 persoon``, ``2 mensen``."""
    return "1 persoon" if number == 1 else f"{number} mensen"


def overall(statements: int, voters: int, homeless: int, replaced: int) -> list[str]:
    """Who voted on how much, and whose votes were set aside."""
    told = [f"Aantal stellingen: {statements}. Aantal mensen dat stemde: {voters}."]
    if homeless:
        told.append(f"Zonder helft: {people(homeless)}; die stemmen tellen alleen mee in het geheel.")
    if replaced:
        told.append(f"Veranderde stemmen: {replaced}; de laatste telt.")
    return told


def shared(certified: int, near: int, halves: int, rules: Rules) -> str:
    """How much common ground there is."""
    if not halves:
        return "Er zijn geen helften gegeven; gemene grond is niet te meten."
    if halves < rules.halves_needed:
        return f"Er zijn maar {halves} van de {rules.halves_needed} helften; gemene grond is niet te meten."
    return f"Gemene grond van alle helften: {certified}. Bijna: {near}."
