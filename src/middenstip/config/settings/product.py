"""Settings that are specific to Middenstip."""

import re

from middenstip.config.environment import moment, refuse, text
from middenstip.config.settings.addresses import mail_address, origin
from middenstip.config.settings.env import IS_DEMO, IS_TEST

DEMO = IS_DEMO
_LOCAL = IS_DEMO or IS_TEST
_SITE = text("SITE_URL", "http://127.0.0.1:8000" if _LOCAL else "")
if not _SITE:
    refuse(
        "SITE_URL", "zet er het adres van de site in, zoals https://plein.example; het staat in elke mail."
    )
SITE_URL = origin("SITE_URL", _SITE, "https://plein.example")  # paths start with a slash
SITE_NAME = text("SITE_NAME", "Middenstip")
HOME_AREA = text("HOME_AREA", "GM0150" if _LOCAL else "")
if HOME_AREA and not re.fullmatch(r"GM\d{4}", HOME_AREA, re.ASCII):
    refuse("HOME_AREA", "schrijf de code van een gemeente bij het CBS, zoals GM0150.")
CONTACT_EMAIL = mail_address("CONTACT_EMAIL", "hallo@middenstip.example")
SECURITY_EMAIL = mail_address("SECURITY_EMAIL", "veilig@middenstip.example")  # also in SECURITY.md
PAGE_SIZE = 25

# While the platform is moved or mended: everything can be read, nothing is kept, and each act says why.
_MAINTENANCE = text("MAINTENANCE")
if _MAINTENANCE not in ("", "read-only"):
    refuse("MAINTENANCE", "schrijf read-only, of laat het leeg.")
MAINTENANCE = bool(_MAINTENANCE)
MAINTENANCE_SENTENCE = text("MAINTENANCE_SENTENCE")
MAINTENANCE_UNTIL = moment("MAINTENANCE_UNTIL")
API_PER_MINUTE = 0 if IS_TEST else 600  # questions to the API from one network; 0 is no limit

# The accessibility statement of the platform's organisation, as in the Dutch register.
ACCESSIBILITY_STATUS = text("ACCESSIBILITY_STATUS", "C").upper()
ACCESSIBILITY_REGISTER_URL = text("ACCESSIBILITY_REGISTER_URL")
ACCESSIBILITY_REPORT_URL = text("ACCESSIBILITY_REPORT_URL")
if ACCESSIBILITY_STATUS not in ("A", "B", "C", "D"):
    refuse("ACCESSIBILITY_STATUS", "dat is A, B, C of D, zoals in het register van verklaringen.")
if ACCESSIBILITY_STATUS in ("A", "B") and not ACCESSIBILITY_REPORT_URL:
    refuse("ACCESSIBILITY_REPORT_URL", "status A en B vragen een onderzoek; noem het adres van het rapport.")
