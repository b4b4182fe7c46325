"""Attribute table, identify panel and form: words for codes and columns, the reader's order, no bookkeeping."""

from qgis.core import (
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsAttributeTableConfig,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsOptionalExpression,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..compat import designed_form
from ..themes import THEMES, Attribute, Kind
from . import words
from .expressions import column

_BOOKKEEPING = ("fid", "source", "feature_id", "first_seen", "gone_at", "value_issues")
_ISSUE = "geometry_issue"
_DISPLAY_FORMATS = {"en": "d MMM yyyy", "ru": "dd.MM.yyyy", "kk": "dd.MM.yyyy"}


def dress(layer: QgsVectorLayer, theme: str, language: str) -> None:
    """Give the layer its column names, value words, form and table for a language."""
    attributes = {attribute.name: attribute for attribute in THEMES[theme].attributes}
    for index, field in enumerate(layer.fields()):
        name = field.name()
        layer.setFieldAlias(index, words.column_words(name, language))
        if hidden(name, language):
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Hidden", {}))
        elif name in attributes:
            layer.setEditorWidgetSetup(index, _widget(theme, attributes[name], language))
    shown = [name for name in attributes if not hidden(name, language)]
    _design_form(layer, shown)
    _order_table(layer, shown)


def hidden(name: str, language: str) -> bool:
    """Whether a reader of that language has no use for the column."""
    return name in _BOOKKEEPING or bool(words.stem(name)) and not name.endswith(f"_{language}")


def _widget(theme: str, attribute: Attribute, language: str) -> QgsEditorWidgetSetup:
    if attribute.codes:
        pairs = words.code_words(theme, attribute.name).items()
        return QgsEditorWidgetSetup("ValueMap", {"map": [{word: code} for code, word in pairs]})
    if attribute.kind in (Kind.DATE, Kind.TIME):
        timed = attribute.kind is Kind.TIME
        return QgsEditorWidgetSetup(
            "DateTime",
            {
                "field_format": "yyyy-MM-ddTHH:mm:ssZ" if timed else "yyyy-MM-dd",
                "display_format": _DISPLAY_FORMATS[language] + (" HH:mm 'UTC'" if timed else ""),
                "field_format_overwrite": True,
                "field_iso_format": False,
                "allow_null": True,
                "calendar_popup": False,
            },
        )
    if attribute.kind is Kind.BOOLEAN:
        return QgsEditorWidgetSetup("CheckBox", {})
    return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": attribute.name in ("blocks", "reserves")})


def _design_form(layer: QgsVectorLayer, shown: list[str]) -> None:
    config = layer.editFormConfig()
    config.clearTabs()
    config.setLayout(designed_form())
    root = config.invisibleRootContainer()
    main = QgsAttributeEditorContainer(layer.name(), root)
    for name in shown:
        main.addChildElement(QgsAttributeEditorField(name, layer.fields().indexOf(name), main))
    issue = QgsAttributeEditorContainer(QCoreApplication.translate("Kaznedra", "Geometry problem"), root)
    issue.addChildElement(QgsAttributeEditorField(_ISSUE, layer.fields().indexOf(_ISSUE), issue))
    issue.setVisibilityExpression(QgsOptionalExpression(QgsExpression(f"{column(_ISSUE)} IS NOT NULL")))
    for container in (main, issue):
        config.addTab(container)
    layer.setEditFormConfig(config)


def _order_table(layer: QgsVectorLayer, shown: list[str]) -> None:
    """Columns in the reader's order; the geometry problem comes last but stays, or nobody would see it."""
    first = [*shown, _ISSUE]
    rest = [field.name() for field in layer.fields() if field.name() not in first]
    columns = []
    for name in (*first, *rest):
        entry = QgsAttributeTableConfig.ColumnConfig()
        entry.name = name
        entry.hidden = name in rest
        columns.append(entry)
    config = QgsAttributeTableConfig()
    config.setColumns(columns)
    layer.setAttributeTableConfig(config)
