"""Every example in the docstrings runs."""

import doctest
import importlib
import pkgutil

import pytest

from middenstip.methods import halves

MODULES = [halves.__name__, *(m.name for m in pkgutil.iter_modules(halves.__path__, f"{halves.__name__}."))]


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
