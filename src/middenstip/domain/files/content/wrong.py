"""Why a file is refused: Dutch sentences, each the true reason."""

from __future__ import annotations

from middenstip.kernel.verdict import Invalid

EMPTY = "Dit bestand is leeg. Kies het nog een keer."
TOO_LARGE = "Dit bestand is te groot. Een foto mag 20 MB zijn, een document 25 MB."
PROGRAM = "Dit is een programma, geen foto of document. Dat nemen we niet aan."
WEB_PAGE = "Dit is een webpagina of een tekening met code erin. Dat nemen we niet aan."
OLD_OFFICE = "Dit is een oud soort Office-bestand. Bewaar het als DOCX, XLSX of PDF."
UNKNOWN = (
    "Dit soort bestand nemen we niet aan."
    " Kies een JPEG, PNG, WebP, HEIC, PDF, ODT, ODS, DOCX, XLSX, CSV of TXT."
)
TWO_IN_ONE = "Dit zijn twee soorten bestanden in één. Dat nemen we niet aan."
CUT_OFF = "Dit bestand is beschadigd of niet helemaal aangekomen. Kies het nog een keer."
LOCKED = "Dit bestand is op slot met een wachtwoord. Haal het wachtwoord eraf."
PIXELS = "Deze foto heeft te veel beeldpunten. Hooguit 50 miljoen, en geen kant langer dan 20.000."
TINY = "Deze foto is te klein om iets op te zien."
NO_PHOTO = "Dit is geen foto. Kies een JPEG, PNG, WebP of HEIC."
SCRIPT = "In deze PDF zit een script of een opdracht. Maak een nieuwe PDF zonder formulier of knoppen."
ATTACHED = "In dit document zit een ander bestand verstopt. Haal het eruit."
MACRO = "In dit document zitten macro’s. Bewaar het zonder macro’s."
OUTSIDE = "Dit document haalt iets van een ander adres op. Haal die koppeling eruit."
BOMB = "Dit document wordt uitgepakt veel te groot. Dat nemen we niet aan."
ODD_NAMES = "In dit document staan bestanden met een naam die niet mag. Bewaar het opnieuw."
VIRUS = "De virusscanner vond iets in dit bestand. Dat nemen we niet aan."
TOO_HARD = "Dit bestand konden we niet verwerken. Bewaar het opnieuw, of kies een ander soort."


def wrong(sentence: str) -> Invalid:
    """A refusal at the field of the file."""
    return Invalid({"file": sentence})
