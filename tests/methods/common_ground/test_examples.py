"""Every example in the docstrings runs."""

import doctest
import importlib
import pkgutil

import pytest

from middenstip.methods import common_ground as package

NAME = package.__name__
MODULES = [NAME, *(module.name for module in pkgutil.iter_modules(package.__path__, f"{NAME}."))]


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
