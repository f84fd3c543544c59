"""The result in plain Dutch: each sentence holds the numbers that decided."""

from fractions import Fraction

from .ballots import Tally

STATUS_QUO = (
    "Alles blijft zoals het is; de drie tellingen en het verhaal van de minderheid "
    "gaan als advies naar wie bevoegd is."
)


def percent(share: Fraction) -> str:
    """A share as a percentage with one decimal, Dutch comma, cut (never rounded up over a threshold).

    >>> percent(Fraction(2, 3)), percent(Fraction(3, 4))
    ('66,6%', '75%')
    """
    whole, tenth = divmod(share.numerator * 1000 // share.denominator, 10)
    return f"{whole},{tenth}%" if tenth else f"{whole}%"


def vote_sentence(
    name: str, tally: Tally, quorum: int, share: Fraction, majority: Fraction, says_yes: bool
) -> str:
    """Why a half says JA or NEE in a vote."""
    counted = f"{tally.ja} keer ja op {tally.decisive} beslissende stemmen"
    if says_yes:
        return f"De helft {name} zegt JA: {counted}, en {quorum} keer ja was genoeg."
    if not tally.decisive:
        return f"De helft {name} zegt geen JA: niemand stemde ja of nee, en {quorum} keer ja is nodig."
    if share == majority == Fraction(1, 2):
        return f"De helft {name} zegt NEE: {counted}; gelijk is geen meerderheid."
    if share <= majority:
        needed = "de helft" if majority == Fraction(1, 2) else f"{majority}"
        return f"De helft {name} zegt NEE: {counted}; dat is niet meer dan {needed}."
    return f"De helft {name} zegt geen JA: {tally.ja} keer ja is te weinig, {quorum} is nodig."


def consent_sentence(name: str, tally: Tally, roll: int, quorum: int, says_yes: bool) -> str:
    """Why a half consents or not."""
    if says_yes:
        return (
            f"De helft {name} heeft geen overwegend bezwaar: {tally.ja} keer 'geen bezwaar' ({quorum} nodig) "
            f"en {tally.objections} keer bezwaar met redenen, op {roll} mensen."
        )
    if tally.ja < quorum:
        return f"De helft {name} geeft geen consent: {tally.ja} keer 'geen bezwaar', {quorum} is nodig."
    return (
        f"De helft {name} geeft geen consent: {tally.objections} keer bezwaar met redenen, op {roll} mensen."
    )


def mean_sentence(mean: Fraction, needed: Fraction) -> str:
    """Whether the three shares together reach the common threshold."""
    verdict = "dat is genoeg" if mean >= needed else "dat is te weinig"
    return f"Gemiddeld over de drie helften is {percent(mean)} ja; {verdict}, want {needed} is nodig."


def outcome_sentence(outcome: str, number: int, rounds_left: int) -> str:
    """What the last counted round means."""
    if outcome == "aangenomen":
        return f"Het voorstel is aangenomen in ronde {number}."
    if outcome == "patstelling":
        return f"Na ronde {number} kwam er geen nieuwe tekst: een patstelling. {STATUS_QUO}"
    if rounds_left:
        again = "1 ronde" if rounds_left == 1 else f"{rounds_left} rondes"
        return f"Het voorstel is in ronde {number} niet aangenomen; met een nieuwe tekst kan het nog {again}."
    return f"Na {number} rondes is er geen gezamenlijk besluit: het voorstel is niet aangenomen. {STATUS_QUO}"
