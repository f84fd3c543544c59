from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "middenstip.demo"
    label = "demo"
