# Kaznedra for QGIS. `make run` and `make test` set up what they need; README.md says more.
.DEFAULT_GOAL := help
VENV := build/venv/bin
# what the tests are given: K picks tests by name, SUITE is unit, qgis or desktop, PYTEST_ARGS goes to pytest as it is
export K SUITE PYTEST_ARGS RUN_LANG
# QGIS takes the first python3 on PATH for its own
export PATH := /usr/bin:/bin:$(PATH)

.PHONY: help setup qm demo run test test-matrix lint format scan i18n package deploy bench clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## install what is missing on this machine (implied by all others)
	@.ci/setup.sh

qm: setup
	@$(VENV)/python .ci/i18n.py --compile

demo: setup resources/demo/kaznedra_demo.gpkg

resources/demo/kaznedra_demo.gpkg: $(wildcard tests/demo/*.py tests/demo/data/*) kaznedra_qgis/themes.py
	@mkdir -p $(@D) build/demo
	@/usr/bin/python3 -m tests.demo.generate $@ --basemap build/demo/basemap.gpkg

run: setup qm demo ## demo platform and QGIS with the plugin; without a display: build/run/kaznedra.png
	@$(VENV)/python -m tests.demo.run

test: setup qm demo ## all tests; K=name, SUITE=unit|qgis|desktop, PYTEST_ARGS=...
	@.ci/test.sh

test-matrix: qm demo ## the tests on QGIS 3.40 and 3.44, in chroots under build/matrix
	@.ci/setup.sh .ci/packages-matrix.txt
	@.ci/matrix.sh

lint: setup ## ruff, flake8-qgis, mypy
	@.ci/lint.sh

format: setup ## put the sources into the house's form
	@$(VENV)/ruff check --fix .
	@$(VENV)/ruff format .

i18n: setup ## gather the strings into i18n/*.ts and compile them
	@$(VENV)/python .ci/i18n.py

package: setup qm ## the zip for the plugin store, build/package
	@$(VENV)/python .ci/package.py

scan: package ## what the plugin store checks, on the content of the zip
	@$(VENV)/python .ci/scan.py

deploy: package ## make deploy PROFILE=~/.local/share/QGIS/QGIS3/profiles/default
	@$(VENV)/python .ci/deploy.py "$(PROFILE)"

bench: qm ## how fast it is: build/bench/*.json
	@.ci/setup.sh .ci/packages-bench.txt
	@$(VENV)/python .ci/bench.py

clean: ## remove what was made, but for the chroots and the tools
	@find build -mindepth 1 -maxdepth 1 ! -name venv ! -name matrix ! -name .setup.lock -exec rm -rf {} +
