from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "middenstip.domain.moderation"
    label = "moderation"
    verbose_name = "Moderatie"
