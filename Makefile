# Everything that is done with a checkout. `make run` and `make test` do their own set-up; `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
ATLAS := resources/atlas/starter.atlas
COMPILE := $(BIN)/pip-compile --quiet --strip-extras --allow-unsafe --generate-hashes --no-emit-options \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help system reader venv run test lint unit soak bench bundle guide pictures requirements clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 20

system: # look for what the operating system must have; installs it as root, else says how
	@$(PYTHON) make/system.py

venv: system $(READY) $(ATLAS) ## prepare .venv: pinned, hash-checked packages, and AtlasView itself

$(READY): requirements.txt requirements-dev.txt pyproject.toml hatch_build.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(ATLAS): $(wildcard db/starter/* db/starter/articles/*) \
		$(wildcard $(addprefix atlasview/,$(foreach part,atlas building records sources,$(part)/*.py $(part)/*/*.py))) | $(READY)
	$(BIN)/python -m atlasview.building.starter $@

run: venv ## open the window; without a display, draw it off screen and save the picture
	@$(PYTHON) make/system.py --window
	@$(BIN)/python make/run.py $(PLACE)

test: lint unit ## all checks: ruff, mypy, import contracts, tests

lint: venv ## ruff, mypy, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: venv ## tests only, on all cores
	$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal

reader: ## what the test needs of the system that reads the window from outside, as a screen reader does
	@$(PYTHON) make/system.py --reader

soak: venv ## the long checks, whole
	-@$(PYTHON) make/system.py --reader
	$(BIN)/python -m pytest --soak -m soak --timeout=3600 --numprocesses=auto --dist=worksteal

bench: venv ## measure against the goals, one table
	$(BIN)/python -m benchmarks

bundle: venv ## the packaged program in dist/atlasview, tried elsewhere without Python and network
	@$(PYTHON) make/system.py --bundle
	$(BIN)/python make/bundle.py

guide: venv ## write the chapters of keys and terms again, from what the program declares
	$(BIN)/python make/guide_pages.py

pictures: venv ## draw the pictures of the user guide again
	$(BIN)/python make/pictures.py

requirements: $(READY) ## pin the newest allowed releases again, with their hashes
	$(COMPILE) --upgrade --output-file=requirements.txt pyproject.toml
	$(COMPILE) --upgrade --extra=dev --constraint=requirements.txt --output-file=requirements-dev.txt pyproject.toml

clean: ## remove all that make has made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis atlasview-window.png $(ATLAS)
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
