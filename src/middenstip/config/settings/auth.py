"""Login with a code by mail, or a passkey. There are no passwords to lose."""

from middenstip.config.environment import truth
from middenstip.config.settings.env import IS_DEMO, IS_TEST

AUTH_USER_MODEL = "parties.Person"
AUTHENTICATION_BACKENDS = ["middenstip.web.shared.door.Backend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/mijn/"

ACCOUNT_ADAPTER = "middenstip.web.pages.account.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 900
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = 3  # extra codes, for a mail that did not arrive
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_RATE_LIMITS = False if IS_TEST else {"request_login_code": None}  # those are in CODES
# Codes at most. An evening in a village hall shares one network; a mailbox needs few codes.
CODES = {"network_minute": 300, "network_day": 5000, "address_minute": 3, "address_day": 10}
ACCOUNT_FORMS = {
    "request_login_code": "middenstip.web.pages.account.forms.LoginForm",
    "confirm_login_code": "middenstip.web.pages.account.forms.LoginCodeForm",
    "add_email": "middenstip.web.pages.account.forms.NewAddressForm",
    "confirm_email_verification_code": "middenstip.web.pages.account.forms.AddressCodeForm",
}

# Roles that read personal data of others: a passkey, a session of half a day, a code before giving a role.
GUARD_ROLES = truth("GUARD_ROLES", default=not (IS_DEMO or IS_TEST))

MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_ADAPTER = "middenstip.web.pages.account.passkey.PasskeyAdapter"
MFA_FORMS = {
    "add_webauthn": "middenstip.web.pages.account.passkey.PasskeyForm",
    "login_webauthn": "middenstip.web.pages.account.passkey.PasskeyLoginForm",
    "edit_webauthn": "middenstip.web.pages.account.passkey.PasskeyNameForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = IS_TEST or IS_DEMO  # http://localhost
