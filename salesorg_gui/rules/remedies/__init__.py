"""Ways to settle a finding: ready-made edits with a short label, reckoned for one finding when somebody asks.

A finding whose answer is a decision has none; its text says what to decide.
"""
