"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.initiatives import facts
from middenstip.journal.told import Choice, Mark, Quote, Sayings, Silent, Told


def _text(column: str, below: str) -> Quote:
    return Quote(model="initiatives.Initiative", text=column, thing="public_id", below=below)


def _ask(below: str) -> Quote:
    return Quote(
        model="initiatives.Ask",
        text="text",
        thing="initiative__public_id",
        number="ask",
        column="pk",
        below=below,
    )


TOLD: Sayings = {
    facts.InitiativeSubmitted: Told(
        short="een nieuw idee",
        sentence=Choice(
            "on_paper",
            {"True": "{who} schreef aan de balie een idee op: {initiative}."},
            "{who} vertelde een idee: {initiative}.",
        ),
        quote=_text("what", "Een nieuw idee: {initiative}."),
    ),
    facts.InitiativeChanged: Told(
        short="de tekst is veranderd", sentence="{who} veranderde de tekst van {initiative}."
    ),
    facts.InitiativeMoved: Told(
        short="de plek is veranderd",
        sentence=Choice(
            "has_place",
            {"True": "{who} koos een plek voor {initiative}."},
            "{who} zocht weer een plek voor {initiative}.",
        ),
    ),
    facts.ThemesChosen: Told(sentence="{who} koos andere thema’s voor {initiative}."),
    facts.HybridChosen: Told(
        sentence=Choice(
            "is_hybrid",
            {"True": "{who} wilde met {initiative} ook geld gaan verdienen."},
            "{who} wilde met {initiative} geen geld meer verdienen.",
        )
    ),
    facts.ReinsChanged: Told(
        short="de regie-kaart is veranderd",
        sentence="{who} schreef op wat vastligt en wat open is bij {initiative}.",
    ),
    facts.InitiativeAdvanced: Silent("it follows from another fact that is told"),
    facts.InitiativeUpdated: Told(
        short="er is nieuws",
        sentence="{who} vertelde nieuws over {initiative}.",
        quote=Quote(
            model="initiatives.Update",
            text="text",
            thing="initiative__public_id",
            number="update",
            column="pk",
            below="Nieuws van {initiative}.",
        ),
    ),
    facts.AskMade: Told(
        short="er is hulp gevraagd",
        sentence="{who} vroeg hulp voor {initiative}.",
        quote=_ask("Hulp gevraagd voor {initiative}."),
    ),
    facts.AskOffered: Silent("an offer is between two"),
    facts.AskFilled: Told(
        short="hulp is gevonden",
        sentence="{who} vond hulp voor {initiative}.",
        quote=_ask("Dit is gelukt bij {initiative}."),
    ),
    facts.AskWithdrawn: Silent("nothing happens because of it"),
    facts.HelpOffered: Silent("an offer is between two until the initiator says yes"),
    facts.HelpAccepted: Told(
        short="iemand helpt mee",
        sentence="{who} zei ja tegen hulp van {seat} bij {initiative}.",
        halves=("helping_half",),
        seats=("seat",),
    ),
    facts.HelpDeclined: Silent("a no to an offer of help is between two"),
    facts.HelpEnded: Told(
        sentence="{seat} stopte met helpen bij {initiative}.", halves=("helping_half",), seats=("seat",)
    ),
    facts.ReinsShared: Silent("it is for the initiator only"),
    facts.PartyAdded: Silent("the page of who belongs to it shows it"),
    facts.PartyMoved: Silent("the page of who belongs to it shows it"),
    facts.PartyRewritten: Silent("the page of who belongs to it shows it"),
    facts.ConnectorNamed: Told(
        short="er is een verbinder",
        sentence=Choice(
            "is_self",
            {"True": "{who} werd de verbinder van {initiative}."},
            "{who} koos {seat} als verbinder voor {initiative}.",
        ),
        seats=("seat",),
    ),
    facts.InitiativeStopped: Told(
        sentence=Choice(
            "by_desk",
            {"True": "{who} sloot {initiative} af, want de initiatiefnemer is weg."},
            "{who} stopte met {initiative}.",
        ),
        mark=Mark("gestopt"),
        quote=_text("lesson", "Wat we leerden van {initiative}."),
    ),
    facts.InitiativeFinished: Told(
        sentence=Choice(
            "outcome",
            {
                "gelukt": "{who} rondde {initiative} af: het is gelukt.",
                "deels": "{who} rondde {initiative} af: het is deels gelukt.",
                "mislukt": "{who} rondde {initiative} af: het is niet gelukt.",
            },
            "{who} rondde {initiative} af.",
        ),
        mark=Choice(
            "outcome",
            {
                "gelukt": Mark("gelukt", is_good=True),
                "deels": Mark("deels gelukt"),
                "mislukt": Mark("ging mis"),
            },
            None,
        ),
        quote=_text("lesson", "Wat we leerden van {initiative}."),
    ),
    facts.InitiativeHidden: Silent("the writer and the reporter are told by moderation"),
    facts.InitiativeShown: Silent("the writer and the reporter are told by moderation"),
    facts.NewsHidden: Silent("the writer and the reporter are told by moderation"),
    facts.NewsShown: Silent("the writer and the reporter are told by moderation"),
}
