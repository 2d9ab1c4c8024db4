# Two commands on a fresh machine (Python 3.11, pip, make): `make run` and `make test`.
# The first call sets up .venv from the locked requirements; later calls need no network.

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PY := $(BIN)/python
PIP_INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes
# The first start is as quick as the later ones, also where Python may not write its cache.
COMPILE := $(PY) -m compileall -q protocol_tui

.PHONY: run test lint types check acceptance benchmarks lock clean

run: $(VENV)/.run
	@$(PY) -m protocol_tui

test: $(VENV)/.test lint types
	$(PY) -m pytest -n 2 --dist worksteal

lint: $(VENV)/.test
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(BIN)/lint-imports --no-cache

types: $(VENV)/.test
	$(PY) -m mypy --platform linux
	$(PY) -m mypy --platform win32
	$(PY) -m mypy --platform darwin

# Needs LibreOffice (soffice) and poppler's pdftotext; says so when one is missing.
acceptance: $(VENV)/.test
	$(PY) -m pytest acceptance

benchmarks: $(VENV)/.test
	$(PY) -m benchmarks

# Renews the locked requirements; needs uv (pip install uv).
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --quiet --no-header pyproject.toml -o requirements/run.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --quiet --no-header --extra dev -c requirements/run.txt pyproject.toml -o requirements/test.txt

$(VENV)/.venv-made:
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: requirements/run.txt | $(VENV)/.venv-made
	$(PIP_INSTALL) -r requirements/run.txt
	$(COMPILE)
	@touch $@

$(VENV)/.test: requirements/test.txt tests/store/tinydb-suite.txt pyproject.toml | $(VENV)/.venv-made
	$(PIP_INSTALL) -r requirements/test.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(PY) -m pip download --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-binary tinydb --require-hashes -r tests/store/tinydb-suite.txt -d $(VENV)
	$(COMPILE)
	@touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
