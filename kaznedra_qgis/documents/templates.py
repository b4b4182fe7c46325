"""Templates of the papers: Jinja files and words in three languages, each of which a user's own file can replace."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Optional

from ..errors import Code, KaznedraError
from ..paths import resources
from ..themes import LANGUAGES

FOLDER = "application"
FILES = ("application.html", "findings.html", "page.css", "content.xml", "styles.xml")
"""Of which `content.xml` and `styles.xml` make an ODT, the others the pages of a PDF"""


def folders(own: Optional[Path] = None) -> list[Path]:
    """Where templates are looked for: the user's own folder first, then those that ship."""
    shipped = resources("templates", FOLDER)
    return [Path(own), shipped] if own else [shipped]


def words(language: str, own: Optional[Path] = None) -> dict[str, Any]:
    """The words of the papers in en, ru or kk; those of the user's own file over those that ship.

    KaznedraError(BAD_TEMPLATE).
    """
    found: dict[str, Any] = {}
    for folder in reversed(folders(own)):
        path = folder / f"words.{language}.json"
        if not path.is_file():
            continue
        try:
            found.update(json.loads(path.read_text("utf-8")))
        except (OSError, ValueError, TypeError) as wrong:
            raise KaznedraError(Code.BAD_TEMPLATE, path=str(path), detail=str(wrong)) from wrong
    return found


def rendered(name: str, context: Mapping[str, Any], own: Optional[Path] = None) -> str:
    """A template filled in. Values are text and never markup. KaznedraError(BAD_TEMPLATE) names file and line."""
    from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    places = [str(folder) for folder in folders(own)]
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(places), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.filters["clean"] = clean
    environment.finalize = lambda value: clean(value) if isinstance(value, str) and type(value) is str else value
    try:
        return environment.get_template(name).render(context)
    except (TemplateError, ValueError, TypeError, ArithmeticError, AttributeError, LookupError) as wrong:
        line = getattr(wrong, "lineno", None)
        place = f"{name}:{line}" if line else name
        raise KaznedraError(Code.BAD_TEMPLATE, path=place, detail=str(wrong)) from wrong


def clean(text: str) -> str:
    """The text without the control characters that XML cannot hold."""
    return "".join(
        sign
        for sign in text
        if sign in "\t\n\r" or (sign >= " " and not "\ud800" <= sign <= "\udfff" and sign not in "\ufffe\uffff")
    )


def copy_to(folder: Path, languages: Iterable[str] = LANGUAGES) -> list[Path]:
    """Put the templates that ship into a folder, for the user to change; files that are there are left as they are."""
    names = [*FILES, *(f"words.{language}.json" for language in languages)]
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name in names:
        target = folder / name
        if not target.exists():
            target.write_bytes(resources("templates", FOLDER, name).read_bytes())
            made.append(target)
    return made
