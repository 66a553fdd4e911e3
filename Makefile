# make app     opens the app              PORT=8501 SOURCES=folder with your copies of the texts
#              FACTS=a facts folder of your own
# make test    runs all tests             REQUIRE_ALL=1 makes a skipped test a failure
#              WORKERS=4 runs them in as many processes (each starts servers of its own)
# make agreement  asks every question of GRAPHS generated graphs on every engine   GRAPHS=1000
# make bench   measures everything beside its peers, in one table        STATEMENTS=100000
# make export  writes build/export/
# make site    writes build/site/, which any browser opens; it needs node 20 or newer
# make check   tells every fault of facts/
# make spid    makes another facts folder, build/spid, from published data; so do make medinn
#              and make brfarmers (examples/README.md)
# make lint    checks Python and JavaScript; it needs node 20 or newer
# make derived writes what derives from the kinds into ontology/generated/
# make docs    writes docs/measures.md and docs/questions.md from the measures and questions
# make lock    takes the newest versions that the requirements allow, and writes requirements.lock

PORT ?= 8501
SOURCES ?=
FACTS ?= facts
GRAPHS ?= 1000
STATEMENTS ?= 100000
# the tests empty a server of one's own (NEO4J_URI): then one process alone
WORKERS ?= $(if $(NEO4J_URI),0,2)
PYTHON ?= python3
python := .venv/bin/python

.PHONY: app test agreement bench export site check spid medinn brfarmers lint derived docs lock environment test-environment

app: environment
	@$(python) cli.py app --facts "$(FACTS)" --port $(PORT) $(if $(SOURCES),--sources "$(SOURCES)")

check export: environment
	@$(python) cli.py $@

# the query engine of the site is a package of node
site: environment node_modules/.package-lock.json
	@$(python) cli.py $@

spid: environment
	@$(python) -m examples.make_spid

medinn brfarmers: environment
	@$(python) -m examples.make_netdiffuser $@

# two processes share out the test files; what measures time runs alone afterwards
timed = $(shell grep -rl --include='test_*.py' 'mark\.timed' tests)
test: test-environment
	@$(python) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder -m "not timed"; \
	  side_by_side=$$?; $(python) -m pytest -m timed $(timed) && exit $$side_by_side

agreement: test-environment
	@AGREEMENT=$(GRAPHS) $(python) -m pytest tests/queries/test_agreement.py

bench: test-environment build/peers/installed
	@$(python) -m bench $(STATEMENTS)

# the peers need other packages than we do: an environment of their own
build/peers/installed: bench/peers/requirements.txt
	@"$(PYTHON)" -m venv build/peers
	@build/peers/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

lint: test-environment node_modules/.package-lock.json
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@$(python) -m mypy .
	@.venv/bin/lint-imports
	@.venv/bin/hadolint Dockerfile
	@.venv/bin/check-jsonschema --builtin-schema vendor.compose-spec compose.yaml
	@npx eslint .
	@npx tsc
	@$(python) cli.py check

# only the checks of JavaScript need node; the app and the exports do not
node_modules/.package-lock.json: package-lock.json
	@npm ci --silent --no-audit --no-fund --ignore-scripts
	@touch $@

derived: environment
	@$(python) -m ontology.derive.generate

docs: environment
	@$(python) -m diffusion.measures_page
	@$(python) -m queries.questions_page

# a package's marker in the requirements stands in the lock file too
lock: test-environment
	@$(python) -m pip install --quiet --disable-pip-version-check --upgrade -r requirements-dev.txt
	@$(MAKE) --no-print-directory requirements.lock

.PHONY: requirements.lock
requirements.lock:
	@{ echo "# exact versions that setup.sh installs; requirements.txt keeps the ranges; see make lock"; \
	  $(python) -m pip freeze --disable-pip-version-check | awk -F'; ' \
	    'FILENAME != "-" { if (NF > 1) { split($$1, name, "[=<>~]"); marker[name[1]] = "; " $$2 } next } \
	     { split($$0, name, "=="); print $$0 marker[name[1]] }' requirements.txt requirements-dev.txt -; \
	} >requirements.lock.part && mv requirements.lock.part requirements.lock

environment:
	@PYTHON="$(PYTHON)" ./setup.sh requirements.txt

test-environment:
	@PYTHON="$(PYTHON)" ./setup.sh requirements-dev.txt
