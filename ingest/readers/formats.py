"""Files as text: bytes come in, out come the text that offsets refer to and marked-up tables.

One module per family of formats does the reading; this one finds out what a file is and says in one
sentence why it cannot be read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path, PurePath

from assistant.errors import UnreadableError
from assistant.schema import Table
from assistant.settings import Settings


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one document holds: its text, and tables where the format itself marks them.

    ``source`` is the file's name, with the name inside the archive behind it ("a.zip/b.txt");
    ``sha256`` is that of the document's own bytes.
    """

    source: str
    text: str
    tables: tuple[Table, ...]
    sha256: str
    format: str


Reading = tuple[str, tuple[Table, ...]]
Reader = Callable[[bytes, str], Reading]

# Each reader takes the bytes and the name of a file and returns its text and tables.
_READERS = {
    "txt": ("ingest.readers.text", "read_text"),
    "md": ("ingest.readers.text", "read_text"),
    "html": ("ingest.readers.html", "read_html"),
    "csv": ("ingest.readers.sheets", "read_csv"),
    "xlsx": ("ingest.readers.sheets", "read_xlsx"),
    "docx": ("ingest.readers.word", "read_docx"),
    "pdf": ("ingest.readers.pdf", "read_pdf"),
}
_FORMATS = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".tsv": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".docx": "docx",
    ".pdf": "pdf",
    ".zip": "zip",
}
KNOWN = "txt、md、html、pdf、docx、xlsx、csv、zip"


def is_document(path: PurePath) -> bool:
    """Tell whether a file found in a folder is one to read: a known format, not hidden, no README.

    >>> [is_document(Path(name)) for name in ("报告.PDF", "~$报告.docx", "README.md")]
    [True, False, False]
    """
    name = path.name
    if name.startswith((".", "~$")) or path.stem.split(".")[0].upper() == "README":
        return False
    return path.suffix.lower() in _FORMATS


def load_file(path: Path, settings: Settings) -> bytes:
    """Return the bytes of a file.

    Raises:
        UnreadableError: it is not there, is empty or is too large.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise UnreadableError(f"{path} 不是文件;请给出文档或文件夹的路径。")
        if size > settings.max_file_mb * 1_000_000:
            raise UnreadableError(
                f"{path.name} 有 {size / 1e6:.0f} MB,超过上限 {settings.max_file_mb} MB;"
                "请拆成几份,或调大 QUWEN_MAX_FILE_MB。"
            )
        content = path.read_bytes()
    except FileNotFoundError as exc:
        raise UnreadableError(f"找不到 {path};请检查路径。") from exc
    except OSError as exc:
        raise UnreadableError(f"打不开 {path}({exc.strerror});请检查文件和权限。") from exc
    if not content.strip(b"\0 \t\r\n"):
        raise UnreadableError(f"{path.name} 是空文件;请换成有内容的文档。")
    return content


def read_file(path: Path, settings: Settings) -> list[Extracted]:
    """Read the document in a file, or all documents in an archive.

    Raises:
        UnreadableError: with one sentence that says why and what to do.
    """
    parts = unpack(load_file(path, settings), path.name, settings)
    return [read_bytes(content, name) for name, content in parts]


def unpack(content: bytes, name: str, settings: Settings) -> Iterable[tuple[str, bytes]]:
    """Return name and bytes of each document in an archive; any other file is its own only one.

    Raises:
        UnreadableError: the archive is damaged, protected, or no honest archive.
    """
    if not is_archive(PurePath(name)):
        return [(name, content)]
    from ingest.readers.zip import members

    inside = members(content, name, settings)
    return [(f"{name}/{member}", inner) for member, inner in inside]


def is_archive(path: PurePath) -> bool:
    """Tell whether a file holds documents rather than being one."""
    return _FORMATS.get(path.suffix.lower()) == "zip"


def read_bytes(content: bytes, name: str) -> Extracted:
    """Read one document from its bytes; ``name`` tells the format.

    Raises:
        UnreadableError: with one sentence that says why and what to do.
    """
    kind = _FORMATS.get(Path(name).suffix.lower(), "")
    if kind == "zip":
        raise UnreadableError(f"{name} 是压缩包里的压缩包,不展开;请先解开,再读入里面的文档。")
    if kind not in _READERS:
        suffix = Path(name).suffix or "没有扩展名"
        raise UnreadableError(f"{name} 的格式({suffix})读不了;能读的是 {KNOWN}。")
    module, function = _READERS[kind]
    reader: Reader = getattr(import_module(module), function)
    text, tables = reader(content, name)
    if not text.strip():
        raise UnreadableError(f"{name} 里没有文字;请换成有内容的文档。")
    return Extracted(name, text, tables, hashlib.sha256(content).hexdigest(), kind)
