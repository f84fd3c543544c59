from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "middenstip.domain.initiatives"
    label = "initiatives"
    verbose_name = "Initiatieven"
