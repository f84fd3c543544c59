"""The kinds of reactions, and the states of a reaction."""

from datetime import timedelta

from middenstip.kernel.lifecycle import Lifecycle

TIP, EXPERIENCE, CONCERN, QUESTION, FAMILIAR = "tip", "experience", "concern", "question", "familiar"
KINDS = {
    TIP: "tip",
    EXPERIENCE: "ervaring",
    CONCERN: "zorg",
    QUESTION: "vraag",
    FAMILIAR: "herkenbaar",
}
OWED = (CONCERN, QUESTION)  # kinds to which the initiator owes an answer
ANSWERING = (TIP, EXPERIENCE, CONCERN)  # kinds that can become an answer to a question

SHOWN, HIDDEN, WITHDRAWN = "shown", "hidden", "withdrawn"

REACTION = Lifecycle(
    noun="de reactie",
    words={SHOWN: "te lezen", HIDDEN: "verborgen", WITHDRAWN: "ingetrokken"},
    steps={
        (SHOWN, "reply"): SHOWN,
        (SHOWN, "recognise"): SHOWN,
        (SHOWN, "change"): SHOWN,
        (SHOWN, "hide"): HIDDEN,
        (HIDDEN, "show"): SHOWN,
        (SHOWN, "withdraw"): WITHDRAWN,
        (HIDDEN, "withdraw"): WITHDRAWN,
    },
)

CHANGEABLE = timedelta(hours=1)  # how long the writer may change the text
MOST_A_DAY = 20  # reactions of one person on one day; answers that are owed do not count
