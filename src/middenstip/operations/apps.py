from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "middenstip.operations"
    label = "operations"

    def ready(self) -> None:
        from middenstip.operations import checks  # noqa: F401 - importing it registers them
