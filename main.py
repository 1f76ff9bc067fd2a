"""Start Salesorg from a checkout: ``python main.py [FILE]``."""

import sys

from salesorg_gui.runtime import refuse_unsuitable_interpreter

if __name__ == "__main__":
    refuse_unsuitable_interpreter()
    from salesorg_gui.__main__ import main

    sys.exit(main())
