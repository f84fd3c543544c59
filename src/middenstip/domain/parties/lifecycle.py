"""The terms that organisations owe: each kind with its Dutch word and its usual number of working days."""

CASE, NO_BOX, REFERRAL = "case", "no_box", "referral"
SIGNAL_ROUTE, SIGNAL = "signal_route", "signal"

TERMS = {
    CASE: "antwoord op een idee",
    NO_BOX: "de weg voor wat in geen hokje past",
    REFERRAL: "antwoord op een doorverwijzing",
    SIGNAL_ROUTE: "een signaal bij de juiste zetel brengen",
    SIGNAL: "antwoord op een signaal",
}
USUAL_DAYS = {CASE: 20, NO_BOX: 40, REFERRAL: 5, SIGNAL_ROUTE: 5, SIGNAL: 20}
LONGEST = 260  # a year of working days
