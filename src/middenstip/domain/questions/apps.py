from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    name = "middenstip.domain.questions"
    label = "questions"
    verbose_name = "Vragen"
