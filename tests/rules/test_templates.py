"""Every template is sound: no error, and each warning and hint it shows is listed with its reason."""

from collections import Counter
from collections.abc import Iterator

import pytest

from salesorg_gui.catalogue.planting import plan_from_template
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.finding import Finding, Severity
from tests.rules.builders import ENGLISH
from tests.rules.template_findings import NOTHING, ROWS, Row

type Told = tuple[str, Severity, str]


def findings_of(template: str) -> tuple[Finding, ...]:
    plan = plan_from_template(template, ENGLISH)
    return examine(plan, plan.first_chart, ENGLISH).found


def told(finding: Finding) -> Told:
    return finding.rule, finding.severity, " ".join(finding.subjects) or NOTHING


def listed(template: str) -> Iterator[Told]:
    for row in ROWS:
        for finding in row.places.get(template, "").split(" | "):
            if finding:
                yield row.rule, row.severity, " ".join(sorted(finding.split()))


@pytest.mark.parametrize("template", ENGLISH.templates)
def test_a_template_has_no_error(template: str) -> None:
    assert [finding.message for finding in findings_of(template) if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("template", ENGLISH.templates)
def test_every_finding_of_a_template_is_listed_and_every_listed_one_occurs(template: str) -> None:
    found, expected = Counter(map(told, findings_of(template))), Counter(listed(template))
    assert (sorted((found - expected).elements()), sorted((expected - found).elements())) == ([], [])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.rule)
def test_a_row_says_where_and_why(row: Row) -> None:
    assert row.rule in ENGLISH.rules
    assert row.severity is not Severity.ERROR
    assert row.places.keys() <= ENGLISH.templates.keys()
    assert row.places
    assert row.why.endswith(".")
