# Two commands: `make run` serves the site with its demo, `make test` runs every test. README.md has the plain ones.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest --numprocesses=auto

.PHONY: run test format lock clean python venv test-venv

run: venv
	@export DATELINE_SITE_URL="$${DATELINE_SITE_URL:-http://127.0.0.1:$(PORT)}"; \
	$(BIN)/python manage.py setup_site && exec $(BIN)/python manage.py serve --port $(PORT)

# Everything, on SQLite and then on PostgreSQL; each run ends with pytest's count.
test: test-venv
	env -u DATABASE_URL $(PYTEST)
	$(PYTEST) -p incidents.tests.postgres

format: test-venv
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format .

# Pin what the .in files ask for, with hashes, for Python 3.11 and later on every system. UPGRADE=--upgrade renews all.
lock: python
	$(PYTHON) -m venv var/lock
	var/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	@for name in requirements requirements-scale requirements-test; do \
		var/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-header $(UPGRADE) $$name.in -o $$name.txt || exit 1; \
	done

clean:
	rm -rf .venv var/lock var/static var/static-files .pytest_cache .ruff_cache .mypy_cache .hypothesis

python:
	@command -v $(PYTHON) >/dev/null || \
		{ echo "There is no $(PYTHON) here. Dateline needs Python 3.11 or later: make run PYTHON=/path/to/python3.12"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) is $$($(PYTHON) --version 2>&1); Dateline needs Python 3.11 or later: make run PYTHON=python3.12"; exit 1; }

# An interrupted installation leaves no copy of the lock beside it and is taken up again.
venv: python
	@$(BIN)/python -c "" 2>/dev/null || { rm -rf .venv; $(PYTHON) -m venv .venv; } || \
		{ rm -rf .venv; echo "$(PYTHON) cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@cmp -s requirements.txt .venv/installed.txt || { \
		echo "Installing what requirements.txt pins (about a minute) ..."; \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt && \
		cp requirements.txt .venv/installed.txt; }

test-venv: venv
	@cmp -s requirements-test.txt .venv/installed-test.txt || { \
		echo "Installing what requirements-test.txt pins (about a minute) ..."; \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
			-r requirements.txt -r requirements-test.txt && \
		cp requirements-test.txt .venv/installed-test.txt; }
