# Everything a newcomer types. `make help` lists the targets.
SHELL := /bin/bash
.DEFAULT_GOAL := help

# The Swift runtime is linked in, so the binary runs where no Swift is installed.
STATIC := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
RELEASE := swift build -c release $(STATIC) --product clientele
BINARY := .build/release/clientele
PREFIX ?= /usr/local

.PHONY: help setup run test build check format samples bench fuzz docs install clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup:
	@./.ci/setup

run: setup ## Build, and make the quarterly review pack of the sample company
	@$(RELEASE)
	@$(BINARY) run Pipelines/quarterly.yaml

test: setup ## Run all tests
	@swift build -c debug
	@swift test --parallel

build: setup ## Build the release binary, the Swift runtime linked in
	@$(RELEASE)
	@echo "built $(BINARY)"

check: setup ## Format lint, import check, tests
	@swift format lint --strict --recursive Package.swift Sources Tests
	@swift build --explicit-target-dependency-import-check error
	@swift test --parallel

format: ## Format all Swift files in place
	@swift format --in-place --recursive Package.swift Sources Tests

samples: setup ## Make the exports of the sample company again
	@$(RELEASE)
	@$(BINARY) samples --out Samples

bench: setup ## Time 10 million orders, beside the peers where they are there
	@$(RELEASE)
	@./.ci/bench $(BINARY)

fuzz: setup ## Fuzz every reader for FUZZ_SECONDS (default 60) each
	@./.ci/fuzz

docs: setup ## Write the stage reference from the program
	@$(RELEASE)
	@$(BINARY) stages --markdown > STAGES.md
	@$(BINARY) stages --markdown --language zh-Hans > STAGES.zh-Hans.md

install: build ## Copy the binary to PREFIX/bin (default /usr/local)
	@install -d $(DESTDIR)$(PREFIX)/bin
	@install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/clientele

clean: ## Remove what was built and written
	@rm -rf .build .build-fuzz Output
