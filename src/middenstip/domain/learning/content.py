"""The agreement texts that people may begin with. Written by us, free to use and to change (CC0)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _noop


@dataclass(frozen=True)
class AgreementText:
    """One text. `what` and `conditions` are the first words of an agreement; `when` says its use."""

    key: str
    title: str
    when: str
    what: str
    conditions: tuple[str, ...]


TEXTS = (
    AgreementText(
        key="samenwerking",
        title=_noop("Samenwerken"),
        when=_noop("Jullie willen samen iets doen, en eerst vastleggen wie wat doet."),
        what=_noop(
            "Wij werken samen aan [wat]. [Partij A] doet [taak]. [Partij B] doet [taak]. Elke [maand]"
            " kijken we samen hoe het gaat. Wie iets wil veranderen, zegt het eerst aan de ander."
        ),
        conditions=(
            _noop("De initiatiefnemer blijft eigenaar van het plan."),
            _noop("Een besluit nemen we samen. Zwijgen is geen ja."),
            _noop("Gaat iemand weg, dan leest de opvolger deze afspraak en zegt ja of nee."),
            _noop("Lukt het niet, dan praten we eerst samen, en daarna met de verbinder erbij."),
        ),
    ),
    AgreementText(
        key="beheer",
        title=_noop("Beheren en onderhouden"),
        when=_noop("Het staat er straks. Wie houdt het heel, en hoe lang?"),
        what=_noop(
            "[Partij A] onderhoudt [plek] tot en met [dag]: [snoeien, schoonmaken, nakijken], [hoe vaak]."
            " [Partij B] zorgt voor [water, gereedschap, afvoer]."
        ),
        conditions=(
            _noop("Op [dag] lopen we samen rond en schrijven op wat er staat."),
            _noop("Is iets kapot, dan zegt wie het ziet dat binnen [drie] dagen."),
            _noop("Kan [partij A] het niet meer, dan zegt die dat [drie maanden] vooraf."),
            _noop("Bij verkoop van de grond gaat deze afspraak mee naar de nieuwe eigenaar."),
        ),
    ),
    AgreementText(
        key="aansprakelijkheid",
        title=_noop("Als er schade is"),
        when=_noop("Er kan iets misgaan. Wie is verzekerd, en wie betaalt?"),
        what=_noop(
            "[Partij A] is verzekerd voor schade aan anderen bij [activiteit]. [Partij B] is verzekerd"
            " voor de [grond, bomen, gebouwen]. Vrijwilligers vallen onder de verzekering van [wie]."
        ),
        conditions=(
            _noop("Voor het begin laten we elkaar de polis zien."),
            _noop("Schade melden we elkaar binnen [twee] dagen, met een foto."),
            _noop("Een eigen risico betaalt [wie]."),
            _noop("Laat dit nakijken door iemand met verstand van recht als er veel geld mee is gemoeid."),
        ),
    ),
    AgreementText(
        key="geld",
        title=_noop("Geld"),
        when=_noop("Iemand betaalt, een ander geeft uit. Wie laat wat zien?"),
        what=_noop(
            "[Partij A] betaalt [bedrag] voor [doel]. De helft bij het begin op [dag], de rest als"
            " [wat klaar is]. [Partij B] laat met bonnen zien waar het aan op ging."
        ),
        conditions=(
            _noop("Het geld is alleen voor dit doel."),
            _noop("Wat over is, gaat op [dag] terug of naar [wat]."),
            _noop("Wordt het duurder, dan vraagt [partij B] dat vóór het uitgeven."),
            _noop("Wie bijdraagt in uren of spullen, schrijft op wat dat waard is."),
        ),
    ),
    AgreementText(
        key="stoppen",
        title=_noop("Stoppen"),
        when=_noop("Alles eindigt. Spreek nu af hoe, dan blijft niemand met de rommel zitten."),
        what=_noop(
            "Als [initiatief] stopt, ruimt [partij A] [plek] op vóór [dag]. [Partij B] neemt over wat"
            " blijft: [bomen, hek, schuur]. Wat er aan geld over is, gaat naar [wie]."
        ),
        conditions=(
            _noop("Wie wil stoppen, zegt het [drie maanden] vooraf en zegt waarom."),
            _noop("We schrijven samen op wat we leerden. Ook wat mislukte."),
            _noop("Wie iets leende, krijgt het heel terug."),
        ),
    ),
)
BY_KEY = {text.key: text for text in TEXTS}
