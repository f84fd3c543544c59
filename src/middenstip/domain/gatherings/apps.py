from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    name = "middenstip.domain.gatherings"
    label = "gatherings"
    verbose_name = "Ontmoeten"
