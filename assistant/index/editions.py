"""Where the index lives: ``<home>/index/<edition>/``, and ``current``, which names the edition.

What one ingest after another adds goes into the current edition. A rebuild fills a folder of its
own beside it, and one atomic rename of ``current`` makes all readers change over at once.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from functools import cache, lru_cache
from pathlib import Path

from assistant.errors import IndexMissingError

# Raised when the layout of the folder or of the catalog's tables changes.
INDEX_VERSION = "2"

MISSING = "还没有索引;请先运行 quwen ingest,把文档读进来。"


def index_folder(home: Path) -> Path:
    """Return the folder that holds all editions and the lock."""
    return home / "index"


def current_edition(home: Path) -> Path:
    """Return the folder of the edition that answers questions.

    Raises:
        IndexMissingError: nothing has been ingested into this home.
    """
    pointer = f"{home}/index/current"
    try:
        stat = os.stat(pointer)
        edition = _pointed_to(pointer, stat.st_ino, stat.st_mtime_ns)
    except OSError as exc:
        raise IndexMissingError(MISSING) from exc
    if not os.path.isfile(f"{edition}/catalog.sqlite3"):
        raise IndexMissingError(MISSING)
    return edition


@lru_cache(maxsize=8)
def _pointed_to(pointer: str, inode: int, modified: int) -> Path:
    """Read ``current`` once: it is asked for dozens of times in a question, and only replaced."""
    path = Path(pointer)
    return path.parent / path.read_text("utf-8").strip()


def next_edition(home: Path) -> Path:
    """Make an empty folder for a new edition, which nobody reads yet."""
    folder = index_folder(home)
    folder.mkdir(parents=True, exist_ok=True)
    taken = [int(path.name[1:]) for path in folder.glob("e[0-9]*") if path.name[1:].isdecimal()]
    edition = folder / f"e{max(taken, default=0) + 1:04d}"
    edition.mkdir()
    return edition


def publish_edition(home: Path, edition: Path) -> None:
    """Make ``edition`` the one that answers questions."""
    pointer = index_folder(home) / "current"
    draft = pointer.with_suffix(".new")
    with draft.open("w", encoding="utf-8") as file:
        file.write(edition.name + "\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(pointer)


def remove_other_editions(home: Path) -> None:
    """Delete what rebuilds, finished or killed, have left beside the current edition."""
    try:
        kept = current_edition(home).name
    except IndexMissingError:
        kept = ""
    for path in index_folder(home).glob("e[0-9]*"):
        if path.is_dir() and path.name != kept:
            shutil.rmtree(path, ignore_errors=True)


@cache
def lexicon_version() -> str:
    """Return a fingerprint of the lexicon's data files, which shape tokens and indicators."""
    digest = hashlib.sha256()
    for path in sorted((Path(__file__).parent.parent / "lexicon").glob("*.csv")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def expected_versions() -> dict[str, str]:
    """Return what an index must have been written with for this program to read it."""
    from assistant.language.tokenizer import TOKENIZER_VERSION

    return {
        "index": INDEX_VERSION,
        "tokenizer": TOKENIZER_VERSION,
        "lexicon": lexicon_version(),
    }
