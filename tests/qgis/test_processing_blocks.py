"""The algorithms that make blocks and map sheets, and the check of the numbering."""

import json

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProject,
    QgsVectorLayer,
)

from kaznedra_qgis.processing import block_algorithm
from kaznedra_qgis.processing.provider import ALGORITHMS
from kaznedra_qgis.settings import Settings
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.subsoil.numbering import default_scheme
from tests.qgis.algorithms import Log

WGS84 = QgsCoordinateReferenceSystem("EPSG:4326")
CODE = "M-44-77-(10е-5а-11)"

pytestmark = pytest.mark.usefixtures("provider")


def run(name: str, feedback=None, **parameters) -> dict:
    import processing

    if name != "verifynumbering":
        parameters.setdefault("OUTPUT", "TEMPORARY_OUTPUT")
    return processing.run(f"kaznedra:{name}", parameters, feedback=feedback)


def refusal(name: str, **parameters) -> str:
    with pytest.raises(QgsProcessingException) as caught:
        run(name, **parameters)
    return str(caught.value)


def codes(layer) -> list[str]:
    return [feature["code"] for feature in layer.getFeatures()]


def polygons(*wkts, crs: str = "EPSG:4326", kind: str = "Polygon") -> QgsVectorLayer:
    """A layer of polygons given in WGS 84, or of another kind; None makes a feature without a geometry."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}", "polygons", "memory")
    to = QgsCoordinateTransform(WGS84, layer.crs(), QgsCoordinateTransformContext())
    for wkt in wkts:
        feature = QgsFeature()
        if wkt is not None:
            geometry = QgsGeometry.fromWkt(wkt)
            geometry.transform(to)
            feature.setGeometry(geometry)
        layer.dataProvider().addFeature(feature)
    return layer


def square(west: float, south: float, east: float, north: float) -> str:
    """WKT of a rectangle given in minutes from 77 E, 48 N."""
    w, s, e, n = 77 + west / 60, 48 + south / 60, 77 + east / 60, 48 + north / 60
    return f"POLYGON(({w} {s},{e} {s},{e} {n},{w} {n},{w} {s}))"


def test_every_algorithm_introduces_itself(provider):
    assert len(provider.algorithms()) == len(ALGORITHMS)
    assert provider.name() and not provider.icon().isNull()
    for algorithm in provider.algorithms():
        assert algorithm.displayName() and algorithm.group() and algorithm.shortHelpString() and algorithm.tags()
        assert all(parameter.description() for parameter in algorithm.parameterDefinitions())
        assert type(algorithm.create()) is type(algorithm)


def test_the_blocks_of_an_extent():
    layer = run("blockgrid", EXTENT="77.0,77.1,48.0,48.1 [EPSG:4326]")["OUTPUT"]
    assert layer.crs() == WGS84
    assert [field.name() for field in layer.fields()] == ["code", "sheet", "section", "area_km2"]
    scheme = default_scheme()
    assert codes(layer) == [scheme.code(Block(lon, lat)) for lat in range(2885, 2879, -1) for lon in range(4620, 4626)]
    for feature in layer.getFeatures():
        lon, lat = scheme.block(feature["code"])
        box = feature.geometry().boundingBox()
        assert (box.xMinimum(), box.yMinimum()) == pytest.approx((lon / 60, lat / 60))
        assert (box.xMaximum(), box.yMaximum()) == pytest.approx(((lon + 1) / 60, (lat + 1) / 60))
        assert feature["code"].startswith(f"{feature['sheet']}-({feature['section']}-")
        assert feature["area_km2"] == pytest.approx(2.30, abs=0.01)


def test_an_extent_in_another_crs_and_part_of_it_abroad():
    layer = run("blockgrid", EXTENT="500000,500100,5316000,5316100 [EPSG:32643]")["OUTPUT"]
    assert codes(layer) == [default_scheme().code(Block(75 * 60, 47 * 60 + 59))]
    west = default_scheme().extent[0] / 60
    layer = run("blockgrid", EXTENT=f"{west - 1},{west + 0.01},48.001,48.01 [EPSG:4326]")["OUTPUT"]
    assert layer.featureCount() == 1


@pytest.mark.parametrize(
    ("extent", "words"),
    [
        ("46,88,40,56 [EPSG:4326]", ["2 187 184", "500 000"]),
        ("0,1,40,41 [EPSG:4326]", ["outside the country"]),
        ("77,77,48,48 [EPSG:4326]", ["outside the country"]),
    ],
)
def test_extents_that_are_refused(extent, words):
    told = refusal("blockgrid", EXTENT=extent).replace("\u2009", " ")
    assert all(word in told for word in words)
    assert "Nothing was made." in told


def test_a_run_can_be_cancelled_and_tells_its_progress():
    log = Log()
    run("blockgrid", log, EXTENT="77,78,48,49 [EPSG:4326]")
    assert len(log.steps) >= 3 and log.steps == sorted(log.steps)
    stopped = Log()
    stopped.progressChanged.connect(lambda: stopped.cancel())
    context = QgsProcessingContext()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("kaznedra:blockgrid")
    results, _ = algorithm.run({"EXTENT": "77,78,48,49 [EPSG:4326]", "OUTPUT": "memory:"}, context, stopped)
    assert results["COUNT"] == 1000


def test_blocks_from_codes():
    text = "M-44-77-(10е-5а-11,12 (частично)), (10е-5б-1-3)"
    result = run("blocksfromcodes", CODES=text)
    layer = result["OUTPUT"]
    assert layer.crs() == WGS84
    assert [field.name() for field in layer.fields()] == ["code", "partial", "area_km2"]
    assert codes(layer) == [f"M-44-77-(10е-{block})" for block in ("5а-11", "5а-12", "5б-1", "5б-2", "5б-3")]
    assert [feature["partial"] for feature in layer.getFeatures()] == [False, True, False, False, False]
    assert result["COUNT"] == 5
    assert result["AREA_KM2"] == pytest.approx(sum(feature["area_km2"] for feature in layer.getFeatures()), abs=1e-4)


def test_a_code_named_twice_is_made_once_and_told():
    log = Log()
    layer = run("blocksfromcodes", log, CODES=f"{CODE}; {CODE}")["OUTPUT"]
    assert codes(layer) == [CODE]
    assert any(CODE in warning for warning in log.warnings)


def test_all_unreadable_pieces_are_named_in_one_message():
    told = refusal("blocksfromcodes", CODES="M-44-77-(10е-5а-11,12,99)\nM-44-77-(10b-5а-1); foo")
    for part in (
        "Pieces that could not be read: 3",
        "line 1, character 23: “99” – there is no such block",
        "line 2, character 1: “M-44-77-(10b-5а-1” – the letter can be read in several ways; perhaps "
        "M-44-77-(10б-5а-1), M-44-77-(10в-5а-1)",
        "line 2, character 21: “foo” – not understood",
        "Nothing was made. Correct these pieces and run again.",
    ):
        assert part in told


def test_a_text_without_codes_is_refused():
    assert "no block codes" in refusal("blocksfromcodes", CODES=" ; ")


@pytest.mark.parametrize(("rule", "count"), [(0, 9), (1, 12), (2, 16)])
@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32643", "EPSG:3857"])
def test_blocks_from_polygons_by_each_rule(rule, count, crs):
    layer = polygons(square(-0.4, 0, 3.6, 3), crs=crs)
    blocks = run("blocksfromlayer", INPUT=layer, RULE=rule)
    assert blocks["COUNT"] == len(set(codes(blocks["OUTPUT"]))) == {9: 9, 12: 12, 16: 15}[count]


def test_polygons_are_taken_together():
    halves = polygons(square(0, 0, 0.5, 1), square(0.5, 0, 1, 1), square(0.2, 0.2, 1, 1))
    assert codes(run("blocksfromlayer", INPUT=halves, RULE=0)["OUTPUT"]) == [default_scheme().code(Block(4620, 2880))]


def test_missing_and_invalid_geometries_are_counted():
    bow_tie = "POLYGON((77 48,77.1 48.1,77.1 48,77 48.1,77 48))"
    log = Log()
    result = run("blocksfromlayer", log, INPUT=polygons(square(60, 0, 61, 1), None, bow_tie, None), RULE=0)
    assert (result["WITHOUT_GEOMETRY"], result["REPAIRED"], result["UNUSABLE"]) == (2, 1, 0)
    assert result["COUNT"] > 1
    assert len(log.warnings) == 2


def test_only_the_selected_features():
    layer = polygons(square(0, 0, 1, 1), square(3, 0, 4, 1))
    QgsProject.instance().addMapLayer(layer)
    layer.selectByIds([2])
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    assert codes(run("blocksfromlayer", INPUT=chosen, RULE=0)["OUTPUT"]) == [default_scheme().code(Block(4623, 2880))]
    QgsProject.instance().removeMapLayer(layer)


def test_layers_that_are_refused():
    assert "no polygon" in refusal("blocksfromlayer", INPUT=polygons(None), RULE=0)
    assert "no polygon" in refusal("blocksfromlayer", INPUT=polygons("POINT(77 48)", kind="Point"), RULE=0)
    assert "no polygon" in refusal(
        "blocksfromlayer", INPUT=polygons("LINESTRING(77 48, 78 48)", kind="LineString"), RULE=1
    )
    assert "outside the country" in refusal("blocksfromlayer", INPUT=polygons("POLYGON((0 0,1 0,1 1,0 1,0 0))"), RULE=0)
    country = polygons("POLYGON((20 20,100 20,100 80,20 80,20 20))")
    assert "500 000" in refusal("blocksfromlayer", INPUT=country, RULE=2).replace("\u2009", " ")


@pytest.mark.parametrize(
    ("kind", "shape", "distance", "rule", "expected"),
    [
        ("Point", "POINT(77.005 48.005)", 0, 2, {(4620, 2880)}),
        ("Point", "POINT(77.00833 48.00833)", 1500, 0, {(4620, 2880)}),
        ("Point", "POINT(77.00833 48.00833)", 3000, 1, None),
        ("LineString", "LINESTRING(77.005 48.005, 77.045 48.005)", 0, 2, {(4620, 2880), (4621, 2880), (4622, 2880)}),
        (
            "Polygon",
            "POLYGON((77.004 48.004, 77.012 48.004, 77.012 48.012, 77.004 48.012, 77.004 48.004))",
            700,
            0,
            {(4620, 2880)},
        ),
    ],
)
def test_a_distance_takes_what_lies_near(kind, shape, distance, rule, expected):
    found = codes(run("blocksfromlayer", INPUT=polygons(shape, kind=kind), RULE=rule, BUFFER=distance)["OUTPUT"])
    if expected is not None:
        assert set(found) == {default_scheme().code(Block(*place)) for place in expected}
    else:
        # 3 km around a point: 28.3 km2 of blocks of 2.3 km2, in a round
        assert 10 <= len(found) <= 14


def test_a_distance_is_in_metres_wherever_and_in_whatever_crs():
    ring = polygons("LINESTRING(77.5 48.5, 77.6 48.5)", kind="LineString")
    area = run("blocksfromlayer", INPUT=ring, RULE=1, BUFFER=5000)["AREA_KM2"]
    assert area == pytest.approx(7.39 * 10 + 3.1416 * 25, rel=0.05)


def test_many_polygons_are_united_in_goes(monkeypatch):
    from kaznedra_qgis.processing import blocksfromlayer

    monkeypatch.setattr(blocksfromlayer, "AT_ONCE", 7)
    layer = polygons(*(square(lon, lat, lon + 1, lat + 1) for lon in range(10) for lat in range(10)))
    assert run("blocksfromlayer", INPUT=layer, RULE=0)["COUNT"] == 100


def test_frames_of_sheets():
    layer = run("sheetframe", SHEET="M-43-77, М-43-XXIV; m 43\nM-43-77-А-а\nM-43-77")["OUTPUT"]
    assert [(feature["code"], feature["scale"]) for feature in layer.getFeatures()] == [
        ("M-43-77", 100_000),
        ("M-43-XXIV", 200_000),
        ("M-43", 1_000_000),
        ("M-43-77-А-а", 25_000),
    ]
    box = next(layer.getFeatures()).geometry().boundingBox()
    assert (box.xMinimum(), box.yMinimum()) == pytest.approx((74, 49 + 40 / 60))
    assert (box.width(), box.height()) == pytest.approx((0.5, 20 / 60))


def test_sheets_that_cannot_be_read_are_all_named():
    told = refusal("sheetframe", SHEET="M-43-77, M-43-B; hello")
    assert "“M-43-B”; perhaps M-43-Б, M-43-В" in told and "“hello”" in told
    assert "Nothing was made." in told
    assert "no number" in refusal("sheetframe", SHEET=" , ")


def corners(code: str, east: float = 0, north: float = 0) -> str:
    lon, lat = default_scheme().block(code)
    return "\n".join(
        f"{(lat + up) / 60 + north:.6f} {(lon + right) / 60 + east:.6f}"
        for right, up in ((0, 0), (1, 0), (1, 1), (0, 1))
    )


@pytest.mark.parametrize(
    ("codes_", "corners_", "result", "hints"),
    [
        (CODE, corners(CODE), "agrees", []),
        ("M-44-77-(10е-5а-12)", corners(CODE), "differs", []),
        (CODE, corners(CODE, -0.001, 0.0003), "differs", ["grid_in_pulkovo"]),
        (CODE, corners(CODE) + "\nhello", "unknown", []),
        (f"{CODE}, (10b-5а-1)", corners(CODE), "unknown", []),
    ],
    ids=["agrees", "another block", "another datum", "corners unread", "codes unread"],
)
def test_the_numbering_is_verified(tmp_path, codes_, corners_, result, hints):
    path = tmp_path / "report.json"
    log = Log()
    found = run("verifynumbering", log, CODES=codes_, CORNERS=corners_, REPORT=str(path))
    report = json.loads(path.read_text(encoding="utf-8"))
    assert found["RESULT"] == report["result"] == result
    assert report["hints"] == hints
    assert len(report["findings"]) == found["DIFFERENCES"]
    assert len(report["unread"]) == found["UNREAD"]
    assert len(log.warnings) == (0 if result == "agrees" else found["DIFFERENCES"] + found["UNREAD"] + len(hints) + 1)


def test_there_must_be_something_to_verify(tmp_path):
    told = refusal("verifynumbering", CODES=" , ", CORNERS=corners(CODE), REPORT=str(tmp_path / "report.json"))
    assert "no codes or no corners" in told


def test_a_report_that_cannot_be_written_is_told():
    told = refusal("verifynumbering", CODES=CODE, CORNERS=corners(CODE), REPORT="/proc/nowhere/report.json")
    assert "/proc/nowhere/report.json" in told


def test_the_limit_on_blocks(monkeypatch):
    monkeypatch.setattr(block_algorithm, "MOST_BLOCKS", 35)
    assert "36" in refusal("blockgrid", EXTENT="77.0,77.1,48.0,48.1 [EPSG:4326]")


def test_in_a_model():
    model = QgsProcessingModelAlgorithm("blocks", "test")
    model.initAlgorithm()
    child = QgsProcessingModelChildAlgorithm("kaznedra:blocksfromcodes")
    child.setChildId("made")
    child.addParameterSources("CODES", [QgsProcessingModelChildParameterSource.fromStaticValue(CODE)])
    output = QgsProcessingModelOutput("BLOCKS")
    output.setChildOutputName("OUTPUT")
    child.setModelOutputs({"BLOCKS": output})
    model.addChildAlgorithm(child)
    model.updateDestinationParameters()
    context = QgsProcessingContext()
    results, fine = model.run({"made:BLOCKS": "memory:"}, context, QgsProcessingFeedback(False))
    assert fine
    layer = context.getMapLayer(results["made:BLOCKS"])
    assert codes(layer) == [CODE]


SQUARE = "1 48°00'00\" с.ш. 77°00'00\" в.д.\n2 48°01' 77°00'\n3 48°01' 77°02'\n4 48°00' 77°02'"


def test_corners_give_the_blocks_that_they_enclose():
    found = run("blocksfromcorners", CORNERS=SQUARE)
    assert codes(found["OUTPUT"]) == [default_scheme().code(Block(4620 + east, 2880)) for east in range(2)]
    two = f"{SQUARE}\n\n1 48°10' 77°00'\n2 48°11' 77°00'\n3 48°11' 77°01'\n4 48°10' 77°01'"
    assert run("blocksfromcorners", CORNERS=two)["COUNT"] == 3


def test_corners_of_pulkovo_1942_are_moved_to_the_grid():
    """Pulkovo 1942 lies 50 to 100 m off: a plot on its whole minutes touches blocks around."""
    assert run("blocksfromcorners", CORNERS=SQUARE, RULE=2)["COUNT"] == 2
    moved = run("blocksfromcorners", CORNERS=f"СК-42\n{SQUARE}", RULE=2)
    assert moved["COUNT"] > 2
    assert codes(run("blocksfromcorners", CORNERS=SQUARE, DATUM=2)["OUTPUT"]) == codes(
        run("blocksfromcorners", CORNERS=SQUARE)["OUTPUT"]
    )


def test_the_transformation_taken_is_named_and_what_it_would_take_to_have_a_better_one():
    log = Log()
    run("blocksfromcorners", log, CORNERS=f"СК-42\n{SQUARE}")
    told = next(line for line in log.infos if line.startswith("Transformation"))
    assert "(EPSG:5044), 3 m" in told and "needs the grid file qazgrid_kz.gsb" in told
    log = Log()
    run("blocksfromcorners", log, CORNERS=SQUARE)
    assert not [line for line in log.infos if line.startswith("Transformation")]


def test_the_transformation_that_is_set_is_taken(request):
    request.addfinalizer(lambda: setattr(Settings(), "sk_42", ""))
    Settings().sk_42 = "EPSG:1291"
    log = Log()
    run("blocksfromcorners", log, CORNERS=f"СК-42\n{SQUARE}")
    assert "(EPSG:1291), 44 m" in next(line for line in log.infos if line.startswith("Transformation"))
    Settings().sk_42 = "EPSG:10964+EPSG:10965"
    assert "qazgrid_kz.gsb" in refusal("blocksfromcorners", CORNERS=f"СК-42\n{SQUARE}")


def test_metres_of_gauss_kruger_need_their_datum():
    to = QgsCoordinateTransform(WGS84, QgsCoordinateReferenceSystem("EPSG:28413"), QgsCoordinateTransformContext())
    places = ((77, 48), (77, 48 + 1 / 60), (77 + 2 / 60, 48 + 1 / 60), (77 + 2 / 60, 48))
    points = [to.transform(QgsPointXY(*place)) for place in places]
    text = "\n".join(f"{point.y():.2f} {point.x():.2f}" for point in points)
    assert "does not name the datum" in refusal("blocksfromcorners", CORNERS=text)
    expected = [default_scheme().code(Block(4620 + east, 2880)) for east in range(2)]
    assert codes(run("blocksfromcorners", CORNERS=text, DATUM=2)["OUTPUT"]) == expected
    assert codes(run("blocksfromcorners", CORNERS=f"Пулково 1942\n{text}")["OUTPUT"]) == expected


def test_corners_that_cannot_be_read_make_nothing():
    assert "x" in refusal("blocksfromcorners", CORNERS=f"{SQUARE}\n5 48°61' 77°00' x")
    assert "no corner coordinates" in refusal("blocksfromcorners", CORNERS="  ")
