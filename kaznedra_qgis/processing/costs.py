"""kaznedra:costs: what an exploration licence for so many blocks costs, year by year."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QCoreApplication

from .. import cost_words as words
from .block_algorithm import refusal
from .history_algorithm import HistoryAlgorithm

if TYPE_CHECKING:
    from decimal import Decimal


class Costs(HistoryAlgorithm):
    """Bonus, security, minimum expenditure and land rent, with what another block would change."""

    def name(self) -> str:
        """Name after `kaznedra:`."""
        return "costs"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Costs of an exploration licence")

    def group(self) -> str:
        """Title of the group in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Applications")

    def groupId(self) -> str:
        """Name of the group."""
        return "applications"

    def tags(self) -> list[str]:
        """Further words that it is found by."""
        found = QCoreApplication.translate(
            "Kaznedra", "costs,expenditure,rent,bonus,security,MCI,tenge,application,licence,blocks"
        )
        return found.split(",")

    def shortHelpString(self) -> str:
        """What it does, for the side of its window."""
        return QCoreApplication.translate(
            "Kaznedra",
            "Signature bonus, liquidation security, and minimum expenditure and land rent of each year of an "
            "exploration licence for solid minerals, in monthly calculation indices (MCI) and tenge, by the rule pack "
            "that the report names. Partial blocks count as whole ones.\n\n"
            "An MCI that is not known yet is not guessed: amounts that need it have no tenge (null in the report). "
            "Give your own MCI of such years if you wish.\n\n"
            "Cliffs: what one block fewer or one more would change over all years.\n\n"
            "A year is a year of the licence from the day of issue. Minimum expenditure is in the MCI of 1 January of "
            "the calendar year in which it begins; rent is counted by months, each in the MCI of its calendar year. "
            "Where an extension must give blocks up, its years are of the blocks that may stay.",
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare BLOCKS, START, YEARS, MCI, REPORT and the sums."""
        whole = QgsProcessingParameterNumber.Type.Integer
        blocks = QCoreApplication.translate("Kaznedra", "Number of blocks")
        self.addParameter(QgsProcessingParameterNumber("BLOCKS", blocks, whole, 1, minValue=1))
        start = QCoreApplication.translate("Kaznedra", "Day of issue")
        self.addParameter(QgsProcessingParameterDateTime("START", start, QgsProcessingParameterDateTime.Type.Date))
        years = QCoreApplication.translate("Kaznedra", "Years (empty: the first term)")
        self.addParameter(QgsProcessingParameterNumber("YEARS", years, whole, None, optional=True, minValue=1))
        headers = [
            QCoreApplication.translate("Kaznedra", "Calendar year"),
            QCoreApplication.translate("Kaznedra", "MCI, tenge"),
        ]
        own = QCoreApplication.translate("Kaznedra", "Your own MCI")
        self.addParameter(QgsProcessingParameterMatrix("MCI", own, 0, False, headers, [], optional=True))
        self.add_report()
        for name, title in (
            ("BONUS_MCI", QCoreApplication.translate("Kaznedra", "Signature bonus, MCI")),
            ("SECURITY_MCI", QCoreApplication.translate("Kaznedra", "Liquidation security, MCI")),
            ("EXPENDITURE_MCI", QCoreApplication.translate("Kaznedra", "Minimum expenditure, MCI")),
            ("RENT_MCI", QCoreApplication.translate("Kaznedra", "Land rent, MCI")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        """The costs, told in the log and written to REPORT."""
        from ..subsoil.costs import costs
        from ..subsoil.rulepack import newest_rule_pack

        pack = newest_rule_pack()
        given = parameters.get("YEARS") not in (None, "")
        years = self.parameterAsInt(parameters, "YEARS", context) if given else int(pack.figure("limits", "term").value)
        found = costs(
            self.parameterAsInt(parameters, "BLOCKS", context),
            _day(self.parameterAsDateTime(parameters, "START", context)),
            years,
            pack,
            _indices(self.parameterAsMatrix(parameters, "MCI", context)),
        )
        _tell(found, feedback)
        return {
            "BONUS_MCI": float(found.bonus_mci),
            "SECURITY_MCI": float(found.security_mci),
            "EXPENDITURE_MCI": float(found.expenditure_mci),
            "RENT_MCI": float(found.rent_mci),
            **self.write_report(parameters, context, found.report()),
        }


def _day(moment: Any) -> date:
    return date(*moment.date().getDate())


def _indices(cells: Sequence[Any]) -> "dict[int, Decimal]":
    """Rows of a calendar year and its MCI; rows left empty are passed over."""
    from decimal import Decimal, InvalidOperation

    rows = [cells[place : place + 2] for place in range(0, len(cells), 2)]
    try:
        read = {_year(row[0]): Decimal(str(row[1])) for row in rows if any(str(cell).strip() for cell in row)}
        if all(index > 0 for index in read.values()):
            return read
    except (ValueError, IndexError, InvalidOperation):
        pass
    raise refusal(
        QCoreApplication.translate("Kaznedra", "Your own MCI cannot be read."),
        QCoreApplication.translate("Kaznedra", "Give a calendar year and its MCI in tenge in each row: 2027, 4700."),
    )


def _year(cell: Any) -> int:
    from decimal import Decimal

    year = Decimal(str(cell))
    if year != year.to_integral_value() or not 1990 <= year <= 2200:
        raise ValueError(cell)
    return int(year)


def _tell(found: Any, feedback: Any) -> None:
    feedback.pushInfo(QCoreApplication.translate("Kaznedra", "Rule pack: {pack}").format(pack=words.pack_title(found)))
    for entry in found.basis:
        feedback.pushInfo(words.basis(entry, found))
    for year in found.years:
        line = QCoreApplication.translate(
            "Kaznedra",
            "Year {year}, from {day}: minimum expenditure {expenditure} MCI ({expenditure_kzt} tenge), "
            "land rent {rent} MCI ({rent_kzt} tenge)",
        )
        feedback.pushInfo(
            line.format(
                year=year.year,
                day=year.begins.isoformat(),
                expenditure=words.amount(year.expenditure_mci),
                rent=words.amount(year.rent_mci),
                expenditure_kzt=words.tenge(year.expenditure_kzt),
                rent_kzt=words.tenge(year.rent_kzt),
            )
        )
    for cliff in found.cliffs:
        feedback.pushInfo(words.cliff(cliff))
    for line in words.assumptions(found):
        feedback.pushWarning(line)
