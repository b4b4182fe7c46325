"""Rules on the blocks themselves: how many, in the country, side by side, in how many plots (articles 19, 187, 188)."""

from collections.abc import Iterable

from ..blocks import Block, components
from ..findings import Finding, State
from .case import Case
from .rule import Rule
from .words import Worded, say, worded


class BlockCount(Rule):
    """At least one block, at most so many as the pack says; partial ones count in full."""

    id = "block_count"
    article = "187(2)"
    title = worded("Number of blocks", "Количество блоков", "Блоктар саны")

    def findings(self, case: Case) -> Iterable[Finding]:
        """A conflict where there are too many."""
        limit = case.pack.figure("limits", "blocks_in_application")
        if len(case.blocks) > limit.value:
            text = worded(
                "{blocks} blocks; an application may name at most {limit}.",
                "Блоков: {blocks}; в заявлении допускается не более {limit}.",
                "Блоктар: {blocks}; өтініште ең көбі {limit} блок болуы мүмкін.",
            )
            message = say(text, blocks=len(case.blocks), limit=limit.value)
            yield self.finding(State.CONFLICT, case.blocks, message, article=limit.article)

    def all_clear(self, case: Case, blocks: list[Block]) -> Worded:
        """How many there are of how many allowed."""
        text = worded(
            "Blocks: {blocks} of at most {limit}.",
            "Блоков: {blocks}, допускается не более {limit}.",
            "Блоктар: {blocks}, ең көбі {limit}.",
        )
        return say(text, blocks=len(blocks), limit=case.pack.figure("limits", "blocks_in_application").value)


class InCountry(Rule):
    """The block lies within the latitudes and longitudes of the grid; the border of the country is not known here."""

    id = "in_country"
    article = "19"
    title = worded("Within the grid of blocks", "В пределах сетки блоков", "Блоктар торының шегінде")
    refuses = True

    def findings(self, case: Case) -> Iterable[Finding]:
        """A conflict for blocks that no code can name."""
        extent = case.pack.figure("numbering", "extent")
        west, south, east, north = (side * 60 for side in extent.value)
        outside = [
            block
            for block in case.blocks
            if block.lon + 1 <= west or block.lon >= east or block.lat + 1 <= south or block.lat >= north
        ]
        if outside:
            text = worded(
                "Outside Kazakhstan's extent; blocks: {blocks}.",
                "Вне широт и долгот Казахстана; блоков: {blocks}.",
                "Қазақстанның ендіктері мен бойлықтарынан тыс; блоктар: {blocks}.",
            )
            yield self.finding(State.CONFLICT, outside, say(text, blocks=len(outside)))

    def all_clear(self, case: Case, blocks: list[Block]) -> Worded:
        """They lie in the grid."""
        text = worded(
            "Within the latitudes and longitudes of the grid; the state border itself is not checked: {blocks}.",
            "В пределах широт и долгот сетки; сама государственная граница не проверяется, блоков: {blocks}.",
            "Тордың ендіктері мен бойлықтары шегінде; мемлекеттік шекараның өзі тексерілмейді, блоктар: {blocks}.",
        )
        return say(text, blocks=len(blocks))


class SharedSide(Rule):
    """In a territory of two or more blocks each shares a side with another; a corner is not enough."""

    id = "shared_side"
    article = "19"
    title = worded("Shared sides", "Общие стороны", "Ортақ қабырғалар")

    def findings(self, case: Case) -> Iterable[Finding]:
        """A conflict for isolated blocks."""
        plots = components(case.blocks)
        isolated = [block for plot in plots if len(plot) == 1 for block in plot] if len(plots) > 1 else []
        if isolated:
            text = worded(
                "No side shared with another block of the application; blocks: {blocks}.",
                "Нет общей стороны с другим блоком заявления; блоков: {blocks}.",
                "Өтініштің басқа блогымен ортақ қабырғасы жоқ; блоктар: {blocks}.",
            )
            yield self.finding(State.CONFLICT, isolated, say(text, blocks=len(isolated)))

    def all_clear(self, case: Case, blocks: list[Block]) -> Worded:
        """Each shares a side."""
        text = worded(
            "Each shares a side with another, or is the only one: {blocks}.",
            "Каждый имеет общую сторону с другим или он единственный: {blocks}.",
            "Әрқайсысының басқамен ортақ қабырғасы бар немесе ол жалғыз: {blocks}.",
        )
        return say(text, blocks=len(blocks))


class SeparatePlots(Rule):
    """Plots that share no side become licences of their own."""

    id = "separate_plots"
    article = "188(4)"
    title = worded("One plot", "Один участок", "Бір учаске")

    def findings(self, case: Case) -> Iterable[Finding]:
        """A conflict where the blocks make more than one plot."""
        plots = components(case.blocks)
        if len(plots) > 1:
            text = worded(
                "The blocks make {plots} separate plots: each becomes a licence of its own, with its own minimum "
                "expenditure.",
                "Блоки образуют отдельных участков: {plots}; на каждый выдаётся своя лицензия со своими минимальными "
                "расходами.",
                "Блоктар бөлек учаскелерді құрайды: {plots}; әрқайсысына жеке лицензия беріледі, ең төменгі шығыстары "
                "да жеке.",
            )
            yield self.finding(State.CONFLICT, case.blocks, say(text, plots=len(plots)))

    def all_clear(self, case: Case, blocks: list[Block]) -> Worded:
        """They are one plot."""
        text = worded(
            "The blocks make one plot: {blocks}.",
            "Блоки образуют один участок: {blocks}.",
            "Блоктар бір учаске құрайды: {blocks}.",
        )
        return say(text, blocks=len(blocks))
