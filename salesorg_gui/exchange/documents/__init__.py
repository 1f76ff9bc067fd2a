"""Printed matter: role cards, role descriptions, hiring checklists and the chart, as PDF."""
