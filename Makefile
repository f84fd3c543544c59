.DEFAULT_GOAL := help
.PHONY: lock help demo test test-browser check fix bench bench-methods crash-test start build
PYTHON ?= python3
PY := .venv/bin/python
export PYTHONPATH := src
export UV_PYTHON_DOWNLOADS := never

help: ## Wat je hier kunt doen
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

demo: build ## Start de demo: een verzonnen leven in Deventer, op je eigen computer
	@$(PY) -m middenstip.config.launch --demo

start: build ## Start een echt platform (instellingen: docs/instellingen.md)
	@$(PY) -m middenstip.config.launch

test: .venv/.ok build/messages.ok ## Alle tests, zonder browser
	@$(PY) -m pytest -q -m "not browser" -n auto --dist worksteal

test-browser: build ## Loop de hele keten in een echte browser (Chromium nodig)
	@$(PY) -m pytest -q -m browser

check: .venv/.ok ## Bouwtekening, stijl, types, migraties
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check -q .
	@.venv/bin/lint-imports --no-cache | tail -3
	@$(PY) -m mypy
	@MIDDENSTIP_MODE=test $(PY) manage.py makemigrations --check --dry-run -v0
	@MIDDENSTIP_MODE=production SECRET_KEY=$$(printf '%050d' 7)abcdefghij ALLOWED_HOSTS=voorbeeld.example \
		$(PY) -W ignore manage.py check --deploy --fail-level WARNING

lock: .venv/.ok ## Leg de versies opnieuw vast
	@for g in "-o requirements.txt" "--group dev -o requirements-dev.txt"; do .venv/bin/uv pip compile -q --universal \
		--python-version 3.11 --generate-hashes --no-header pyproject.toml $$g; done
	@.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
		--group node -o requirements-node.txt

fix: .venv/.ok ## Zet de stijl recht
	@$(PY) -m ruff check --fix -q .
	@$(PY) -m ruff format -q .
	@$(PY) -m tools.levenslopen

bench: build ## Meet de bladzijden met 10.000 en 100.000 initiatieven
	@$(PY) -m bench.pages

bench-methods: .venv/.ok ## Meet de kelder naast andermans programma's
	@$(PY) -m bench.methods

crash-test: build ## Trek de stekker eruit tijdens 500 inzendingen
	@$(PY) -m bench.crash

build: build/web/.ok build/messages.ok ## Bouw stijl, script en vertaling

.venv/.ok: requirements-dev.txt
	@test -x $(PY) || $(PYTHON) -m venv .venv
	@.venv/bin/pip install -q --disable-pip-version-check uv==0.13.9
	@.venv/bin/uv pip sync -q --python $(PY) --require-hashes requirements-dev.txt || \
		.venv/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# Node from the machine when it is new enough, else from a wheel: nobody has to install anything by hand.
.venv/.node: .venv/.ok requirements-node.txt
	@node -e 'process.exit(+(process.versions.node.split(".")[0] < 20))' 2>/dev/null || \
		.venv/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements-node.txt
	@touch $@

build/web/.ok: .venv/.node package-lock.json $(shell find frontend src/middenstip/web -type f -name '*.[chpj][sty]*' 2>/dev/null)
	@$(PY) frontend/build.py
	@touch $@

build/messages.ok: .venv/.ok tools/messages.py $(shell find src/middenstip/locale -name '*.po' 2>/dev/null)
	@$(PY) -m tools.messages
	@mkdir -p $(@D) && touch $@
