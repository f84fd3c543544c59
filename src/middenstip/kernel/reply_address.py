"""The address to which a person replies by mail in one case: `zaak+<case>.<person>.<proof>@<REPLY_DOMAIN>`.

The proof is made with the secret of the site, so that nobody can make an address for another case or person.
"""

from __future__ import annotations

import re

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

_PROOF = 20  # characters of the proof: 80 bits
_ADDRESS = re.compile(r"zaak\+([0-9a-z]{10})\.([0-9a-z]{10})\.([0-9a-f]{20})@(.+)", re.IGNORECASE)


def reply_address(case: str, person: str) -> str:
    """The address for this case and person (public ids); "" when no mail is received."""
    domain: str = settings.REPLY_DOMAIN
    return f"zaak+{case}.{person}.{_proof(case, person)}@{domain}" if domain else ""


def is_reply_address(address: str) -> bool:
    """Whether this looks like one of our reply addresses, right or wrong."""
    domain: str = settings.REPLY_DOMAIN
    return bool(domain) and address.lower().startswith("zaak+") and address.lower().endswith(f"@{domain}")


def read_reply_address(address: str) -> tuple[str, str] | None:
    """The public ids of the case and the person; None when the address was not made by this site."""
    found = _ADDRESS.fullmatch(address.strip().lower())
    if not found or found[4] != settings.REPLY_DOMAIN:
        return None
    case, person, proof, _domain = found.groups()
    return (case, person) if constant_time_compare(proof, _proof(case, person)) else None


def _proof(case: str, person: str) -> str:
    return salted_hmac("middenstip.reply", f"{case}.{person}", algorithm="sha256").hexdigest()[:_PROOF]
