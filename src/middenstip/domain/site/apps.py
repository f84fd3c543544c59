from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "middenstip.domain.site"
    label = "site"
    verbose_name = "Platform"
