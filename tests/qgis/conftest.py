"""What the tests on QGIS share: the demo data, made once, and the demo platform over it."""

import gc
from datetime import date

import pytest

DEMO_DAY = date(2026, 11, 22)


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory):
    """The user's cache, where unfinished pulls are kept: one of the tests' own."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("cache")
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture(scope="module", autouse=True)
def _settled():
    """What is there by now is not looked at again by the collections after each test, which are quick so."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _collected(_settled):
    """Windows that a test forgets end with it, on this thread.

    Where another thread's collector finds them, their timers and signals may still call functions that it has emptied.
    """
    yield
    gc.collect()


@pytest.fixture(scope="session")
def exported(qgis_app, tmp_path_factory):
    """An application as papers, data files and pack in three languages; nothing in its folder may be changed."""
    from kaznedra_qgis.documents.application_pack import export
    from tests.qgis.application import application

    return export(application(), tmp_path_factory.mktemp("documents") / "application")


@pytest.fixture(scope="session")
def demo_data(qgis_app, tmp_path_factory):
    """Path of the demo platform's GeoPackage as of DEMO_DAY; the base map is basemap.gpkg beside it."""
    from tests.demo.generate import write

    path = tmp_path_factory.mktemp("demo") / "demo.gpkg"
    write(path, DEMO_DAY)
    return path


@pytest.fixture(scope="session")
def demo_platform(demo_data):
    """The demo platform, running until the session ends."""
    from tests.servers.platform import platform

    with platform(demo_data) as served:
        yield served


@pytest.fixture(scope="module")
def provider(qgis_processing):
    """Kaznedra's algorithms in QGIS's registry."""
    from qgis.core import QgsApplication

    from kaznedra_qgis.processing.provider import KaznedraProvider

    registry = QgsApplication.processingRegistry()
    added = KaznedraProvider()
    assert registry.addProvider(added)
    yield added
    registry.removeProvider(added)
