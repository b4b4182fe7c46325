"""kaznedra:costs as the desktop and scripts run it: its report, its words, its refusals."""

import json

import pytest
from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QDate

from kaznedra_qgis import i18n
from tests.qgis.algorithms import Log

pytestmark = pytest.mark.usefixtures("provider")


def run(feedback=None, **parameters) -> dict:
    import processing

    return processing.run("kaznedra:costs", {"START": "2026-01-01", **parameters}, feedback=feedback)


def test_the_report_is_as_the_contract_of_the_algorithm_says(tmp_path):
    path = tmp_path / "costs.json"
    told = run(BLOCKS=5, YEARS=6, REPORT=str(path))
    report = json.loads(path.read_text("utf-8"))
    assert set(report) == {"rule_pack", "bonus_mci", "security_mci", "years", "totals", "cliffs"}
    assert report["totals"] == {"expenditure_mci": 12300, "rent_mci": 615}
    assert (report["bonus_mci"], report["security_mci"]) == (100, 3600)
    assert [year["year"] for year in report["years"]] == [1, 2, 3, 4, 5, 6]
    assert report["years"][0]["expenditure_kzt"] == 7_785_000 and report["years"][1]["expenditure_kzt"] is None
    assert {cliff["blocks"]: cliff["expenditure_mci"] for cliff in report["cliffs"]} == {4: 0, 6: 5100}
    assert (told["EXPENDITURE_MCI"], told["RENT_MCI"], told["REPORT"]) == (12300, 615, str(path))


def test_the_log_names_the_law_and_what_is_not_known():
    log = Log()
    run(log, BLOCKS=5, START=QDate(2026, 11, 22))
    told = "\n".join(log.infos)
    assert "kz-2026" in told and "Code on Subsoil and Subsoil Use № 125-VI, article 192(2)" in told
    assert "Tax Code № 214-VIII, article 621, from a secondary source" in told
    assert "Blocks 5 → 6: minimum expenditure +5\u202f100 MCI" in told
    assert "A step of the law lies between: Minimum expenditure." in told
    assert any("2027, 2028, 2029, 2030, 2031, 2032" in warning for warning in log.warnings)


@pytest.mark.parametrize("own", ["2027,4700", [2027, 4700], ["2027", " 4700 ", "", ""]])
def test_the_users_own_mci(own, tmp_path):
    path = tmp_path / "costs.json"
    log = Log()
    run(log, BLOCKS=5, YEARS=2, MCI=own, REPORT=str(path))
    assert json.loads(path.read_text("utf-8"))["years"][1]["expenditure_kzt"] == 1800 * 4700
    assert log.warnings == ["By your own MCI: 2027."]


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({"BLOCKS": 201}, "limit: 200"),
        ({"BLOCKS": 5, "YEARS": 12}, "limit: 11"),
        ({"BLOCKS": 5, "MCI": ["soon", "4700"]}, "Your own MCI cannot be read"),
        ({"BLOCKS": 5, "MCI": ["2027", "-1"]}, "Your own MCI cannot be read"),
        ({"BLOCKS": 5, "MCI": ["2027"]}, "Your own MCI cannot be read"),
        ({"BLOCKS": 5, "START": "soon"}, "START"),
    ],
)
def test_what_cannot_be_reckoned_is_refused_with_a_reason(parameters, told):
    with pytest.raises(QgsProcessingException) as raised:
        run(**parameters)
    assert told in str(raised.value)


@pytest.mark.parametrize(("language", "word"), [("ru", "Минимальные расходы"), ("kk", "Ең төмен шығыстар")])
def test_the_log_speaks_the_language(language, word):
    i18n.install(language)
    try:
        log = Log()
        run(log, BLOCKS=10, YEARS=11)
        assert any(word in line for line in log.infos) and len(log.warnings) == 3
    finally:
        i18n.remove()
