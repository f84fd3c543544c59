"""Work for volunteers, from ten minutes up, and who takes it on."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.projects.lifecycle import TASK
from middenstip.domain.projects.models.project import Project
from middenstip.kernel.models import Row, Thing


class Task(Thing):
    """A task or shift on a day, for `needed` people. Without an essential task the project stops."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="tasks")
    what = models.CharField("wat", max_length=120)
    day = models.DateField("dag")
    minutes = models.PositiveIntegerField("minuten")
    needed = models.PositiveSmallIntegerField("hoeveel mensen", default=1)
    is_essential = models.BooleanField("zonder dit stopt het", default=False)
    state = models.CharField(max_length=8, choices=TASK.choices, default=TASK.start)
    asked_by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "taak"
        verbose_name_plural = "taken"
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="task_says_what"),
            models.CheckConstraint(condition=Q(minutes__gte=10, needed__gte=1), name="task_has_size"),
        ]
        indexes = [models.Index(fields=["project", "day"], name="task_day")]


class Take(Row):
    """A person does a task, or stands by for it. `minutes` is the time it really took, once it is done."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="takes")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    is_reserve = models.BooleanField(default=False)
    minutes = models.PositiveIntegerField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["task", "person"], name="takes_a_task_once")]
