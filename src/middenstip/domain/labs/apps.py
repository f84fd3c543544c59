from django.apps import AppConfig


class LabsConfig(AppConfig):
    name = "middenstip.domain.labs"
    label = "labs"
    verbose_name = "Stadslabs"
