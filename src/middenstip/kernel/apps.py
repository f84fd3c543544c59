from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "middenstip.kernel"
    label = "kernel"
