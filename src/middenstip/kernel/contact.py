"""Contact data in public text: recognised, and masked where readers see it.

What people wrote is stored as it is; a page, the API and a mail show `masked(text)`. It recognises e-mail
addresses, bank accounts (IBAN, by their check digits), and phone numbers: Dutch ones, and those with a
country code. Dates, postcodes, amounts and public service numbers (0800, 0900, 14 0570) stay.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

MAIL = _noop("[e-mailadres verborgen]")
PHONE = _noop("[telefoonnummer verborgen]")
ACCOUNT = _noop("[rekeningnummer verborgen]")

_HINT = re.compile(r"[@\d]|[(\[]at[)\]]", re.IGNORECASE)  # nearly all texts have none of these
_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64} ?(?:@|\(at\)|\[at\]) ?[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}", re.IGNORECASE
)
_ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}[ ]?\d{2}(?:[ ]?[A-Z0-9]){11,30}(?!\w)", re.IGNORECASE)
_BETWEEN = "[ \u00a0().\\-/–]{0,2}"
_DUTCH = rf"(?:(?:\+|00){_BETWEEN}31{_BETWEEN}(?:\(0\))?|\(?0)(?:{_BETWEEN}\d){{9}}"
_ABROAD = rf"(?:\+|00)[1-9](?:{_BETWEEN}\d){{7,13}}"
_PHONE = re.compile(rf"(?<![\w.,+])(?:{_DUTCH}|{_ABROAD})(?!\d)")
_DATE = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d(?!\d)")


def masked(text: str) -> str:
    """The text with contact data replaced by words that say so.

    >>> masked("Bel 06-12345678 of mail mij@voorbeeld.example")
    'Bel [telefoonnummer verborgen] of mail [e-mailadres verborgen]'
    >>> masked("Op 06-11-2026 om 10.30 uur, 7431 PH")
    'Op 06-11-2026 om 10.30 uur, 7431 PH'
    """
    if not _HINT.search(text):
        return text
    text = _MAIL.sub(_(MAIL), text)
    text = _ACCOUNT.sub(lambda found: _account(found[0]), text)
    return _PHONE.sub(lambda found: found[0] if _is_date(found[0]) else _(PHONE), text)


def has_contact(text: str) -> bool:
    """Whether `masked` replaces anything."""
    return masked(text) != text


def phone_number(typed: str) -> str:
    """A typed phone number as it is stored, with single spaces; "" when it is none.

    >>> phone_number(" 06-12 34 56 78 "), phone_number("morgen")
    ('06-12 34 56 78', '')
    """
    plain = " ".join(typed.split())
    return plain if _PHONE.fullmatch(plain) and not _is_date(plain) else ""


def _is_date(number: str) -> bool:
    """Whether the digits begin with a date, such as *06-11-2026 12*."""
    return _DATE.match(number) is not None


def _account(found: str) -> str:
    """The mask for the longest beginning that is an IBAN, with the words after it; else the text itself."""
    for end in range(len(found), 14, -1):
        if found[end - 1] != " " and not found[end : end + 1].isalnum() and _is_iban(found[:end]):
            return _(ACCOUNT) + found[end:]
    return found


def _is_iban(number: str) -> bool:
    """Whether the check digits are right (ISO 13616)."""
    plain = number.replace(" ", "").upper()
    turned = plain[4:] + plain[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1
