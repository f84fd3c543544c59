from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "middenstip.domain.parties"
    label = "parties"
    verbose_name = "Partijen"
