"""The Dutch sentence for each fact of this room, or `Silent` with the reason why there is none."""

from middenstip.domain.agreements import facts
from middenstip.journal.told import ByDay, Choice, Halves, Mark, Quote, Sayings, Silent, Told

TOLD: Sayings = {
    facts.AgreementProposed: Told(
        short="een afspraak voorgesteld", sentence="{who} stelde een afspraak voor: {agreement}."
    ),
    facts.AgreementChanged: Told(sentence="{who} veranderde de tekst van een afspraak: {agreement}."),
    facts.AgreementSigned: Told(
        short="iemand tekende",
        sentence=Choice(
            "on_paper",
            {"True": "{who} tekende op papier een afspraak: {agreement}."},
            "{who} tekende een afspraak: {agreement}.",
        ),
    ),
    facts.AgreementMade: Told(
        short="een afspraak staat",
        sentence="Iedereen tekende, dus deze afspraak staat: {agreement}.",
        mark=Mark("afspraak", is_good=True),
        halves=Halves.OF_THING,
        quote=Quote(
            model="agreements.Agreement",
            text="what",
            thing="public_id",
            below="Iedereen tekende dit bij {initiative}.",
        ),
    ),
    facts.AgreementWithdrawn: Told(
        sentence=Choice(
            "lapsed",
            {"True": "Een afspraak verviel voordat iedereen tekende: {agreement}."},
            "{who} trok een afspraak in: {agreement}.",
        ),
        mark=Choice("lapsed", {"True": Mark("vervallen")}, Mark("ingetrokken")),
    ),
    facts.AgreementKept: Told(
        short="een afspraak is klaar",
        sentence="{who} zei dat deze afspraak klaar is: {agreement}.",
        mark=ByDay(in_time=Mark("op tijd", is_good=True), late=Mark("te laat")),
    ),
    facts.AgreementNotMet: Told(
        short="een afspraak lukte niet",
        sentence="{who} zei dat deze afspraak niet lukte: {agreement}.",
        mark=Mark("niet gehaald"),
    ),
    facts.AgreementHidden: Silent("the writer and the reporter are told by moderation"),
    facts.AgreementShown: Silent("the writer and the reporter are told by moderation"),
}
