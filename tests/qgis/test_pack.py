"""The pack of an application: what its manifest tells, and what its check finds."""

import json
import shutil
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from kaznedra_qgis.documents import application_pack, pack
from kaznedra_qgis.documents.pack import Flaw, verify_pack
from tests.qgis.application import part_of


def test_the_manifest_tells_what_it_rests_on(exported):
    manifest = json.loads(part_of(exported.pack, pack.MANIFEST))
    assert manifest == exported.manifest and not verify_pack(exported.pack)
    assert {part["name"] for part in manifest["parts"]} == {path.name for path in exported.parts}
    assert {path.name for path in exported.folder.iterdir()} == {path.name for path in exported.parts} | {
        "application.zip"
    }
    assert manifest["rule_pack"] == "kz-2026" and manifest["plugin"]["version"] == application_pack.version() != ""
    assert [(row["snapshot"], row["hash"], row["state"]) for row in manifest["snapshots"]] == [(3, "ab12", "partial")]
    assert manifest["unknown"] == [{"theme": "deposits", "source": ""}] and manifest["draft"] == "the-draft"


def rewritten(source, target, change):
    """A copy of a pack in which `change` makes new content of a name and content; None leaves the part out."""
    with ZipFile(source) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return target


def test_a_pack_that_was_touched_is_found_out(exported, tmp_path):
    def told(change):
        return [(problem.flaw, problem.part) for problem in verify_pack(rewritten(exported.pack, path, change))]

    path, part = tmp_path / "pack.zip", "blocks.csv"
    assert told(lambda name, content: content) == []
    assert told(lambda name, content: content + b"x" if name == part else content) == [(Flaw.CHANGED, part)]
    swapped = told(lambda name, content: content.replace(b"M-44", b"M-43") if name == part else content)
    assert swapped == [(Flaw.CHANGED, part)]
    assert told(lambda name, content: None if name == part else content) == [(Flaw.MISSING, part)]
    assert told(lambda name, content: None if name == pack.MANIFEST else content) == [(Flaw.NOT_A_PACK, "")]
    shutil.copy(exported.pack, path)
    with ZipFile(path, "a") as opened:
        opened.writestr("extra.txt", "x")
    assert [(problem.flaw, problem.part) for problem in verify_pack(path)] == [(Flaw.NOT_LISTED, "extra.txt")]
    path.write_bytes(exported.pack.read_bytes()[:-400])
    assert verify_pack(path)[0].flaw is Flaw.NOT_A_PACK
    assert verify_pack(tmp_path / "nothing.zip")[0].flaw is Flaw.NOT_A_PACK


def crafted(path, manifest, **parts):
    with ZipFile(path, "w", ZIP_DEFLATED) as opened:
        opened.writestr(pack.MANIFEST, manifest)
        for name, content in parts.items():
            opened.writestr(name, content)
    return path


def listing(name, size=1):
    return json.dumps({"format": 1, "parts": [{"name": name, "bytes": size, "sha256": "0" * 64}]})


@pytest.mark.parametrize(
    "manifest",
    [
        "[" * 100_000,
        "[]",
        "null",
        '{"format": "1", "parts": []}',
        '{"format": 1, "parts": [{"name": ["a"], "bytes": 1, "sha256": ""}]}',
        '{"format": 1, "parts": {"a": 1}}',
        *map(listing, ["../evil", "/etc/passwd", "C:\\evil", "..\\evil", "a/../../evil", "", "."]),
        listing("part.bin", 1e999),
        " " * (65 << 20),
    ],
    ids=range(15),
)
def test_a_pack_made_to_harm_is_no_pack(tmp_path, manifest):
    path = crafted(tmp_path / "pack.zip", manifest)
    assert [problem.flaw for problem in verify_pack(path)] == [Flaw.NOT_A_PACK]


def test_a_pack_that_cannot_be_unpacked_is_said_to_be_damaged(tmp_path):
    path = crafted(tmp_path / "pack.zip", listing("part.bin"), **{"part.bin": b"x" * 100})
    whole = path.read_bytes()
    local, central = whole.index(b"part.bin") - 30, whole.rindex(b"part.bin") - 46
    for flags, method in ((1, 8), (0, 97)):
        content = bytearray(whole)
        content[local + 6], content[local + 8] = flags, method
        content[central + 8], content[central + 10] = flags, method
        path.write_bytes(content)
        assert [(problem.flaw, problem.part) for problem in verify_pack(path)] == [(Flaw.DAMAGED, "part.bin")]
    content = bytearray(whole)
    content[45:55] = b"\xff" * 10
    path.write_bytes(content)
    assert [problem.flaw for problem in verify_pack(path)] == [Flaw.NOT_A_PACK]


def test_a_damaged_part_is_named(exported, tmp_path):
    with ZipFile(exported.pack) as opened:
        info = opened.getinfo("findings.json")
    content = bytearray(exported.pack.read_bytes())
    middle = info.header_offset + 30 + len("findings.json") + info.compress_size // 2
    content[middle : middle + 8] = bytes(8)
    path = tmp_path / "damaged.zip"
    path.write_bytes(content)
    assert [(problem.flaw, problem.part) for problem in verify_pack(path)] == [(Flaw.DAMAGED, "findings.json")]
