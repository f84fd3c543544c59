"""Mail: to the console and to files unless an SMTP server is set."""

from middenstip.config.settings.env import IS_TEST, VAR, env, refuse

DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", "Middenstip <post@middenstip.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_TIMEOUT = 20  # seconds: a mail server that hangs must not hold the worker
MAIL_FOLDER = VAR / "mail"

if IS_TEST:
    EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
elif env.str("EMAIL_URL", ""):
    if not env.str("EMAIL_URL").startswith(("smtp://", "smtps://", "smtp+tls://", "smtp+ssl://")):
        refuse("EMAIL_URL", "schrijf smtp+tls://gebruiker:geheim@machine:587.")
    vars().update(env.email_url_config(env.str("EMAIL_URL")))
else:
    EMAIL_BACKEND = "middenstip.notices.filemail.EmailBackend"
