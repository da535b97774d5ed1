# The district bank of teaching practice. `make` alone lists the tasks.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard site/locale/*/LC_MESSAGES/*.po site/config/locale/*/LC_MESSAGES/*.po))

.DEFAULT_GOAL := help
.PHONY: help run elasticsearch test test-rooms test-database test-browser lint lint-types lint-style format bench bench-large judge shown weight lighthouse screenshots proof messages lock clean

help: ## list the tasks
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

$(VENV)/installed: requirements.txt
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

%.mo: %.po $(VENV)/installed
	@$(BIN)/pybabel --quiet compile --input-file=$< --output-file=$@

run: $(VENV)/installed $(CATALOGUES) ## start the demo district at http://127.0.0.1:8000 (PORT=8123 for another port)
	@$(MANAGE) start_demo --port $(PORT)

elasticsearch: ## start an Elasticsearch for tests and print its address; Ctrl-C stops it (needs Java 17, Maven)
	@tests/services/elasticsearch.sh run "$$(mktemp -d)"

# The first run makes the databases of its processes anew, the next ones take them over.
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

# What drives the browser checks; where Node is missing they are skipped by name.
tests/browser/node_modules: tests/browser/package-lock.json
	@if command -v npm > /dev/null; then \
		PUPPETEER_SKIP_DOWNLOAD=1 npm ci --prefix tests/browser --no-audit --no-fund --silent && touch $@; \
	else echo "No Node: axe and Lighthouse are skipped."; fi

test: test-rooms tests/browser/node_modules ## run every test that can run on this machine
	$(PYTEST) --reuse-db -m browser

test-rooms: $(VENV)/installed-dev $(CATALOGUES) ## run the tests that need no browser
	$(PYTEST) --create-db --reuse-db -m "not browser and not commits"
	$(PYTEST) --reuse-db -m "commits and not browser"

test-database: $(VENV)/installed-dev $(CATALOGUES) ## run the tests that ask the database, for another DATABASE_URL
	$(PYTEST) --create-db --reuse-db -m "database and not browser and not commits"
	$(PYTEST) --reuse-db -m "database and commits and not browser"

test-browser: $(VENV)/installed-dev $(CATALOGUES) tests/browser/node_modules ## run the tests in Chromium; a process of their own, for Playwright's loop stays
	$(PYTEST) --create-db -m browser

lint: lint-types lint-style ## check style, types, templates and the spelling of the demo

lint-types: $(VENV)/installed-dev
	$(BIN)/mypy .

lint-style: $(VENV)/installed-dev $(CATALOGUES)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djhtml --check --tabwidth 2 templates
	$(MANAGE) spell_content

format: $(VENV)/installed-dev ## put code and templates into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djhtml --tabwidth 2 templates

bench bench-large: export DJANGO_SETTINGS_MODULE = config.settings.production
bench: export VAR_DIR = $(CURDIR)/var/bench
bench-large: export VAR_DIR = $(CURDIR)/var/bench20000
bench bench-large: export SECRET_KEY = only-for-measuring-on-this-machine-0123456789-abcdefghijklmnop
bench bench-large: export ALLOWED_HOSTS = 127.0.0.1
bench bench-large: export BASE_ADDRESS = https://127.0.0.1
bench bench-large: export SECURE_SSL_REDIRECT = 0
bench: $(VENV)/installed $(CATALOGUES) ## measure pages, search and publication on a bank of 2,000 (ELASTICSEARCH_URL=… for that as well)
	@$(MANAGE) bench

bench-large: $(VENV)/installed $(CATALOGUES) ## measure the search on a bank of 20,000, which is made first, in some 10 minutes
	@$(MANAGE) bench_large

JUDGED := $(CURDIR)/var/judge
JUDGED_FROM := $(wildcard site/demo/content/*.yaml site/demo/content/materials/*.yaml site/demo/content/files/* site/demo/patterns/*.yaml)

judge: export VAR_DIR = $(JUDGED)
judge: $(JUDGED)/bank ## measure the search by judged questions over the demo among 2,000 synthetic materials
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) judge_search tests/search/judgements

$(JUDGED)/bank: $(JUDGED_FROM) | $(VENV)/installed $(CATALOGUES)
	@rm -rf $(JUDGED) && mkdir -p $(JUDGED)
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) seed_demo
	@$(MANAGE) generate_bank --materials 2000
	@touch $@

SHOWN := $(CURDIR)/var/shown

shown weight lighthouse: export DJANGO_SETTINGS_MODULE = config.settings.production
shown weight lighthouse: export VAR_DIR = $(SHOWN)
shown weight lighthouse: export SECRET_KEY = only-for-looking-at-on-this-machine-0123456789-abcdefghijklmnop
shown weight lighthouse: export ALLOWED_HOSTS = 127.0.0.1
shown weight lighthouse: export BASE_ADDRESS = https://127.0.0.1
shown weight lighthouse: export SECURE_SSL_REDIRECT = 0
shown: $(SHOWN)/bank $(SHOWN)/static/staticfiles.json # the demo as a server shows it, for browsers
	@$(MANAGE) migrate --verbosity 0

$(SHOWN)/static/staticfiles.json: $(shell find static -type f) site/pages/joined_files.py | $(SHOWN)/bank
	@$(MANAGE) collectstatic --no-input --clear --verbosity 0

$(SHOWN)/bank: $(JUDGED_FROM) | $(VENV)/installed $(CATALOGUES)
	@rm -rf $(SHOWN) && mkdir -p $(SHOWN)
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) seed_demo --verbosity 0
	@$(MANAGE) work --once > $(SHOWN)/work.log 2>&1
	@touch $@

weight: shown ## weigh a first visit to each kind of page of the demo, beside the bars
	@$(MANAGE) weigh

LIGHTHOUSE :=

lighthouse: shown tests/browser/node_modules ## measure each kind of page of the demo with Lighthouse (needs Node, Chromium)
	@$(MANAGE) lighthouse $(LIGHTHOUSE)

screenshots: $(VENV)/installed-dev $(CATALOGUES) ## take pictures of each kind of page into var/screenshots, for eyes
	$(BIN)/python -m pytest tests/browser/take_pictures.py

proof: lint test bench bench-large weight ## everything in full, before a part is called done
	$(BIN)/python -m pytest -m "proof and not browser"
	$(BIN)/python -m pytest -n 2 -m "proof and browser"
	$(MAKE) lighthouse LIGHTHOUSE="--runs 5 --performance 99"
	WALK_STEPS=2000 $(BIN)/python -m pytest tests/whole_site/test_index_walk.py
	KILLS=1000 $(BIN)/python -m pytest tests/whole_site/test_kills.py
	RIGHTS_TREES=20 $(BIN)/python -m pytest tests/whole_site/test_rights.py

messages: $(VENV)/installed ## collect the interface texts into the catalogues
	@mkdir -p var
	PYTHONPATH=site $(BIN)/pybabel --quiet extract --mapping-file pyproject.toml --ignore-dirs '.* var tests' \
		--keywords 'gettext_lazy ngettext_lazy:1,2 pgettext_lazy:1c,2 npgettext_lazy:1c,2,3' \
		--add-location file --no-wrap --output-file var/django.pot .
	for language in kk ru; do $(BIN)/pybabel --quiet update --domain django --locale $$language \
		--no-fuzzy-matching --ignore-obsolete --no-wrap --ignore-pot-creation-date \
		--input-file var/django.pot --output-dir site/locale || exit 1; done

lock: ## lock the dependencies with hashes for Python 3.11–3.13 (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet requirements.in --output-file requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet requirements-dev.in --constraint requirements.txt --output-file requirements-dev.txt

clean: ## remove what was made here: database, index, media (asks first)
	@read -p "Remove var/ with the database and all files? [y/N] " answer && test "$$answer" = y && rm -rf var
