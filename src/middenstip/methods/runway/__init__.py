"""When does the money end? Counted by the month, in five ways to look at the same flows.

Money comes in and goes out in rows of equal payments. The count starts with what is there now and goes on
until a month in which a cost cannot be paid. What is certain is counted apart from what was promised and what
was only asked, so that nobody plans with hope. The cliff alarm rings 12, 6 and 3 months before. Hours of
volunteers are counted in the same way.

A village house has € 4,400 on 1 January 2027. Rent is € 500 and the coordinator € 1,500 a month. Letting
brings € 400 a month, the subsidy € 9,000 in January and July, members promised € 1,200 each March, and a fund
was asked for € 10,000 in October.

>>> from middenstip.methods.runway import SCENARIOS, Flow, month_of, sentence, when, written
>>> jan, end = month_of("2027-01"), month_of("2036-12")
>>> flows = [
...     Flow("huur", "out", "huur", 500_00, jan, end),
...     Flow("coördinator", "out", "loon", 1_500_00, jan, end),
...     Flow("verhuur", "in", "verhuur", 400_00, jan, end),
...     Flow("subsidie", "in", "subsidie", 9_000_00, jan, jan + 6, 6, covers=jan + 11),
...     Flow("leden", "in", "leden", 1_200_00, jan + 2, end, 12, "toegezegd"),
...     Flow("fonds", "in", "fonds", 10_000_00, jan + 9, jan + 9, 1, "aangevraagd"),
... ]
>>> for scenario in SCENARIOS:
...     course = when(flows, {"": 4_400_00}, jan, scenario)
...     print(scenario.name, written(course.ends), course.left)
zeker 2028-03 14
verwacht 2028-04 15
hoopvol 2028-10 21
later 2027-03 2
subsidie stopt 2027-09 8
>>> print(sentence(when(flows, {"": 4_400_00}, jan), flows))
Het geld is op in maart 2028. Gestopt: subsidie (juli 2027). \
huur en coördinator gaan door: daarna is elke maand € 1.600 te weinig.

Run it: ``python -m middenstip.methods.runway when FLOWS.csv --from 2027-01 --balance 4400``.
"""

from middenstip.methods.reading import InputError

from .clocks import LEVELS, MONEY_ENDS, SUBSIDY_ENDS, Clock, clocks, subsidy_until
from .count import HORIZON, Course, Month, when
from .flow import ASKED, CERTAIN, CERTAINTIES, FREE, FUND, IN, OUT, PROMISED, SUBSIDY, Flow
from .month import month_of, spoken, written
from .reading import in_cents
from .scenario import CERTAIN_ONLY, EXPECTED, HOPEFUL, LATER, SCENARIOS, STOPS, Scenario
from .sentences import EUROS, HOURS, amount, sentence

__all__ = [
    "ASKED",
    "CERTAIN",
    "CERTAINTIES",
    "CERTAIN_ONLY",
    "EUROS",
    "EXPECTED",
    "FREE",
    "FUND",
    "HOPEFUL",
    "HORIZON",
    "HOURS",
    "IN",
    "LATER",
    "LEVELS",
    "MONEY_ENDS",
    "OUT",
    "PROMISED",
    "SCENARIOS",
    "STOPS",
    "SUBSIDY",
    "SUBSIDY_ENDS",
    "Clock",
    "Course",
    "Flow",
    "InputError",
    "Month",
    "Scenario",
    "amount",
    "clocks",
    "in_cents",
    "month_of",
    "sentence",
    "spoken",
    "subsidy_until",
    "when",
    "written",
]
