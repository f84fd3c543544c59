"""No import cycles: not between modules, nor between sibling packages at any level.

Imports inside functions and under TYPE_CHECKING count too: to understand one module you must read the other.
"""

from __future__ import annotations

import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

Graph = dict[str, set[str]]
PACKAGES = ("middenstip", "bench", "tools")


def needs(*packages: str) -> Graph:
    """For each module of these packages, the modules it imports."""
    graph = grimp.build_graph(*packages, cache_dir=None)
    return {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}


def beside(graph: Graph, package: str) -> Graph:
    """For each child of a package, the other children that its modules need."""

    def child(module: str) -> str:
        inside = module.removeprefix(f"{package}.")
        return f"{package}.{inside.partition('.')[0]}" if inside != module else ""

    found: Graph = {}
    for module, imported in graph.items():
        mine = child(module)
        if mine:
            found.setdefault(mine, set()).update({child(one) for one in imported} - {"", mine})
    return found


def cycle(graph: Graph) -> list[str]:
    """One cycle in the graph; empty when there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def cycles(graph: Graph) -> dict[str, list[str]]:
    """One cycle for each package that has one; the key is "" for the modules themselves."""
    packages = {name.rpartition(".")[0] for name in graph} - {""}
    levels = {"": graph} | {package: beside(graph, package) for package in sorted(packages)}
    return {package: found for package, level in levels.items() if (found := cycle(level))}


def test_there_are_no_import_cycles() -> None:
    graph = needs(*PACKAGES)
    assert len(graph) > 450
    assert cycles(graph) == {}


INSIDE = "def work() -> None:\n    from {} import thing\n"
TYPED = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from {} import thing\n"


@pytest.mark.parametrize("way", ["from {} import thing\n", INSIDE, TYPED], ids=["plain", "inside", "typed"])
def test_every_form_of_import_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """Two packages need each other, although none of their modules do."""
    name = "going_round"
    files = {"first/one": "", "first/two": way.format(f"{name}.second.one"), "second/one": ""}
    files |= {"second/two": f"from {name}.first.one import thing\n"}
    for path, text in (files | {"__init__": "", "first/__init__": "", "second/__init__": ""}).items():
        file = tmp_path / name / f"{path}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, name, raising=False)
    graph = needs(name)
    assert graph[f"{name}.first.two"] == {f"{name}.second.one"}
    assert list(cycles(graph)) == [name]
