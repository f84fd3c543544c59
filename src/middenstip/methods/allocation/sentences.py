"""The outcome in plain Dutch (B1), one sentence for each plan, with numbers."""

from __future__ import annotations

from collections.abc import Sequence

from .counted import Counted
from .fate import Fate
from .money import count_of, euro
from .rounds import Round

STAGES = {
    "rule": "",
    "completion": " bij het opmaken van wat er over was",
    "leftover": " uit wat er onder de plafonds over was",
}


def sentences(result: Counted, fates: Sequence[Fate]) -> tuple[str, ...]:
    """First the count as a whole, then every plan in the order of the list."""
    bought = {paid.project: paid for paid in result.rounds}
    return (
        *overview(result),
        *(sentence(result, fate, bought.get(fate.project)) for fate in fates),
    )


def overview(result: Counted) -> list[str]:
    """The whole outcome: money, voters with nothing, ties, the comparison."""
    budget, voters = result.election.budget, result.voters
    percent = round(voters.share_with_nothing * 100)
    said = [
        f"{len(result.winners)} van de {len(result.election.projects)} plannen winnen, "
        f"samen voor {euro(result.cost)} van {euro(budget)}.",
        f"{count_of(voters.with_nothing)} van de {count_of(voters.people)} stemmers ({percent}%) "
        "kozen geen enkel plan dat wint.",
    ]
    if result.share is not None:
        more = f", na {count_of(result.steps)} stappen van {euro(result.step)}" if result.steps else ""
        said.append(f"Elke stemmer kon {euro(result.share)} verdelen{more}.")
    said.extend(tie_sentence(step, number) for step, number in result.ties.items() if number)
    if result.ties.get("lot") and not result.rules.lot:
        said.append("Let op: er was geen zin voor de loting bekendgemaakt.")
    if result.comparison:
        said.append(comparison_sentence(result))
    said.extend(
        f"{part.neighbourhood}: {part.winners} van de {part.plans} plannen winnen, voor {euro(part.cost)}."
        for part in result.spread
    )
    return said


def tie_sentence(step: str, number: int) -> str:
    """How many ties a step decided."""
    times = "Eén keer stonden" if number == 1 else f"{number} keer stonden"
    return f"{times} plannen precies gelijk; toen besliste {TIES[step]}."


TIES = {"cost": "de laagste prijs", "votes": "de meeste stemmen", "lot": "het lot", "lexico": "het nummer"}


def comparison_sentence(result: Counted) -> str:
    """Which outcome more voters prefer, and what follows."""
    judged = result.comparison
    assert judged is not None
    stands = "blijft staan" if judged.stands else "vervalt"
    return (
        f"{count_of(judged.prefer_rule)} stemmers zijn beter af met {NAMES[judged.rule]} en "
        f"{count_of(judged.prefer_rival)} met {NAMES[judged.rival]}: "
        f"de uitslag van {NAMES[judged.rule]} {stands}."
    )


NAMES = {
    "greedy": "meeste stemmen",
    "mes": "gelijke delen",
    "bos": "gelijke delen met een tekort",
    "phragmen": "Phragmén",
}


def sentence(result: Counted, fate: Fate, bought: Round | None) -> str:
    """What happened to one plan."""
    label = result.election.projects[result.election.position(fate.project)].label
    start = f"{label} ({euro(fate.cost)}, {counted(result, fate)})"
    return f"{start} {won(bought) if bought else lost(result, fate)}"


def counted(result: Counted, fate: Fate) -> str:
    """Its votes, in the word that fits the ballots."""
    one, more = ("stem", "stemmen")
    if result.election.ballots.kind not in ("approval", "choose-1"):
        one, more = ("punt", "punten")
    return f"{count_of(fate.votes)} {one if fate.votes == 1 else more}"


def won(bought: Round) -> str:
    """How a plan was paid."""
    said = f"wint{STAGES[bought.stage]}"
    if bought.payers == 0:
        said += ": het kost niets"
    elif bought.price is not None and bought.gave_all is not None and bought.payers is not None:
        people = (
            "1 stemmer betaalt"
            if bought.payers == 1
            else f"{count_of(bought.payers)} stemmers betalen samen, elk"
        )
        said += f": {people} hoogstens {euro(bought.price)}"
        if bought.gave_all:
            gave = "gaf alles wat die nog had" if bought.gave_all == 1 else "gaven alles wat ze nog hadden"
            said += f"; {count_of(bought.gave_all)} van hen {gave}"
        if short := bought.cost - (bought.paid or 0):
            said += f"; samen kwamen ze {euro(short)} tekort, en dat betaalt het hele budget"
    return f"{said}. Daarna is er {euro(bought.left)} over."


def lost(result: Counted, fate: Fate) -> str:
    """Why a plan lost."""
    money = euro(fate.money or 0)
    reached = "" if fate.support is None or fate.support >= 100 else SHORT.format(fate.support)
    equal = (
        f" Het stond precies gelijk met {fate.tied_with}; toen besliste {TIES[fate.tie]}." if fate.tie else ""
    )
    why = {
        "above_budget": f"valt af: het kost meer dan het hele budget van {money}.",
        "min_votes": f"valt af: er waren minstens {count_of(result.rules.min_votes)} nodig.",
        "no_support": "valt af: niemand koos dit plan.",
        "excluded": f"valt af: het kan niet samen met {fate.blocker}, en dat plan wint.",
        "ceiling": f"valt af: het past niet meer onder het plafond van {fate.blocker}.",
        "too_few_backers": f"valt af: de stemmers hadden samen {money}, te weinig voor dit plan.{reached}",
        "money_spent": f"valt af: van het geld van de stemmers was nog {money} over, "
        f"want {money_to(fate.spent_on)}.{reached}",
        "no_room": f"valt af: toen dit plan aan de beurt was, was er nog {money} over.",
        "stopped": f"valt af: de telling stopte toen {fate.blocker} niet meer in het budget paste.",
    }[fate.reason]
    return why + equal


SHORT = " Zo haalde het {}% van wat nodig was."


def money_to(spent_on: Sequence[tuple[str, int]]) -> str:
    """Where the money of the backers went: the three largest."""
    parts = [f"{euro(money)} ging naar {name}" for name, money in spent_on[:3]]
    if not parts:
        return "het was verspreid over te veel plannen"
    return f"{', '.join(parts[:-1])} en {parts[-1]}" if len(parts) > 1 else parts[0]
