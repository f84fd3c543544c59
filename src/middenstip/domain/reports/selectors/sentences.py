"""One Dutch sentence for every kind of fact: short, active, in the past tense.

A sentence holds at most one of {initiative}, {goal}, {agreement}: that name becomes the link. Other
gaps are {who} (whoever did it), {seat}, {broker} and {organisation}, and the fact's own data. Where the
words depend on the data, a sentence is a `Choice`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Choice:
    """The words that fit the value of one key of the data; `other` when none does."""

    key: str
    words: Mapping[str, str]
    other: str


LINKS = ("initiative", "goal", "agreement")

SENTENCES: dict[str, str | Choice] = {
    "area.drawn": "{who} tekende een eigen gebied.",
    "organisation.side_chosen": "{organisation} koos een helft: {chosen}.",
    "initiative.submitted": Choice(
        "on_paper",
        {"True": "{who} schreef aan de balie een idee op: {initiative}."},
        "{who} vertelde een idee: {initiative}.",
    ),
    "initiative.changed": "{who} veranderde de tekst van {initiative}.",
    "initiative.moved": Choice(
        "has_place",
        {"True": "{who} koos een plek voor {initiative}."},
        "{who} zocht weer een plek voor {initiative}.",
    ),
    "initiative.themes_chosen": "{who} koos andere thema’s voor {initiative}.",
    "initiative.hybrid_chosen": Choice(
        "is_hybrid",
        {"True": "{who} wilde met {initiative} ook geld gaan verdienen."},
        "{who} wilde met {initiative} geen geld meer verdienen.",
    ),
    "initiative.reins_changed": "{who} schreef op wat vastligt en wat open is bij {initiative}.",
    "initiative.updated": "{who} vertelde nieuws over {initiative}.",
    "initiative.help_accepted": "{who} zei ja tegen hulp van {seat} bij {initiative}.",
    "initiative.help_ended": "{seat} stopte met helpen bij {initiative}.",
    "initiative.connector_named": Choice(
        "is_self",
        {"True": "{who} werd de verbinder van {initiative}."},
        "{who} koos {seat} als verbinder voor {initiative}.",
    ),
    "initiative.stopped": Choice(
        "by_desk",
        {"True": "{who} sloot {initiative} af, want de initiatiefnemer is weg."},
        "{who} stopte met {initiative}.",
    ),
    "initiative.finished": Choice(
        "outcome",
        {
            "gelukt": "{who} rondde {initiative} af: het is gelukt.",
            "deels": "{who} rondde {initiative} af: het is deels gelukt.",
            "mislukt": "{who} rondde {initiative} af: het is niet gelukt.",
        },
        "{who} rondde {initiative} af.",
    ),
    "case.taken": Choice(
        "is_over",
        {"True": "{who} nam {initiative} over bij de balie."},
        "{who} nam {initiative} aan bij de balie.",
    ),
    "case.handed_over": "{who} gaf {initiative} door aan {seat}.",
    "case.started": "De initiatiefnemer en de balie begonnen samen aan {initiative}.",
    "case.decided": Choice(
        "outcome",
        {
            "support": "{who} gaf antwoord op {initiative}: de balie helpt.",
            "refer": "{who} gaf antwoord op {initiative}: een ander helpt beter.",
            "no_box": "{who} gaf antwoord op {initiative}: {broker} zoekt de weg.",
        },
        "{who} gaf antwoord op {initiative}.",
    ),
    "goal.opened": "{who} opende een tafel over {goal}.",
    "goal.chair_taken": "{who} ging zitten aan de tafel over {goal}.",
    "goal.chair_left": "{who} stond op van de tafel over {goal}.",
    "goal.letters_revealed": "De tafel opende tegelijk {letters} briefjes over {goal}.",
    "goal.proposed": "{who} legde versie {number} van het doel op tafel bij {goal}.",
    "goal.answered": Choice(
        "answer",
        {
            "ja": "{who} zei ja tegen versie {number} van het doel bij {goal}.",
            "tenzij": "{who} zei ‘nee, tenzij’ tegen versie {number} van het doel bij {goal}.",
            "nee": "{who} zei nee tegen versie {number} van het doel bij {goal}.",
        },
        "{who} gaf antwoord op versie {number} van het doel bij {goal}.",
    ),
    "goal.half_said_yes": Choice(
        "said",
        {
            "bewoners": "De bewoners aan tafel zeiden ja tegen het doel bij {goal}.",
            "overheid": "De overheid aan tafel zei ja tegen het doel bij {goal}.",
            "ondernemers": "De ondernemers aan tafel zeiden ja tegen het doel bij {goal}.",
        },
        "Een helft zei ja tegen het doel bij {goal}.",
    ),
    "goal.shared": "Bewoners, overheid en ondernemers zeiden samen ja tegen het doel bij {goal}.",
    "goal.stopped": "{who} sloot de tafel over {goal} zonder gedeeld doel.",
    "agreement.proposed": "{who} stelde een afspraak voor: {agreement}.",
    "agreement.changed": "{who} veranderde de tekst van een afspraak: {agreement}.",
    "agreement.signed": Choice(
        "on_paper",
        {"True": "{who} tekende op papier een afspraak: {agreement}."},
        "{who} tekende een afspraak: {agreement}.",
    ),
    "agreement.made": "Iedereen tekende, dus deze afspraak staat: {agreement}.",
    "agreement.withdrawn": Choice(
        "lapsed",
        {"True": "Een afspraak verviel voordat iedereen tekende: {agreement}."},
        "{who} trok een afspraak in: {agreement}.",
    ),
    "agreement.kept": "{who} zei dat deze afspraak klaar is: {agreement}.",
    "agreement.not_met": "{who} zei dat deze afspraak niet lukte: {agreement}.",
}

# What tells nothing to an outsider, or is nobody else's business.
SILENT = frozenset(
    {
        "person.registered",
        "person.erased",
        "seat.taken",
        "seat.given",
        "seat.left",
        "role.granted",
        "role.ended",
        "initiative.advanced",  # follows from another fact that is told
        "initiative.help_offered",
        "initiative.help_declined",
        "case.opened",
        "case.note_written",
        "case.search_taken",  # initiative.connector_named tells it
        "case.start_confirmed",
        "case.stopped",
        "action.planned",
        "action.carry_asked",
        "action.carried",
        "action.given_back",
        "action.closed",
        "goal.seat_invited",
        "goal.letter_sealed",
        "goal.finished",  # the end of the initiative is told
    }
)


def words_for(kind: str, data: Mapping[str, Any]) -> str:
    """The sentence of this kind with its gaps still open; "" for what is silent or unknown."""
    sentence = SENTENCES.get(kind, "")
    if isinstance(sentence, Choice):
        return sentence.words.get(str(data.get(sentence.key, "")), sentence.other)
    return sentence
