from django.apps import AppConfig


class ThanksConfig(AppConfig):
    name = "middenstip.domain.thanks"
    label = "thanks"
    verbose_name = "Bedankjes"
