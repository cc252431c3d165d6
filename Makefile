# The whole vocabulary of the project. `make` alone lists it.
# Only Python 3.11+ with venv and pip is needed; everything lands in .venv, no root.

SHELL := /bin/sh
PYTHON := $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
BIN := .venv/bin
READY := .venv/.ready
PORT ?= 8501
ARGS ?=
unexport VIRTUAL_ENV

.DEFAULT_GOAL := help
.PHONY: help install run test check eval eval-model bench golden clean

help:  ## 列出所有命令
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(READY)  ## 建立 .venv 并装好锁定版本的依赖

run: install  ## 读入新文档,打开网页(PORT=8501)
	@$(BIN)/quwen ingest || true  # a file that cannot be read has been named; the page opens all the same
	@$(BIN)/quwen ui --port $(PORT)

test: install  ## 运行全部测试(没有 Chromium 时跳过浏览器测试)
	@$(BIN)/python -m pytest $(ARGS)

check: install  ## 代码风格、类型和文档是否合格
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest tests/test_documentation.py tests/test_architecture.py

eval: install  ## 回答开发题并打印得分表
	@sh tests/golden/evaluate.sh $(ARGS)

eval-model: install  ## 让诚实的和各种造假的模型回答开发题,看有没有假话漏过
	@$(BIN)/python tests/golden/evaluate_model.py $(ARGS)

bench: install  ## 与原版 LangChain 比速度、内存和索引大小
	@$(call uv,sync --locked --quiet --group bench)
	@$(BIN)/python -m bench $(ARGS)

golden: install  ## 重写 tests/golden/ 下的对照清单,改动用 git diff 查看
	@$(BIN)/python -m pytest --golden-update $(ARGS)
	@git --no-pager diff --stat -- tests/golden

clean:  ## 删除 .venv 和缓存(文档、索引、对话记录不动)
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A uv on the path is used, else pip puts one into .venv. No Python is ever downloaded.
uv = UV_PYTHON_DOWNLOADS=never "$$(command -v uv || echo $(BIN)/uv)" $(1)

$(READY): pyproject.toml uv.lock
	@[ -n "$(PYTHON)" ] || { echo '需要 Python 3.11 或更高版本,请先安装。' >&2; exit 1; }
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo '建立虚拟环境失败;Debian、Ubuntu 请先安装 python3-venv。' >&2; exit 1; }
	@command -v uv >/dev/null || [ -x $(BIN)/uv ] || $(BIN)/python -m pip install --quiet uv
	@$(call uv,sync --locked --quiet --python $(BIN)/python)
	@touch $@
