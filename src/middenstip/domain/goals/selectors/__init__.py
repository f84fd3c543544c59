"""Reads about tables."""

from middenstip.domain.goals.selectors.candidates import Candidate, seats_to_invite
from middenstip.domain.goals.selectors.lists import TableLine, inside, tables_in
from middenstip.domain.goals.selectors.places import Place, letters_are_open, places_at
from middenstip.domain.goals.selectors.rows import goal_rows
from middenstip.domain.goals.selectors.table import chairs_at, goal_by_id, halves_at, missing_halves
from middenstip.domain.goals.selectors.versions import Said, VersionLine, versions_of

__all__ = [
    "Candidate",
    "Place",
    "Said",
    "TableLine",
    "VersionLine",
    "chairs_at",
    "goal_by_id",
    "goal_rows",
    "halves_at",
    "inside",
    "letters_are_open",
    "missing_halves",
    "places_at",
    "seats_to_invite",
    "tables_in",
    "versions_of",
]
