"""Members of enums are reached through their enum (`Qt.ItemDataRole.UserRole`): Qt 6 knows no other way.

Which names are members of which enum is asked of the installed classes themselves.
"""

import ast
import importlib
from functools import cache

import pytest

from tests.house import imports, sources

MODULES = (
    "qgis.core",
    "qgis.gui",
    "qgis.analysis",
    "qgis.server",
    "qgis.PyQt.QtCore",
    "qgis.PyQt.QtGui",
    "qgis.PyQt.QtNetwork",
    "qgis.PyQt.QtPrintSupport",
    "qgis.PyQt.QtSvg",
    "qgis.PyQt.QtTest",
    "qgis.PyQt.QtWidgets",
    "qgis.PyQt.QtXml",
)


def is_short(owner: type, name: str) -> bool:
    """Whether `owner.name` is a member of an enum that `owner` holds."""
    kind = type(getattr(owner, name, None))
    held = [value for base in owner.__mro__ for value in vars(base).values()]
    return (
        kind is not type and issubclass(kind, int) and any(value is kind for value in held) or _is_renamed(owner, name)
    )


def _is_renamed(owner: type, name: str) -> bool:
    """QGIS keeps the old, short names of enums that moved to `Qgis`: their type is held there."""
    from qgis.core import Qgis

    kind = type(getattr(owner, name, None))
    return any(value is kind for value in vars(Qgis).values()) and isinstance(kind, type) and kind is not owner


@cache
def short_names() -> frozenset[str]:
    """Every name that is a member of some enum in some class, without its enum."""
    names = set()
    for module in MODULES:
        for value in vars(importlib.import_module(module)).values():
            if isinstance(value, type):
                names |= {name for name in vars(value) if name[:1].isupper() and is_short(value, name)}
    return frozenset(names)


def owners(source) -> dict[str, type]:
    """The Qt and QGIS classes a file imports, by name."""
    found = {}
    for taken in imports(source):
        if taken.module in MODULES:
            value = getattr(importlib.import_module(taken.module), taken.name, None)
            if isinstance(value, type):
                found[taken.name] = value
    return found


def not_objects(source) -> set[str]:
    """Names that stand for a module or for an enum itself (`role = Qt.ItemDataRole`), not for an object."""
    names = {(taken.name or taken.module).partition(".")[0] for taken in imports(source)}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Attribute) and node.value.attr[0].isupper():
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return names


def short_uses(source) -> list[str]:
    """Places where a member is reached without its enum: on a class, or on an object as in `dialog.Accepted`."""
    known, exempt, found = owners(source), not_objects(source), []
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Attribute):
            continue
        base = node.value.id if isinstance(node.value, ast.Name) else None
        if base in known:
            wrong = is_short(known[base], node.attr)
        else:
            last = base or (node.value.attr if isinstance(node.value, ast.Attribute) else "")
            root = ast.unparse(node).partition(".")[0]
            wrong = last[:1].islower() and root not in exempt and node.attr in short_names()
        if wrong:
            found.append(f"{source.place(node)}: {ast.unparse(node)}")
    return found


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.module)
def test_enum_members_are_reached_through_their_enum(source):
    assert short_uses(source) == []


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Qt.UserRole", True),
        ("Qt.ItemDataRole.UserRole", False),
        ("QgsTask.CanCancel", True),
        ("QgsTask.Flag.CanCancel", False),
        ("QMessageBox.Yes", True),
        ("Qgis.Warning", True),
        ("Qgis.MessageLevel.Warning", False),
        ("QgsWkbTypes.MultiPolygon", True),
        ("dialog.Accepted", True),
        ("self.dialog.Accepted", True),
        ("QDialog.DialogCode.Accepted", False),
        ("Qt.GlobalColor.black", False),
        ("Qt.black", True),
        ("QFrame.Shape", False),
        ("QDialog.accepted", False),
    ],
)
def test_the_check_tells_short_from_scoped(line, wrong, tmp_path):
    text = (
        "from qgis.core import Qgis, QgsTask, QgsWkbTypes\nfrom qgis.PyQt.QtCore import Qt\n"
        f"from qgis.PyQt.QtWidgets import QDialog, QFrame, QMessageBox\n{line}\n"
    )
    some = sources()[0]
    assert bool(short_uses(some._replace(tree=ast.parse(text)))) is wrong
