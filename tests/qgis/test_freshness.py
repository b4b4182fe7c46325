"""Dock and rules judge by the same settings how old data may be."""

import json
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone

import pytest
from qgis.core import QgsSettings

from kaznedra_qgis import paths
from kaznedra_qgis.connecting import freshness_days
from kaznedra_qgis.gui.condition import Condition
from kaznedra_qgis.gui.state_task import read_state
from kaznedra_qgis.settings import Settings, SourceSetting
from kaznedra_qgis.subsoil.surroundings import CoverageState
from kaznedra_qgis.workspace.surroundings import around
from tests.qgis.test_surroundings import BOX, HERE, Pages, pull, right, workspace  # noqa: F401

AGES = (0, 6, 7, 8, 40)
"""Days"""


@pytest.fixture
def settings(qgis_app, tmp_path):
    made = Settings(f"kaznedra-{tmp_path.name}")
    yield made
    QgsSettings().remove(f"kaznedra-{tmp_path.name}")


@pytest.mark.parametrize("allowed", [None, 0, 1, 7, 30])
def test_the_dock_calls_stale_what_the_rules_do(workspace, settings, allowed):  # noqa: F811
    pages = Pages([right("a", HERE)])
    pull(workspace, pages)
    (snapshot,) = workspace.snapshots()
    source = SourceSetting(snapshot.source, "tested", "kaznedra", "http://127.0.0.1:1/")
    settings.sources = [source]
    if allowed is not None:
        settings.freshness_days = allowed
    found = {}
    for age in AGES:
        moment = datetime.now(timezone.utc) - timedelta(days=age)
        with closing(sqlite3.connect(workspace.path)) as connection, connection:
            connection.execute("UPDATE snapshots SET finished = ?", (moment.isoformat().replace("+00:00", "Z"),))
        shown = read_state(source, workspace.path, set(), settings.freshness_days).standings["licences"]
        (covered,) = around(workspace, (), BOX, datetime.now(timezone.utc).date(), freshness_days(settings)).covered(
            "licences"
        )
        assert (shown.condition is Condition.STALE) == (covered.state is CoverageState.STALE)
        found[age] = shown.condition
    limit = 7 if allowed is None else allowed
    assert found == {age: Condition.STALE if limit and age > limit else Condition.COMPLETE for age in AGES}


def test_what_a_profile_says_counts_before_the_setting(settings, tmp_path):
    told = json.loads(paths.resources("profiles", "kaznedra.json").read_text("utf-8"))
    told["freshness_days"] = 20
    told["themes"]["deposits"]["freshness_days"] = 90
    profile = tmp_path / "own.json"
    profile.write_text(json.dumps(told), "utf-8")
    settings.sources = [SourceSetting("own", "own", str(profile), "http://127.0.0.1:1/")]
    settings.freshness_days = 3
    days = freshness_days(settings)
    assert (days["own/licences"], days["own/deposits"], days["licences"]) == (20, 90, 3)


@pytest.mark.parametrize(("told", "kept"), [(14, 14), (0, 0), (-1, 0), (99999, 3650), ("soon", 7)])
def test_the_setting_stays_within_reason(settings, told, kept):
    settings.freshness_days = told
    assert settings.freshness_days == kept
