"""The words for what differs from what a source promised or gave before: what happened, and what to do."""

from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication

from .errors import Code

WORDS: dict[Code, Callable[[], tuple[str, str]]] = {
    Code.TOTAL_COLLAPSED: lambda: (
        QCoreApplication.translate("Kaznedra", "The source suddenly has far fewer features than before, or none"),
        QCoreApplication.translate(
            "Kaznedra", "Ask the platform's operator. If the source is right, pull again and accept what it changed."
        ),
    ),
    Code.IDS_CHANGED: lambda: (
        QCoreApplication.translate(
            "Kaznedra", "The features came under other identifiers than before, so that all would look new"
        ),
        QCoreApplication.translate(
            "Kaznedra", "Ask the platform's operator. If the source is right, pull again and accept what it changed."
        ),
    ),
    Code.AXES_SWAPPED: lambda: (
        QCoreApplication.translate("Kaznedra", "The features came with longitude and latitude exchanged"),
        QCoreApplication.translate(
            "Kaznedra",
            "Tell the platform's operator. What was pulled before stays in use until the source is right again.",
        ),
    ),
    Code.ATTRIBUTE_LOST: lambda: (
        QCoreApplication.translate("Kaznedra", "The source no longer gives an attribute that it gave before"),
        QCoreApplication.translate(
            "Kaznedra",
            "If it has a new name, write that into the source profile. If it is gone for good, pull again "
            "and accept it.",
        ),
    ),
    Code.ATTRIBUTE_TYPE: lambda: (
        QCoreApplication.translate("Kaznedra", "The source gives an attribute as another type than before"),
        QCoreApplication.translate(
            "Kaznedra", "Look at its values. Those that cannot be read are counted and named with their feature."
        ),
    ),
    Code.ATTRIBUTE_NEW: lambda: (
        QCoreApplication.translate("Kaznedra", "The source gives an attribute that it did not give before"),
        QCoreApplication.translate("Kaznedra", "If you want it, name it in the source profile."),
    ),
    Code.ID_FORM_CHANGED: lambda: (
        QCoreApplication.translate("Kaznedra", "The source writes its identifiers in another form than before"),
        QCoreApplication.translate("Kaznedra", "Look at what changed since the last pull before you rely on it."),
    ),
    Code.CRS_CHANGED: lambda: (
        QCoreApplication.translate("Kaznedra", "The source lists other coordinate systems than before"),
        QCoreApplication.translate(
            "Kaznedra", "Nothing needs to be done: the data is asked for in longitude and latitude."
        ),
    ),
    Code.EXTENT_MOVED: lambda: (
        QCoreApplication.translate("Kaznedra", "The source declares another area than before"),
        QCoreApplication.translate("Kaznedra", "Look at the map before you rely on it."),
    ),
    Code.OUTSIDE_EXTENT: lambda: (
        QCoreApplication.translate("Kaznedra", "Some features lie outside the area that the source declares"),
        QCoreApplication.translate("Kaznedra", "Look at these features on the map, and tell the platform's operator."),
    ),
    Code.CONFORMANCE_LOST: lambda: (
        QCoreApplication.translate("Kaznedra", "The server no longer says that it can do all that it could before"),
        QCoreApplication.translate("Kaznedra", "Nothing needs to be done as long as pulls are complete."),
    ),
    Code.PAGE_LIMIT_CHANGED: lambda: (
        QCoreApplication.translate("Kaznedra", "The server allows pages of another size than before"),
        QCoreApplication.translate("Kaznedra", "Nothing needs to be done: no larger pages are asked for."),
    ),
    Code.PAGE_CLAMPED: lambda: (
        QCoreApplication.translate("Kaznedra", "The server gives smaller pages than were asked for, without saying so"),
        QCoreApplication.translate(
            "Kaznedra", "Nothing needs to be done. A smaller page size in the source profile says the same."
        ),
    ),
    Code.TOTAL_ESTIMATED: lambda: (
        QCoreApplication.translate(
            "Kaznedra", "The total that the source tells is an estimate; its list ends with the last feature that came"
        ),
        QCoreApplication.translate("Kaznedra", "Nothing needs to be done: all features are there."),
    ),
    Code.API_CHANGED: lambda: (
        QCoreApplication.translate("Kaznedra", "The platform is of another version than before"),
        QCoreApplication.translate("Kaznedra", "Nothing needs to be done as long as pulls are complete."),
    ),
}
