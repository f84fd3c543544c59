from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "middenstip.domain.agreements"
    label = "agreements"
    verbose_name = "Afspraken"
