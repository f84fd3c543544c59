"""The terms that organisations owe, in working days, and the steps of a line that is handed over."""

from middenstip.kernel.lifecycle import Lifecycle

CASE, NO_BOX, REFERRAL = "case", "no_box", "referral"
SIGNAL_ROUTE, SIGNAL = "signal_route", "signal"
HANDOVER, CHALLENGE = "handover", "challenge"

TERMS = {
    CASE: "antwoord op een idee",
    NO_BOX: "de weg voor wat in geen hokje past",
    REFERRAL: "antwoord op een doorverwijzing",
    SIGNAL_ROUTE: "een signaal bij de juiste zetel brengen",
    SIGNAL: "antwoord op een signaal",
    HANDOVER: "bevestigen wat een ander achterliet",
    CHALLENGE: "besluit over een uitdaging",
}
USUAL_DAYS = {CASE: 20, NO_BOX: 40, REFERRAL: 5, SIGNAL_ROUTE: 5, SIGNAL: 20, HANDOVER: 10, CHALLENGE: 40}
LONGEST = 260  # a year of working days

WAITS, CONFIRMED, DECLINED, GONE = "waits", "confirmed", "declined", "gone"
LINE = Lifecycle(
    noun="de regel",
    words={
        WAITS: "nog niet bevestigd",
        CONFIRMED: "overgenomen",
        DECLINED: "kan niet",
        GONE: "niet meer van deze zetel",
    },
    steps={
        (WAITS, "confirm"): CONFIRMED,
        (WAITS, "decline"): DECLINED,
        (WAITS, "lapse"): GONE,
        (DECLINED, "confirm"): CONFIRMED,
        (DECLINED, "lapse"): GONE,
        (CONFIRMED, "leave"): WAITS,
        (DECLINED, "leave"): WAITS,
        (WAITS, "leave"): WAITS,
        (GONE, "leave"): WAITS,
    },
)
UNSETTLED = (WAITS, DECLINED)
