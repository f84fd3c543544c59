"""What the worker does for the post."""

from django_tasks import task


@task()
def deliver_post() -> None:
    """Read what is new in the journal and bring it round."""
