"""The states of a ballot and of what is asked around it, and the words that people choose from."""

from datetime import timedelta

from middenstip.kernel.lifecycle import Lifecycle

OPEN, ADOPTED, FAILED, FOLLOWED = "open", "adopted", "failed", "followed"
STALEMATE, ENDED = "stalemate", "ended"

BALLOT = Lifecycle(
    noun="de stemming",
    words={
        OPEN: "open",
        FAILED: "niet aangenomen; er kan een nieuwe tekst komen",
        FOLLOWED: "niet aangenomen; er kwam een nieuwe ronde",
        ADOPTED: "aangenomen",
        STALEMATE: "patstelling",
        ENDED: "geen gezamenlijk besluit",
    },
    steps={
        (OPEN, "vote"): OPEN,
        (OPEN, "extend"): OPEN,
        (OPEN, "adopt"): ADOPTED,
        (OPEN, "fail"): FAILED,
        (OPEN, "end"): ENDED,  # the last round failed
        (FAILED, "reply"): FAILED,
        (FAILED, "follow"): FOLLOWED,
        (FAILED, "stop"): STALEMATE,
        (ADOPTED, "reply"): ADOPTED,
        (ENDED, "reply"): ENDED,
        (STALEMATE, "reply"): STALEMATE,
    },
)
COUNTED = (ADOPTED, FAILED, FOLLOWED, STALEMATE, ENDED)

VOTE, CONSENT = "vote", "consent"
MODES = {VOTE: "stemmen", CONSENT: "consent"}

YES, UNLESS, NO, BLANK = "ja", "tenzij", "nee", "neutraal"
CHOICES = {YES: "ja", UNLESS: "nee, tenzij", NO: "nee", BLANK: "blanco"}
CONSENT_CHOICES = {YES: "geen bezwaar", NO: "bezwaar", BLANK: "blanco"}

AT_TABLE, IN_AREA = "table", "area"
ROLLS = {AT_TABLE: "wie aan tafel zit", IN_AREA: "wie in dit gebied een bevestigde zetel heeft"}

ADOPT, TEST, DECLINE = "adopt", "test", "decline"
REPLIES = {ADOPT: "opgenomen", TEST: "deels", DECLINE: "niet, want"}

DRAFT, STANDS = "draft", "stands"
COVENANT = Lifecycle(
    noun="het convenant",
    words={DRAFT: "wacht op handtekeningen", STANDS: "getekend door alle drie de helften"},
    steps={
        (DRAFT, "write"): DRAFT,  # until the first signature
        (DRAFT, "sign"): DRAFT,
        (DRAFT, "stand"): STANDS,  # a seat of every half signed
        (STANDS, "sign"): STANDS,
    },
)

SHORTEST, LONGEST = timedelta(hours=1), timedelta(days=60)  # how long a ballot is open
WITHOUT_NEW_TEXT = timedelta(days=14)  # after a round that failed; then it is a stalemate

CLOSED = "closed"
INQUIRY = Lifecycle(
    noun="de peiling",
    words={OPEN: "open", CLOSED: "gesloten"},
    steps={
        (OPEN, "take_part"): OPEN,
        (OPEN, "answer"): OPEN,
        (OPEN, "add"): OPEN,
        (OPEN, "judge"): OPEN,
        (OPEN, "close"): CLOSED,
    },
)

HELD, SHOWN, REFUSED = "held", "shown", "refused"
STATEMENT = Lifecycle(
    noun="de stelling",
    words={HELD: "wacht op nakijken", SHOWN: "te beantwoorden", REFUSED: "niet geplaatst"},
    steps={
        (HELD, "show"): SHOWN,
        (HELD, "refuse"): REFUSED,
        (SHOWN, "answer"): SHOWN,
        (SHOWN, "refuse"): REFUSED,
        (REFUSED, "show"): SHOWN,  # after an appeal
    },
)

ACCOUNT, NO_ACCOUNT, ON_PAPER = "account", "open", "paper"
WAYS = {ACCOUNT: "met account", NO_ACCOUNT: "zonder account", ON_PAPER: "op papier"}
MOST_STATEMENTS = 5  # of one participant

# A dialogue (gesprek): Deep Democracy in five steps, or consent in rounds.
DEEP, ROUNDS = "deep", "rounds"
METHODS = {DEEP: "Deep Democracy", ROUNDS: "consentronde"}
COLLECT, SEEK, SPREAD, ASK, WISDOM, UNDER = "collect", "seek", "spread", "ask", "wisdom", "under"
CLARIFY, OPINIONS, DECIDED, PARKED = "clarify", "opinions", "decided", "parked"

DIALOGUE = Lifecycle(
    noun="het gesprek",
    words={
        COLLECT: "alle kanten horen",
        SEEK: "zoek het nee",
        SPREAD: "wie herkent dit",
        ASK: "iedereen antwoordt",
        WISDOM: "de wijsheid van het nee",
        UNDER: "onder de oppervlakte",
        DECIDED: "iedereen kan verder",
        PARKED: "geparkeerd",
    },
    steps={
        (COLLECT, "join"): COLLECT,
        (COLLECT, "say"): COLLECT,
        (COLLECT, "seek"): SEEK,
        (COLLECT, "park"): PARKED,
        (SEEK, "join"): SEEK,
        (SEEK, "say"): SEEK,
        (SEEK, "pass"): SEEK,
        (SEEK, "spread"): SPREAD,
        (SEEK, "park"): PARKED,
        (SPREAD, "join"): SPREAD,
        (SPREAD, "recognise"): SPREAD,
        (SPREAD, "propose"): SPREAD,
        (SPREAD, "ask"): ASK,
        (SPREAD, "park"): PARKED,
        (ASK, "answer"): ASK,
        (ASK, "close"): WISDOM,
        (ASK, "adopt"): DECIDED,  # nobody said no
        (ASK, "park"): PARKED,
        (WISDOM, "need"): WISDOM,
        (WISDOM, "reply"): WISDOM,
        (WISDOM, "propose"): WISDOM,
        (WISDOM, "ask"): ASK,
        (WISDOM, "decide"): DECIDED,
        (WISDOM, "dive"): UNDER,
        (WISDOM, "park"): PARKED,
        (UNDER, "agree"): UNDER,
        (UNDER, "say"): UNDER,
        (UNDER, "recognise"): UNDER,
        (UNDER, "surface"): WISDOM,
        (UNDER, "park"): PARKED,
    },
)

CONSENT_ROUND = Lifecycle(
    noun="de consentronde",
    words={
        CLARIFY: "is het duidelijk",
        OPINIONS: "iedereen krijgt de beurt",
        ASK: "heeft iemand bezwaar",
        WISDOM: "bezwaren verwerken",
        DECIDED: "geen bezwaar",
        PARKED: "geparkeerd",
    },
    steps={
        (CLARIFY, "join"): CLARIFY,
        (CLARIFY, "say"): CLARIFY,
        (CLARIFY, "propose"): CLARIFY,
        (CLARIFY, "discuss"): OPINIONS,
        (CLARIFY, "park"): PARKED,
        (OPINIONS, "join"): OPINIONS,
        (OPINIONS, "say"): OPINIONS,
        (OPINIONS, "pass"): OPINIONS,
        (OPINIONS, "propose"): OPINIONS,
        (OPINIONS, "ask"): ASK,
        (OPINIONS, "park"): PARKED,
        (ASK, "answer"): ASK,
        (ASK, "close"): WISDOM,
        (ASK, "adopt"): DECIDED,
        (ASK, "park"): PARKED,
        (WISDOM, "reply"): WISDOM,
        (WISDOM, "propose"): WISDOM,
        (WISDOM, "ask"): ASK,
        (WISDOM, "park"): PARKED,
    },
)
LIVES = {DEEP: DIALOGUE, ROUNDS: CONSENT_ROUND}
RUNNING = (COLLECT, SEEK, SPREAD, ASK, WISDOM, UNDER, CLARIFY, OPINIONS)

VIEW, OTHER, QUESTION, OPINION, ARROW = "view", "other", "question", "opinion", "arrow"
VIEWS = {
    VIEW: "een kant",
    OTHER: "een ander geluid",
    QUESTION: "een vraag",
    OPINION: "een mening",
    ARROW: "een pijl",
}
SAID_IN = {COLLECT: VIEW, SEEK: OTHER, CLARIFY: QUESTION, OPINIONS: OPINION, UNDER: ARROW}
STANCES = {YES: "ja", NO: "nee", BLANK: "blanco"}

# What people may expect of their input: the steps of the participation ladder.
INFORMED, CONSULTED, ADVISES, MAKES, DECIDES = "informed", "consulted", "advises", "makes", "decides"
LADDER = {
    INFORMED: "je hoort het",
    CONSULTED: "je wordt gevraagd",
    ADVISES: "je geeft advies",
    MAKES: "je maakt het mee",
    DECIDES: "je beslist mee",
}
KEPT, PARTLY, BROKEN = "kept", "partly", "broken"
CHECKS = {KEPT: "ja", PARTLY: "deels", BROKEN: "nee"}

# Whether people support a plan (draagvlak), before anybody decides.
SUPPORT = Lifecycle(
    noun="het draagvlak",
    words={OPEN: "open", CLOSED: "gesloten"},
    steps={
        (OPEN, "answer"): OPEN,
        (OPEN, "type"): OPEN,
        (OPEN, "close"): CLOSED,
    },
)
BACKS, CONDITION, AGAINST = "backs", "condition", "against"
BACKINGS = {BACKS: "steun", CONDITION: "steun onder voorwaarde", AGAINST: "tegen"}
EVERYWHERE, ELSEWHERE = "heel", "elders"
ANYWHERE = {EVERYWHERE: "overal hier", ELSEWHERE: "ergens anders"}

# Scenarios: a few ways that it could go, side by side.
FEWEST_SCENARIOS, MOST_SCENARIOS = 2, 4
LIKES = {"like": "spreekt me aan", "doubt": "twijfel", "dislike": "liever niet"}
