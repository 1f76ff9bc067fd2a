"""What is known about selling: roles, stages, objects, measures, structures, templates, documents, rules.

Facts (ids, orders, numbers, links) and texts (one folder per language) stand in ``resources/catalogue``. A text
missing in a language stands in English. ``catalogue.load`` reads them, ``matching.TitleMatcher`` finds the role
behind a job title.
"""
