"""The ODT as an office program takes it: whole in itself, and opened with nothing lost."""

import re
import shutil
import subprocess

import pytest

from kaznedra_qgis.documents import templates
from kaznedra_qgis.themes import LANGUAGES
from tests.qgis.application import pages_of, part_of, text_of
from tests.qgis.test_documents import joined


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_style_that_an_odt_uses_is_there(exported, language):
    path = exported.folder / f"application.{language}.odt"
    text = (part_of(path, "styles.xml") + part_of(path, "content.xml")).decode()
    defined = set(re.findall(r' style:name="([^"]+)"', text))
    used = set(re.findall(r' (?:text|table|style):(?:parent-)?(?:style|page-layout|font)-name="([^"]+)"', text))
    assert used <= defined and len(used) > 15


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_office_program_shows_what_the_pdf_shows(exported, language, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice Writer is not installed")
    path = exported.folder / f"application.{language}.odt"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shown, ours = tmp_path / f"application.{language}.pdf", path.with_suffix(".pdf")
    assert abs(pages_of(shown) - pages_of(ours)) <= 1
    told = templates.words(language)
    for wanted in (told["title"], told["annex_corners"], "120340000001", "Әбілқайыр", "EPSG:5044"):
        assert joined(wanted) in joined(text_of(shown)), wanted
