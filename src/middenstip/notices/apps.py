from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "middenstip.notices"
    label = "notices"
    verbose_name = "Post"
