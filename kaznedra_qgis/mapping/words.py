"""Words for everything the contract writes as a code or a column name, in the language in force when asked."""

from qgis.PyQt.QtCore import QCoreApplication

from .. import submission_words
from ..themes import LANGUAGES, THEMES

_STEMS = frozenset(
    attribute.name[: -len("_en")]
    for theme in THEMES.values()
    for attribute in theme.attributes
    if attribute.name.endswith("_en")
)


def stem(name: str) -> str:
    """`holder` for `holder_en`, `holder_ru` and `holder_kk`; empty for a field that comes in one language."""
    start, _, end = name.rpartition("_")
    return start if end in LANGUAGES and start in _STEMS else ""


def code_words(theme: str, attribute: str) -> dict[str, str]:
    """Words of an attribute's code list, in the contract's order; empty where it has no such list."""
    lists = {
        ("licences", "kind"): _licence_kinds,
        ("licences", "status"): _licence_statuses,
        ("licence_applications", "kind"): _licence_kinds,
        ("licence_applications", "status"): submission_words.statuses,
        ("deposits", "kind"): _deposit_kinds,
        ("deposits", "commodity_group"): _commodity_groups,
        ("deposits", "size"): _deposit_sizes,
        ("deposits", "stage"): _deposit_stages,
        ("restricted_areas", "category"): _restricted_categories,
        ("state_programme_areas", "kind"): _state_programme_kinds,
        ("liquidation_areas", "status"): _liquidation_statuses,
        ("technogenic_formations", "kind"): _technogenic_kinds,
    }
    words = lists.get((theme, attribute))
    return words() if words else {}


def field_words(name: str) -> str:
    """What a column is called; a column that is not of the contract keeps its name."""
    language = name[-2:] if stem(name) else ""
    words = {**_own_fields(), **_fields(), **_bookkeeping_fields()}.get(stem(name) or name, name)
    return f"{words} ({language})" if language else words


def column_words(name: str, language: str) -> str:
    """`field_words`, but without the language where it is the chosen one."""
    return field_words(stem(name)) if stem(name) and name.endswith(f"_{language}") else field_words(name)


def other() -> str:
    """Legend of whatever the contract does not know."""
    return QCoreApplication.translate("Kaznedra", "Other: not in the data description")


def _licence_kinds() -> dict[str, str]:
    return {
        "exploration": QCoreApplication.translate("Kaznedra", "Exploration licence"),
        "production": QCoreApplication.translate("Kaznedra", "Production licence"),
        "geological_study": QCoreApplication.translate("Kaznedra", "Geological study"),
        "subsoil_space": QCoreApplication.translate("Kaznedra", "Use of subsoil space"),
        "artisanal": QCoreApplication.translate("Kaznedra", "Artisanal mining"),
        "common_minerals": QCoreApplication.translate("Kaznedra", "Common minerals"),
        "contract": QCoreApplication.translate("Kaznedra", "Contract from before the Code"),
    }


def _licence_statuses() -> dict[str, str]:
    return {
        "active": QCoreApplication.translate("Kaznedra", "In force"),
        "suspended": QCoreApplication.translate("Kaznedra", "Suspended"),
        "expired": QCoreApplication.translate("Kaznedra", "Expired"),
        "terminated": QCoreApplication.translate("Kaznedra", "Terminated"),
        "revoked": QCoreApplication.translate("Kaznedra", "Revoked"),
        "relinquished": QCoreApplication.translate("Kaznedra", "Relinquished"),
    }


def _deposit_kinds() -> dict[str, str]:
    return {
        "deposit": QCoreApplication.translate("Kaznedra", "Deposit"),
        "occurrence": QCoreApplication.translate("Kaznedra", "Occurrence"),
    }


def _commodity_groups() -> dict[str, str]:
    return {
        "precious": QCoreApplication.translate("Kaznedra", "Precious metals"),
        "base": QCoreApplication.translate("Kaznedra", "Base metals"),
        "iron_alloy": QCoreApplication.translate("Kaznedra", "Iron and alloy metals"),
        "uranium": QCoreApplication.translate("Kaznedra", "Uranium"),
        "coal": QCoreApplication.translate("Kaznedra", "Coal"),
        "rare": QCoreApplication.translate("Kaznedra", "Rare metals and rare earths"),
        "industrial": QCoreApplication.translate("Kaznedra", "Industrial minerals"),
    }


def _deposit_sizes() -> dict[str, str]:
    return {
        "unique": QCoreApplication.translate("Kaznedra", "Unique"),
        "large": QCoreApplication.translate("Kaznedra", "Large"),
        "medium": QCoreApplication.translate("Kaznedra", "Medium"),
        "small": QCoreApplication.translate("Kaznedra", "Small"),
        "unknown": QCoreApplication.translate("Kaznedra", "Size unknown"),
    }


def _deposit_stages() -> dict[str, str]:
    return {
        "prospecting": QCoreApplication.translate("Kaznedra", "Prospecting"),
        "exploration": QCoreApplication.translate("Kaznedra", "Exploration"),
        "development": QCoreApplication.translate("Kaznedra", "Development"),
        "production": QCoreApplication.translate("Kaznedra", "Production"),
        "suspended": QCoreApplication.translate("Kaznedra", "Mothballed"),
        "closed": QCoreApplication.translate("Kaznedra", "Closed"),
        "unknown": QCoreApplication.translate("Kaznedra", "Stage unknown"),
    }


def _restricted_categories() -> dict[str, str]:
    return {
        "defence": QCoreApplication.translate("Kaznedra", "Defence land"),
        "settlement": QCoreApplication.translate("Kaznedra", "Settlement"),
        "hydraulic_structure": QCoreApplication.translate("Kaznedra", "Hydraulic structure"),
        "water_fund": QCoreApplication.translate("Kaznedra", "Water fund land"),
        "drinking_groundwater": QCoreApplication.translate("Kaznedra", "Drinking groundwater"),
        "burial_ground": QCoreApplication.translate("Kaznedra", "Burial ground"),
        "third_party_land": QCoreApplication.translate("Kaznedra", "Buildings and plantings of others"),
        "infrastructure": QCoreApplication.translate("Kaznedra", "Roads, railways, power lines, pipelines"),
        "state_needs": QCoreApplication.translate("Kaznedra", "Land for state needs"),
        "protected_area": QCoreApplication.translate("Kaznedra", "Protected natural area"),
    }


def _state_programme_kinds() -> dict[str, str]:
    return {
        "auction": QCoreApplication.translate("Kaznedra", "For auction"),
        "state_study": QCoreApplication.translate("Kaznedra", "State geological study"),
        "uranium": QCoreApplication.translate("Kaznedra", "Uranium, national company only"),
    }


def _liquidation_statuses() -> dict[str, str]:
    return {
        "planned": QCoreApplication.translate("Kaznedra", "Liquidation planned"),
        "under_way": QCoreApplication.translate("Kaznedra", "Liquidation under way"),
        "accepted": QCoreApplication.translate("Kaznedra", "Liquidation accepted"),
    }


def _technogenic_kinds() -> dict[str, str]:
    return {
        "tailings": QCoreApplication.translate("Kaznedra", "Tailings"),
        "waste_dump": QCoreApplication.translate("Kaznedra", "Waste dump"),
        "slag": QCoreApplication.translate("Kaznedra", "Slag"),
        "sludge": QCoreApplication.translate("Kaznedra", "Sludge"),
    }


def _own_fields() -> dict[str, str]:
    return {
        "number": QCoreApplication.translate("Kaznedra", "Number"),
        "kind": QCoreApplication.translate("Kaznedra", "Kind"),
        "status": QCoreApplication.translate("Kaznedra", "Status"),
        "holder": QCoreApplication.translate("Kaznedra", "Holder"),
        "holder_bin": QCoreApplication.translate("Kaznedra", "Holder's BIN"),
        "issued_on": QCoreApplication.translate("Kaznedra", "Issued on"),
        "expires_on": QCoreApplication.translate("Kaznedra", "Expires on"),
        "ended_on": QCoreApplication.translate("Kaznedra", "Ended on"),
        "applicant": QCoreApplication.translate("Kaznedra", "Applicant"),
        "applicant_bin": QCoreApplication.translate("Kaznedra", "Applicant's BIN"),
        "filed_at": QCoreApplication.translate("Kaznedra", "Filed"),
        "minerals": QCoreApplication.translate("Kaznedra", "Minerals"),
        "blocks": QCoreApplication.translate("Kaznedra", "Blocks"),
        "block_count": QCoreApplication.translate("Kaznedra", "Number of blocks"),
        "area_km2": QCoreApplication.translate("Kaznedra", "Area, km²"),
        "name": QCoreApplication.translate("Kaznedra", "Name"),
        "commodities": QCoreApplication.translate("Kaznedra", "Commodities"),
        "commodity_group": QCoreApplication.translate("Kaznedra", "Commodity group"),
        "size": QCoreApplication.translate("Kaznedra", "Size"),
        "stage": QCoreApplication.translate("Kaznedra", "Stage"),
        "reserves": QCoreApplication.translate("Kaznedra", "Reserves"),
        "facility": QCoreApplication.translate("Kaznedra", "Facility"),
        "discovered_year": QCoreApplication.translate("Kaznedra", "Year of discovery"),
        "production_start": QCoreApplication.translate("Kaznedra", "Production since"),
        "data_source": QCoreApplication.translate("Kaznedra", "Drawn from"),
    }


def _fields() -> dict[str, str]:
    return {
        "category": QCoreApplication.translate("Kaznedra", "Category"),
        "buffer_m": QCoreApplication.translate("Kaznedra", "Buffer, m"),
        "authority": QCoreApplication.translate("Kaznedra", "Authority"),
        "established_on": QCoreApplication.translate("Kaznedra", "Established on"),
        "valid_from": QCoreApplication.translate("Kaznedra", "Valid from"),
        "valid_to": QCoreApplication.translate("Kaznedra", "Valid to"),
        "licence_number": QCoreApplication.translate("Kaznedra", "Licence number"),
        "responsible": QCoreApplication.translate("Kaznedra", "Responsible"),
        "started_on": QCoreApplication.translate("Kaznedra", "Started on"),
        "due_on": QCoreApplication.translate("Kaznedra", "Due on"),
        "volume_kt": QCoreApplication.translate("Kaznedra", "Volume, kt"),
        "owner": QCoreApplication.translate("Kaznedra", "Owner"),
        "code": QCoreApplication.translate("Kaznedra", "Block code"),
        "region": QCoreApplication.translate("Kaznedra", "Region"),
        "legal_basis": QCoreApplication.translate("Kaznedra", "Legal basis"),
        "record_url": QCoreApplication.translate("Kaznedra", "Record"),
        "changed_at": QCoreApplication.translate("Kaznedra", "Changed at the source"),
        "demo": QCoreApplication.translate("Kaznedra", "Demo data"),
    }


def _bookkeeping_fields() -> dict[str, str]:
    return {
        "source": QCoreApplication.translate("Kaznedra", "Source"),
        "feature_id": QCoreApplication.translate("Kaznedra", "Identifier at the source"),
        "first_seen": QCoreApplication.translate("Kaznedra", "In the data since pull"),
        "gone_at": QCoreApplication.translate("Kaznedra", "Gone since pull"),
        "geometry_issue": QCoreApplication.translate("Kaznedra", "Geometry problem"),
    }
