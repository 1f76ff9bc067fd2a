"""A few letters of any name, in any of the languages, find the role; the best match comes first."""

import pytest

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.catalogue.role_names import Nearness, RoleNames, folded, guessed, is_one_title
from salesorg_gui.domain.ids import RoleId
from salesorg_gui.domain.plan import OwnRole

NAMES = RoleNames(load("en"))


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("ae", "account_executive"),
        ("SDR", "sdr"),
        ("csm", "customer_success_manager"),
        ("kam", "key_account_manager"),
        ("säljchef", "head_of_sales"),
        ("saljchef", "head_of_sales"),
        ("kundansvarig", "account_manager"),
        ("accountmanager", "account_manager"),
        ("kundeansv", "account_manager"),
        ("verkoopleider", "head_of_sales"),
        ("sælger", "account_executive"),
        ("selger", "account_executive"),
        ("podlead", "pod_lead"),
        ("manager key", "key_account_manager"),
        ("acount executive", "account_executive"),
        ("acocunt executive", "account_executive"),
        ("accountt executive", "account_executive"),
    ],
)
def test_a_role_is_found_in_every_language_and_by_its_abbreviation(typed: str, role: str) -> None:
    assert NAMES.find(typed)[0].role == role


@pytest.mark.parametrize("language", ["en", "sv", "da", "nb", "nl"])
def test_every_title_finds_its_own_role_in_every_window(language: str) -> None:
    catalogue = load(language)
    names = RoleNames(catalogue)
    for role in catalogue.roles.values():
        if role.id != "other":
            assert names.find(role.title, limit=1)[0].role == role.id


def test_nothing_is_found_for_nothing_and_for_nonsense() -> None:
    assert NAMES.find("") == ()
    assert NAMES.find(" - ") == ()
    assert NAMES.find("zzzz") == ()
    assert NAMES.find("account zzzzzz") == ()
    assert NAMES.find("zaccount executivf") == ()


def test_whole_names_come_before_beginnings_and_those_before_parts() -> None:
    found = NAMES.find("säljchef")
    assert [one.nearness for one in found] == sorted(one.nearness for one in found)
    assert found[0].nearness is Nearness.WHOLE
    assert found[-1].nearness is Nearness.INSIDE
    assert not found[-1].is_sure


def test_among_equals_the_favoured_role_comes_first() -> None:
    assert NAMES.find("s")[0].role != "sales_operations"
    assert NAMES.find("s", [RoleId("sales_operations")])[0].role == "sales_operations"


def test_a_favoured_role_does_not_come_first_for_an_unusual_name_of_another_language() -> None:
    assert NAMES.find("kund", [RoleId("inbound_sdr")])[0].role == "account_manager"


def test_every_role_is_offered_once_and_no_more_than_asked_for() -> None:
    found = NAMES.find("sales", limit=5)
    assert len({one.role for one in found}) == len(found) == 5


def test_only_a_whole_name_names_a_role_for_certain() -> None:
    assert NAMES.whole("AE") == "account_executive"
    assert NAMES.whole("account exec") != "head_of_sales"
    assert NAMES.whole("acc") is None
    assert NAMES.whole("zzz") is None


def test_a_plans_own_role_is_found_and_a_catalogue_role_under_its_new_name() -> None:
    own = {
        RoleId("greeter"): OwnRole(RoleId("greeter"), "Doorman"),
        RoleId("sdr"): OwnRole(RoleId("sdr"), "Bell ringer"),
    }
    names = RoleNames(load("en").with_plan_roles(own))
    assert names.find("doorm")[0].role == "greeter"
    assert names.find("bell")[0].role == "sdr"
    assert names.find("sdr")[0].role == "sdr"


def test_accents_capitals_and_signs_do_not_matter() -> None:
    assert folded("  Fält-Säljchef (B2B) ") == "falt saljchef b2b"


def test_free_text_gets_the_nearest_role_or_the_neutral_one() -> None:
    assert guessed("Head of Sales Nordics") == "head_of_sales"
    assert guessed("Growth wizard") == "other"


def test_a_comma_may_belong_to_the_title() -> None:
    assert is_one_title("VP, Sales")
    assert is_one_title("Head of Sales, Nordics")
    assert not is_one_title("AE, Sara Lind")
