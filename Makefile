# Two commands are enough: `make run` and `make test`. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8080
DEMO ?= out/青禾镇
MINUTES ?= 10

.DEFAULT_GOAL := help
.PHONY: help run install test check fix types bench fuzz docs words new-rule lock clean

help: ## 列出这些命令
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 24

$(VENV)/run.stamp: requirements/run.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/run.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.lock $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/dev.lock
	@touch $@

# the library that draws charts comes from its own package; without it the pages draw by themselves
$(VENV)/charts.stamp: src/qingzhuang/web/library.py | $(VENV)/run.stamp
	@$(BIN)/qz charts && touch $@ || true

run: $(VENV)/run.stamp $(VENV)/charts.stamp ## 做好样例镇，称一称、填好，打开本机网页
	$(BIN)/qz demo "$(DEMO)"
	$(BIN)/qz serve "$(DEMO)" --port $(PORT)

install: $(VENV)/run.stamp ## 装好或升级到这一版，不打开网页
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/qz charts || true

test: $(VENV)/dev.stamp $(VENV)/charts.stamp ## 跑全部测试
	$(BIN)/python -m pytest -n auto

types: $(VENV)/dev.stamp ## 类型检查
	$(BIN)/mypy
	$(BIN)/basedpyright

check: $(VENV)/dev.stamp $(VENV)/charts.stamp ## 测试、类型、分层、格式、文档，一样不少
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy
	$(BIN)/basedpyright
	$(BIN)/python -m pytest -n auto

fix: $(VENV)/dev.stamp ## 自动整理格式
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: ## 跑各项对比（另装对比用的库）
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --require-hashes --requirement requirements/bench.lock
	.venv-bench/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	.venv-bench/bin/python benchmarks/filling.py
	.venv-bench/bin/python benchmarks/rosters.py
	.venv-bench/bin/python -m benchmarks.check

fuzz: ## 让模糊测试去撞每一个读取器（另装 atheris；MINUTES=10 撞多久，out/fuzz 是攒下的样本）
	$(PYTHON) -m venv .venv-fuzz
	.venv-fuzz/bin/python -m pip install --quiet --require-hashes --requirement requirements/fuzz.lock
	.venv-fuzz/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	mkdir -p out/fuzz
	.venv-fuzz/bin/python -m tests.fuzz out/fuzz/found -max_total_time=$$(( $(MINUTES) * 60 )) -artifact_prefix=out/fuzz/

LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --group build

docs: $(VENV)/run.stamp ## 重写生成的说明页（docs/rules、LAW-CHANGELOG.md）
	$(BIN)/qz rules --write docs/rules
	$(BIN)/qz rules --changes > LAW-CHANGELOG.md

guide: $(VENV)/dev.stamp ## 重拍说明里的图（docs/guide/pictures，要有 Chromium）
	QZ_GUIDE_PICTURES=docs/guide/pictures $(BIN)/python -m pytest tests/web/e2e/test_golden_story.py tests/web/e2e/test_guide_pictures.py

pictures: $(VENV)/dev.stamp ## 每一页拍下来看：两种宽、明暗两色（out/pictures，要有 Chromium）
	QZ_PICTURES=out/pictures $(BIN)/python -m pytest tests/web/e2e/test_every_page.py

words: $(VENV)/dev.stamp ## 补齐英文目录里新说的话（src/qingzhuang/language/en）
	$(BIN)/python -m catalogue

new-rule: $(VENV)/run.stamp ## 搭一条规则的架子：make new-rule I=RG24 S=points_ranking
	$(BIN)/qz new rule "$(I)" "$(S)"

lock: ## 重新锁定依赖（要先装 uv）
	$(LOCK) pyproject.toml --output-file requirements/run.lock
	$(LOCK) --group dev pyproject.toml --output-file requirements/dev.lock
	$(LOCK) --group dev --group bench pyproject.toml --output-file requirements/bench.lock
	$(LOCK) --group dev --group fuzz pyproject.toml --output-file requirements/fuzz.lock

clean: ## 删去生成物
	rm -rf $(VENV) .venv-bench .venv-fuzz out .mypy_cache .ruff_cache
