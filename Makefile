# Short names for what dev.py does; nothing is decided here.
PYTHON ?= python3

.PHONY: run test check screens bench
run test check screens bench:
	$(PYTHON) dev.py $@ $(ARGS)
