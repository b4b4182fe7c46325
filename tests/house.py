"""The plugin's own sources as syntax trees, for the tests that hold the house to its rules."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "kaznedra_qgis"


class Import(NamedTuple):
    """`module` as a full dotted name, and the `name` taken from it ('' for the module itself)."""

    module: str
    name: str
    line: int
    at_start: bool
    """Whether it runs when the module is imported, not in a function nor for type checkers only"""


class Source(NamedTuple):
    """A file of the plugin: dotted module name and syntax tree."""

    path: Path
    module: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The room it stands in; '' for what stands beside the rooms."""
        parts = self.path.relative_to(ROOT / PACKAGE).parts
        return parts[0] if len(parts) > 1 else ""

    def place(self, node: ast.AST) -> str:
        return f"{self.path.relative_to(ROOT)}:{node.lineno}"


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def sources() -> tuple[Source, ...]:
    """All Python files of the plugin, in order."""
    paths = sorted((ROOT / PACKAGE).rglob("*.py"))
    return tuple(Source(path, _module(path), ast.parse(path.read_text("utf-8"), str(path))) for path in paths)


def imports(source: Source) -> Iterator[Import]:
    """All imports of a file, relative ones resolved."""
    package = source.module if source.path.name == "__init__.py" else source.module.rpartition(".")[0]
    for node, at_start in _walk(source.tree, True):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, "", node.lineno, at_start)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, base] if base else above)
            for alias in node.names:
                yield Import(base, alias.name, node.lineno, at_start)


def translated_strings() -> set[str]:
    """What the sources hand to QCoreApplication.translate; test_house.py holds all of them to be literals."""
    return {
        call.args[1].value
        for source in sources()
        for call in ast.walk(source.tree)
        if isinstance(call, ast.Call)
        and ast.unparse(call.func) == "QCoreApplication.translate"
        and len(call.args) == 2
        and isinstance(call.args[1], ast.Constant)
    }


def _walk(node: ast.AST, at_start: bool) -> Iterator[tuple[ast.AST, bool]]:
    for child in ast.iter_child_nodes(node):
        inner = at_start and not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            inner = False
        yield child, inner
        yield from _walk(child, inner)
