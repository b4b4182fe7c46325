"""Applicant profiles: kept on this computer, for their owner alone, and never lost to a broken file."""

import stat
from dataclasses import replace

import pytest

from kaznedra_qgis.applicant_profiles import ApplicantProfiles, default_path
from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.subsoil.applicants import Individual, LegalEntity

COMPANY = LegalEntity("c", {"ru": "ТОО «Демо»", "kk": "«Демо» ЖШС"}, "101340000013")
PERSON = Individual("p", {"ru": "Демо Әлия"})


@pytest.fixture
def profiles(tmp_path):
    return ApplicantProfiles(tmp_path / "deep" / "applicants.json")


def test_profiles_are_kept_changed_and_forgotten(profiles):
    assert profiles.all() == []
    profiles.keep(COMPANY)
    profiles.keep(PERSON)
    changed = replace(COMPANY, phone="+7")
    profiles.keep(changed)
    assert ApplicantProfiles(profiles.path).all() == [changed, PERSON]
    assert profiles.get("p") == PERSON and profiles.get("elsewhere") is None
    assert profiles.of({"profile": "c"}) == changed and profiles.of({"profile": "x"}) is profiles.of(None) is None
    profiles.forget("c")
    assert profiles.all() == [PERSON]


def test_only_their_owner_reads_them_and_nothing_else_is_left(profiles):
    profiles.keep(PERSON)
    assert stat.S_IMODE(profiles.path.stat().st_mode) == 0o600
    assert [path.name for path in profiles.path.parent.iterdir()] == ["applicants.json"]


@pytest.mark.parametrize("text", ["{", "[]", '{"format": 2, "applicants": []}', '{"format": 1, "applicants": [{}]}'])
def test_a_file_that_cannot_be_read_is_not_written_over(profiles, text):
    profiles.path.parent.mkdir()
    profiles.path.write_text(text, "utf-8")
    for call in (profiles.all, lambda: profiles.keep(PERSON), lambda: profiles.forget("p")):
        with pytest.raises(KaznedraError) as raised:
            call()
        assert raised.value.code is Code.BAD_FILE
    assert profiles.path.read_text("utf-8") == text


def test_they_live_in_the_profile_folder_of_qgis(qgis_app):
    from qgis.core import QgsApplication

    assert str(default_path()).startswith(QgsApplication.qgisSettingsDirPath())
