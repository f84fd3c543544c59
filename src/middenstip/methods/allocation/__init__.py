"""Burgerbegroting: voters choose plans, and the count divides the budget.

Read an election (:func:`read`), fix the :class:`Rules`, :func:`count` it, and the :class:`Result` holds
the winners in the order bought, every round, who paid, and a plain Dutch sentence for each plan.
``python -m middenstip.methods.allocation count FILE.pb`` does the same for anyone who wants to recount.

Rules: greedy, the Method of Equal Shares (with completions) and Phragmén. Money is in whole cents; what
decides is compared exactly. See ``docs/methoden/burgerbegroting.md``.
"""

from .ballots import Ballots, Vote
from .ceilings import ceilings_of
from .comparison import Comparison
from .count import count
from .election import Election
from .errors import BadElection
from .fate import Fate
from .needed import Needed, effective_support, needed, needed_sentence
from .official import Official, official, rule_of, threshold_of
from .pb_read import parse, read
from .pb_write import write
from .places import longest
from .project import Project
from .result import Result
from .rounds import Round
from .rules import Ceiling, Rules
from .spread import Spread, Voters
from .voter import Contribution, voter_receipt

__all__ = [
    "BadElection",
    "Ballots",
    "Ceiling",
    "Comparison",
    "Contribution",
    "Election",
    "Fate",
    "Needed",
    "Official",
    "Project",
    "Result",
    "Round",
    "Rules",
    "Spread",
    "Vote",
    "Voters",
    "ceilings_of",
    "count",
    "effective_support",
    "longest",
    "needed",
    "needed_sentence",
    "official",
    "parse",
    "read",
    "rule_of",
    "threshold_of",
    "voter_receipt",
    "write",
]
