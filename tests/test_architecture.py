"""Holds the picture in docs/architecture.md true: who imports whom, and what importing costs."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(
    path for top in ("assistant", "ingest", "ui") for path in (ROOT / top).rglob("*.py")
)

# Programs stand on the library, never on each other.
MAY_IMPORT = {
    "assistant": {"assistant"},
    "ingest": {"ingest", "assistant"},
    "ui": {"ui", "assistant"},
}

OWNERS = {
    "chromadb": ["assistant/index/store.py"],
    "tantivy": ["assistant/index/lexical.py"],
    "rjieba": ["assistant/language/tokenizer.py"],
    "langchain_core": [
        "assistant/models/embeddings.py",
        "assistant/models/llm.py",
        "assistant/generation/*",
        "assistant/retriever.py",
    ],
    "langchain_openai": ["assistant/models/*"],
    "openai": ["assistant/models/*", "assistant/doctor.py"],
    "pypinyin": ["assistant/language/sounds.py"],
    "rapidfuzz": ["assistant/language/slips.py"],
    "opencc": ["assistant/text.py"],
    "sqlite3": ["assistant/index/catalog*.py", "assistant/generation/ledger.py"],
    "streamlit": ["ui/*"],
    "pdfplumber": ["ingest/readers/*"],
    "openpyxl": ["ingest/readers/*"],
    "docx": ["ingest/readers/*", "assistant/conversations/export_docx.py"],
    "bs4": ["ingest/readers/*"],
    "charset_normalizer": ["ingest/readers/*"],
}
# The stages in their order: one imports from those before it, never from one behind.
STAGES = {
    "assistant": (
        *("errors", "schema", "settings", "text", "codec", "lexicon", "language", "models"),
        *(
            "index",
            "question",
            "evidence",
            "tables",
            "answers",
            "verification",
            "generation",
            "attempts",
            "verified_answer",
            "chain",
        ),
        *("retriever", "doctor", "commands", "conversations", "testing", "__main__"),
    ),
    "ingest": (
        *("outline", "tables", "readers", "profile", "figures", "chunker", "understanding"),
        *("index", "commands"),
    ),
}
# Each costs a noticeable part of a second, or loads a dictionary.
HEAVY = sorted({*OWNERS, "numpy", "langchain"} - {"sqlite3", "charset_normalizer"})


def imported(path: Path) -> Iterator[str]:
    """Names of all modules that a file imports, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports relatively; write the full name"
            yield node.module or ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_its_place_allows(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    tops = {module.split(".")[0] for module in imported(path)}
    if name != "assistant/__main__.py":  # the command line joins the programs, inside functions
        assert tops & set(MAY_IMPORT) <= MAY_IMPORT[name.split("/")[0]]
    for dependency in tops & set(OWNERS):
        assert any(fnmatch(name, owner) for owner in OWNERS[dependency]), (
            f"{name} imports {dependency}, which only {OWNERS[dependency]} may"
        )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_stage_imports_only_from_those_before_it(path: Path) -> None:
    top, stage = path.relative_to(ROOT).with_suffix("").parts[:2]
    if top not in STAGES or stage == "__init__":
        return
    order = STAGES[top].index(stage)
    inside = [module.split(".") for module in imported(path) if module.startswith(f"{top}.")]
    assert [names[1] for names in inside if STAGES[top].index(names[1]) > order] == []


# Runs in a process of its own: imports modules, then tells what came along and which files of the
# project were opened on the way (lexicons, settings), apart from the modules themselves.
PROBE = """
import json, sys
opened = []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        opened.append(arguments[0])
sys.addaudithook(watch)
root, *names = sys.argv[1:]
for name in names:
    __import__(name)
files = [f for f in opened if f.startswith(root) and "/.venv/" not in f]
print(json.dumps({"modules": sorted(sys.modules), "files": files}))
"""


def probe(*names: str) -> tuple[set[str], list[str]]:
    command = [sys.executable, "-c", PROBE, str(ROOT), *names]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)
    files = [name for name in found["files"] if not name.endswith((".py", ".pyc"))]
    return set(found["modules"]), [name for name in files if ".pyc." not in name]


def test_importing_every_module_loads_nothing_heavy_and_reads_no_file() -> None:
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in MODULES
        # The page is loaded by Streamlit alone, the retriever by LangChain programs alone.
        if (path.parts[-2] != "ui" or path.stem == "launch") and path.stem != "retriever"
    ]
    modules, files = probe(*names)
    assert set(HEAVY) & modules == set()
    assert files == []


def test_help_loads_nothing_heavy() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "assistant", "--help"]
    run = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    loaded = {line.rsplit("|", 1)[-1].strip() for line in run.stderr.splitlines()}
    assert set(HEAVY) & loaded == set()
    assert "ingest" in run.stdout
