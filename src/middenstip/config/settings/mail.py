"""Mail: to the console and to files, unless an SMTP server is set."""

from middenstip.config.settings.addresses import address, credentials, domain, sender
from middenstip.config.settings.env import IS_TEST, VAR

DEFAULT_FROM_EMAIL = sender("MAIL_FROM", "Middenstip <post@middenstip.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_TIMEOUT = 10  # seconds: a mail server that does not answer must not block the worker
REPLY_DOMAIN = domain("REPLY_DOMAIN")  # where answers by mail arrive; "" when they are not received
MAIL_FOLDER = VAR / "mail"
PORTS = {"smtp": 25, "smtps": 587, "smtp+tls": 587, "smtp+ssl": 465}

_SERVER = address("EMAIL_URL", PORTS, "smtp+tls://gebruiker:geheim@machine:587")
if IS_TEST:
    EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
elif _SERVER:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = _SERVER.hostname
    EMAIL_PORT = _SERVER.port or PORTS[_SERVER.scheme]
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = credentials(_SERVER)
    EMAIL_USE_TLS = _SERVER.scheme in ("smtps", "smtp+tls")
    EMAIL_USE_SSL = _SERVER.scheme == "smtp+ssl"
else:
    EMAIL_BACKEND = "middenstip.notices.filemail.EmailBackend"
