"""The data that notices store about one person, in the form of a room's face."""

from middenstip.kernel.face import Kept, Retention

LETTERS = Retention(
    what="De berichten die je van ons kreeg",
    why="Zodat je ze op Mijn kunt teruglezen.",
    long="Twee jaar, of tot jij je gegevens laat wissen.",
)
RETURNED = Retention(
    what="Dat mail naar je adres niet aankwam, en sinds wanneer",
    why="Zodat we niet blijven sturen, en jij en de balie het weten.",
    long="Tot er weer mail aankomt, of jij je gegevens laat wissen.",
)
RETENTION = (LETTERS, RETURNED)

KEPT = (
    Kept(
        word="berichten",
        model="notices.Notice",
        of="person",
        path="person",
        columns={"onderwerp": "subject", "tekst": "text", "op": "entry__at"},
        wiped="gone",
        under=LETTERS,
    ),
    Kept(
        word="mail over wat je volgt",
        model="notices.Preference",
        of="person",
        path="person",
        columns={"wil ik": "follow_mail", "één keer per dag": "digest"},
        wiped="unnamed",
        under=LETTERS,
    ),
    Kept(
        word="mail die terugkwam",
        model="notices.Bounce",
        of="person",
        path="person",
        columns={"op": "at", "reden": "status"},
        wiped="gone",
        under=RETURNED,
    ),
)
