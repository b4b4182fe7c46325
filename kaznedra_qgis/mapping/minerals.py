"""Codes of minerals and works as the contract lists them: chemical symbols stay, everything else gets its word."""

from qgis.PyQt.QtCore import QCoreApplication

from .expressions import column, literal

LISTED = ("commodities", "minerals", "facility")
"""Attributes that are lists of codes with commas between them"""


def as_words(name: str) -> str:
    """Expression: the listed codes of a field as words, chemical elements with their symbol."""
    elements = {symbol: f"{word} ({symbol})" for symbol, word in _elements().items()}
    return _each(name, {**elements, **_others(), **_facilities()})


def as_symbols(name: str) -> str:
    """Expression: the listed codes of a field, elements by their chemical symbol alone."""
    return _each(name, _others())


def solid_minerals() -> dict[str, str]:
    """Titles of the solid minerals by the contract's codes, elements with their symbol, in the language in force."""
    elements = {symbol: f"{word} ({symbol})" for symbol, word in _elements().items()}
    return {**elements, **{code: word for code, word in _others().items() if code not in ("oil", "gas")}}


def _each(name: str, words: dict[str, str]) -> str:
    pairs = ", ".join(f"{literal(code)}, {literal(word)}" for code, word in words.items())
    item = f"with_variable('code', trim(@element), coalesce(map_get(map({pairs}), @code), @code))"
    return f"array_to_string(array_foreach(string_to_array({column(name)}), {item}), ', ')"


def _elements() -> dict[str, str]:
    return {
        "Au": QCoreApplication.translate("Kaznedra", "gold"),
        "Ag": QCoreApplication.translate("Kaznedra", "silver"),
        "Cu": QCoreApplication.translate("Kaznedra", "copper"),
        "Zn": QCoreApplication.translate("Kaznedra", "zinc"),
        "Pb": QCoreApplication.translate("Kaznedra", "lead"),
        "Al": QCoreApplication.translate("Kaznedra", "bauxite"),
        "Fe": QCoreApplication.translate("Kaznedra", "iron"),
        "Cr": QCoreApplication.translate("Kaznedra", "chromium"),
        "Mn": QCoreApplication.translate("Kaznedra", "manganese"),
        "Ni": QCoreApplication.translate("Kaznedra", "nickel"),
        "Co": QCoreApplication.translate("Kaznedra", "cobalt"),
        "V": QCoreApplication.translate("Kaznedra", "vanadium"),
        "Ti": QCoreApplication.translate("Kaznedra", "titanium"),
        "Mo": QCoreApplication.translate("Kaznedra", "molybdenum"),
        "W": QCoreApplication.translate("Kaznedra", "tungsten"),
        "Sn": QCoreApplication.translate("Kaznedra", "tin"),
        "Li": QCoreApplication.translate("Kaznedra", "lithium"),
        "Be": QCoreApplication.translate("Kaznedra", "beryllium"),
        "Ta": QCoreApplication.translate("Kaznedra", "tantalum"),
        "Nb": QCoreApplication.translate("Kaznedra", "niobium"),
        "REE": QCoreApplication.translate("Kaznedra", "rare-earth elements"),
        "U": QCoreApplication.translate("Kaznedra", "uranium"),
    }


def _others() -> dict[str, str]:
    return {
        "coal": QCoreApplication.translate("Kaznedra", "coal"),
        "phosphorite": QCoreApplication.translate("Kaznedra", "phosphorite"),
        "potash": QCoreApplication.translate("Kaznedra", "potash"),
        "barite": QCoreApplication.translate("Kaznedra", "barite"),
        "fluorite": QCoreApplication.translate("Kaznedra", "fluorite"),
        "graphite": QCoreApplication.translate("Kaznedra", "graphite"),
        "limestone": QCoreApplication.translate("Kaznedra", "limestone"),
        "sand": QCoreApplication.translate("Kaznedra", "sand"),
        "clay": QCoreApplication.translate("Kaznedra", "clay"),
        "oil": QCoreApplication.translate("Kaznedra", "oil"),
        "gas": QCoreApplication.translate("Kaznedra", "natural gas"),
    }


def _facilities() -> dict[str, str]:
    return {
        "open_pit": QCoreApplication.translate("Kaznedra", "open pit"),
        "underground": QCoreApplication.translate("Kaznedra", "underground mine"),
        "in_situ_leach": QCoreApplication.translate("Kaznedra", "in-situ leaching"),
        "heap_leach": QCoreApplication.translate("Kaznedra", "heap leaching"),
        "concentrator": QCoreApplication.translate("Kaznedra", "concentrator"),
    }
