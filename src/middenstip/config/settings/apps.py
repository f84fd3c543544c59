"""The installed apps, and the middleware in order."""

from middenstip.config.settings.env import IS_TEST, SOURCE
from middenstip.domain.rooms import STAIRS

INSTALLED_APPS = [
    "middenstip.kernel",
    "middenstip.journal",
    *(f"middenstip.domain.{room}" for room in STAIRS),
    "middenstip.notices",
    "middenstip.operations",
    "middenstip.web",
    "middenstip.demo",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "middenstip.operations.requests.watch",
    "middenstip.api.headers.api_headers",
    "middenstip.web.shared.middleware.count_kept",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pages and the API are compressed. BREACH guesses a secret from the size of compressed answers; Django
    # prevents that: it adds up to a hundred random bytes to each, and masks its token anew in every page.
    "django.middleware.gzip.GZipMiddleware",
    "middenstip.web.shared.middleware.permissions",
    "csp.middleware.CSPMiddleware",
    "middenstip.config.sessions.Middleware",
    "django.middleware.locale.LocaleMiddleware",
    "middenstip.web.shared.body.limit_body",
    "middenstip.web.shared.middleware.clean_input",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "middenstip.web.shared.again.keep_old_keys",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "middenstip.web.shared.rate.limit_rate",
    "allauth.account.middleware.AccountMiddleware",
    "middenstip.web.shared.middleware.show_refusal",
    "middenstip.web.shared.middleware.send_post",
]

if IS_TEST:  # it scans all static files for each test client
    MIDDLEWARE.remove("whitenoise.middleware.WhiteNoiseMiddleware")

ROOT_URLCONF = "middenstip.config.urls"
WSGI_APPLICATION = "middenstip.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SOURCE / "web" / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["middenstip.web.shared.lean.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "middenstip.web.shared.context.frame",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "middenstip.web.templatetags.middenstip",
                "middenstip.web.templatetags.post_form",
            ],
        },
    }
]
