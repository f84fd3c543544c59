"""Queries about agreements."""

from middenstip.domain.agreements.selectors.agreement import (
    agreement_by_id,
    agreement_states,
    signatures_for,
    signers_at,
)
from middenstip.domain.agreements.selectors.kept import (
    Promised,
    promised_by_organisation,
    promised_by_person,
    running_about,
    states_of,
)
from middenstip.domain.agreements.selectors.lists import (
    STANDS,
    AgreementLine,
    agreements_about,
    agreements_in,
    agreements_of,
)
from middenstip.domain.agreements.selectors.party import Party, PartySide, party_by_id
from middenstip.domain.agreements.selectors.rows import agreement_row, agreement_rows, signature_rows
from middenstip.domain.agreements.selectors.turning import agreement_at, agreements_of_work

__all__ = [
    "STANDS",
    "AgreementLine",
    "Party",
    "PartySide",
    "Promised",
    "agreement_at",
    "agreement_by_id",
    "agreement_row",
    "agreement_rows",
    "agreement_states",
    "agreements_about",
    "agreements_in",
    "agreements_of",
    "agreements_of_work",
    "party_by_id",
    "promised_by_organisation",
    "promised_by_person",
    "running_about",
    "signature_rows",
    "signatures_for",
    "signers_at",
    "states_of",
]
