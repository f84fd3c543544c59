"""A decision by three equal halves: *een JA is een JA van alle drie*.

Residents, government and businesses each weigh one third, whatever their number. Every half needs
a quorum of yes votes and a majority of its own; together the yes shares must average two thirds.
No number of votes in one half can overrule the no of another.

>>> from middenstip.methods.halves import Vote, decide
>>> votes = [Vote(1, half, "ja") for half in ("bewoners", "overheid", "ondernemers") for _ in range(3)]
>>> decide(votes, {"bewoners": 12, "overheid": 3, "ondernemers": 5}).outcome
'aangenomen'

Run it: ``python -m middenstip.methods.halves count VOTES.csv --roll bewoners=40,overheid=8,ondernemers=12``.
"""

from middenstip.methods.reading import InputError

from .ballots import HALVES, Tally, Vote
from .decision import Decision, Round, decide
from .half import Half, count_half
from .rules import Rules

__all__ = [
    "HALVES",
    "Decision",
    "Half",
    "InputError",
    "Round",
    "Rules",
    "Tally",
    "Vote",
    "count_half",
    "decide",
]
