# Every target leaves the work to packaging/dev.py, which runs under any Python 3.8 or newer.
PYTHON ?= python3

.PHONY: run test lint bench clean

run test lint bench clean:
	@$(PYTHON) packaging/dev.py $@
