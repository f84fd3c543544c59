from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "middenstip.domain.reports"
    label = "reports"
    verbose_name = "Verslagen"
