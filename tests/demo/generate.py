"""Generates the demo platform's data: python3 -m tests.demo.generate OUT.gpkg [--date YYYY-MM-DD] [--seed N].

The same date and seed give the same file. The base map goes beside it as basemap.gpkg, unless told otherwise.
"""

import argparse
import os
from dataclasses import dataclass
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Optional

from shapely.ops import unary_union
from shapely.prepared import prep

from kaznedra_qgis.themes import THEMES

from . import applications, areas, licences
from .basemap import write_basemap
from .country import Country, world_map
from .deposits import LeftOut, invented_deposits, real_deposits
from .geopackage import theme_layer, write_geopackage
from .ground import Ground
from .names import Holders
from .restricted import restricted_areas
from .slips import make_slips
from .tables import Feature, Setting

SEED = 2026
CLOSED_TO_RIGHTS = ("settlement", "water_fund", "protected_area", "defence")


@dataclass(frozen=True)
class Generated:
    """What a generation made: rows by theme, what of kz_mines.csv is not on the map, and waters for the base map."""

    themes: dict[str, list[Feature]]
    left_out: LeftOut
    waters: list[Feature]
    slips: dict[str, tuple[str, ...]]
    """Numbers of the licences whose block codes and geometry disagree, and in what"""


def make(setting: Setting, country: Country) -> Generated:
    """All themes of the demo platform but `blocks`, which is optional and would be the largest by far."""
    restricted = restricted_areas(setting, country)
    closed = [area.geometry for area in restricted if area.values["category"] in CLOSED_TO_RIGHTS]
    programme = areas.state_programme_areas(setting, country)
    mines, sites, left_out = real_deposits(country)
    deposits = mines + invented_deposits(setting, country, prep(unary_union(closed)), sites)
    uranium = [area.geometry for area in programme if area.values["kind"] == "uranium"]
    ground = Ground(country, closed + uranium, sites)
    holders = Holders(setting)
    issued = [
        *licences.production(setting, country, ground, sites),
        *licences.exploration(setting, ground),
        *licences.on_plots(setting, country, sites),
    ]
    filed = list(applications.applications(setting, country, ground, sites, issued))
    rights = licences.rows(setting, country, holders, issued)
    themes = {
        "licences": rights,
        "licence_applications": applications.rows(setting, country, holders, filed),
        "deposits": deposits,
        "restricted_areas": restricted,
        "state_programme_areas": programme,
        "liquidation_areas": areas.liquidation_areas(setting, country, rights),
        "technogenic_formations": areas.technogenic_formations(setting, country, holders, sites, left_out, rights),
    }
    slips = make_slips(rights, country)
    waters = [area for area in restricted if area.values["category"] == "water_fund"]
    return Generated(themes, left_out, [Feature(area.geometry, _plain_name(area)) for area in waters], slips)


def _plain_name(area: Feature) -> dict[str, object]:
    """The area's name without the mark that its outline is the demo's."""
    return {name: str(area.values[name]).rsplit(" (", 1)[0] for name in ("name_en", "name_ru", "name_kk")}


def write(path: Path, day: date, seed: int = SEED, basemap: Optional[Path] = None) -> Generated:
    """Generate and write the platform's GeoPackage and the base map (by default basemap.gpkg beside it)."""
    setting, country = Setting(day, seed), Country(world_map())
    generated = make(setting, country)
    write_geopackage(path, day, [theme_layer(THEMES[name], features) for name, features in generated.themes.items()])
    write_basemap(basemap or path.with_name("basemap.gpkg"), country, generated.waters, day)
    return generated


def main() -> None:
    """Command line."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description="Generates the demo platform's data.")
    parser.add_argument("out", type=Path, help="GeoPackage to write")
    parser.add_argument("--date", type=date.fromisoformat, default=datetime.now(timezone.utc).date(), help="its today")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--basemap", type=Path, help="GeoPackage of the base map (basemap.gpkg beside OUT)")
    options = parser.parse_args()
    from qgis.core import QgsApplication

    application = QgsApplication([], False)  # noqa: F841 (it must live while the world map is looked for)
    generated = write(options.out, options.date, options.seed, options.basemap)
    for name, features in generated.themes.items():
        print(f"{name}: {len(features)}")
    slips = (f"{number}: {', '.join(kinds)}" for number, kinds in generated.slips.items())
    print(f"licences whose codes and geometry disagree: {'; '.join(slips)}")
    nowhere = generated.left_out.without_coordinates
    print(f"left out of kz_mines.csv, without coordinates: {len(nowhere)} ({', '.join(nowhere)})")
    plants = [plant["name"] for plant in generated.left_out.plants]
    print(f"left out of kz_mines.csv, plants and no deposits: {len(plants)} ({', '.join(plants)})")


if __name__ == "__main__":
    main()
