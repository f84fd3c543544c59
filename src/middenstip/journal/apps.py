from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "middenstip.journal"
    label = "journal"
