from django.apps import AppConfig


class LearningConfig(AppConfig):
    name = "middenstip.domain.learning"
    label = "learning"
    verbose_name = "Leren"
