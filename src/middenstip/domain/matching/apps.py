from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "middenstip.domain.matching"
    label = "matching"
    verbose_name = "Vraag en aanbod"
