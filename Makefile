# Everything sets itself up: only Python 3.11 or later and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test lint format case-apps-check case-apps bench clean

demo: $(STAMP)
	$(BIN)/permaudit demo

test: $(STAMP)
	$(BIN)/python -m pytest -n 2

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Rebuilds the case apps and compares their DEX bytes; says so and goes on where the toolchain cannot be had.
case-apps-check: $(STAMP)
	$(BIN)/python tests/apps/build --check

case-apps: $(STAMP)
	$(BIN)/python tests/apps/build

bench: $(STAMP)
	$(BIN)/python tests/bench/compare.py $(APKS)

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $(STAMP)

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis dist
