"""A chart of what a licence costs: a bar a year, and the sum so far as a line over them, on one scale in MCI."""

from decimal import Decimal
from math import floor, log10
from typing import TYPE_CHECKING, Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent, QPalette, QPen
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

from .. import cost_words
from .words import tip

if TYPE_CHECKING:
    from ..subsoil.costs import Amounts

EXPENDITURE, EXPENDITURE_ON_DARK, RENT = "#0072B2", "#56B4E9", "#E69F00"
"""Okabe-Ito: told apart by colour-blind users; rent is hatched, too"""
TICKS = 5
CONTRAST = 100
"""Between text and ground, of 255"""


def tick_step(most: float, ticks: int = TICKS) -> float:
    """The least of 1, 2 and 5 times a power of ten that `ticks` steps of reach `most`."""
    if most <= 0:
        return 1.0
    power = 10.0 ** floor(log10(most / ticks))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor * ticks >= most * (1 - 1e-9))


class CostChart(QWidget):
    """Shows the amounts of `show_costs`; a tooltip names the amounts of the year under the mouse."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraCostChart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._costs: Optional[Any] = None

    def show_costs(self, found: Optional["Amounts"]) -> None:
        """Draw these; nothing for None."""
        self._costs = found
        self.setAccessibleName(QCoreApplication.translate("Kaznedra", "Chart of costs by year"))
        self.setAccessibleDescription("\n".join(map(self._told, range(len(found.years)))) if found else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for eleven years, high enough to compare them."""
        return QSize(self.fontMetrics().averageCharWidth() * 45, self.fontMetrics().height() * 13)

    def minimumSizeHint(self) -> QSize:
        """As high, but narrow."""
        return QSize(self.fontMetrics().averageCharWidth() * 24, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Name the amounts of the year under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.year_at(QPointF(event.pos()))
            if place is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), tip(self._told(place)), self)
            return True
        return super().event(event)

    def year_at(self, point: QPointF) -> Optional[int]:
        """Which of the years, counted from 0, has its bar at a point."""
        if self._costs is None:
            return None
        plot = self._plot()
        if not plot.contains(point):
            return None
        return min(int((point.x() - plot.left()) / plot.width() * len(self._costs.years)), len(self._costs.years) - 1)

    def _told(self, place: int) -> str:
        years = self._costs.years if self._costs else ()
        year = years[place]
        return QCoreApplication.translate(
            "Kaznedra",
            "Year {year}: minimum expenditure {expenditure} MCI, land rent {rent} MCI; so far {total} MCI",
        ).format(
            year=year.year,
            expenditure=cost_words.amount(year.expenditure_mci),
            rent=cost_words.amount(year.rent_mci),
            total=cost_words.amount(sum((each.total_mci for each in years[: place + 1]), Decimal(0))),
        )

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        if self._costs is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_legend(painter)
        plot, step = self._plot(), self._step()
        self._draw_scale(painter, plot, step)
        self._draw_bars(painter, plot, step)
        self._draw_sum(painter, plot, step)
        painter.end()

    def _is_dark(self) -> bool:
        return self.palette().color(QPalette.ColorRole.Window).lightness() < 128

    def _ink(self) -> QColor:
        """The theme's colour of text; one that can be read where a style sheet has changed the ground alone."""
        ink, ground = (
            self.palette().color(role) for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window)
        )
        if abs(ink.lightness() - ground.lightness()) >= CONTRAST:
            return ink
        return QColor("#e6e6e6" if self._is_dark() else "#1a1a1a")

    def _brushes(self) -> tuple[QBrush, QBrush]:
        hatched = QBrush(QColor(RENT), Qt.BrushStyle.Dense3Pattern)
        return QBrush(QColor(EXPENDITURE_ON_DARK if self._is_dark() else EXPENDITURE)), hatched

    def _sum(self) -> Decimal:
        return self._costs.expenditure_mci + self._costs.rent_mci if self._costs else Decimal(0)

    def _step(self) -> float:
        return tick_step(float(self._sum()))

    def _legend(self) -> list[tuple[str, float, int]]:
        """The entries with their left edges and lines."""
        texts = (
            QCoreApplication.translate("Kaznedra", "Expenditure"),
            QCoreApplication.translate("Kaznedra", "Rent"),
            QCoreApplication.translate("Kaznedra", "Sum so far"),
        )
        metrics, placed, x, line = self.fontMetrics(), [], 0.0, 0
        for text in texts:
            width = metrics.horizontalAdvance(text) + metrics.height() * 2.2
            if x and x + width > self.width():
                x, line = 0.0, line + 1
            placed.append((text, x, line))
            x += width
        return placed

    def _draw_legend(self, painter: QPainter) -> None:
        em = self.fontMetrics().height()
        bar, rent = self._brushes()
        for (text, x, line), brush in zip(self._legend(), (bar, rent, None)):
            middle = (line + 0.5) * em * 1.2
            if brush is None:
                painter.setPen(QPen(self._ink(), 1.6))
                painter.drawLine(QPointF(x, middle), QPointF(x + em, middle))
                painter.setBrush(self._ink())
                painter.drawEllipse(QPointF(x + em / 2, middle), 2.4, 2.4)
            else:
                painter.setPen(QPen(brush.color(), 1))
                painter.setBrush(brush)
                painter.drawRect(QRectF(x + 1, middle - em * 0.35, em - 2, em * 0.7))
            painter.setPen(self._ink())
            where = QRectF(x + em * 1.3, middle - em * 0.6, self.width(), em * 1.2)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _plot(self) -> QRectF:
        metrics = self.fontMetrics()
        em = metrics.height()
        widest = cost_words.amount(Decimal(round(self._step() * TICKS)))
        left = metrics.horizontalAdvance(widest) + em * 0.6
        top = (self._legend()[-1][2] + 1) * em * 1.2 + em * 1.3
        return QRectF(left, top, self.width() - left - em * 0.4, self.height() - top - em * 1.4)

    def _y(self, plot: QRectF, step: float, value: float) -> float:
        return plot.bottom() - plot.height() * value / (step * self._ticks(step))

    def _ticks(self, step: float) -> int:
        return next(count for count in range(1, TICKS + 2) if step * count >= float(self._sum()) * (1 - 1e-9))

    def _draw_scale(self, painter: QPainter, plot: QRectF, step: float) -> None:
        em = self.fontMetrics().height()
        faint = QColor(self._ink())
        faint.setAlpha(60)
        for tick in range(self._ticks(step) + 1):
            y = self._y(plot, step, tick * step)
            painter.setPen(QPen(faint, 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self._ink())
            where = QRectF(0, y - em / 2, plot.left() - em * 0.4, em)
            text = cost_words.amount(Decimal(str(tick * step)).quantize(Decimal(1)))
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        unit = QRectF(0, plot.top() - em * 1.5, plot.left() - em * 0.4, em)
        painter.drawText(unit, Qt.AlignmentFlag.AlignRight, QCoreApplication.translate("Kaznedra", "MCI"))

    def _draw_bars(self, painter: QPainter, plot: QRectF, step: float) -> None:
        em = self.fontMetrics().height()
        bar, hatched = self._brushes()
        years = self._costs.years if self._costs else ()
        room = plot.width() / max(len(years), 1)
        for place, year in enumerate(years):
            left, width = plot.left() + room * (place + 0.2), room * 0.6
            low = plot.bottom()
            for value, brush in ((year.expenditure_mci, bar), (year.rent_mci, hatched)):
                height = plot.bottom() - self._y(plot, step, float(value))
                painter.setPen(QPen(brush.color(), 1))
                painter.setBrush(brush)
                painter.drawRect(QRectF(left, low - height, width, height))
                low -= height
            painter.setPen(self._ink())
            where = QRectF(plot.left() + room * place, plot.bottom() + em * 0.2, room, em)
            painter.drawText(where, Qt.AlignmentFlag.AlignHCenter, str(year.year))

    def _draw_sum(self, painter: QPainter, plot: QRectF, step: float) -> None:
        years = self._costs.years if self._costs else ()
        room, so_far, points = plot.width() / max(len(years), 1), Decimal(0), []
        for place, year in enumerate(years):
            so_far += year.total_mci
            points.append(QPointF(plot.left() + room * (place + 0.5), self._y(plot, step, float(so_far))))
        painter.setPen(QPen(self._ink(), 1.6))
        for one, other in zip(points, points[1:]):
            painter.drawLine(one, other)
        painter.setBrush(self._ink())
        for point in points:
            painter.drawEllipse(point, 2.4, 2.4)
