"""Job titles of real companies find their roles; other jobs find none."""

import pytest

from salesorg_gui.catalogue.matching import (
    EXACT,
    PARTIAL,
    REORDERED,
    TRIMMED,
    Match,
    TitleMatcher,
    known_names,
    match_title,
    title_matcher,
    without_accents,
)
from salesorg_gui.catalogue.reading import LANGUAGES
from salesorg_gui.domain.ids import RoleId

TITLES = {
    "account_executive": [
        "Account Executive",
        "AE",
        "Sr. Account Exec",
        "Account Executive II",
        "Enterprise Account Executive - Sales",
        "Account Executive (Mid-Market, Territory), EMEA Central",
        "Sales Representative",
        "Sales Rep",
        "EMEA, Account Executive",
        "Industrial Pump Sales Representative",
        "Säljare",
        "Senior säljare",
        "Säljare, Stockholm",
        "Medicinteknisk säljare",
        "Exportsäljare",
        "saljare",
        "Selger",
        "Senior selger - Oslo",
        "Salgskonsulent",
        "Sælger",
        "Kørende sælger",
        "Saelger",
        "Salgsrepræsentant",
        "Verkoper",
        "Vertegenwoordiger",
        "Sales - Account Executive",
    ],
    "sdr": [
        "SDR",
        "Sales Development Representative (EMEA)",
        "Sales Dev Rep",
        "Senior Sales Development Representative",
    ],
    "inbound_sdr": ["Inbound SDR", "Inside Sales Representative", "Innesäljare", "Inneselger", "Verkoper binnendienst"],
    "outbound_sdr": ["BDR", "Business Development Representative", "Kanvassælger", "Telefonsäljare", "Acquisiteur"],
    "sales_specialist": [
        "Sales Engineer",
        "Solutions Engineer",
        "Senior Solutions Architect, EMEA",
        "Pre-Sales Engineer",
    ],
    "account_manager": ["Account Manager", "Kundansvarig", "Kundeansvarlig", "Accountmanager Zuid", "Relatiebeheerder"],
    "key_account_manager": [
        "KAM",
        "Key Account Manager",
        "Key Account Manager Dagligvara",
        "Nøkkelkundeansvarlig (KAM)",
    ],
    "customer_success_manager": ["CSM", "Customer Success Manager, Growth (SMB Americas)", "Kundesuksessansvarlig"],
    "head_of_sales": [
        "Head of Sales",
        "Sales Manager",
        "Regional Sales Manager",
        "Manager, Sales",
        "Salesmanager",
        "Sales Manager (APAC)",
        "Regional Director of Sales, East",
        "Försäljningschef",
        "Säljchef",
        "Regional försäljningschef",
        "Forsaljningschef",
        "Salgssjef",
        "Salgs- og markedssjef",
        "Salgschef, Jylland",
        "Verkoopleider",
        "Hoofd verkoop",
    ],
    "vp_sales": [
        "VP of Sales",
        "Vice President, Sales",
        "Sales Vice President",
        "VP, Sales",
        "SVP Global Sales",
        "Sales Director",
        "Director of Sales",
        "Försäljningsdirektör",
        "Salgsdirektør",
        "Commercieel directeur",
    ],
    "pod_lead": ["Team Lead", "Manager, Sales Development", "Sales Supervisor", "Teamledare försäljning", "Teamleider"],
    "sales_operations": [
        "RevOps",
        "Revenue Operations Manager",
        "Director, Sales Strategy & Operations",
        "Säljkoordinator",
    ],
    "executive": [
        "CEO",
        "CEO, co-founder, Board of Directors",
        "VD",
        "Vd & koncernchef",
        "Adm. direktør",
        "Daglig leder",
    ],
    "marketing": ["Marketing Manager", "Markedssjef", "Marknadschef", "Director, Demand Generation"],
    "business_development_manager": ["Business Development Manager", "Affärsutvecklare", "Alliances Partner Manager"],
    "enablement_program_manager": ["Sales Enablement Lead", "Senior Program Manager, Field Enablement"],
    "service_support": ["Kundtjänstmedarbetare", "Support Engineer", "Klantenservice"],
    "product_marketing_lead": ["Senior Product Marketing Manager"],
}

STRANGERS = [
    "Software Engineer",
    "Software Engineer, Sales Tools",
    "Product Manager",
    "Sales Recruiter",
    "Head of Finance",
    "Accountant",
    "Chief Financial Officer",
    "Assistant to the Head of Sales",
    "Executive Assistant, Sales",
    "CEO Assistant",
    "Mjukvaruutvecklare",
    "Chief of Staff to CEO, Sales Ops & Strategy",
    "CTO, co-founder",
    "Co-founder, CTO",
    "VP, Head of Product",
    "Accounts Manager",
    "Executive Business Partner, Sales and Technical Success",
    "FP&A Manager, GTM",
    "Sales Representative Supervisor",
    "Ekonomichef",
    "Regnskabschef",
    "Boekhouder",
    "Direktør, Finans",
    "Återförsäljare",
    "Tech Ops Support Specialist",
    "Senior Software Engineer in Test, Enablement:Geo",
    "Manager",
    "Lead",
    "Human Resources Manager",
    "",
    "   ",
    "---",
    "(EMEA)",
    "🙂",
    "EMEA, Nordics",
]


@pytest.mark.parametrize(("role", "title"), [(role, title) for role, titles in TITLES.items() for title in titles])
def test_a_title_finds_its_role(role: str, title: str) -> None:
    assert match_title(title) == role


@pytest.mark.parametrize("title", STRANGERS)
def test_other_jobs_find_no_role(title: str) -> None:
    assert match_title(title) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_a_role_leads_back_to_it(language: str) -> None:
    matcher = title_matcher()
    wrong = [(role, name) for role, name in known_names(language) if not lands(matcher, name, role)]
    assert wrong == []


def lands(matcher: TitleMatcher, name: str, role: RoleId) -> bool:
    found = matcher.match(name)
    return found is not None and found.role == role


def test_no_name_belongs_to_two_roles() -> None:
    assert title_matcher().ambiguous == {}


def test_a_name_two_roles_claim_stays_with_the_first_and_is_told() -> None:
    scout, guide = RoleId("scout"), RoleId("guide")
    matcher = TitleMatcher([(scout, "Path Finder"), (guide, "Finder of Path")])
    assert matcher.match("path finder") == Match(scout, EXACT)
    assert matcher.ambiguous == {"finder path": {scout, guide}}


def test_a_match_tells_how_sure_it_is() -> None:
    titles = ["VP of Sales", "Sales VP of", "Senior Account Executive", "Solar Sales Consultant"]
    assert [title_matcher().match(title) for title in titles] == [
        Match(RoleId("vp_sales"), EXACT),
        Match(RoleId("vp_sales"), EXACT),
        Match(RoleId("account_executive"), TRIMMED),
        Match(RoleId("account_executive"), PARTIAL),
    ]
    assert title_matcher().match("Manager, Channel Sales") == Match(RoleId("business_development_manager"), REORDERED)


def test_a_very_long_title_is_no_trouble() -> None:
    assert match_title("Account Executive " + "(" * 5000 + ", " * 5000) == "account_executive"


def test_accents_may_be_missing() -> None:
    assert without_accents("försäljningschef") == "forsaljningschef"
    assert without_accents("sælgerø") == "saelgero"
    assert match_title("Nokkelkundeansvarlig") == "key_account_manager"
