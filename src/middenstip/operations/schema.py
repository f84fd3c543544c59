"""Which migrations a database has had, and the tables as they were then."""

from __future__ import annotations

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model

SESSIONS = "django_session"  # who is logged in belongs to a moment, never to a backup


def applied() -> list[list[str]]:
    """Every migration this database has had, in order of name."""
    return sorted([app, name] for app, name in MigrationExecutor(connection).loader.applied_migrations)


def is_up_to_date() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def unknown(schema: list[list[str]]) -> list[str]:
    """The migrations among these that this version of Middenstip does not know."""
    known = MigrationExecutor(connection).loader.disk_migrations
    return [f"{app}.{name}" for app, name in schema if (app, name) not in known]


def tables_at(schema: list[list[str]]) -> list[type[Model]]:
    """The models as they were after these migrations, one for each table that a backup holds."""
    loader = MigrationExecutor(connection).loader
    models = loader.project_state(_nodes(loader, schema)).apps.get_models(include_auto_created=True)
    kept = [one for one in models if one._meta.managed and one._meta.db_table != SESSIONS]
    return sorted(kept, key=lambda model: model._meta.db_table)


def build(schema: list[list[str]]) -> None:
    """Make the tables in an empty database as they were after these migrations."""
    executor = MigrationExecutor(connection)
    nodes = _nodes(executor.loader, schema)
    graph = executor.loader.graph.node_map
    # The last of each app: an earlier one as a target would mean going back to it.
    had = set(nodes)
    followed = {
        one for one in nodes for after in graph[one].children if after.key in had and after.key[0] == one[0]
    }
    executor.migrate([one for one in nodes if one not in followed])


def _nodes(loader: MigrationLoader, schema: list[list[str]]) -> list[tuple[str, str]]:
    return [(app, name) for app, name in schema if (app, name) in loader.graph.nodes]
