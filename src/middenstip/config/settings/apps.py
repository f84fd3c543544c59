"""What is installed, and the order in which a request passes through it."""

from middenstip.config.settings.env import IS_TEST, SOURCE

ROOMS = ["areas", "parties", "initiatives", "goals", "intake", "projects", "reports"]

INSTALLED_APPS = [
    "middenstip.kernel",
    "middenstip.journal",
    *(f"middenstip.domain.{room}" for room in ROOMS),
    "middenstip.notices",
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
    "middenstip.api.headers.api_headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "middenstip.web.shared.middleware.clean_input",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "middenstip.web.shared.middleware.show_refusal",
    "middenstip.web.shared.middleware.send_post",
]

if IS_TEST:  # it looks at every static file again for each client of a test
    MIDDLEWARE.remove("whitenoise.middleware.WhiteNoiseMiddleware")

ROOT_URLCONF = "middenstip.config.urls"
WSGI_APPLICATION = "middenstip.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SOURCE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
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
            ],
        },
    }
]
