"""The font of the papers: one that has every Kazakh letter. Without one, PDFs come out with letters missing."""

from ..errors import Code, KaznedraError

LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІі₸№°′″"
"""What a font must have beside Russian and English"""
PREFERRED = ("DejaVu Sans", "Noto Sans", "Segoe UI", "Arial", "Helvetica Neue", "FreeSans")


def document_font() -> str:
    """The first of PREFERRED, then of all families, that has all LETTERS. KaznedraError(NO_FONT)."""
    from qgis.PyQt.QtGui import QFontDatabase

    try:
        families = QFontDatabase.families()
    except TypeError:
        families = QFontDatabase().families()
    bare = {family.split(" [")[0] for family in families}
    for family in [*(name for name in PREFERRED if name in bare), *sorted(bare)]:
        if has_letters(family):
            return family
    raise KaznedraError(Code.NO_FONT, letters=LETTERS)


def has_letters(family: str, letters: str = LETTERS) -> bool:
    """Whether the family itself, not one that Qt puts in its place, has these letters."""
    from qgis.PyQt.QtGui import QFont, QRawFont

    font = QRawFont.fromFont(QFont(family))
    return font.isValid() and font.familyName() == family and all(font.supportsCharacter(sign) for sign in letters)
