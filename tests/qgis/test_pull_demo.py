"""The demo data pulled from the running platform and from the file: the same features by the same code."""

from dataclasses import replace

from qgis.core import QgsFeedback

from kaznedra_qgis.connecting import named_source, open_from_setting
from kaznedra_qgis.network import off_main, session
from kaznedra_qgis.settings import NetworkLimits, Settings
from kaznedra_qgis.sources import open_source
from kaznedra_qgis.sources.http import Client
from kaznedra_qgis.sources.profile import builtin_profiles
from kaznedra_qgis.sources.source import Watch
from kaznedra_qgis.themes import THEMES
from kaznedra_qgis.workspace import State, Workspace
from kaznedra_qgis.workspace.sync import sync

PROFILE = next(profile for profile in builtin_profiles() if profile.id == "kaznedra")
PULLED = [theme for theme in THEMES if theme != "blocks"]


def from_platform(address, workspace, full=False, **changes):
    profile = replace(PROFILE, address=address, **changes)
    source = open_source(profile, Client(session(feedback=QgsFeedback())))
    return off_main(lambda: sync(source, workspace, PULLED, everything=full))


def contents(workspace, theme, source):
    columns = ", ".join(attribute.name for attribute in THEMES[theme].attributes)
    with workspace.reading() as connection:
        rows = connection.execute(
            f"SELECT feature_id, geometry_issue, value_issues, {columns} FROM {theme} WHERE source = ?", (source,)
        )
        return {row[0]: tuple(row) for row in rows}


def test_platform_and_file_give_the_same(demo_platform, demo_data, tmp_path):
    workspace = Workspace.create(tmp_path / "workspace.gpkg")
    by_server = from_platform(demo_platform.address, workspace)
    setting = named_source(str(demo_data), "", Settings("test-nothing"))
    by_file = sync(open_from_setting(setting, NetworkLimits(), QgsFeedback(), Watch()), workspace, PULLED)
    for served, filed in zip(by_server, by_file):
        assert served.state is filed.state is State.COMPLETE
        assert served.expected == served.distinct == filed.distinct > 0
        assert served.value_issues == filed.value_issues == served.invalid_geometry == served.without_geometry == 0
        theme = served.theme
        assert served.codes_disagree == filed.codes_disagree == {"licences": 3, "licence_applications": 0}.get(theme)
        assert served.codes_agree == filed.codes_agree and served.codes_unknown == filed.codes_unknown
        assert contents(workspace, theme, "kaznedra") == contents(workspace, theme, setting.id)
    again = sync(open_from_setting(setting, NetworkLimits(), QgsFeedback(), Watch()), workspace, PULLED)
    for filed, same in zip(by_file, again):
        assert same.state is State.COMPLETE and same.hash == filed.hash and same.distinct == filed.distinct
    assert len({snapshot.hash for snapshot in (*by_server, *by_file)}) == 2 * len(PULLED)


def test_small_pages_side_by_side_bring_the_same(demo_platform, tmp_path):
    whole = Workspace.create(tmp_path / "whole.gpkg")
    pieces = Workspace.create(tmp_path / "pieces.gpkg")
    from_platform(demo_platform.address, whole)
    snapshots = from_platform(demo_platform.address, pieces, page_size=37, concurrency=4)
    assert snapshots[0].pages == 41
    for theme in PULLED:
        assert contents(whole, theme, "kaznedra") == contents(pieces, theme, "kaznedra")
