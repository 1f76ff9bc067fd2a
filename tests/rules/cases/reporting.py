"""Cases of the reporting rules."""

from itertools import pairwise

from salesorg_gui.domain.chart import Chart
from tests.rules.builders import chart, pod, seat
from tests.rules.cases.case import Case, case

HEAD = seat("head", "head_of_sales", names=["Hanna"])
ADA, BO, CAI = (seat(name, names=[name.title()]) for name in ("ada", "bo", "cai"))
TEAM = (HEAD, ADA, BO, CAI)
VP = seat("vp", "vp_sales", names=["Vera"])
ASSISTANT = seat("asm", "assistant_sales_manager", names=["Asa"])


def led(count: int, leader: str = "head_of_sales", *, add: tuple[str, ...] = ()) -> Chart:
    """A leader below a boss, with some reports."""
    team = [seat(f"s{number}", names=[f"S{number}"]) for number in range(count)]
    return chart(
        [seat("boss", "vp_sales", names=["Vera"]), seat("head", leader, names=["Hanna"], add=add), *team],
        ["head > boss", *(f"{member.id} > head" for member in team)],
    )


def tower(height: int) -> Chart:
    """A chain with a seller at its foot."""
    names = [f"s{number}" for number in range(height)]
    seats = [seat(name, "head_of_sales", names=[name]) for name in names[:-1]] + [seat(names[-1], names=["Ada"])]
    return chart(seats, [f"{below} > {above}" for above, below in pairwise(names)])


def podded(*lines: str) -> Chart:
    """A pod of two below two leaders."""
    team = [seat("a", names=["Al"], pod="p"), seat("b", names=["Bo"], pod="p"), HEAD, VP]
    return chart(team, ["head > vp", *lines], pods=[pod("p", "North")])


def pair(report: str, manager: str) -> Chart:
    """One who reports to another."""
    return chart([seat("r", report, names=["Rut"]), seat("m", manager, names=["Max"])], ["r > m"])


def three(*lines: str) -> Chart:
    """A chief of revenue, a head of sales and a developer."""
    team = [seat("c", "chief_revenue_officer", names=["Carl"]), HEAD, seat("r", "sdr", names=["Rut"]), ADA]
    return chart(team, ["head > c", "ada > head", *lines])


def enablers(*lines: str) -> Chart:
    """A director of enablement with a specialist, and a VP."""
    team = [seat("d", "director_sales_enablement", names=["Dan"]), seat("s", "enablement_specialist", names=["Sue"])]
    return chart([*team, VP], ["s > d", *lines])


def bands(*lines: str) -> Chart:
    """Two island reps and two leaders."""
    team = [seat("a", "island_rep", names=["Al"]), seat("b", "island_rep", names=["Bo"])]
    return chart([*team, VP, HEAD], ["head > vp", *lines])


CASES: tuple[Case, ...] = (
    case(
        "report-no-root",
        chart(TEAM, ["head > ada", "ada > head", "bo > head", "cai > head"]),
        chart(TEAM, ["ada > head", "bo > head", "cai > head"]),
        is_fixable=True,
    ),
    case(
        "report-multiple-roots",
        chart([HEAD, VP, ADA, BO], ["ada > head", "bo > vp"]),
        chart([HEAD, VP, ADA, BO], ["ada > head", "bo > vp", "head > vp"]),
        is_fixable=True,
    ),
    case(
        "report-orphan-seat",
        chart([HEAD, ADA, BO], ["ada > head"]),
        chart([HEAD, ADA, BO], ["ada > head", "bo > head"]),
        is_fixable=True,
    ),
    case(
        "report-cycle",
        chart(TEAM, ["ada > head", "bo > ada", "cai > bo", "ada > cai"]),
        chart(TEAM, ["ada > head", "bo > ada", "cai > bo"]),
        is_fixable=True,
    ),
    case(
        "report-self-line",
        chart(TEAM, ["ada > head", "bo > head", "cai > head", "ada > ada"]),
        chart(TEAM, ["ada > head", "bo > head", "cai > head"]),
        is_fixable=True,
    ),
    case(
        "report-two-solid-managers",
        chart(TEAM, ["ada > head", "bo > head", "cai > head", "ada > bo"]),
        chart(TEAM, ["ada > head", "bo > head", "cai > head", "ada ~ bo"]),
        is_fixable=True,
    ),
    case(
        "report-root-not-leader",
        chart(TEAM, ["head > ada", "bo > ada", "cai > ada"]),
        chart(TEAM, ["ada > head", "bo > head", "cai > head"]),
        is_fixable=True,
    ),
    case("report-manager-missing", chart([ADA, BO]), chart([ADA]), is_fixable=True),
    case("report-span-too-wide", led(9), led(8), is_fixable=True),
    case("report-span-too-narrow", led(1), led(2), is_fixable=True),
    case("report-too-many-layers", tower(4), tower(3), is_fixable=True),
    case(
        "report-to-lower-rank",
        pair("account_executive", "sdr"),
        pair("sdr", "account_executive"),
        is_fixable=True,
    ),
    case(
        "report-atypical-manager",
        three("r > c"),
        three("r > head"),
        is_fixable=True,
    ),
    case(
        "report-assistant-misplaced",
        chart([HEAD, ASSISTANT, ADA, BO], ["asm > head", "ada > head", "bo > head"]),
        chart([HEAD, ASSISTANT, ADA, BO], ["asm > head", "ada > asm", "bo > head"]),
        is_fixable=True,
    ),
    case("report-assistant-needed", led(9), led(8), is_fixable=True),
    case(
        "report-pod-split-managers",
        podded("a > head", "b > vp"),
        podded("a > head", "b > head"),
        is_fixable=True,
    ),
    case(
        "report-dotted-duplicate",
        chart(TEAM, ["ada > head", "ada ~ head"]),
        chart(TEAM, ["ada > head", "ada ~ bo"]),
        is_fixable=True,
    ),
    case(
        "report-dotted-too-many",
        chart(TEAM, ["ada ~ head", "ada ~ bo", "ada ~ cai"]),
        chart(TEAM, ["ada ~ head", "ada ~ bo"]),
        is_fixable=True,
    ),
    case("report-leader-double-role", led(5, add=("closing",)), led(4, add=("closing",)), is_fixable=True),
    case(
        "report-enablement-order",
        pair("director_sales_enablement", "enablement_program_manager"),
        pair("enablement_program_manager", "director_sales_enablement"),
        is_fixable=True,
    ),
    case("report-enablement-no-sponsor", enablers(), enablers("d > vp"), is_fixable=True),
    case(
        "report-one-man-bands-no-vp",
        bands("a > vp", "b > head"),
        bands("a > head", "b > head"),
        is_fixable=True,
    ),
)
