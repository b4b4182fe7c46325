"""An application to write, with text that tries to be markup, and what reads the papers back."""

import subprocess
from datetime import datetime, timezone
from pathlib import Path
from zipfile import ZipFile

from kaznedra_qgis.documents.content import ApplicationContent, Rest
from kaznedra_qgis.subsoil.blocks import Block

WEST, SOUTH = 4820, 2987
KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
MARKUP = "<b>Қ&Ң</b> {{ 7*7 }} ]]> \x0b"
MADE = datetime(2026, 11, 22, 10, 5, tzinfo=timezone.utc)
LEGAL_ENTITY = {
    "kind": "legal_entity",
    "id": "one",
    "name": {"kk": f"«{KAZAKH}» ЖШС", "ru": f"ТОО «{MARKUP}»", "en": "Qarqyn LLP"},
    "bin": "120340000001",
    "seat": {"kk": "Астана қ., Сығанақ к-сі, 5", "ru": "г. Астана, ул. Сығанақ, 5"},
    "registration": "№ 123, 01.02.2012",
    "managers": [{"name": "Әбілқайыр", "number": "800101300001", "role": "директор"}],
    "controlling": [],
    "representative": {"name": "Өтеген Һ.", "iin": "", "authority": "№ 5"},
}
PLAN = [
    {"year": 2, "kind": "drilling_core", "volume": "2500", "unit": "m", "cost": None, "method": "HQ"},
    {"year": 1, "kind": "routes", "volume": "120.5", "unit": "km", "cost": "15000000", "method": "1:10 000"},
]
REPORT = {
    "result": "conflict",
    "findings": [
        {
            "rule": "another_licence",
            "article": "186(2)",
            "state": "conflict",
            "blocks": ["M-44-77-(10е-5а-11)"],
            "message": {"en": "In another licence", "ru": "В чужой лицензии", "kk": "Басқа лицензияда"},
            "evidence": [{"theme": "licences", "snapshot": 3, "taken": "2026-11-20T10:00:00Z", "age_days": 2}],
        },
        {
            "rule": "restricted",
            "article": "25(1)",
            "state": "unknown",
            "blocks": [],
            "message": {"en": "Not pulled", "ru": "Не загружено", "kk": "Алынбаған"},
            "evidence": [],
        },
    ],
    "outcome": {"whole": ["M-44-77-(10е-5а-1)"], "partial": {}, "refused": [], "suggested_drop": []},
}


def application(**other: object) -> ApplicationContent:
    """Sixteen blocks in two plots, one of them partial."""
    blocks = frozenset({Block(WEST + x, SOUTH + y) for x in range(5) for y in range(3)} | {Block(WEST + 10, SOUTH + 3)})
    said = {
        "name": "=Қарабұлақ",
        "blocks": blocks,
        "made": MADE,
        "partial": frozenset({Block(WEST, SOUTH)}),
        "draft": "the-draft",
        "applicant": LEGAL_ENTITY,
        "minerals": ["золото", "медь"],
        "work_types": ["routes"],
        "plan": PLAN,
        "attachments": {"tax_certificate": {"files": [r"C:\\secret\\салық.pdf"], "issued": "2026-11-20"}},
        "report": REPORT,
        "sources": (
            Rest("licences", "demo", 3, "2026-11-20T10:00:00Z", "partial", 1500, "http://127.0.0.1", "ab12"),
            Rest("deposits", "", 0, "", "unknown", 0),
        ),
    }
    return ApplicationContent(**{**said, **other})


def text_of(pdf: Path) -> str:
    """The text of a PDF as a reader of it copies it, with spaces for line breaks and without ligatures."""
    told = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True)
    return " ".join(told.stdout.decode("utf-8").replace("ﬂ", "fl").replace("ﬁ", "fi").split())


def pages_of(pdf: Path) -> int:
    told = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True)
    return int(next(line.split()[1] for line in told.stdout.splitlines() if line.startswith("Pages:")))


def part_of(archive: Path, name: str) -> bytes:
    with ZipFile(archive) as opened:
        return opened.read(name)
