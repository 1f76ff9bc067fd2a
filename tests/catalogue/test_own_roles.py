"""A plan may add roles and say things its own way."""

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.catalogue.roles import Purpose, code_from
from salesorg_gui.domain.ids import RoleId, StageId
from salesorg_gui.domain.plan import OwnRole

AE = RoleId("account_executive")
SCOUT = RoleId("scout")


def test_a_plan_without_own_roles_uses_the_catalogue_itself() -> None:
    assert load().with_plan_roles({}) is load()


def test_a_plan_says_something_else_about_a_role() -> None:
    own = OwnRole(AE, texts={"mission": ("Win the north.",), "boundaries": ("No renewals.",), "title": ("ignored",)})
    role = load().with_plan_roles({AE: own}).role(AE)
    assert (role.mission, role.boundaries) == ("Win the north.", ("No renewals.",))
    assert role.title == "Account Executive"
    assert role.stages == load().role(AE).stages


def test_a_plan_fills_what_the_catalogue_leaves_open() -> None:
    own = OwnRole(AE, texts={"results": ("2.4 M SEK a quarter",), "unknown": ("x",)})
    assert load().with_plan_roles({AE: own}).role(AE).texts("results") == ("2.4 M SEK a quarter",)


def test_a_plan_adds_a_role_of_its_own() -> None:
    own = OwnRole(SCOUT, "Market Scout", purpose="find", stages=(StageId("outbound_prospecting"),))
    catalogue = load().with_plan_roles({SCOUT: own})
    role = catalogue.role(SCOUT)
    assert (role.title, role.short_title, role.code, role.is_known) == ("Market Scout", "Market Scout", "MS", True)
    assert (role.purpose, role.stages) == (Purpose.FIND, ("outbound_prospecting",))
    assert list(catalogue.roles)[-1] == SCOUT
    assert SCOUT not in load().roles


def test_an_own_role_takes_over_what_it_is_based_on() -> None:
    own = OwnRole(SCOUT, "Field Closer", based_on=AE, purpose="magic")
    role = load().with_plan_roles({SCOUT: own}).role(SCOUT)
    pattern = load().role(AE)
    assert (role.id, role.variant_of, role.aliases) == (SCOUT, AE, ())
    assert (role.mission, role.purpose, role.kpis) == (pattern.mission, pattern.purpose, pattern.kpis)


def test_an_own_role_without_a_title_shows_its_id() -> None:
    lost = OwnRole(SCOUT, based_on=RoleId("gone"))
    assert load().with_plan_roles({SCOUT: lost}).role(SCOUT).title == "scout"


def based(id: str, on: str, title: str = "") -> OwnRole:
    return OwnRole(RoleId(id), title, based_on=RoleId(on))


def test_own_roles_may_be_based_on_own_roles_in_any_order() -> None:
    chain = [based("last", "mid"), based("mid", "first", "Mid"), based("first", AE), OwnRole(AE, "Closer")]
    for own in (chain, chain[::-1]):
        roles = load().with_plan_roles({role.id: role for role in own}).roles
        assert [roles[RoleId(id)].title for id in ("first", "mid", "last")] == ["Closer", "Mid", "Mid"]
        assert roles[RoleId("last")].stages == roles[AE].stages
        assert roles[RoleId("last")].variant_of == "mid"
        assert [id for id in roles if id not in load().roles] == [role.id for role in own if role.id != AE]


def test_own_roles_based_on_one_another_in_a_circle_have_no_base() -> None:
    circle = [based("a", "b"), based("b", "a"), based("c", "a", "See"), based("d", "d")]
    for own in (circle, circle[::-1]):
        roles = load().with_plan_roles({role.id: role for role in own}).roles
        assert [roles[RoleId(id)].variant_of for id in "abcd"] == [None, None, "a", None]


def test_a_blank_title_is_none() -> None:
    lost = OwnRole(SCOUT, " ")
    assert load().with_plan_roles({SCOUT: lost}).role(SCOUT).title == "scout"
    closer = OwnRole(SCOUT, " ", based_on=AE)
    assert load().with_plan_roles({SCOUT: closer}).role(SCOUT).title == "Account Executive"


def test_codes_are_made_from_names() -> None:
    assert [code_from(name) for name in ("Market Scout", "Scout", "a b c d e f", "", "---")] == [
        "MS",
        "SCO",
        "ABCD",
        "SEAT",
        "SEAT",
    ]
