from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "middenstip.domain.advice"
    label = "advice"
    verbose_name = "Advies"
