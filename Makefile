# Everything runs from the checkout and writes only to build/ and .venv/. `make` alone lists the targets.

# Passed on to scripts/demo.py and benchmarks/run.py through the environment, where a space or a | needs no further quoting.
export SITE DEM INLETS PIPES MANHOLES OUTFALLS CHANNELS BUILDINGS RECORDED RAIN OUT
export CITY A1 C B N RETURN_PERIODS BEYOND DURATION LANGUAGE
export RUNOFF_COEFFICIENT LOSS SCHEME SCHEME_FILE MATRIX_FILE TITLE DATA_DATES
export SIZES PEERS LIMIT
export TOWNS RESUME OVERWRITE

PYTHON = scripts/python
PYTEST_ARGS =

.PHONY: help setup demo batch test lint format translations package benchmark clean
.DEFAULT_GOAL := help

help: ## List the targets
	@echo 'Rainshed: urban waterlogging analysis for QGIS. Targets:'
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1#\2/p' Makefile | awk -F '#' '{ printf "%-18s%s\n", $$1, $$2 }'
	@echo
	@echo 'Your own area:    make demo DEM=dem.tif INLETS=net.gpkg PIPES=net.gpkg MANHOLES=net.gpkg OUTFALLS=net.gpkg'
	@echo '                  further CHANNELS=, BUILDINGS=, RECORDED=, RAIN=20,50,100 (mm), OUT=folder; only DEM is required'
	@echo '                  and RUNOFF_COEFFICIENT=, LOSS=, SCHEME=, SCHEME_FILE=, MATRIX_FILE=, TITLE=, DATA_DATES= as assess has them'
	@echo 'Design storms:    make demo CITY=xian RETURN_PERIODS=2,5,20,50,100 BEYOND=x1.3 DURATION=120 LANGUAGE=zh'
	@echo 'A real 1 m DEM:   make demo SITE=prairie'
	@echo 'Several towns:    make batch TOWNS=towns.csv OUT=folder, RESUME=1 goes on, OVERWRITE=1 runs again; see docs/batch.md'
	@echo 'Some figures:     make benchmark SIZES=1000,2000 PEERS=richdem,topotoolbox (or none), DEM=dem.tif, LIMIT=900 (s)'

setup: ## Install what is missing (Debian 12 or 13: QGIS, fonts, numba)
	@scripts/setup.sh run

demo: setup ## Assess the sample town, or your own area, headless
	@GIVEN="$(foreach v,$(.VARIABLES),$(if $(findstring command,$(origin $v)),$v))" $(PYTHON) scripts/demo.py

batch: setup ## Assess all towns of a list (CSV or JSON), with one table
	@GIVEN="$(foreach v,$(.VARIABLES),$(if $(findstring command,$(origin $v)),$v))" $(PYTHON) scripts/batch.py

test: ## Install what is missing, check the code and run all tests
	@scripts/setup.sh test
	@$(MAKE) --no-print-directory lint
	$(PYTHON) -m pytest $(PYTEST_ARGS)

lint: ## Check the code with ruff
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

format: ## Let ruff mend what it can
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

translations: ## Gather what is to be translated, and compile resources/i18n
	@$(PYTHON) scripts/make_translations.py

package: ## Build the zip for QGIS's plugin manager into build/
	@$(PYTHON) scripts/package.py

benchmark: ## Time the project against its peers; table and plot in docs/
	@scripts/setup.sh benchmark
	@$(PYTHON) benchmarks/run.py

clean: ## Remove build/ and what tools left; .venv stays
	rm -rf build .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
