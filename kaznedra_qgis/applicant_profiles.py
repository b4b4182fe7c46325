"""The user's applicant profiles: personal data, kept on this computer only, in the profile folder of QGIS.

They are never written to a workspace, which may be lent: a draft names an applicant by id.
"""

import json
import os
import tempfile
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsApplication

from .errors import Code, KaznedraError
from .subsoil.applicants import Applicant, from_json, to_json

FORMAT = 1


def default_path() -> Path:
    """Where the profiles of this user are."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "kaznedra" / "applicants.json"


class ApplicantProfiles:
    """The profiles in a file that its owner alone may read. A file that cannot be read is never written over."""

    def __init__(self, path: Optional[Path] = None) -> None:
        self.path = path or default_path()

    def all(self) -> list[Applicant]:
        """All profiles, in the order they were made. KaznedraError(BAD_FILE) where the file cannot be read."""
        try:
            told = json.loads(self.path.read_text("utf-8"))
            if told["format"] != FORMAT:
                raise ValueError(f"format {told['format']}, not {FORMAT}")
            return [from_json(entry) for entry in told["applicants"]]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise KaznedraError(Code.BAD_FILE, path=str(self.path), detail=str(error)) from error

    def get(self, applicant: str) -> Optional[Applicant]:
        """The profile of an id; None where it is not on this computer."""
        return next((found for found in self.all() if found.id == applicant), None)

    def of(self, detail: Any) -> Optional[Applicant]:
        """The profile that a draft's detail "applicant" names, {"profile": id}; None where it names none, or one that
        is not on this computer."""
        return self.get(str(detail.get("profile"))) if isinstance(detail, dict) else None

    def keep(self, applicant: Applicant) -> None:
        """Write down a profile, new or changed. KaznedraError(BAD_FILE), (READ_ONLY)."""
        kept = {found.id: found for found in self.all()}
        kept[applicant.id] = applicant
        self._write(list(kept.values()))

    def forget(self, applicant: str) -> None:
        """Remove a profile. KaznedraError(BAD_FILE), (READ_ONLY)."""
        self._write([found for found in self.all() if found.id != applicant])

    def _write(self, applicants: list[Applicant]) -> None:
        told: dict[str, Any] = {"format": FORMAT, "applicants": [to_json(applicant) for applicant in applicants]}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # mkstemp's files are their owner's alone; a crash leaves the old file as it was
            handle, draft = tempfile.mkstemp(dir=self.path.parent, prefix=".applicants")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(told, file, ensure_ascii=False, indent=2)
            os.replace(draft, self.path)
        except OSError as error:
            raise KaznedraError(Code.READ_ONLY, path=str(self.path), detail=str(error)) from error
