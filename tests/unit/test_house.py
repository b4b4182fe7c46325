"""The rules of the house that a reader would have to watch over otherwise: who may know whom, how code is written."""

import ast
import re
import sys

import pytest

from tests.house import PACKAGE, ROOT, Source, imports, sources

OUTSIDE = {
    "qgis",
    "PyQt5",
    "PyQt6",
    "osgeo",
    "processing",
    "jinja2",
    "requests",
    "urllib3",
    "shapely",
    "pyproj",
    "numpy",
    "sqlite3",
}
FOR_ALL = {"errors", "themes", "paths", "freshness"}
WITH_QT = {
    "applicant_profiles",
    "compat",
    "connecting",
    "cost_words",
    "exchange",
    "i18n",
    "log",
    "main_thread",
    "messages",
    "network",
    "settings",
    "submission_words",
    "titles",
}
MAY_KNOW = {
    # room: (other rooms and what stands beside them, libraries)
    "subsoil": (FOR_ALL, {"shapely", "pyproj", "numpy"}),
    "sources": (FOR_ALL, {"requests", "urllib3", "sqlite3"}),
    "workspace": (FOR_ALL | {"subsoil", "sources"}, {"osgeo", "numpy", "sqlite3"}),
    "mapping": (FOR_ALL | WITH_QT | {"subsoil"}, {"qgis", "shapely", "numpy"}),
    "documents": (FOR_ALL | WITH_QT | {"subsoil", "workspace", "mapping"}, {"qgis", "osgeo", "jinja2", "shapely"}),
    "processing": (
        FOR_ALL | WITH_QT | {"subsoil", "sources", "workspace", "mapping", "documents"},
        OUTSIDE - {"PyQt5", "PyQt6"},
    ),
    "gui": (
        FOR_ALL | WITH_QT | {"dependencies", "subsoil", "sources", "workspace", "mapping", "documents", "processing"},
        OUTSIDE - {"PyQt5", "PyQt6"},
    ),
}
WIDGETS = ("qgis.gui", "qgis.PyQt.QtWidgets", "qgis.utils")
WIDGETS_TOO = {
    f"{PACKAGE}.plugin",
    f"{PACKAGE}.exchange",  # asks whether a dialog of QGIS's is open
}
HEAVY = {"shapely", "pyproj", "numpy", "requests", "osgeo", "jinja2", "jsonschema", "urllib3"}
START = ("plugin", "gui.dock", "gui.options", "processing.provider", "mapping.grid_layer")

each = pytest.mark.parametrize("source", sources(), ids=lambda source: source.module)


def nodes(source: Source, kind):
    return (node for node in ast.walk(source.tree) if isinstance(node, kind))


@each
def test_a_room_knows_only_what_it_may(source):
    if not source.room:
        return
    rooms, libraries = MAY_KNOW[source.room]
    strangers = []
    for found in imports(source):
        top, _, rest = found.module.partition(".")
        if top == PACKAGE:
            known = rest.partition(".")[0] or found.name
            if known not in rooms | {source.room}:
                strangers.append(f"{found.module}.{found.name} (line {found.line})")
        elif top in OUTSIDE - libraries:
            strangers.append(f"{found.module} (line {found.line})")
    assert not strangers


@each
def test_widgets_stay_in_the_gui(source):
    if source.room == "gui" or source.module in WIDGETS_TOO:
        return
    assert not [found for found in imports(source) if found.module.startswith(WIDGETS)]


@each
def test_qt_comes_through_qgis(source):
    assert not [found for found in imports(source) if re.match(r"(PyQt\d|PySide\d|sip)\b", found.module)]


@each
def test_projections_are_reckoned_in_the_thread_for_them(source):
    safe = set()
    for function in nodes(source, ast.FunctionDef):
        if "in_proj_thread" in map(ast.unparse, function.decorator_list):
            safe |= set(range(function.lineno, function.end_lineno + 1))
    asked = [found for found in imports(source) if found.module.partition(".")[0] == "pyproj"]
    assert not [found for found in asked if found.name != "Geod" and found.line not in safe]


@each
def test_syntax_is_that_of_python_3_9(source):
    ast.parse(source.path.read_text("utf-8"), feature_version=(3, 9))
    later = {("dataclass", "slots"), ("dataclass", "kw_only"), ("zip", "strict"), ("field", "kw_only")}
    used = [
        source.place(call)
        for call in nodes(source, ast.Call)
        for keyword in call.keywords
        if (ast.unparse(call.func).rpartition(".")[2], keyword.arg) in later
    ]
    assert not used


@each
def test_only_the_standard_library_and_declared_ones_are_imported(source):
    known = set(sys.stdlib_module_names) | OUTSIDE | {PACKAGE}
    assert not [found for found in imports(source) if found.module.partition(".")[0] not in known]


@each
def test_dialogs_and_loops_are_run_by_exec(source):
    assert not [source.place(node) for node in nodes(source, ast.Attribute) if node.attr == "exec_"]


@each
def test_strings_are_translated_as_literals(source):
    wrong = [source.place(node) for node in nodes(source, ast.Attribute) if node.attr in {"tr", "trUtf8"}]
    called = set()
    for call in nodes(source, ast.Call):
        if ast.unparse(call.func) != "QCoreApplication.translate":
            continue
        called.add(call.func)
        literal = [isinstance(argument, ast.Constant) and isinstance(argument.value, str) for argument in call.args]
        if literal != [True, True] or call.args[0].value != "Kaznedra" or "%n" in call.args[1].value or call.keywords:
            wrong.append(source.place(call))
    wrong += [
        source.place(node)
        for node in nodes(source, ast.Attribute)
        if ast.unparse(node) == "QCoreApplication.translate" and node not in called
    ]
    assert not wrong


def test_what_starts_with_qgis_imports_nothing_heavy():
    by_name = {source.module: source for source in sources()}
    waiting = [PACKAGE, *(f"{PACKAGE}.{name}" for name in START)]
    assert not [name for name in waiting if name not in by_name]
    seen, heavy = set(), []
    while waiting:
        source = by_name[waiting.pop()]
        seen.add(source.module)
        for found in imports(source):
            if not found.at_start:
                continue
            if found.module.partition(".")[0] in HEAVY:
                heavy.append(f"{source.module}, line {found.line}: {found.module}")
            parents = [found.module.rsplit(".", count)[0] for count in range(found.module.count(".") + 1)]
            names = {*parents, f"{found.module}.{found.name}"}
            waiting += [name for name in names & by_name.keys() if name not in seen]
    assert not heavy


def test_no_path_of_one_machine_stands_in_the_tree():
    pattern = re.compile(r"(?<![\w.}*])/(?:work|root|home/[a-z]+|Users/[A-Za-z]+)/")
    kinds = {".py", ".sh", ".md", ".txt", ".toml", ".json", ".csv", ".ts", ".qml", ".yml", ""}
    folders = [PACKAGE, "resources", "i18n", "tests", "docs", ".ci"]
    files = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    files += [path for path in ROOT.iterdir() if path.name != ".git"]
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in files
        if path.is_file() and path.suffix in kinds and "__pycache__" not in path.parts
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found
