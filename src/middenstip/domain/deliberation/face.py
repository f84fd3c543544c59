"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from typing import Any

from middenstip.domain.deliberation.told import TOLD
from middenstip.domain.parties.face import WRITTEN
from middenstip.kernel.face import Face, Kept, Noun, Reportable, Retention

VOTES = Retention(
    what="Dat jouw zetel op een kieslijst stond, en tot de telling wat je stemde",
    why="Om elke zetel één keer te laten stemmen, en je stem te kunnen veranderen tot de sluiting.",
    long="Een geheime stem staat na de telling bij niemand meer. De lijst met stemmen blijft, zonder namen.",
)


OPINIONS = Retention(
    what="Jouw antwoorden op stellingen, als je een account hebt",
    why="Om ieder één keer te tellen, en om later verder te kunnen gaan.",
    long="Ze blijven meetellen, ook als je je gegevens wist. Dan staat er geen naam meer bij.",
)

SAID = Retention(
    what="Dat je meedoet aan een gesprek, en wat je daar zegt en antwoordt",
    why="Om ieder de beurt te geven, en om te weten wie nog iets nodig heeft.",
    long="Tot het gesprek klaar is. Daarna blijft wat gezegd is, zonder zetel of naam.",
)


BACKED = Retention(
    what="Of je een plan steunt, in welke buurt je woont of werkt, en welke voorwaarde of reden je gaf",
    why="Om ieder één keer te tellen, en je antwoord te kunnen veranderen tot de sluiting.",
    long="Het blijft meetellen, ook als je je gegevens wist. Dan staat er geen naam meer bij.",
)


LIKED = Retention(
    what="Wat je van een scenario vindt",
    why="Om ieder één keer te tellen, en je reactie te kunnen veranderen.",
    long="Het blijft meetellen, ook als je je gegevens wist. Dan staat er geen naam meer bij.",
)


BALLOT = Reportable(
    key="stemming",
    word="deze stemming",
    model="deliberation.Ballot",
    writer="opened_by",
    of="seat",
    area="area",
    noun="ballot",
    page="public_id",
    hides="hide_ballot",
    shows="show_ballot",
)
DECISION = Reportable(
    key="besluit",
    word="dit besluit",
    model="deliberation.Decision",
    writer="ballot__opened_by",
    of="seat",
    area="area",
    noun="decision",
    page="public_id",
    hides="hide_decision",
    shows="show_decision",
)
COVENANT = Reportable(
    key="convenant",
    word="dit convenant",
    model="deliberation.Covenant",
    writer="written_by",
    of="seat",
    area="area",
    noun="covenant",
    page="public_id",
    hides="hide_covenant",
    shows="show_covenant",
)
STATEMENT = Reportable(
    key="stelling",
    word="deze stelling",
    model="deliberation.Statement",
    writer="writer__person",
    of="person",
    area="inquiry__area",
    noun="inquiry",
    page="inquiry__goal__public_id",
    hides="hide_statement",
    shows="show_statement",
    only={"state": "shown"},
)
SUPPORT = Reportable(
    key="draagvlak",
    word="deze vraag",
    model="deliberation.Support",
    writer="opened_by",
    of="seat",
    area="area",
    noun="support",
    page="public_id",
    hides="hide_support",
    shows="show_support",
)
BACKING = Reportable(
    key="voorwaarde",
    word="deze woorden",
    model="deliberation.Backing",
    writer="seat",
    of="seat",
    area="support__area",
    noun="support",
    page="support__public_id",
    hides="hide_backing",
    shows="show_backing",
)
SCENARIO = Reportable(
    key="scenario",
    word="dit scenario",
    model="deliberation.Scenario",
    writer="written_by",
    of="seat",
    area="area",
    noun="scenario",
    page="public_id",
    hides="hide_scenario",
    shows="show_scenario",
)
LIKE = Reportable(
    key="scenarioreactie",
    word="deze reactie",
    model="deliberation.ScenarioReaction",
    writer="seat",
    of="seat",
    area="scenario__area",
    noun="scenario",
    page="scenario__public_id",
    hides="hide_scenario_reaction",
    shows="show_scenario_reaction",
)


def _turns() -> Any:
    from middenstip.domain.deliberation.turns import TURNS

    return TURNS


FACE = Face(
    name="deliberation",
    nouns=(
        Noun(
            key="ballot",
            word="stemming",
            path="/stemming/{}/",
            model="deliberation.Ballot",
            name="question",
            is_long=True,
            is_linked=True,
        ),
        Noun(
            key="decision",
            word="besluit",
            path="/besluit/{}/",
            model="deliberation.Decision",
            name="question",
            is_long=True,
            is_linked=True,
        ),
        Noun(
            key="inquiry",
            word="peiling",
            path="/opgave/{}/stellingen/",
            model="deliberation.Inquiry",
            code="goal__public_id",
            name="subject",
            is_long=True,
            is_linked=True,
        ),
        Noun(
            key="dialogue",
            word="gesprek",
            path="/gesprek/{}/",
            model="deliberation.Dialogue",
            name="question",
            is_long=True,
            is_linked=True,
        ),
        Noun(
            key="covenant",
            word="convenant",
            path="/convenant/{}/",
            model="deliberation.Covenant",
            name="name",
            is_long=True,
            is_linked=True,
        ),
        Noun(
            key="mandate",
            word="wie beslist wat",
            path="/opgave/{}/wie-beslist/",
            model="deliberation.Mandate",
            code="goal__public_id",
            name="subject",
            is_long=True,
            is_linked=True,
        ),
        Noun(
            key="scenario",
            word="scenario",
            path="/scenario/{}/",
            model="deliberation.Scenario",
            name="title",
            is_long=True,
            is_linked=True,
        ),
        Noun(
            key="support",
            word="draagvlak",
            path="/draagvlak/{}/",
            model="deliberation.Support",
            name="question",
            is_long=True,
            is_linked=True,
        ),
    ),
    told=TOLD,
    reportable=(BALLOT, DECISION, COVENANT, STATEMENT, SUPPORT, BACKING, SCENARIO, LIKE),
    turns=_turns,
    retention=(VOTES, OPINIONS, SAID, BACKED, LIKED),
    kept=(
        Kept(
            word="stemmingen",
            model="deliberation.Voter",
            of="seat",
            path="seat",
            columns={"stemming": "ballot__public_id", "helft": "half", "gestemd": "has_voted"},
            wiped="unnamed",
            under=VOTES,
        ),
        Kept(
            word="stemmen die niet geheim waren",
            model="deliberation.Counted",
            of="seat",
            path="seat",
            columns={"stemming": "ballot__public_id", "stem": "choice", "voorwaarde": "condition"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="woorden bij een besluit",
            model="deliberation.MinorityWord",
            of="seat",
            path="seat",
            columns={"besluit": "decision__public_id", "tekst": "text", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="convenanten die je tekende",
            model="deliberation.CovenantSignature",
            of="seat",
            path="seat",
            columns={"convenant": "covenant__public_id", "helft": "half", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="antwoorden op stellingen",
            model="deliberation.Participant",
            of="person",
            path="person",
            columns={"opgave": "inquiry__goal__public_id", "helft": "half", "nummer": "number"},
            wiped="unnamed",
            under=OPINIONS,
        ),
        Kept(
            word="of je de invloed kreeg die beloofd was",
            model="deliberation.MandateCheck",
            of="seat",
            path="seat",
            columns={"opgave": "mandate__goal__public_id", "antwoord": "answer", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="gesprekken waar je aan meedoet",
            model="deliberation.Attendee",
            of="seat",
            path="seat",
            columns={"gesprek": "dialogue__public_id", "helft": "half", "nummer": "number"},
            wiped="unnamed",
            under=SAID,
        ),
        Kept(
            word="of je een plan steunt",
            model="deliberation.Backing",
            of="seat",
            path="seat",
            columns={
                "draagvlak": "support__public_id",
                "antwoord": "choice",
                "buurt": "place",
                "woorden": "words",
                "op": "at",
            },
            wiped="unnamed",
            under=BACKED,
        ),
        Kept(
            word="wat je van een scenario vindt",
            model="deliberation.ScenarioReaction",
            of="seat",
            path="seat",
            columns={
                "scenario": "scenario__public_id",
                "antwoord": "choice",
                "woorden": "words",
                "op": "at",
            },
            wiped="unnamed",
            under=LIKED,
        ),
    ),
    not_kept={
        "deliberation.Scenario.written_by": "the table writes it, not a person",
        "deliberation.Inquiry.opened_by": "the table asks, not a person",
        "deliberation.Covenant.written_by": "the table writes it, and seats sign it",
        "deliberation.Support.opened_by": "the table asks, not a person",
        "deliberation.Pile.first_by": "a seat of the table types in a pile of paper",
        "deliberation.Pile.second_by": "a seat of the table types in a pile of paper",
        "deliberation.Sheet.by": "a seat of the table types in a sheet; gone at the count",
        "deliberation.Mandate.promised_by": "a seat promises, not a person",
        "deliberation.Gain.by": "a half wrote it, not a person",
        "deliberation.Dialogue.led_by": "a seat leads the talk, not a person",
        "deliberation.Ballot.opened_by": "the table opens a ballot, not a person",
        "deliberation.Condition.replied_by": "the answer of the table",
        "deliberation.Outage.by": "a note about the platform",
    },
)
