"""Reads about agreements."""

from middenstip.domain.projects.selectors.agreement import agreement_by_id, signatures_for, signers_at
from middenstip.domain.projects.selectors.lists import STANDS, AgreementLine, agreements_in, agreements_of
from middenstip.domain.projects.selectors.party import Party, PartySide, party_by_id
from middenstip.domain.projects.selectors.rows import agreement_row, agreement_rows, signature_rows

__all__ = [
    "STANDS",
    "AgreementLine",
    "Party",
    "PartySide",
    "agreement_by_id",
    "agreement_row",
    "agreement_rows",
    "agreements_in",
    "agreements_of",
    "party_by_id",
    "signature_rows",
    "signatures_for",
    "signers_at",
]
