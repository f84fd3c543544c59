from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "middenstip.web"
    label = "web"
