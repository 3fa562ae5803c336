# For fingers that type make. dev.py does the work, and takes arguments where make cannot.
build serve check test lint:
	python3 dev.py $@

.DEFAULT_GOAL := build
.PHONY: build serve check test lint
