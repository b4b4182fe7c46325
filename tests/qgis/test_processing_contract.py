"""kaznedra:sync at a source that changed: what it says, and that the user may accept it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

from kaznedra_qgis import i18n
from tests.servers.faulty import Platform

pytestmark = pytest.mark.usefixtures("provider", "english")


@pytest.fixture(scope="module")
def english() -> None:
    i18n.remove()


@pytest.fixture
def platform() -> Iterator[Platform]:
    with Platform() as running:
        yield running


def run(platform: Platform, folder, **parameters: Any) -> tuple[dict[str, dict[str, Any]], str]:
    """The snapshots of the report by theme, and what was said."""
    feedback = QgsProcessingFeedback()
    report = folder / "report.json"
    given = {
        "SOURCE": platform.url,
        "WORKSPACE": str(folder / "workspace.gpkg"),
        "THEMES": ["licences", "deposits"],
        "REPORT": str(report),
    }
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("kaznedra:sync")
    _, is_done = algorithm.run({**given, **parameters}, QgsProcessingContext(), feedback)
    assert is_done, feedback.textLog()
    told = json.loads(report.read_text(encoding="utf-8"))["snapshots"]
    return {snapshot["theme"]: snapshot for snapshot in told}, feedback.textLog()


def test_what_most_features_were_lost_from_fails_until_it_is_accepted(platform, tmp_path):
    run(platform, tmp_path)
    del platform["licences"].features[5:]
    told, said = run(platform, tmp_path)
    assert (told["licences"]["state"], told["licences"]["message"]["code"]) == ("failed", "total_collapsed")
    assert told["deposits"]["state"] == "complete"
    assert "far fewer features than before" in said and "before: 25; now: 5" in said
    told, said = run(platform, tmp_path, ACCEPT=True)
    assert (told["licences"]["state"], told["licences"]["gone"]) == ("complete", 20)
    assert [notice["code"] for notice in told["licences"]["notices"]] == ["total_collapsed"]
    assert "before: 25; now: 5" in said


def test_what_is_noted_is_said(platform, tmp_path):
    run(platform, tmp_path)
    for feature in platform["licences"].features:
        feature["properties"]["remark"] = "x"
    told, said = run(platform, tmp_path)
    assert [notice["code"] for notice in told["licences"]["notices"]] == ["attribute_new"]
    assert "The source gives an attribute that it did not give before (Licences; remark)." in said
