"""Rows by noun: each module has a list ROWS."""

from importlib import import_module
from pkgutil import iter_modules

from tests.matrix.row import Row


def all_rows() -> list[Row]:
    rows: list[Row] = []
    for module in iter_modules(__path__):
        rows += import_module(f"{__name__}.{module.name}").ROWS
    return rows
