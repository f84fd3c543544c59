from django.apps import AppConfig


class DeliberationConfig(AppConfig):
    name = "middenstip.domain.deliberation"
    label = "deliberation"
    verbose_name = "Overleg"
