"""Doing what a remedy says, without a window."""

from salesorg_gui.domain.edits.edit import Edit, InChart, PlanEdit
from salesorg_gui.domain.plan import Plan


def applied(plan: Plan, edit: Edit) -> Plan:
    """The plan after an edit of it, or of its first chart."""
    return edit.revise(plan) if isinstance(edit, PlanEdit) else InChart(plan.first_chart.id, edit).revise(plan)
