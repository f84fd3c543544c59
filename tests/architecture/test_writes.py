"""A view does one write, and a journey exists only for writes in several rooms."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.urls import URLResolver, get_resolver

SRC = Path(__file__).parents[2] / "src/middenstip"
# Journeys that write in one room, with a rule of a higher room.
ONE_ROOM = {"draw_area", "set_up_areas"}


def _writers(tree: ast.Module) -> tuple[set[str], set[str]]:
    """The names of modules that write (services, journeys), and of functions imported from them."""
    modules, functions = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for one in node.names:
                name = one.asname or one.name
                if one.name == "services" or node.module == "middenstip.journeys":
                    modules.add(name)
                elif node.module.endswith(".services") or node.module.startswith("middenstip.journeys."):
                    functions.add(name)
    return modules, functions


def _is_write(node: ast.AST, writers: tuple[set[str], set[str]]) -> bool:
    if not isinstance(node, ast.Call):
        return False
    modules, functions = writers
    called = node.func
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
        reads = called.attr[:1].isupper() or called.attr in ("initiator_of",)
        return called.value.id in modules and not reads
    return isinstance(called, ast.Name) and called.id in functions and not called.id[:1].isupper()


def _most(block: list[ast.stmt], writers: tuple[set[str], set[str]]) -> int:
    """The largest number of writes on one path through these statements."""
    done = 0
    for place, statement in enumerate(block):
        if isinstance(statement, ast.If):
            inside, otherwise = _most(statement.body, writers), _most(statement.orelse, writers)
            rest = _most(block[place + 1 :], writers)
            if isinstance(statement.body[-1], (ast.Return, ast.Raise)):
                return done + max(inside, otherwise + rest)
            return done + max(inside, otherwise) + rest
        if isinstance(statement, ast.Try):
            done += _most([*statement.body, *statement.orelse, *statement.finalbody], writers)
            continue
        done += sum(_is_write(node, writers) for node in ast.walk(statement))
    return done


def _functions(folder: str) -> Iterator[tuple[str, ast.FunctionDef, tuple[set[str], set[str]]]]:
    for path in sorted((SRC / folder).rglob("*.py")):
        tree = ast.parse(path.read_text())
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                yield f"{path.relative_to(SRC)}:{node.name}", node, _writers(tree)


def test_a_view_writes_once_in_one_transaction() -> None:
    counted = {name: _most(node.body, writers) for name, node, writers in _functions("web/pages")}
    assert sum(count > 0 for count in counted.values()) > 30
    assert {name: count for name, count in counted.items() if count > 1} == {}


def test_a_journey_writes_in_several_rooms() -> None:
    """A page calls a single service directly."""
    lonely = []
    for path in sorted((SRC / "journeys").glob("[a-z]*.py")):
        rooms = {
            node.module.split(".")[2]
            for node in ast.walk(ast.parse(path.read_text()))
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("middenstip.domain.")
        }
        if len(rooms - {"areas"}) < 2 and path.stem not in ONE_ROOM:
            lonely.append(path.stem)
    assert lonely == []


def test_a_service_and_a_journey_never_have_the_same_name() -> None:
    """A reader of a call must know which of the two it is."""
    journeys = {name.split(":")[1] for name, node, _ in _functions("journeys") if _is_public_write(node)}
    services = {
        name.split(":")[1]
        for name, node, _ in _functions("domain")
        if "services" in name and _is_public_write(node)
    }
    assert (len(journeys) > 20, len(services) > 60) == (True, True)
    assert journeys & services == set()


def _is_public_write(node: ast.FunctionDef) -> bool:
    return any(isinstance(one, ast.Name) and one.id == "write" for one in node.decorator_list)


def test_a_journey_does_more_than_call_one_service() -> None:
    """Except when it checks a rule of another room first."""
    passing = []
    for name, node, writers in _functions("journeys"):
        is_write = any(isinstance(one, ast.Name) and one.id == "write" for one in node.decorator_list)
        body = node.body[1:]  # without its docstring
        called = getattr(body[0], "value", None) if len(body) == 1 else None
        if is_write and called is not None and _is_write(called, writers):
            passing.append(name)
    assert passing == []


def _segments() -> set[str]:
    """The first words of the addresses of the site, as the urls name them."""
    resolvers = [get_resolver()]
    first = set()
    while resolvers:
        for one in resolvers.pop().url_patterns:
            if found := re.match(r"([a-z-]+)/", str(one.pattern)):
                first.add(found[1])
            elif isinstance(one, URLResolver):  # an include without an address of its own
                resolvers.append(one)
    return first


def _paths_in(text: str, first: set[str]) -> list[str]:
    """The texts in this code that are an address of a page of ours."""
    texts = (node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant))
    return [
        one for one in texts if isinstance(one, str) and one.startswith("/") and one.split("/")[1] in first
    ]


def test_the_pages_ask_for_the_address_of_a_page() -> None:
    """With `path_to` or `reverse`: an address stands in the urls and in the face of its room only."""
    first = _segments()
    assert {"balie", "gebied", "initiatief", "mijn", "opgave"} <= first
    assert _paths_in('url = f"/gebied/{code}/"', first) == ["/gebied/"]
    files = [path for path in (SRC / "web").rglob("*.py") if path.name != "urls.py"]
    written = {str(path.relative_to(SRC)): _paths_in(path.read_text(), first) for path in files}
    assert {name: paths for name, paths in written.items() if paths} == {"web/shared/errors.py": ["/api/"]}
