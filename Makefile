# Briefbook's tasks. `make` alone lists them. They need Python 3.11+ and nothing else:
# the first one that needs it makes the environment in .venv/.

SEED ?= seeds/tajikistan-us
# The Python to make .venv/ with: the first on PATH that is new enough, unless it is given.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo "$$python" && break; done)

ID := $(notdir $(patsubst %/,%,$(SEED)))
RUN := .venv/bin/python
READY := .venv/.ready
UV ?= $(shell command -v uv 2>/dev/null)
BRIEFBOOK := $(RUN) -m briefbook
# How `make refresh` and `make regenerate` fetch: --update-anchors, --accept-edited, --contact …
REFRESH ?= --update-anchors
# uv: the one on PATH, or one of our own.
FIND_UV = uv="$(UV)"; [ -n "$$uv" ] || { uv=.tools/uv/bin/uv; \
	  [ -x "$$uv" ] || { "$(PYTHON)" -m venv .tools/uv && .tools/uv/bin/pip install --quiet uv; }; }
# How many damaged inputs `make fuzz` tries.
FUZZ ?= 1000
# On GitHub problems become annotations beside the line that they speak of.
FORMAT := $(if $(GITHUB_ACTIONS),--format github)

# Two tasks at once would build the same files, and each is quick: `make -j` runs them in order.
.NOTPARALLEL:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help setup report slides handout all check verify refresh regenerate test test-quick fuzz lowest coverage verifier peers site lint golden preview repro clean lock

help: ## List these tasks
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-10s  %s\n", $$1, $$2 }' Makefile
	@echo
	@echo '  Another seed: make report SEED=seeds/NAME.  Another Python: make setup PYTHON=python3.12.'

setup: $(READY) ## Make the environment in .venv/ (every other task does so by itself)

report: $(READY) ## Build the paper: dist/ID.pdf
	@$(BRIEFBOOK) build "$(SEED)" --pdf

slides: $(READY) ## Build the deck: dist/ID.pptx, and its slides as PDF: dist/ID-slides.pdf
	@$(BRIEFBOOK) build "$(SEED)" --pptx --slides-pdf

handout: $(READY) ## Build a PDF of each slide above its speaker notes: dist/ID-handout.pdf
	@$(BRIEFBOOK) build "$(SEED)" --handout

all: $(READY) ## Build both
	@$(BRIEFBOOK) build "$(SEED)"

check: $(READY) ## Check the briefing against its sources, building nothing
	@$(BRIEFBOOK) check "$(SEED)" $(FORMAT)

verify: $(READY) ## Hold the built paper and deck against their ledger
	@$(BRIEFBOOK) verify "dist/$(ID).pdf" "dist/$(ID).pptx"

refresh: $(READY) ## Fetch the sources and figures again, and look for every quote
	@$(BRIEFBOOK) refresh "$(SEED)" $(REFRESH)

regenerate: $(READY) ## Refresh the sources; if that changes the documents, say what: dist/changes.md
	@$(BRIEFBOOK) regenerate "$(SEED)" $(REFRESH) $(FORMAT)

test: $(READY) ## Run the tests; those that need a tool which is not there are skipped and named
	@$(RUN) -m pytest --numprocesses=auto $(PYTEST)

test-quick: $(READY) ## Run the tests that need no outside tool and no whole build: under a minute
	@$(RUN) -m pytest --numprocesses=auto -m 'not slow and not java and not npm and not libreoffice'

fuzz: $(READY) ## Damage inputs at random and look for what escapes: make fuzz FUZZ=10000
	@$(RUN) -m tests.fuzz $(FUZZ)

# The other end of the ranges is requirements.lock. What a range brings along may be newer.
lowest: ## Run the tests that need no outside tool on the oldest versions that pyproject.toml allows
	@$(FIND_UV); mkdir -p .venv-lowest && \
	  "$$uv" pip compile --quiet --all-extras --resolution lowest-direct --python-version 3.11 \
	    --no-emit-index-url --output-file .venv-lowest/requirements.txt pyproject.toml && \
	  "$$uv" venv --quiet --allow-existing --python "$(or $(PYTHON),>=3.11)" .venv-lowest && \
	  "$$uv" pip install --quiet --python .venv-lowest/bin/python \
	    --requirement .venv-lowest/requirements.txt && \
	  "$$uv" pip install --quiet --python .venv-lowest/bin/python --no-deps --no-build-isolation --editable .
	@.venv-lowest/bin/python -m pytest --numprocesses=auto \
	  -m 'not java and not npm and not libreoffice'

coverage: $(READY) ## Run the tests and tell which lines no test reaches: twice the time of make test
	@$(RUN) -m pytest --numprocesses=auto --cov --cov-report=term

verifier: $(READY) ## Write verify as one file for those who only receive: dist/briefbook-verify.pyz
	@$(RUN) docs/tools/verifier.py

peers: ## Install what benchmarks/against_peers.py measures against, into .tools/peers
	@"$(PYTHON)" -m venv .tools/peers
	@.tools/peers/bin/pip install --quiet --disable-pip-version-check --compile --require-hashes \
	  --requirement benchmarks/peers/requirements.txt
	@cp benchmarks/peers/package.json benchmarks/peers/package-lock.json .tools/peers/
	@npm install --prefix .tools/peers --loglevel=error --no-save --no-audit --no-fund --ignore-scripts

# The site's builder stands in an environment of its own: no test needs it.
site: $(READY) ## Build the documentation as a site: dist/site/index.html
	@[ .venv-site/.ready -nt docs/site/requirements.lock ] || { \
	  $(RUN) -m venv .venv-site && .venv-site/bin/python -m pip install --quiet \
	    --disable-pip-version-check --require-hashes --requirement docs/site/requirements.lock && \
	  touch .venv-site/.ready; }
	@$(RUN) docs/tools/reference.py
	@NO_MKDOCS_2_WARNING=1 .venv-site/bin/mkdocs build --quiet --strict

lint: $(READY) ## Check style, types and the architecture
	@failed=0; \
	  .venv/bin/ruff format --check || failed=1; \
	  .venv/bin/ruff check || failed=1; \
	  .venv/bin/mypy || failed=1; \
	  .venv/bin/lint-imports || failed=1; \
	  exit $$failed

golden: $(READY) ## Accept what the tests now produce as the approved outputs in tests/golden/
	@$(RUN) -m pytest --accept

preview: all ## Show pages and slides as pictures in dist/preview/ (needs Poppler and LibreOffice)
	@$(RUN) docs/tools/preview.py "dist/$(ID).pdf" "dist/$(ID).pptx" dist/preview

# For each other Python on PATH an environment of its own, from the same lock.
repro: $(READY) ## Prove that builds give the same bytes, on every Python 3.11 to 3.14 on PATH
	@for version in 3.11 3.12 3.13 3.14; do \
	  "python$$version" -c pass 2> /dev/null || continue; \
	  ! $(RUN) -c "import sys; sys.exit(sys.version_info[:2] != ($${version%.*}, $${version#*.}))" \
	    || continue; \
	  ready=.venv-$$version/.ready; \
	  [ "$$ready" -nt requirements.lock ] && [ "$$ready" -nt pyproject.toml ] && continue; \
	  echo "Making the environment in .venv-$$version/ …"; \
	  pip=".venv-$$version/bin/python -m pip install --quiet --disable-pip-version-check"; \
	  "python$$version" -m venv ".venv-$$version" && \
	  $$pip --require-hashes --requirement requirements.lock && \
	  $$pip --no-deps --no-build-isolation --editable . && touch "$$ready" || exit 1; \
	done
	@$(RUN) -m pytest tests/test_reproducible.py

clean: ## Remove what was built and cached; .venv/ and .tools/ stay
	@rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find dist -mindepth 1 ! -name .gitignore -delete
	@find report figures tests docs benchmarks -name __pycache__ -prune -exec rm -rf {} +

lock: ## Renew requirements.lock after a change in pyproject.toml (UPGRADE=--upgrade: newest of all)
	@$(FIND_UV); \
	  "$$uv" pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
	    --all-extras --generate-hashes --no-emit-index-url --no-header $(UPGRADE) \
	    --output-file requirements.lock pyproject.toml
	@{ echo '# Every package, with all extras, for Python 3.11 to 3.14 on every system. Do not edit.'; \
	  echo '# Renew: make lock (keeps versions that still fit), make lock UPGRADE=--upgrade (newest).'; \
	  cat requirements.lock; } > requirements.lock.new && mv requirements.lock.new requirements.lock

# Everything comes from the lock, checked by hash, the build backend too; then the project itself,
# editable. Byte code is compiled now: without it the first build of each kind takes twice as long.
$(READY): requirements.lock pyproject.toml
	@if [ -n "$(PYTHON)" ]; then \
	  "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && exit; \
	  found="$(PYTHON) is $$("$(PYTHON)" --version 2>&1)" || found='$(PYTHON) does not run'; \
	else \
	  [ -z "$(UV)" ] || exit 0; \
	  found="python3 is $$(python3 --version 2>&1)" || found='there is no python3'; \
	fi; \
	echo "Briefbook needs Python 3.11 or newer, but $$found." \
	  'Choose another: make setup PYTHON=/path/to/python3.12' >&2; exit 1
	@echo 'Making the environment in .venv/ …'
	@if [ -n "$(UV)" ]; then \
	  "$(UV)" venv --quiet --allow-existing --python "$(or $(PYTHON),>=3.11)" .venv && \
	  "$(UV)" pip install --quiet --python $(RUN) --compile-bytecode --require-hashes \
	    --requirement requirements.lock && \
	  "$(UV)" pip install --quiet --python $(RUN) --no-deps --no-build-isolation --editable .; \
	else \
	  "$(PYTHON)" -m venv .venv && \
	  $(RUN) -m pip install --quiet --disable-pip-version-check --compile --require-hashes \
	    --requirement requirements.lock && \
	  $(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
	    --editable .; \
	fi
	@touch $(READY)
