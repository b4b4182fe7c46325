"""Rule packs: the figures that the law can change, each with its act, article and confidence."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Optional, Union

from ..errors import Code, KaznedraError
from ..paths import resources

FORMAT = 1
CONFIDENCES = ("H", "M", "L")


@dataclass(frozen=True)
class Figure:
    """A figure of the law. `confidence`: H primary text read, M good secondary source, L convention or inference."""

    value: Any
    unit: str
    act: str
    article: str
    confidence: str
    remark: str = ""


@dataclass(frozen=True)
class Act:
    """A legal act, or another published source, that figures are drawn from."""

    id: str
    title: Mapping[str, str]
    number: str = ""
    amended_to: Optional[date] = None
    url: str = ""


@dataclass(frozen=True)
class RulePack:
    """One file of `resources/rules/`. `data` is the whole of it, for the tables that have no reader here."""

    id: str
    title: Mapping[str, str]
    valid_from: date
    acts: Mapping[str, Act]
    data: Mapping[str, Any]
    path: str = ""

    def figure(self, *keys: str) -> Figure:
        """The figure at that place, such as `figure("limits", "term")`. KaznedraError(BAD_RULE_PACK)."""
        found: Any = self.data
        try:
            for key in keys:
                found = found[key]
            return _figure(found)
        except (KeyError, TypeError, IndexError):
            raise KaznedraError(Code.BAD_RULE_PACK, path=self.path, member=".".join(keys)) from None

    def mci(self, day: date) -> Optional[Figure]:
        """The monthly calculation index in tenge on that day; None where the pack does not know it."""
        known_to = date.fromisoformat(self.data["mci"]["known_to"])
        begun = [row for row in self.data["mci"]["periods"] if date.fromisoformat(row["valid_from"]) <= day]
        if not begun or day > known_to:
            return None
        latest = max(begun, key=lambda row: str(row["valid_from"]))
        return _figure({"unit": self.data["mci"]["unit"], **latest})


def _figure(row: Mapping[str, Any]) -> Figure:
    return Figure(
        row["value"], row.get("unit", ""), row["act"], row["article"], row["confidence"], row.get("remark", "")
    )


def read_rule_pack(path: Union[str, Path]) -> RulePack:
    """The rule pack in that file. KaznedraError(BAD_RULE_PACK) with `path` and the `member` that is wrong."""
    try:
        data = json.loads(Path(path).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise KaznedraError(Code.BAD_RULE_PACK, path=str(path), member="", detail=str(error)) from error
    try:
        pack = _pack(data, str(path))
    except KeyError as error:
        raise KaznedraError(Code.BAD_RULE_PACK, path=str(path), member=str(error.args[0])) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise KaznedraError(Code.BAD_RULE_PACK, path=str(path), member="", detail=str(error)) from error
    for place, row in _sourced(data):
        if row["act"] not in pack.acts or row.get("confidence") not in CONFIDENCES or not row.get("article"):
            raise KaznedraError(Code.BAD_RULE_PACK, path=str(path), member=place)
    return pack


def _pack(data: Mapping[str, Any], path: str) -> RulePack:
    if data["format"] != FORMAT:
        raise ValueError(f"format {data['format']}, not {FORMAT}")
    acts = {row["id"]: _act(row) for row in data["acts"]}
    return RulePack(data["id"], dict(data["title"]), date.fromisoformat(data["valid_from"]), acts, data, path)


def _act(row: Mapping[str, Any]) -> Act:
    amended = row.get("amended_to")
    return Act(
        row["id"],
        dict(row["title"]),
        row.get("number", ""),
        date.fromisoformat(amended) if amended else None,
        row.get("url", ""),
    )


def _sourced(node: Any, place: str = "") -> Iterable[tuple[str, Mapping[str, Any]]]:
    """Every object that names an act, with its place in the file."""
    if isinstance(node, dict):
        if "act" in node:
            yield place, node
        for key, value in node.items():
            yield from _sourced(value, f"{place}.{key}" if place else key)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _sourced(value, f"{place}[{index}]")


def rule_packs(folders: Iterable[Union[str, Path]] = ()) -> list[RulePack]:
    """The packs that ship and those in `folders`, oldest first. KaznedraError(BAD_RULE_PACK)."""
    places = [resources("rules"), *map(Path, folders)]
    files = sorted(file for place in places for file in place.glob("*.json") if not file.name.endswith(".schema.json"))
    return sorted((read_rule_pack(file) for file in files), key=lambda pack: pack.valid_from)


def rule_pack(day: date, folders: Iterable[Union[str, Path]] = ()) -> RulePack:
    """The pack in force on that day. KaznedraError(NO_RULE_PACK) with `day` where none is."""
    in_force = [pack for pack in rule_packs(folders) if pack.valid_from <= day]
    if not in_force:
        raise KaznedraError(Code.NO_RULE_PACK, day=day.isoformat())
    return in_force[-1]


@lru_cache(maxsize=1)
def newest_rule_pack() -> RulePack:
    """The pack with the latest `valid_from` of those that ship."""
    packs = rule_packs()
    if not packs:
        raise KaznedraError(Code.NO_RULE_PACK, day="")
    return packs[-1]
