from django.apps import AppConfig


class BaselineConfig(AppConfig):
    name = "middenstip.domain.baseline"
    label = "baseline"
    verbose_name = "De scan"
