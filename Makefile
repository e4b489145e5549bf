# Everything sets itself up: only Python 3.11 or later and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Installed for running, and installed for working on permaudit.
RUN := $(VENV)/.run
WORK := $(VENV)/.work
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test lint format case-apps-check case-apps score bench dist clean

demo: $(RUN)
	$(BIN)/permaudit demo

test: $(WORK)
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 8

# tests/apps/build is a program of its own and imports itself from the top of the tree, so it is checked by itself.
lint: $(WORK)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --config-file= --strict --explicit-package-bases tests/apps/build
	$(BIN)/lint-imports
	$(BIN)/permaudit rules lint
	$(BIN)/permaudit rules test

format: $(WORK)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Rebuilds the case apps and compares their DEX bytes; says so and goes on where the toolchain cannot be had.
case-apps-check: $(WORK)
	$(BIN)/python tests/apps/build --check

case-apps: $(WORK)
	$(BIN)/python tests/apps/build

# Counts over all case apps which ways of the data are found, missed and made up; writes the table into README.md.
score: $(WORK)
	$(BIN)/python tests/cases/score.py --write

bench: $(WORK)
	$(BIN)/python tests/bench/compare.py $(APKS)

# The files that would be published.
dist: $(WORK)
	rm -rf dist
	$(BIN)/python -m hatchling build

$(RUN): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "permaudit needs Python 3.11 or later; name one with: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	touch $@

$(WORK): $(RUN)
	$(PIP) --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache dist
