"""What all three halves share.

People vote 1 (agree), 0 (pass) or -1 (disagree) on statements. Every statement is measured in every
half of the field: residents, government, businesses. Its bridge score is what the most hesitant
half still says yes to; common ground is certified when every half surely says yes. Groups of people
who vote alike are shown only when they are steady, and never decide anything.

>>> from middenstip.methods.common_ground import analyse, collect
>>> rows = [(f"{half}{n}", "meer groen", 1) for half in ("b", "o", "z") for n in range(12)]
>>> halves = {name: name[0] for name, _, _ in rows}
>>> [result.certified for result in analyse(collect(rows), halves).statements]
[True]

Run it: ``python -m middenstip.methods.common_ground analyse VOTES.csv --halves HALVES.csv``.
"""

import os

# The tables are small. On a busy machine two threads of the linear algebra wait for each other in a
# loop: thirteen times the CPU, measured. Set the variable yourself to choose otherwise.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from middenstip.methods.reading import InputError

from .analysis import Analysis, Group, analyse
from .routing import next_statement
from .rules import Rules
from .statements import HalfResult, Statement
from .votes import Votes, collect

__all__ = [
    "Analysis",
    "Group",
    "HalfResult",
    "InputError",
    "Rules",
    "Statement",
    "Votes",
    "analyse",
    "collect",
    "next_statement",
]
