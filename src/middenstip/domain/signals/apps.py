from django.apps import AppConfig


class SignalsConfig(AppConfig):
    name = "middenstip.domain.signals"
    label = "signals"
    verbose_name = "Signalen"
