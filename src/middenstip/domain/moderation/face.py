"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from middenstip.domain.moderation.told import TOLD
from middenstip.domain.parties.face import WRITTEN
from middenstip.kernel.face import Face, Kept, Noun, Retention

REPORTED = Retention(
    what="Wat je meldde, en het e-mailadres dat je daarbij gaf",
    why="Om na te kijken wat er staat en om je antwoord te geven. De schrijver ziet niet wie meldde.",
    long="Het adres dertig dagen na het antwoord, en hooguit honderdtachtig dagen. De melding zelf blijft, "
    "zonder je naam.",
)
CHECKED = Retention(
    what="Besluiten over jouw tekst, en een pauze",
    why="Zodat jij en een andere moderator kunnen nalezen waarom.",
    long="Tot jij je gegevens laat wissen. Daarna blijft het besluit, zonder je naam.",
)
COUNTED = Retention(
    what="Hoeveel je plaatst, en of je dezelfde tekst vaker plaatst",
    why="Om een stortvloed van berichten tegen te houden.",
    long="Dertig dagen.",
)

FACE = Face(
    name="moderation",
    nouns=(
        Noun(
            key="review",
            word="melding",
            path="/moderatie/{}/",
            model="moderation.Review",
            name="noun",
        ),
        Noun(
            key="complaint",
            word="melding",
            path="/melding/{}/",
            model="moderation.Complaint",
            name="rule",
        ),
        Noun(
            key="sweep",
            word="opruiming",
            path="/moderatie/opruiming/{}/",
            model="moderation.Sweep",
            name="rule",
        ),
    ),
    told=TOLD,
    retention=(REPORTED, CHECKED, COUNTED),
    kept=(
        Kept(
            word="nagekeken teksten",
            model="moderation.Review",
            of="person",
            path="writer",
            columns={
                "soort": "noun",
                "wat": "target",
                "stand": "state",
                "besluit": "outcome",
                "op": "opened_at",
            },
            wiped="unnamed",
            under=CHECKED,
        ),
        Kept(
            word="bezwaren",
            model="moderation.Appeal",
            of="person",
            path="review__writer",
            columns={"tekst": "text", "op": "at"},
            wiped="unnamed",
            under=CHECKED,
        ),
        Kept(
            word="meldingen",
            model="moderation.Complaint",
            of="person",
            path="person",
            columns={"regel": "rule", "reden": "reason", "op": "at"},
            wiped="unnamed",
            under=REPORTED,
        ),
        Kept(
            word="besluiten als moderator",
            model="moderation.Decision",
            of="person",
            path="person",
            columns={"besluit": "outcome", "regel": "rule", "reden": "reason", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="pauzes",
            model="moderation.Pause",
            of="person",
            path="person",
            columns={"regel": "rule", "reden": "reason", "van": "from_at", "tot": "until_at"},
            wiped="unnamed",
            under=CHECKED,
        ),
        Kept(
            word="geteld",
            model="moderation.Posting",
            of="person",
            path="person",
            columns={"soort": "noun", "wat": "target", "op": "at"},
            wiped="unnamed",
            under=COUNTED,
        ),
        Kept(
            word="opruimingen",
            model="moderation.Sweep",
            of="person",
            path="person",
            columns={"regel": "rule", "reden": "reason", "op": "at", "teruggedraaid": "undone_at"},
            wiped="unnamed",
            under=CHECKED,
        ),
    ),
    not_kept={
        "moderation.Review.seat": "it stands with the person who wrote the text",
        "moderation.Decision.seat": "it stands with the person who decided",
        "moderation.Sweep.seat": "an act in a role, which is kept with the role",
    },
)
