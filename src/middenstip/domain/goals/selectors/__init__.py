"""Queries about tables."""

from middenstip.domain.goals.selectors.candidates import Candidate, seats_to_invite
from middenstip.domain.goals.selectors.invitations import (
    Asking,
    consents_to,
    invitation_by_id,
    invitation_of,
    invitations_of,
    link_by_id,
    link_by_token,
    links_of,
    links_to_mail,
    motion_by_id,
    motions_at,
    request_by_id,
    requests_at,
)
from middenstip.domain.goals.selectors.lists import TableLine, inside, tables_in
from middenstip.domain.goals.selectors.places import Place, letters_are_open, places_at
from middenstip.domain.goals.selectors.restatement import letter_by_key, letters_told, restatement_by_key
from middenstip.domain.goals.selectors.rows import goal_rows
from middenstip.domain.goals.selectors.table import (
    chairs_at,
    goal_by_id,
    halves_at,
    missing_halves,
    organisations_at,
)
from middenstip.domain.goals.selectors.versions import Said, VersionLine, versions_of

__all__ = [
    "Asking",
    "Candidate",
    "Place",
    "Said",
    "TableLine",
    "VersionLine",
    "chairs_at",
    "consents_to",
    "goal_by_id",
    "goal_rows",
    "halves_at",
    "inside",
    "invitation_by_id",
    "invitation_of",
    "invitations_of",
    "letter_by_key",
    "letters_are_open",
    "letters_told",
    "link_by_id",
    "link_by_token",
    "links_of",
    "links_to_mail",
    "missing_halves",
    "motion_by_id",
    "motions_at",
    "organisations_at",
    "places_at",
    "request_by_id",
    "requests_at",
    "restatement_by_key",
    "seats_to_invite",
    "tables_in",
    "versions_of",
]
