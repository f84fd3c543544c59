"""Strict by default; the demo and the tests relax only what plain http asks for."""

from csp.constants import NONE, SELF

from middenstip.config.settings.env import IS_DEMO, IS_TEST, env, refuse, truth

DEBUG = False
_LOCAL = IS_DEMO or IS_TEST
SECRET_KEY = env.str("SECRET_KEY", "only-for-the-demo-and-the-tests-" * 2 if _LOCAL else "")
if len(SECRET_KEY) < 50:
    refuse("SECRET_KEY", "dat zijn minstens vijftig willekeurige tekens, in .env of de omgeving.")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "testserver"] if _LOCAL else [])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

APPEND_SLASH = False  # the API Design Rules want 404, no redirect; pages name their slash themselves
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = not _LOCAL
SECURE_REDIRECT_EXEMPT = [r"^gezond$"]
SESSION_COOKIE_NAME = "sessie"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60
CSRF_FAILURE_VIEW = "middenstip.web.shared.errors.csrf_failed"
SECURE_HSTS_SECONDS = 0 if _LOCAL else 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not _LOCAL
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if truth("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # else everybody shares the proxy's address, and its rate limit

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
