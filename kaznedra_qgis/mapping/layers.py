"""The themes of a workspace as layers of a project, in one group."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Optional, Union

from qgis.core import (
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..titles import theme_title
from . import base_map, cards, forms, rules, saved_styles, styles
from .fingerprints import fingerprint
from .labels import labeling
from .places import above_base_maps

GROUP = "Kaznedra"
ORDER = (
    "deposits",
    "licence_applications",
    "licences",
    "technogenic_formations",
    "liquidation_areas",
    "state_programme_areas",
    "restricted_areas",
    "blocks",
)
"""From the top of the map down"""
THEME_PROPERTY = "kaznedra/theme"
"""Custom property by which a layer of the plugin is known"""
CURRENT = '"gone_at" IS NULL'
"""Subset of a theme table: what the last good pull left as true"""

_GROUP_PROPERTY = "kaznedra/group"
_FILTERS_PROPERTY = "kaznedra/filters"
_OF_A_SOURCE = ("source", "title")
_KEPT_NAME_PROPERTY = "kaznedra/name_now"
_NOTHING = "1 = 0"
_NAME_PROPERTY = "kaznedra/name"
_LOOK_PROPERTY = "kaznedra/look"
_TABLE = "layername="
_EXPANDED = ("licences", "deposits")


def add_theme_layers(
    project: QgsProject, workspace_path: Path, themes: Iterable[str], language: str
) -> QgsLayerTreeGroup:
    """Show themes of a workspace; those already shown are refreshed, and all are of this workspace afterwards.

    Names and legends are in the language that the plugin's translator speaks; `language` (en, ru, kk) chooses
    among texts that the data carries in three. A theme whose table cannot be opened is left out.
    """
    group = find_group(project) or _new_group(project)
    wanted = set(themes) - {theme_of(layer) for layer in theme_layers(project)}
    stored = saved_styles.stored(workspace_path)
    for theme in (theme for theme in ORDER if theme in wanted):
        layer = _open(workspace_path, theme)
        if layer is not None:
            _insert(project, group, layer)
            _dress(layer, language, stored.get(theme, {}))
    refresh(project, workspace_path)
    if _filters(project):
        _show(project, _filters(project))
    return group


def open_for_print(workspace_path: Path, themes: Iterable[str], language: str) -> list[QgsVectorLayer]:
    """Themes as the map shows them, from the top down, for a sheet of paper: of no project, and nothing is stored."""
    stored = saved_styles.stored(workspace_path)
    wanted = set(themes)
    found = []
    for theme in (theme for theme in ORDER if theme in wanted):
        layer = _open(workspace_path, theme)
        if layer is None:
            continue
        if saved_styles.users_own(stored.get(theme, {})):
            layer.loadDefaultStyle()
            layer.setReadOnly(True)
        else:
            style(layer, theme, language)
        found.append(layer)
    return found


def find_group(project: QgsProject) -> Optional[QgsLayerTreeGroup]:
    """The plugin's group, wherever the user has moved it; None where there is none."""
    for group in project.layerTreeRoot().findGroups(True):
        if group.customProperty(_GROUP_PROPERTY):
            return group
    return None


def theme_layers(project: QgsProject) -> list[QgsVectorLayer]:
    """The layers that show themes, in the order of the map."""
    found = [layer for layer in project.mapLayers().values() if theme_of(layer)]
    return sorted(found, key=lambda layer: ORDER.index(theme_of(layer)))


def theme_of(layer: QgsMapLayer) -> str:
    """The theme that a layer of the plugin shows, empty for other layers.

    The table decides, not the mark: pasting a style from another layer brings that layer's mark along.
    """
    if not isinstance(layer, QgsVectorLayer) or not layer.customProperty(THEME_PROPERTY):
        return ""
    table = next((part[len(_TABLE) :] for part in layer.source().split("|") if part.startswith(_TABLE)), "")
    return table if table in ORDER else ""


def workspace_of(layer: QgsVectorLayer) -> Path:
    """The workspace that a layer of the plugin reads."""
    return Path(layer.source().split("|")[0])


def uri(workspace_path: Path, theme: str) -> str:
    """Address of a theme table for QGIS's OGR provider; without FORCE_WAL a sync would cut what is being drawn."""
    return f"{workspace_path}|{_TABLE}{theme}|option:QGIS_FORCE_WAL=ON|subset={CURRENT}"


def current(source: str = "") -> str:
    """Subset of a theme table: what is true now, of one source or, where '' is given, of all."""
    return f"""{CURRENT} AND "source" = '{source.replace("'", "''")}'""" if source else CURRENT


def refresh(project: QgsProject, workspace_path: Path) -> None:
    """Read the layers anew, after a sync or from another workspace."""
    if any(workspace_of(layer) != Path(workspace_path) for layer in theme_layers(project)):
        show_source(project, "")
    pulls = _pulls(workspace_path)
    for layer in theme_layers(project):
        theme = theme_of(layer)
        if workspace_of(layer) != Path(workspace_path):
            layer.setDataSource(uri(workspace_path, theme), layer.name(), "ogr")
        _tell_pulls(layer, [pull for pull in pulls if pull["theme"] == theme])
        layer.reload()
        layer.updateExtents(True)
        layer.triggerRepaint()


def show_as_of(
    project: QgsProject,
    moment: str,
    subsets: Optional[Mapping[str, Optional[str]]],
    told: str = "",
    partly: Iterable[str] = (),
) -> None:
    """Show the layers as they were at a moment, which the group's name then tells; None: as they are now.

    `subsets` are filters by theme (`workspace.history.AsOf.subset`). A theme without one is unknown: it shows nothing,
    and its name says why; `partly` are themes that are unknown of some of the sources shown. `told` is the moment in
    words, where those differ from `moment`. Themes that are added later are shown as of the same moment; another
    workspace as it is now.
    """
    kept = {name: value for name, value in _filters(project).items() if name in _OF_A_SOURCE}
    if subsets is None:
        _show(project, kept)
    else:
        then = {"moment": moment, "told": told or moment, "subsets": dict(subsets), "partly": sorted(partly)}
        _show(project, {**kept, **then})


def show_source(project: QgsProject, source: str, title: str = "") -> None:
    """Show only the features of one source, which the group's name then tells by its title; '': those of all sources.

    The layers are shown as they are now: what they were is known source by source, so ask for it anew.
    """
    _show(project, {"source": source, "title": title or source} if source else {})


def moment_shown(project: QgsProject) -> str:
    """The moment that the layers are shown as of; empty where it is now."""
    return str(_filters(project).get("moment", ""))


def source_shown(project: QgsProject) -> str:
    """Id of the only source whose features are shown; empty where those of all are."""
    return str(_filters(project).get("source", ""))


def _filters(project: QgsProject) -> dict[str, Any]:
    group = find_group(project)
    return dict(json.loads(group.customProperty(_FILTERS_PROPERTY, "{}"))) if group else {}


def _show(project: QgsProject, filters: dict[str, Any]) -> None:
    group = find_group(project)
    if group is None:
        return
    _unmark(group)
    if filters:
        _mark(group, _group_words(filters), moment=filters.get("told", ""), source=filters.get("title", ""))
        group.setCustomProperty(_FILTERS_PROPERTY, json.dumps(filters))
    else:
        group.removeCustomProperty(_FILTERS_PROPERTY)
    for layer in theme_layers(project):
        _filter(layer, filters)


def _group_words(filters: Mapping[str, Any]) -> str:
    if "moment" not in filters:
        return QCoreApplication.translate("Kaznedra", "{theme}, only {source}")
    if "source" not in filters:
        return QCoreApplication.translate("Kaznedra", "{theme}, as of {moment}")
    return QCoreApplication.translate("Kaznedra", "{theme}, only {source}, as of {moment}")


def _filter(layer: QgsVectorLayer, filters: Mapping[str, Any]) -> None:
    theme = theme_of(layer)
    subset = filters["subsets"].get(theme) if "subsets" in filters else current(filters.get("source", ""))
    _unmark(layer)
    if layer.name() == layer.customProperty(_NAME_PROPERTY):
        _name(layer, theme)
    if not subset or not layer.setSubsetString(subset):
        layer.setSubsetString(_NOTHING)
        told = QCoreApplication.translate("Kaznedra", "{theme}: unknown as of {moment}")
        _mark(layer, told, moment=filters.get("told", ""))
    elif theme in filters.get("partly", ()):
        told = QCoreApplication.translate("Kaznedra", "{theme}: partly unknown as of {moment}")
        _mark(layer, told, moment=filters["told"])
    layer.updateExtents(True)
    layer.triggerRepaint()


def restyle(project: QgsProject, language: str) -> None:
    """Say everything in another language.

    What the user has switched off, moved or renamed stays so; symbols and labels that the user has changed are kept
    as they are, in the language they were in.
    """
    base_map.restyle(project)
    layers = theme_layers(project)
    stored = {path: saved_styles.stored(path) for path in {workspace_of(layer) for layer in layers}}
    for layer in layers:
        theme = theme_of(layer)
        if layer.name() == layer.customProperty(_NAME_PROPERTY):
            _name(layer, theme)
        if style(layer, theme, language):
            saved_styles.save(layer, language, stored[workspace_of(layer)].get(theme, {}))
        layer.triggerRepaint()
    if _filters(project):
        _show(project, _filters(project))


def remove(project: QgsProject) -> None:
    """Take the theme layers out of the project, and the group unless the user keeps other layers in it."""
    project.removeMapLayers([layer.id() for layer in theme_layers(project)])
    group = find_group(project)
    if group is not None and not group.children():
        group.parent().removeChildNode(group)


def style(layer: QgsVectorLayer, theme: str, language: str) -> bool:
    """Give a layer its theme's map tip, columns, form, symbols and labels; False where the last two are the user's."""
    look = layer.customProperty(_LOOK_PROPERTY)
    ours = not look or look == fingerprint(layer)
    if ours:
        _draw(layer, theme, language)
    layer.setMapTipTemplate(cards.card(theme, language))
    layer.setDisplayExpression(cards.display(theme, language))
    forms.dress(layer, theme, language)
    return ours


def _draw(layer: QgsVectorLayer, theme: str, language: str) -> None:
    renderer = rules.renderer(styles.entries(theme), off=rules.switched_off(layer.renderer()))
    descending = styles.largest_first(theme)
    if descending:
        renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(descending, False)]))
        renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    layer.setLabeling(labeling(styles.labels(theme, language)))
    layer.setLabelsEnabled(True)
    farthest = styles.farthest(theme)
    layer.setScaleBasedVisibility(bool(farthest))
    layer.setMinimumScale(farthest)
    layer.setCustomProperty(_LOOK_PROPERTY, fingerprint(layer))


def _open(workspace_path: Path, theme: str) -> Optional[QgsVectorLayer]:
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    layer = QgsVectorLayer(uri(workspace_path, theme), theme, "ogr", options)
    if not layer.isValid():
        return None
    layer.setReadOnly(True)
    layer.setCustomProperty(THEME_PROPERTY, theme)
    _name(layer, theme)
    return layer


def _dress(layer: QgsVectorLayer, language: str, stored: dict[str, str]) -> None:
    theme = theme_of(layer)
    if saved_styles.users_own(stored):
        layer.loadDefaultStyle()
        layer.setReadOnly(True)
        layer.setCustomProperty(THEME_PROPERTY, theme)
        layer.setCustomProperty(_LOOK_PROPERTY, "the user's")
    if style(layer, theme, language):
        saved_styles.save(layer, language, stored)


def _name(layer: QgsVectorLayer, theme: str) -> None:
    layer.setName(theme_title(theme))
    layer.setCustomProperty(_NAME_PROPERTY, layer.name())


def _mark(thing: Union[QgsMapLayer, QgsLayerTreeGroup], told: str, **facts: str) -> None:
    thing.setCustomProperty(_KEPT_NAME_PROPERTY, thing.name())
    thing.setName(told.format(theme=thing.name(), **facts))


def _unmark(thing: Union[QgsMapLayer, QgsLayerTreeGroup]) -> None:
    """Give a layer or group the name that it had before it was marked."""
    name = thing.customProperty(_KEPT_NAME_PROPERTY)
    if name:
        thing.setName(name)
        thing.removeCustomProperty(_KEPT_NAME_PROPERTY)


def _new_group(project: QgsProject) -> QgsLayerTreeGroup:
    root = project.layerTreeRoot()
    group = root.insertGroup(above_base_maps(root), GROUP)
    group.setCustomProperty(_GROUP_PROPERTY, True)
    return group


def _insert(project: QgsProject, group: QgsLayerTreeGroup, layer: QgsVectorLayer) -> None:
    """Put a layer in its place among those of the group, whatever else the user has put there."""
    theme = theme_of(layer)
    below = ORDER[ORDER.index(theme) + 1 :]
    lower = (
        number
        for number, node in enumerate(group.children())
        if isinstance(node, QgsLayerTreeLayer) and theme_of(node.layer()) in below
    )
    index = next(lower, len(group.children()))
    project.addMapLayer(layer, False)
    node = group.insertLayer(index, layer)
    node.setExpanded(theme in _EXPANDED)


def _pulls(workspace_path: Path) -> list[dict[str, object]]:
    """The workspace's snapshots as records of id, theme, state and finished, those that were pruned among them.

    Empty where there are none to read.
    """
    wanted = {"theme", "state", "finished"}
    found = []
    for name in ("snapshots", "pruned_snapshots"):
        table = QgsVectorLayer(f"{workspace_path}|layername={name}|option:QGIS_FORCE_WAL=ON", name, "ogr")
        if table.isValid() and wanted <= {field.name() for field in table.fields()}:
            found += [{"id": row.id(), **{key: str(row[key]) for key in wanted}} for row in table.getFeatures()]
    return found


def _tell_pulls(layer: QgsVectorLayer, pulls: list[dict[str, object]]) -> None:
    finished = {str(pull["id"]): pull["finished"] for pull in pulls if pull["state"] in ("complete", "partial")}
    complete = [pull["finished"] for pull in pulls if pull["state"] == "complete"]
    QgsExpressionContextUtils.setLayerVariable(layer, cards.PULLS_VARIABLE, json.dumps(finished))
    QgsExpressionContextUtils.setLayerVariable(layer, cards.LATEST_VARIABLE, max(complete, default=""))
