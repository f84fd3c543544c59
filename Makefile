.DEFAULT_GOAL := help
.PHONY: lock sbom audit image help demo dev shell hooks test test-browser cover check fix bench bench-methods crash-test hall storm year recipe start web worker migrate build courses
PYTHON ?= python3
PY := .venv/bin/python
export PYTHONPATH := src
export UV_PYTHON_DOWNLOADS := never
# What Python compiled is kept, also where the machine asks not to: each of our many short programs starts 6 s sooner.
export PYTHONDONTWRITEBYTECODE :=

help: ## Wat je hier kunt doen
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

demo: build ## Start de demo: een verzonnen leven in Deventer, op je eigen computer
	@$(PY) -m middenstip.config.launch --demo

dev: build ## Werk aan de site: de demo, met een server die zichzelf herstart en een balk vol metingen
	@$(PY) -m middenstip.config.launch --dev

shell: build ## Python met de gegevens van de demo
	@DJANGO_SETTINGS_MODULE=middenstip.config.developing $(PY) manage.py shell

hooks: .venv/.ok ## Laat git vóór elke commit de bouwtekening en de stijl nakijken
	@.venv/bin/pre-commit install

start: build ## Start een echt platform (instellingen: docs/instellingen.md)
	@$(PY) -m middenstip.config.launch

web: build ## Start alleen de server (na make migrate)
	@$(PY) -m middenstip.config.launch web

worker: build ## Start alleen de worker: post, zoekwoorden, opruimen (na make migrate)
	@$(PY) -m middenstip.config.launch worker

migrate: build ## Breng alleen de database bij; twee tegelijk wachten op elkaar
	@$(PY) -m middenstip.config.launch migrate

test: .venv/.ok build/messages.ok ## Alle tests, zonder browser
	@$(PY) -m pytest -q -m "not browser" -n auto --dist worksteal

test-browser: build ## Loop de hele keten in een echte browser (Chromium nodig)
	@$(PY) -m pytest -q -m browser -n 2 --dist worksteal

# Every branch of these is tested: who may, which step, whose turn, what happens then, and across rooms.
ROOM := */domain/*
COVERED := $(ROOM)/rules.py,$(ROOM)/rules/*.py,$(ROOM)/lifecycle.py,$(ROOM)/turns.py,$(ROOM)/services.py,$(ROOM)/services/*.py,*/journeys/*.py,$(ROOM)/selectors/turns.py

courses: .venv/.ok build/messages.ok ## Speel tweeduizend willekeurige gangen: wie is aan zet?
	@COURSES=2000 $(PY) -m pytest -q tests/turns/test_agreement.py -n auto --dist worksteal

# Tests of the rooms and journeys themselves, without the pages: tracing doubles what a test costs.
cover: .venv/.ok build/messages.ok ## De tests van kamers en reizen, en of ze elke tak van regels, stappen, services en reizen raken
	@$(PY) -m pytest -q -n auto --dist worksteal tests/domain tests/journeys tests/notices \
		--cov=middenstip.domain --cov=middenstip.journeys --cov-branch --cov-report=
	@.venv/bin/coverage report --include="$(COVERED)" --show-missing --skip-covered --fail-under=100

check: .venv/.node ## Bouwtekening, stijl, types, migraties
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check -q .
	@$(PY) frontend/tidy.py --check
	@said=$$(.venv/bin/lint-imports --no-cache) || { echo "$$said"; exit 1; }
	@$(PY) -m mypy
	@MIDDENSTIP_MODE=test $(PY) manage.py makemigrations --check --dry-run -v0
	@MIDDENSTIP_MODE=production SECRET_KEY=$$(printf '%050d' 7)abcdefghij ALLOWED_HOSTS=plein.nl SITE_URL=https://plein.nl \
		HOME_AREA=GM0150 BEHIND_PROXY=true EMAIL_URL=smtp+tls://plein.nl DATABASE_URL=postgres://plein.nl/plein \
		MAIL_FROM=post@plein.nl CONTACT_EMAIL=hallo@plein.nl SECURITY_EMAIL=veilig@plein.nl BACKUP_KEY=age1plein \
		$(PY) -W ignore manage.py check --deploy --fail-level WARNING

lock: .venv/.ok ## Leg de versies opnieuw vast
	@for g in "pyproject.toml -o requirements.txt" "pyproject.toml --extra encoders --extra s3 --group dev -o requirements-dev.txt" \
		"-c requirements-dev.txt --group oracles -o requirements-oracles.txt" \
		"--group node -o requirements-node.txt" "--group sbom -o requirements-sbom.txt" \
		"--group audit -o requirements-audit.txt"; do .venv/bin/uv pip compile -q \
		--universal --python-version 3.11 --generate-hashes --no-header $$g; done

fix: .venv/.node ## Zet de stijl recht
	@$(PY) -m ruff check --fix -q .
	@$(PY) -m ruff format -q .
	@$(PY) frontend/tidy.py
	@$(PY) -m tools.levenslopen
	@$(PY) -m tools.changelog

bench: build ## Meet de bladzijden met 10.000 en 100.000 initiatieven (met ROWS=1000000 op PostgreSQL)
	@$(PY) -m bench.pages $(if $(ROWS),10000 $(ROWS) --postgresql)

bench-methods: .venv/.ok ## Meet de kelder naast andermans programma's
	@$(PY) -m bench.methods

recipe: .venv/.ok ## Maak de kleine kamer en het feit uit docs/recepten.md in een kopie, en tel wat dat aanraakt
	@$(PY) -m tools.recipe

year: .venv/.ok ## Speel een jaar aan de balie: 400 zaken, drie mensen weg, de post twee dagen stuk
	@YEAR_AT_THE_DESK=full $(PY) -m pytest -q -s -p no:xdist tests/journeys/test_year_at_the_desk.py

hall: build ## Meet een volle zaal: 200 telefoons beantwoorden een pitch en stellen vragen, binnen een minuut
	@$(PY) -m bench.hall $(HALL)

storm: build ## Laat van alles om het platform heen stukgaan, en kijk wat bezoekers merken
	@$(PY) -m bench.storm $(STORM)

crash-test: build ## Dood van alles onder 20.000 handelingen: niets kwijt, niets dubbel, elke mail één keer
	@$(PY) -m bench.crash $(CRASH)

sbom: .venv/.node build/.sbom/.ok ## Schrijf op welke onderdelen in het platform zitten (CycloneDX)
	@PYTHONWARNINGS=ignore build/.sbom/bin/cyclonedx-py requirements requirements.txt --pyproject pyproject.toml --mc-type application \
		--output-reproducible --of JSON -o build/sbom-python.json
	@PATH="$(CURDIR)/.venv/bin:$$PATH" npm sbom --sbom-format cyclonedx --package-lock-only --omit dev >build/sbom-web.json
	@echo "build/sbom-python.json en build/sbom-web.json"
	@$(PY) -m tools.image

audit: build/.audit/.ok ## Zoek in die onderdelen naar bekende lekken (vraagt het netwerk)
	@$(PY) -m tools.audit

image: ## Bouw het image, en meet hoe groot het is en hoe snel het start (docker of podman)
	@$(PYTHON) -m tools.image --build

build/.audit/.ok: requirements-audit.txt .venv/.ok
	@$(PY) -m venv --clear build/.audit
	@.venv/bin/uv pip sync -q --python build/.audit/bin/python --require-hashes requirements-audit.txt
	@touch $@

build/.sbom/.ok: requirements-sbom.txt .venv/.ok
	@$(PY) -m venv --clear build/.sbom
	@.venv/bin/uv pip sync -q --python build/.sbom/bin/python --require-hashes requirements-sbom.txt
	@touch $@

build: build/web/.ok build/messages.ok ## Bouw stijl, script en vertaling

.venv/.ok: requirements-dev.txt requirements-oracles.txt
	@test -x $(PY) || $(PYTHON) -m venv .venv
	@.venv/bin/pip install -q --disable-pip-version-check uv==0.13.9
	@.venv/bin/uv pip sync -q --compile-bytecode --python $(PY) --require-hashes $^ || \
		.venv/bin/pip install -q --disable-pip-version-check --require-hashes $(addprefix -r ,$^)
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
