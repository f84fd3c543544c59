"""The stages of an initiative and the steps between them. The seven stages are shown to readers."""

from middenstip.kernel.lifecycle import Lifecycle

DRAFT, IDEA, DESK, CONNECTING = "draft", "idea", "desk", "connecting"
GOAL, AGREEMENTS, PROJECT, LEARNING, STOPPED = "goal", "agreements", "project", "learning", "stopped"

STAGES = Lifecycle(
    noun="het initiatief",
    words={
        DRAFT: "concept",
        IDEA: "idee",
        DESK: "balie",
        CONNECTING: "verbinden",
        GOAL: "doel",
        AGREEMENTS: "afspraken",
        PROJECT: "project",
        LEARNING: "leren",
        STOPPED: "gestopt",
    },
    steps={
        (DRAFT, "submit"): IDEA,
        (IDEA, "take"): DESK,
        (DESK, "connect"): CONNECTING,
        (CONNECTING, "open_goal"): GOAL,
        (CONNECTING, "win"): PROJECT,
        (GOAL, "agree"): AGREEMENTS,
        (AGREEMENTS, "sign"): PROJECT,
        (AGREEMENTS, "reopen_goal"): GOAL,
        (GOAL, "close_table"): CONNECTING,
        (AGREEMENTS, "close_table"): CONNECTING,
        (PROJECT, "sign"): PROJECT,
        (PROJECT, "reopen_goal"): GOAL,
        (PROJECT, "finish"): LEARNING,
        (IDEA, "stop"): STOPPED,
        (DESK, "stop"): STOPPED,
        (CONNECTING, "stop"): STOPPED,
        (GOAL, "stop"): STOPPED,
        (AGREEMENTS, "stop"): STOPPED,
        (PROJECT, "stop"): STOPPED,
    },
)

STEPS = (IDEA, DESK, CONNECTING, GOAL, AGREEMENTS, PROJECT, LEARNING)

HELP = Lifecycle(
    noun="het aanbod om te helpen",
    words={
        "offered": "aangeboden",
        "accepted": "doet mee",
        "declined": "niet nodig",
        "left": "gestopt met helpen",
    },
    steps={
        ("offered", "accept"): "accepted",
        ("offered", "decline"): "declined",
        ("offered", "leave"): "left",
        ("accepted", "leave"): "left",
    },
)

ASK = Lifecycle(
    noun="de vraag om hulp",
    words={"open": "open", "filled": "vervuld", "withdrawn": "ingetrokken"},
    steps={("open", "fill"): "filled", ("open", "withdraw"): "withdrawn"},
)

BELONGS, APPROACHED, JOINS, REFUSES = "belongs", "approached", "joins", "refuses"

AROUND = Lifecycle(
    noun="deze partij",
    words={
        BELONGS: "hoort erbij",
        APPROACHED: "benaderd",
        JOINS: "doet mee",
        REFUSES: "wil niet",
    },
    steps={
        (BELONGS, APPROACHED): APPROACHED,
        (BELONGS, JOINS): JOINS,
        (BELONGS, REFUSES): REFUSES,
        (APPROACHED, JOINS): JOINS,
        (APPROACHED, REFUSES): REFUSES,
        (JOINS, REFUSES): REFUSES,
        (REFUSES, APPROACHED): APPROACHED,
        (REFUSES, JOINS): JOINS,
    },
)
MOST_AROUND = 60  # parties that the initiator writes down: more can't be read on one picture
