"""The page of rules: a list of all of them by group, and one rule with everything that can be changed about it."""
