from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "middenstip.domain.projects"
    label = "projects"
    verbose_name = "Projecten"
