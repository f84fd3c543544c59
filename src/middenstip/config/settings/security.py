"""Strict by default; the demo and the tests relax only what plain http needs."""

import re

from csp.constants import NONE, SELF

from middenstip.config.environment import listed, number, refuse, text, truth
from middenstip.config.settings.addresses import origin
from middenstip.config.settings.env import IS_DEMO, IS_TEST

_NAME = re.compile(r"\*|\.?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\]", re.IGNORECASE | re.ASCII)

DEBUG = False
_LOCAL = IS_DEMO or IS_TEST
SECRET_KEY = text("SECRET_KEY", "only-for-the-demo-and-the-tests-" * 2 if _LOCAL else "")
if len(SECRET_KEY) < 50:
    refuse("SECRET_KEY", "dat zijn minstens vijftig willekeurige tekens, in .env of de omgeving.")
ALLOWED_HOSTS = listed("ALLOWED_HOSTS") or (["127.0.0.1", "localhost", "testserver"] if _LOCAL else [])
if not all(_NAME.fullmatch(host) for host in ALLOWED_HOSTS):
    refuse("ALLOWED_HOSTS", "zet er alleen namen in, met komma's: plein.example,www.plein.example.")
CSRF_TRUSTED_ORIGINS = [
    origin("CSRF_TRUSTED_ORIGINS", one, "https://plein.example") for one in listed("CSRF_TRUSTED_ORIGINS")
]

APPEND_SLASH = False  # the API Design Rules require 404, no redirect; page URLs end in a slash
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
# The whole of what is sent; more is refused by its length, before any of it is read.
BODY_MOST = DATA_UPLOAD_MAX_MEMORY_SIZE
UPLOAD_MOST = 28_000_000  # on a page that takes files: a file of 25 MB, and room to say what is too large

# A minute, each; 0 is no limit. People in one building share a network.
POSTS_PER_PERSON = number("POSTS_PER_PERSON", 60)
POSTS_PER_NETWORK = number("POSTS_PER_NETWORK", 600)
SEARCHES_PER_NETWORK = number("SEARCHES_PER_NETWORK", 600)

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = not _LOCAL
SECURE_REDIRECT_EXEMPT = [r"^(?:gezond|klaar|klaar/lezen|metrics)$"]  # in the network
SESSION_COOKIE_NAME = "sessie"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60
CSRF_FAILURE_VIEW = "middenstip.web.shared.again.csrf_failed"
SECURE_HSTS_SECONDS = 0 if _LOCAL else 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = not _LOCAL
# Browsers preload HSTS for all names under a domain, and leaving that list takes months: the owner decides.
SECURE_HSTS_PRELOAD = truth("HSTS_PRELOAD", default=False)
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # it would require preload
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
BEHIND_PROXY = truth("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # else all visitors have the address of the proxy

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
