"""Login by a code in the mail, or a passkey. There are no passwords to lose."""

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
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = 3  # codes more, for whoever got no mail
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = False
if IS_TEST:
    ACCOUNT_RATE_LIMITS = False

MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_ADAPTER = "middenstip.web.pages.account.passkey.PasskeyAdapter"
MFA_FORMS = {"add_webauthn": "middenstip.web.pages.account.passkey.PasskeyForm"}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = IS_TEST or IS_DEMO  # http://localhost
