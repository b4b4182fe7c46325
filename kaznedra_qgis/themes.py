"""The themes of the platform's API: their attributes and code lists. The contract in words is docs/platform-api.md."""

from dataclasses import dataclass
from enum import Enum


class Kind(str, Enum):
    """Type of an attribute, as GeoJSON carries it."""

    TEXT = "text"
    INTEGER = "integer"
    REAL = "real"
    DATE = "date"
    """YYYY-MM-DD"""
    TIME = "time"
    """RFC 3339 in UTC, YYYY-MM-DDThh:mm:ssZ"""
    BOOLEAN = "boolean"


class Shape(str, Enum):
    """Geometry that a theme is made of; polygons may be multi-part."""

    POLYGON = "polygon"
    POINT = "point"


@dataclass(frozen=True)
class Attribute:
    """An attribute of a theme. `codes` is its closed list of values, `unit` that of a number."""

    name: str
    kind: Kind = Kind.TEXT
    codes: tuple[str, ...] = ()
    unit: str = ""


@dataclass(frozen=True)
class Theme:
    """A theme: collection id on a platform, table in the workspace, layer on the map."""

    name: str
    shape: Shape
    attributes: tuple[Attribute, ...]
    optional: bool = False
    """True where a platform may do without it"""
    block_codes: str = ""
    """The attribute that lists the codes of the blocks a feature is made of; empty where there is none"""

    def vital_groups(self) -> list[tuple[str, ...]]:
        """Attributes that the theme cannot lose without misleading, those in three languages together."""
        names = {attribute.name for attribute in self.attributes}
        worded = {stem: tuple(f"{stem}_{language}" for language in LANGUAGES) for stem in VITAL[self.name]}
        return [(stem,) if stem in names else worded[stem] for stem in VITAL[self.name]]

    def attribute(self, name: str) -> Attribute:
        """The attribute of that name; KeyError when the theme has none."""
        for attribute in self.attributes:
            if attribute.name == name:
                return attribute
        raise KeyError(name)


LANGUAGES = ("en", "ru", "kk")

LICENCE_KINDS = (
    "exploration",
    "production",
    "geological_study",
    "subsoil_space",
    "artisanal",
    "common_minerals",
    "contract",
)
LICENCE_STATUSES = ("active", "suspended", "expired", "terminated", "revoked", "relinquished")
APPLICATION_STATUSES = ("submitted", "accepted", "refused", "withdrawn", "annulled", "licence_issued")
COMMODITY_GROUPS = ("precious", "base", "iron_alloy", "uranium", "coal", "rare", "industrial")
DEPOSIT_KINDS = ("deposit", "occurrence")
DEPOSIT_SIZES = ("unique", "large", "medium", "small", "unknown")
DEPOSIT_STAGES = ("prospecting", "exploration", "development", "production", "suspended", "closed", "unknown")
RESTRICTED_CATEGORIES = (
    "defence",
    "settlement",
    "hydraulic_structure",
    "water_fund",
    "drinking_groundwater",
    "burial_ground",
    "third_party_land",
    "infrastructure",
    "state_needs",
    "protected_area",
)

VITAL = {
    "licences": ("number", "kind", "status", "holder"),
    "licence_applications": ("number", "status", "applicant", "filed_at"),
    "deposits": ("name", "kind", "commodities"),
    "restricted_areas": ("name", "category"),
    "state_programme_areas": ("name", "kind"),
    "liquidation_areas": ("name", "status"),
    "technogenic_formations": ("name", "kind"),
    "blocks": ("code",),
}
"""By theme: attributes, or stems of those in three languages, whose loss would mislead whoever decides by them"""


def _worded(stem: str) -> tuple[Attribute, ...]:
    return tuple(Attribute(f"{stem}_{language}") for language in LANGUAGES)


_RECORD = (
    *_worded("region"),
    Attribute("legal_basis"),
    Attribute("record_url"),
    Attribute("changed_at", Kind.TIME),
    Attribute("demo", Kind.BOOLEAN),
)
_ON_BLOCKS = (
    Attribute("minerals"),
    Attribute("blocks"),
    Attribute("block_count", Kind.INTEGER),
    Attribute("area_km2", Kind.REAL, unit="km2"),
)

THEMES: dict[str, Theme] = {
    theme.name: theme
    for theme in (
        Theme(
            "licences",
            Shape.POLYGON,
            (
                Attribute("number"),
                Attribute("kind", codes=LICENCE_KINDS),
                Attribute("status", codes=LICENCE_STATUSES),
                *_worded("holder"),
                Attribute("holder_bin"),
                Attribute("issued_on", Kind.DATE),
                Attribute("expires_on", Kind.DATE),
                Attribute("ended_on", Kind.DATE),
                *_ON_BLOCKS,
                *_RECORD,
            ),
            block_codes="blocks",
        ),
        Theme(
            "licence_applications",
            Shape.POLYGON,
            (
                Attribute("number"),
                Attribute("kind", codes=LICENCE_KINDS),
                Attribute("status", codes=APPLICATION_STATUSES),
                *_worded("applicant"),
                Attribute("applicant_bin"),
                Attribute("filed_at", Kind.TIME),
                *_ON_BLOCKS,
                *_RECORD,
            ),
            block_codes="blocks",
        ),
        Theme(
            "deposits",
            Shape.POINT,
            (
                *_worded("name"),
                Attribute("kind", codes=DEPOSIT_KINDS),
                Attribute("commodities"),
                Attribute("commodity_group", codes=COMMODITY_GROUPS),
                Attribute("size", codes=DEPOSIT_SIZES),
                Attribute("stage", codes=DEPOSIT_STAGES),
                Attribute("reserves"),
                Attribute("facility"),
                Attribute("discovered_year", Kind.INTEGER),
                Attribute("production_start", Kind.INTEGER),
                Attribute("data_source"),
                *_RECORD,
            ),
        ),
        Theme(
            "restricted_areas",
            Shape.POLYGON,
            (
                *_worded("name"),
                Attribute("category", codes=RESTRICTED_CATEGORIES),
                Attribute("buffer_m", Kind.REAL, unit="m"),
                *_worded("authority"),
                Attribute("established_on", Kind.DATE),
                *_RECORD,
            ),
        ),
        Theme(
            "state_programme_areas",
            Shape.POLYGON,
            (
                *_worded("name"),
                Attribute("kind", codes=("auction", "state_study", "uranium")),
                Attribute("minerals"),
                Attribute("valid_from", Kind.DATE),
                Attribute("valid_to", Kind.DATE),
                *_RECORD,
            ),
        ),
        Theme(
            "liquidation_areas",
            Shape.POLYGON,
            (
                *_worded("name"),
                Attribute("licence_number"),
                Attribute("status", codes=("planned", "under_way", "accepted")),
                *_worded("responsible"),
                Attribute("started_on", Kind.DATE),
                Attribute("due_on", Kind.DATE),
                *_RECORD,
            ),
        ),
        Theme(
            "technogenic_formations",
            Shape.POLYGON,
            (
                *_worded("name"),
                Attribute("kind", codes=("tailings", "waste_dump", "slag", "sludge")),
                Attribute("commodities"),
                Attribute("volume_kt", Kind.REAL, unit="kt"),
                *_worded("owner"),
                Attribute("licence_number"),
                *_RECORD,
            ),
        ),
        Theme(
            "blocks",
            Shape.POLYGON,
            (Attribute("code"), Attribute("changed_at", Kind.TIME), Attribute("demo", Kind.BOOLEAN)),
            optional=True,
            block_codes="code",
        ),
    )
}


APPLICATIONS = Theme(
    "applications",
    Shape.POLYGON,
    (
        Attribute("client_key"),
        Attribute("kind", codes=LICENCE_KINDS),
        *_worded("applicant"),
        Attribute("applicant_bin"),
        Attribute("minerals"),
        Attribute("blocks"),
        Attribute("block_count", Kind.INTEGER),
        Attribute("receipt_number"),
        Attribute("filed_at", Kind.TIME),
        Attribute("status", codes=APPLICATION_STATUSES),
        Attribute("licence_number"),
        Attribute("remark"),
        Attribute("changed_at", Kind.TIME),
        Attribute("demo", Kind.BOOLEAN),
    ),
    optional=True,
    block_codes="blocks",
)
"""Where applications of one's own are filed. No theme of the map: nothing is pulled from it but by `client_key`"""

BY_PLATFORM = ("receipt_number", "filed_at", "status", "licence_number", "remark", "changed_at", "demo")
"""What the platform sets of an application, and the applicant does not send"""
