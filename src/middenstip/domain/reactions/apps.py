from django.apps import AppConfig


class ReactionsConfig(AppConfig):
    name = "middenstip.domain.reactions"
    label = "reactions"
    verbose_name = "Reacties"
