from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "middenstip.domain.intake"
    label = "intake"
    verbose_name = "Balie"
