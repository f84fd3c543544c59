from django.apps import AppConfig


class BudgetingConfig(AppConfig):
    name = "middenstip.domain.budgeting"
    label = "budgeting"
    verbose_name = "Burgerbegroting"
