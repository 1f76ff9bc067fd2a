"""Everything a user can do, one small value per intention.

Each edit carries a label the user reads in the undo menu and a pure ``apply``. It refuses with a sentence, returns the
same chart when nothing changes, and includes its consequences: nothing is left for observers to repair.
"""
