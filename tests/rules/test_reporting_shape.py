"""One top, no circle, one manager each."""

from tests.rules.builders import chart, found, one, organisation, seat

HEAD = seat("head", "head_of_sales", names=["Hanna"])
ADA = seat("ada", names=["Ada"])
BO = seat("bo", names=["Bo"])
CAI = seat("cai", names=["Cai"])
TEAM = (HEAD, ADA, BO, CAI)


def test_a_circle_of_everybody_has_no_top() -> None:
    finding = one("report-no-root", chart(TEAM[1:], ["ada > bo", "bo > ada", "cai > ada"]))
    assert finding.seats == ("ada", "bo")
    assert finding.title == "Nobody is at the top"


def test_a_seat_that_reports_to_itself_is_no_top() -> None:
    assert one("report-no-root", chart([ADA, BO], ["ada > ada", "bo > ada"])).seats == ("ada",)


def test_a_single_manager_is_a_top() -> None:
    assert not found("report-no-root", chart(TEAM, ["ada > head", "bo > cai", "cai > bo"]))


def test_neighbours_alone_need_no_top() -> None:
    assert not found("report-no-root", chart([seat("m", "marketing")]))


def test_two_leaders_without_a_manager_are_several_tops() -> None:
    drawn = chart([*TEAM, seat("dot")], ["ada > head", "bo > head", "dot > cai"])
    finding = one("report-multiple-roots", drawn)
    assert finding.seats == ("head", "cai")
    assert finding.message == "2 leaders have no manager: Hanna, Cai. The team has no common top."
    assert finding.fix == "Let Cai report to Hanna or add a common leader."


def test_the_main_top_has_most_below_it_also_where_branches_meet() -> None:
    seats = [seat(name) for name in "abcdefg"]
    lines = ["c > a", "d > b", "e > d", "e > c", "f > e", "g > b", "b > b"]
    assert one("report-multiple-roots", chart(seats, [*lines[:-1]])).seats == ("b", "a")


def test_a_top_and_a_lonely_seat_are_not_several_tops() -> None:
    assert not found("report-multiple-roots", chart([HEAD, ADA, BO], ["ada > head"]))


def test_a_missing_manager_makes_a_further_top_and_shows_the_line() -> None:
    finding = one("report-multiple-roots", chart([*TEAM], ["ada > head", "bo > cai", "cai > ghost"]))
    assert finding.lines == ("l cai > ghost",)


def test_an_orphan_is_told_whom_its_role_usually_reports_to() -> None:
    finding = one("report-orphan-seat", chart([HEAD, ADA, BO], ["ada > head"]))
    assert (finding.seats, finding.message) == (("bo",), "Bo reports to nobody.")
    assert finding.fix == "Draw a line to a leader: Hanna."


def test_without_a_usual_manager_the_top_is_suggested() -> None:
    finding = one("report-orphan-seat", chart([ADA, BO, CAI], ["ada > bo"]))
    assert finding.fix == "Draw a line to a leader: Bo."


def test_without_any_leader_roles_are_suggested() -> None:
    lonely = found("report-orphan-seat", chart([ADA, seat("x", "founder_hunter")]))
    assert [finding.fix for finding in lonely] == [
        "Draw a line to a leader: Head of Sales, Assistant Sales Manager, Pod lead, VP of Sales.",
        "Draw a line to a leader: whoever leads the team.",
    ]


def test_a_lonely_seat_in_a_chart_of_one_is_no_orphan() -> None:
    assert not found("report-orphan-seat", chart([ADA]))


def test_a_neighbour_is_an_orphan_only_with_a_line() -> None:
    assert not found("report-orphan-seat", chart([HEAD, ADA, seat("m", "marketing")], ["ada > head"]))
    assert not found("report-orphan-seat", chart([HEAD, ADA, seat("m", "marketing")], ["ada > head", "m ~ head"]))


def test_a_seat_whose_manager_is_missing_is_an_orphan_with_its_line() -> None:
    finding = one("report-orphan-seat", chart([HEAD, ADA, BO], ["ada > head", "bo > ghost"]))
    assert (finding.seats, finding.lines) == (("bo",), ("l bo > ghost",))


def test_every_seat_of_a_circle_is_listed_and_its_lines() -> None:
    drawn = chart(TEAM, ["ada > bo", "bo > cai", "cai > ada", "cai > head", "bo > ada"])
    finding = one("report-cycle", drawn)
    assert set(finding.seats) == {"ada", "bo", "cai"}
    assert finding.message == "Reporting lines form a circle: Ada → Bo → Ada."
    assert set(finding.lines) == {"l ada > bo", "l bo > cai", "l cai > ada", "l bo > ada"}


def test_two_circles_are_two_findings() -> None:
    drawn = chart([*TEAM, seat("dot")], ["ada > bo", "bo > ada", "cai > dot", "dot > cai"])
    assert [finding.seats for finding in found("report-cycle", drawn)] == [("ada", "bo"), ("cai", "dot")]


def test_the_path_of_a_long_circle_is_cut_but_every_seat_listed() -> None:
    ids = [f"s{number:03}" for number in range(50)]
    lines = [f"{ids[number]} > {ids[number - 1]}" for number in range(50)]
    finding = one("report-cycle", chart([seat(id, title=id) for id in ids], lines))
    assert finding.seats == tuple(ids)
    assert finding.message.count("→") == 11
    assert "…" in finding.message


def test_a_tree_and_a_self_line_are_no_circle() -> None:
    assert not found("report-cycle", chart(TEAM, ["ada > head", "bo > head", "cai > bo", "head > head"]))


def test_a_line_to_itself_is_found() -> None:
    finding = one("report-self-line", chart(TEAM, ["ada > ada", "bo > head"]))
    assert (finding.seats, finding.lines, finding.message) == (("ada",), ("l ada > ada",), "Ada reports to itself.")


def test_a_line_to_another_is_no_self_line() -> None:
    assert not found("report-self-line", chart(TEAM, ["ada > head"]))


def test_two_solid_managers_are_one_too_many() -> None:
    finding = one("report-two-solid-managers", chart(TEAM, ["ada > head", "ada > bo"]))
    assert finding.message == "Ada has 2 managers: Bo, Hanna."
    assert finding.seats == ("ada", "bo", "head")
    assert finding.lines == ("l ada > bo", "l ada > head")


def test_a_dotted_second_manager_is_fine() -> None:
    assert not found("report-two-solid-managers", chart(TEAM, ["ada > head", "ada ~ bo"]))


def test_a_dotted_line_beside_a_solid_one_repeats_it_in_either_direction() -> None:
    for dotted in ("ada ~ head", "head ~ ada"):
        finding = one("report-dotted-duplicate", chart(TEAM, ["ada > head", dotted]))
        assert finding.lines == (f"l {dotted}",)
        assert set(finding.seats) == {"ada", "head"}


def test_a_dotted_line_elsewhere_is_fine() -> None:
    assert not found("report-dotted-duplicate", chart(TEAM, ["ada > head", "ada ~ bo"]))


def test_a_doubled_self_line_names_its_seat_once() -> None:
    assert one("report-dotted-duplicate", chart([ADA], ["ada > ada", "ada ~ ada"])).seats == ("ada",)


def test_three_dotted_managers_are_too_many_and_two_are_not() -> None:
    drawn = chart(TEAM, ["ada ~ head", "ada ~ bo", "ada ~ cai"])
    finding = one("report-dotted-too-many", drawn)
    assert finding.message == "Ada answers to 3 further people."
    assert finding.fix == "Keep at most 2 dotted lines."
    assert len(finding.lines) == 3
    assert not found("report-dotted-too-many", chart(TEAM, ["ada ~ head", "ada ~ bo"]))
    assert not found("report-dotted-too-many", drawn, limits={"report-dotted-too-many": {"dotted_max": 3}})
    assert one("report-dotted-too-many", drawn, limits={"report-dotted-too-many": {"dotted_max": 1}}).fix == (
        "Keep at most 1 dotted line."
    )


def test_a_dotted_line_to_a_missing_seat_counts_for_nothing() -> None:
    assert organisation(chart(TEAM, ["ada ~ ghost"])).graphs.dotted.number_of_edges() == 0
