"""The states of a budget and of a plan, and the choices in the rules."""

from __future__ import annotations

from middenstip.kernel.lifecycle import Lifecycle

RULES, IDEAS, CHECKING, CAMPAIGN, VOTING, CLOSED, COUNTED, FINISHED, STOPPED = (
    "rules",
    "ideas",
    "checking",
    "campaign",
    "voting",
    "closed",
    "counted",
    "finished",
    "stopped",
)

BUDGET = Lifecycle(
    noun="de begroting",
    words={
        RULES: "spelregels",
        IDEAS: "ideeën",
        CHECKING: "haalbaarheid",
        CAMPAIGN: "campagne",
        VOTING: "stemmen",
        CLOSED: "wordt geteld",
        COUNTED: "uitslag",
        FINISHED: "afgerond",
        STOPPED: "gestopt",
    },
    steps={
        (RULES, "change"): RULES,
        (RULES, "agree"): RULES,
        (RULES, "fix"): IDEAS,
        (RULES, "import"): COUNTED,
        (IDEAS, "propose"): IDEAS,
        (IDEAS, "check"): CHECKING,
        (CHECKING, "judge"): CHECKING,
        (CHECKING, "campaign"): CAMPAIGN,
        (CAMPAIGN, "open"): VOTING,
        (VOTING, "close"): CLOSED,
        (CLOSED, "count"): COUNTED,
        (COUNTED, "finish"): FINISHED,
        (RULES, "stop"): STOPPED,
        (IDEAS, "stop"): STOPPED,
        (CHECKING, "stop"): STOPPED,
        (CAMPAIGN, "stop"): STOPPED,
        (VOTING, "stop"): STOPPED,
    },
)
READABLE = (IDEAS, CHECKING, CAMPAIGN, VOTING, CLOSED, COUNTED, FINISHED, STOPPED)
COUNTED_STATES = (COUNTED, FINISHED)
PRACTICE = (IDEAS, CHECKING, CAMPAIGN, VOTING)  # when people can practise with the ballot
WITH_LETTERS = (CHECKING, CAMPAIGN, VOTING)  # when codes can be made

PROPOSED, FEASIBLE, REFUSED, WITHDRAWN = "proposed", "feasible", "refused", "withdrawn"

PLAN = Lifecycle(
    noun="het plan",
    words={
        PROPOSED: "ingediend",
        FEASIBLE: "haalbaar",
        REFUSED: "niet haalbaar",
        WITHDRAWN: "ingetrokken",
    },
    steps={
        (PROPOSED, "change"): PROPOSED,
        (PROPOSED, "accept"): FEASIBLE,
        (PROPOSED, "refuse"): REFUSED,
        (REFUSED, "repair"): PROPOSED,
        (PROPOSED, "withdraw"): WITHDRAWN,
        (REFUSED, "withdraw"): WITHDRAWN,
        (FEASIBLE, "withdraw"): WITHDRAWN,
    },
)
MOST_REPAIRS = 1
MOST_PLANS = 400  # in one budget: they stand on one ballot
MOST_CODES = 2000  # in one batch of letters
MOST_MONEY = 100_000_000_00  # cents

APPROVAL, CHOOSE, POINTS, BASKET = "approval", "choose", "points", "basket"
KINDS = {
    APPROVAL: "zoveel plannen als je wilt",
    CHOOSE: "een aantal plannen",
    POINTS: "punten verdelen",
    BASKET: "een mandje binnen het geld",
}
WITH_MOST = (CHOOSE, POINTS)  # kinds for which the rules name a number

RULE_NAMES = {
    "mes": "gelijke delen",
    "bos": "gelijke delen met een tekort",
    "greedy": "meeste stemmen",
    "no-skip": "meeste stemmen, tot het niet past",
}
COMPLETIONS = {
    "none": "het geld blijft over",
    "greedy": "meeste stemmen eerst, zolang het past",
    "add1": "iedereen krijgt telkens € 1 extra, zolang het past",
    "add1e": "iedereen krijgt telkens € 1 extra, tot geen plan meer past",
    "add1u": "eerst telkens € 1 extra, en dan meeste stemmen eerst, zolang het past",
}
PAPER, INTERNET = "paper", "internet"

# What nobody can change after the three halves said yes: the checksum of the rules is made of these.
IN_THE_RULES = (
    "who",
    "amount",
    "kind",
    "most",
    "rule",
    "completion",
    "min_votes",
    "lot",
    "is_youth",
    "closes_on",
)


def euro(cents: int) -> str:
    """An amount in cents as people read it.

    >>> euro(1_250_000), euro(995)
    ('€ 12.500', '€ 9,95')
    """
    euros, rest = divmod(cents, 100)
    whole = f"€ {euros:,}".replace(",", ".")
    return f"{whole},{rest:02d}" if rest else whole
