"""The database tables of projects."""

from middenstip.domain.projects.models.award import Award, Tranche
from middenstip.domain.projects.models.filing import Filing, Wish
from middenstip.domain.projects.models.money import Booking, Line, Overrun, Pot, Source
from middenstip.domain.projects.models.order import Extra, Order
from middenstip.domain.projects.models.people import Take, Task
from middenstip.domain.projects.models.plan import Milestone, Plan
from middenstip.domain.projects.models.project import Member, Project
from middenstip.domain.projects.models.register import Application, FundingScheme
from middenstip.domain.projects.models.value import Link, Value
from middenstip.domain.projects.models.watch import Alarm, Check

__all__ = [
    "Alarm",
    "Application",
    "Award",
    "Booking",
    "Check",
    "Extra",
    "Filing",
    "FundingScheme",
    "Line",
    "Link",
    "Member",
    "Milestone",
    "Order",
    "Overrun",
    "Plan",
    "Pot",
    "Project",
    "Source",
    "Take",
    "Task",
    "Tranche",
    "Value",
    "Wish",
]
