"""Small companies on the board, as tests write them down."""

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, LineId, PodId, RoleId, SeatId, SegmentId
from salesorg_gui.domain.records import Line, Pod, Record, Seat, Segment
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout


def seats(*names: str, role: str = "account_executive", pod: str | None = None) -> list[Record]:
    return [Seat(SeatId(name), RoleId(role), pod=PodId(pod) if pod else None, order=n) for n, name in enumerate(names)]


def line(report: str, manager: str, order: float = 0.0) -> Line:
    return Line(LineId(f"{report}-{manager}"), SeatId(report), SeatId(manager), order=order)


def pod(name: str, segment: str | None = None, order: float = 0.0, lead: str | None = None) -> Pod:
    frame = (SegmentId(segment),) if segment else ()
    return Pod(PodId(name), name, frame, SeatId(lead) if lead else None, order=order)


def chart_of(*records: Record | list[Record]) -> Chart:
    flat = [one for group in records for one in (group if isinstance(group, list) else [group])]
    return Chart().with_records(flat)


def two_regions() -> Chart:
    """The company of the picture: a VP over two heads over a segment each, with staff at the side."""
    return chart_of(
        seats("vp", "jonas", "kari", "ops", "expert"),
        Segment(SegmentId("se"), order=1),
        Segment(SegmentId("no"), order=2),
        pod("stockholm", "se", 1),
        pod("goteborg", "se", 2),
        pod("oslo", "no"),
        seats("a", "b", "c", "d", pod="stockholm"),
        seats("e", "f", "g", "h", pod="goteborg"),
        seats("i", "j", "k", "l", pod="oslo"),
        *(line(name, "jonas") for name in "abcdefgh"),
        *(line(name, "kari") for name in "ijkl"),
        *(line(name, "vp", n) for n, name in enumerate(("jonas", "kari", "ops", "expert"))),
        seats("freja"),
    )


def rect(layout: Layout, name: str) -> Rect:
    return next(found for kind in Kind if (found := layout.rect(Key(kind, name))))
