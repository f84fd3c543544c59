"""Who hears what of areas, seats and roles."""

from middenstip.notices.policies.policy import own

POLICIES = {
    "seat.given": (own("subject_seat", page="mine"),),
    "role.granted": (own("subject_seat", page="mine"),),
    "role.ended": (own("subject_seat", page="mine"),),
}

SILENT = frozenset(
    {
        "area.drawn",  # the map shows it
        "person.registered",
        "person.erased",  # the reader throws the notices of this person away
        "organisation.side_chosen",
        "seat.taken",
        "seat.left",
    }
)
