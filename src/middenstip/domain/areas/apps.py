from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "middenstip.domain.areas"
    label = "areas"
    verbose_name = "Gebieden"
