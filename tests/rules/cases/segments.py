"""Cases of the rules about segments."""

from dataclasses import replace

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.records import Segment
from tests.rules.builders import chart, seat, segment
from tests.rules.cases.case import Case, case

ADA, BO = seat("ada", names=["Ada"]), seat("bo", names=["Bo"])


def band(id: str, lowest: float | None, below: float | None) -> Segment:
    """Customers of some sizes, served by Ada."""
    return replace(segment(id, "ada"), axis="customer_size", lowest=lowest, below=below)


def market(*segments: Segment) -> Chart:
    """Two closers and their segments."""
    return chart([ADA, BO], segments=segments)


def on(axis: str) -> Segment:
    """Something on an axis, served by Ada."""
    return replace(segment(f"on {axis}", "ada"), axis=axis)


def territories(first: float, second: float) -> Chart:
    """Two territories of one closer each, with this potential."""
    return market(replace(segment("n", "ada"), potential=first), replace(segment("s", "bo"), potential=second))


def regions(count: int) -> Chart:
    """So many regions for two closers."""
    return market(*(segment(f"g{number}", "ada") for number in range(count)))


CASES: tuple[Case, ...] = (
    case("segment-gap", market(segment("n")), market(segment("n", "ada")), is_fixable=True),
    case(
        "segment-overlap",
        market(segment("n", "ada", "bo")),
        market(replace(segment("n", "ada", "bo"), split="Odd postcodes are Ada's")),
    ),
    case(
        "segment-size-bands",
        market(band("small", 0, 50), band("large", 60, None)),
        market(band("small", 0, 50), band("large", 50, None)),
        is_fixable=True,
    ),
    case(
        "segment-duplicate",
        market(replace(segment("n", "ada"), value="Norway"), replace(segment("m", "ada"), value="nor way")),
        market(replace(segment("n", "ada"), value="Norway"), replace(segment("m", "ada"), value="North way")),
        is_fixable=True,
    ),
    case(
        "segment-too-many-axes",
        market(on("geography"), on("product"), on("vertical")),
        market(on("geography"), on("product")),
    ),
    case("segment-more-than-sellers", regions(7), regions(6)),
    case("segment-uneven", territories(31, 9), territories(30, 10)),
    case(
        "segment-growth-missing",
        chart([replace(ADA, headcount=6)]),
        chart([replace(ADA, headcount=5)]),
        answers={"regions": 2},
    ),
)
