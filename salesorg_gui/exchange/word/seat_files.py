"""The documents of seats as files to edit."""

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.documents.printing import NothingToPrint
from salesorg_gui.exchange.documents.seat_papers import Drawing, title_of, wanted, written
from salesorg_gui.exchange.word.word import Imprint, word_file
from salesorg_gui.i18n import _


def seat_files(what: str) -> Drawing:
    """What writes the documents of that name."""

    def drawn(plan: Plan, chart: Chart, catalogue: Catalogue, options: Options) -> bytes:
        if options.second_language:
            raise NothingToPrint(_("A file to edit speaks one language. Leave the second one out, or print a PDF."))
        seats = wanted(what, chart, options)
        papers = [paper for own in written(what, plan, chart, catalogue, options, seats) for paper in own]
        title = title_of(what)
        imprint = Imprint(plan.title or title, title, catalogue.language, options.page, options.today)
        return word_file(papers, imprint)

    return drawn
