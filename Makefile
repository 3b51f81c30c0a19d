# What a person does with this project. The work is in tools/, which needs nothing but Python.
PORT ?= 8000
python = sh tools/python.sh

.PHONY: help run services test test-long bench bench-files bench-compare bench-freeze bench-dialogue bench-desk pictures bench-search bench-search-load load lint format messages states

help:
	@echo "make run        set up what is missing and serve the site (PORT=8000)"
	@echo "make services   PostgreSQL and Elasticsearch on the loopback, until Ctrl-C"
	@echo "make test       all tests, on SQLite and again on PostgreSQL (ARGS= goes to pytest)"
	@echo "make test-long  the same with the tests that take minutes"
	@echo "make bench      measure answering times"
	@echo "make bench-files  measure making the files of an edition"
	@echo "make bench-freeze  measure adopting a text beside saving it"
	@echo "make bench-dialogue  measure pages with 10,000 comments beside 100"
	@echo "make bench-desk  measure the desk, report and figures with 10,000 comments beside 100 (COMMENTS=)"
	@echo "make bench-compare  measure comparing two editions beside Wagtail's own comparison"
	@echo "make load       measure 100 posts a second for a minute, on SQLite and PostgreSQL (RATE= SECONDS=)"
	@echo "make bench-search  measure how well searches are answered, on three backends"
	@echo "make bench-search-load  measure the search with 20,000 passages and 50,000 comments (PASSAGES= COMMENTS=)"
	@echo "make lint       check style, imports, templates, migrations, translations, settings"
	@echo "make format     bring Python and templates into shape"
	@echo "make pictures   take the pictures of the guides"
	@echo "make states     draw the states of a comment into docs/states.md"
	@echo "make messages   put new texts into the catalogues of translations"

run:
	@PORT=$(PORT) $(python) tools/run.py

services:
	@$(python) tools/services.py

test:
	@$(python) tools/suite.py $(ARGS)

test-long:
	@$(python) tools/suite.py --long $(ARGS)

bench:
	@$(python) tools/develop.py tools/bench.py $(ARGS)

bench-files:
	@$(python) tools/develop.py tools/bench_files.py $(ARGS)

bench-freeze:
	@$(python) tools/develop.py tools/bench_freeze.py $(ARGS)

bench-compare:
	@$(python) tools/develop.py tools/bench_compare.py $(ARGS)

bench-dialogue:
	@$(python) tools/develop.py tools/bench_dialogue.py $(ARGS)

bench-desk:
	@COMMENTS=$(COMMENTS) $(python) tools/develop.py tools/bench_desk.py $(ARGS)

pictures:
	@$(python) tools/develop.py tools/pictures.py

load:
	@LOAD_RATE=$(RATE) LOAD_SECONDS=$(SECONDS) $(python) tools/develop.py tools/load.py

bench-search:
	@$(python) tools/develop.py tools/bench_search.py $(ARGS)

bench-search-load:
	@PASSAGES=$(PASSAGES) COMMENTS=$(COMMENTS) $(python) tools/develop.py tools/bench_search_load.py

lint:
	@$(python) tools/lint.py

format:
	@$(python) tools/develop.py tools/format.py

messages:
	@$(python) tools/develop.py tools/catalogue.py extract

states:
	@$(python) tools/develop.py tools/states.py
