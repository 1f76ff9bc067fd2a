"""Lists of people or positions, as CSV or Excel files, turned into a plan.

``reading.read_table`` finds separator, encoding, sheet and header row; ``mapping.suggest_mapping`` says which column
holds what; ``importing.import_table`` makes the plan and a report of problems by row and column.
"""
