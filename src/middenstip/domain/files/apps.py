from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "middenstip.domain.files"
    label = "files"
    verbose_name = "Bestanden"
