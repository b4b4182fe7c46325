"""Tests a connection step by step, so that the step that fails can be named."""

from enum import Enum
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication

from ..errors import Code, KaznedraError
from ..settings import NetworkLimits, SourceSetting
from .task import Task


class Step(str, Enum):
    """Steps of a test, in the order in which they are passed."""

    PROFILE = "profile"
    CONNECTION = "connection"
    CERTIFICATE = "certificate"
    SIGN_IN = "sign_in"
    PLATFORM = "platform"
    THEMES = "themes"
    FEATURES = "features"


_FAILS_AT = {
    Code.BAD_PROFILE: Step.PROFILE,
    Code.UNREACHABLE: Step.CONNECTION,
    Code.TIMED_OUT: Step.CONNECTION,
    Code.PROXY: Step.CONNECTION,
    Code.BAD_FILE: Step.CONNECTION,
    Code.CERTIFICATE: Step.CERTIFICATE,
    Code.UNAUTHORIZED: Step.SIGN_IN,
    Code.FORBIDDEN: Step.SIGN_IN,
    Code.CREDENTIALS_UNUSABLE: Step.SIGN_IN,
}


def step_title(step: Step) -> str:
    """What the step asks, in a few words."""
    return {
        Step.PROFILE: QCoreApplication.translate("Kaznedra", "Source profile"),
        Step.CONNECTION: QCoreApplication.translate("Kaznedra", "Connection"),
        Step.CERTIFICATE: QCoreApplication.translate("Kaznedra", "Certificate"),
        Step.SIGN_IN: QCoreApplication.translate("Kaznedra", "Sign-in"),
        Step.PLATFORM: QCoreApplication.translate("Kaznedra", "Platform's answer"),
        Step.THEMES: QCoreApplication.translate("Kaznedra", "Themes"),
        Step.FEATURES: QCoreApplication.translate("Kaznedra", "First features"),
    }[step]


class ProbeTask(Task):
    """Asks the source what it offers (`contract`) and for one page (`page`); `failed` is the step that failed."""

    def __init__(self, source: SourceSetting, limits: NetworkLimits, workspace: Optional[Path] = None) -> None:
        super().__init__(
            QCoreApplication.translate("Kaznedra", "Kaznedra: test of {source}").format(source=source.title)
        )
        self.source, self.limits, self.workspace = source, limits, workspace
        self.differences: list[KaznedraError] = []
        """What differs from the last complete pulls into the workspace"""
        self.contract: Any = None
        self.page: Any = None
        self._at = Step.PROFILE

    @property
    def failed(self) -> Optional[Step]:
        """The step that failed, None where all were passed."""
        if self.error is None:
            return None
        return self._at if self._at is Step.THEMES else _FAILS_AT.get(self.error.code, self._at)

    def work(self) -> Any:
        """Ask, step by step."""
        self._ask()
        return self.contract

    def _ask(self) -> None:
        from ..connecting import open_from_setting, profile_of

        profile_of(self.source)
        self._at = Step.PLATFORM
        source = open_from_setting(self.source, self.limits, self.feedback, self)
        self.contract = source.contract()
        self.differences = self._differences(source.profile)
        self._at = Step.THEMES
        if not self.contract.offers:
            missing = next(iter(self.contract.missing.values()), None)
            raise missing or KaznedraError(Code.THEME_MISSING)
        self._at = Step.FEATURES
        smallest = min(self.contract.offers.values(), key=lambda offer: offer.expected or 0)
        pages = source.pages(smallest)
        try:
            self.page = next(iter(pages), None)
        finally:
            close = getattr(pages, "close", None)
            if close is not None:
                close()

    def noticed(self, theme: str, notice: KaznedraError) -> None:
        """Nothing to show of the one page."""

    def _differences(self, profile: Any) -> list[KaznedraError]:
        if self.workspace is None or not self.workspace.exists():
            return []
        from ..workspace import Workspace
        from ..workspace.contracts import foresee

        try:
            with Workspace(self.workspace).reading() as connection:
                return foresee(connection, self.contract, profile)
        except KaznedraError:
            return []

    def received(self, theme: str, features: int, expected: Optional[int], size: int) -> None:
        """Progress of the one page; nothing to show."""
