from django.apps import AppConfig


class GoalsConfig(AppConfig):
    name = "middenstip.domain.goals"
    label = "goals"
    verbose_name = "Opgaven"
