from django.apps import AppConfig


class PodiumConfig(AppConfig):
    name = "middenstip.domain.podium"
    label = "podium"
    verbose_name = "Pitchpodium"
