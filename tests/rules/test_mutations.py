"""Real tables gone wrong at random: no rule falls over, and what they find does not depend on file or order.

``SALESORG_MUTATIONS=500`` tries as many; ``SALESORG_MUTATION_SEED`` tries one again.
"""

import os
from random import Random

import pytest

from salesorg_gui.domain.plan import Plan
from salesorg_gui.exchange.tables.table import TableRefused
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.finding import Findings
from salesorg_gui.storage.text import dumps, loads
from tests.rules.mutations import ENGLISH, TABLES, imported, shuffled, worked_on

pytestmark = pytest.mark.skipif(not TABLES, reason="the real tables are not here")

MANY = int(os.environ.get("SALESORG_MUTATIONS", "40"))
ONE = os.environ.get("SALESORG_MUTATION_SEED")
SEEDS = (int(ONE),) if ONE else tuple(range(MANY))
PORTION = 10


def found(plan: Plan) -> dict[str, Findings]:
    return {str(id): examine(plan, chart, ENGLISH.with_plan_roles(plan.roles)) for id, chart in plan.charts.items()}


def tell(seed: int) -> Plan | None:
    """One table gone wrong and what became of it; nothing where the table could not be read at all."""
    chance = Random(seed)
    path = TABLES[seed % len(TABLES)]
    try:
        return worked_on(imported(path, chance), chance)
    except TableRefused:
        return None


@pytest.mark.slow
@pytest.mark.parametrize("seeds", [SEEDS[n : n + PORTION] for n in range(0, len(SEEDS), PORTION)], ids=lambda s: s[0])
def test_tables_gone_wrong_give_the_same_findings_however_they_came_about(seeds: tuple[int, ...]) -> None:
    for seed in seeds:
        plan = tell(seed)
        if plan is None:
            continue
        findings = found(plan)
        again = loads(dumps(plan)).plan
        assert found(again) == findings, f"seed {seed}: other findings after save and load"
        assert found(shuffled(plan, Random(seed))) == findings, f"seed {seed}: other findings in another order"


@pytest.mark.slow
def test_most_tables_gone_wrong_can_still_be_read() -> None:
    """Else the test above would look at nothing."""
    plans = [plan for plan in map(tell, range(40)) if plan is not None]
    assert len(plans) > 30
    rules = {finding.rule for plan in plans[:10] for findings in found(plan).values() for finding in findings}
    assert len(rules) > 25
