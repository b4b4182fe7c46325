"""The datums that pasted coordinates may be in, and the way from them to the block grid."""

from collections.abc import Sequence

from qgis.PyQt.QtCore import QCoreApplication

from ..settings import Settings
from ..subsoil.transformations import Area, Choice, Operation, choose

TITLES = {"EPSG:4326": "WGS 84", "EPSG:4284": "Pulkovo 1942 / СК-42", "EPSG:10941": "QazTRF-23"}
"""By the code of `subsoil.pasted.DATUMS`; names that are the same in all languages"""

Plot = Sequence[Sequence[float]]


def way_to_grid(plots: Sequence[Plot], datum: str, grid: str) -> Choice:
    """The way of all corners (longitude, latitude, …) of a datum to the grid's, as the user's settings want it.

    Raises KaznedraError NO_TRANSFORMATION.
    """
    lons, lats = ([corner[axis] for plot in plots for corner in plot] for axis in (0, 1))
    area: Area = (min(lons), min(lats), max(lons), max(lats))
    return choose(datum, grid, area, Settings().sk_42)


def to_grid(plots: Sequence[Plot], way: Operation) -> list[list[tuple[float, float]]]:
    """Corners (longitude, latitude, …) in the grid's datum. KaznedraError NOT_DEGREES where one has no place in it."""
    return [list(zip(*way.convert([corner[0] for corner in plot], [corner[1] for corner in plot]))) for plot in plots]


def told(choice: Choice) -> str:
    """By which transformation, how good that is, and what would be better; empty where none is needed."""
    if not choice.operation.steps:
        return ""
    line = QCoreApplication.translate("Kaznedra", "Transformation: {operation}, {accuracy}.")
    said = line.format(operation=choice.operation.title, accuracy=accuracy(choice.operation))
    better = choice.better
    if better is None:
        return said
    if better.grids:
        more = QCoreApplication.translate(
            "Kaznedra", "A better one, {operation}, {accuracy}, needs the grid file {grids}, which PROJ does not have."
        )
    else:
        more = QCoreApplication.translate("Kaznedra", "A better one was not taken: {operation}, {accuracy}.")
    grids = ", ".join(better.grids)
    return f"{said} {more.format(operation=better.title, accuracy=accuracy(better), grids=grids)}"


def accuracy(operation: Operation) -> str:
    """The stated accuracy in metres, in words."""
    metres = operation.accuracy_m
    if metres is None:
        return QCoreApplication.translate("Kaznedra", "accuracy not stated")
    return QCoreApplication.translate("Kaznedra", "{metres} m").format(metres=f"{metres:g}")
