"""Archives: the documents inside, in memory and within bounds; nothing is unpacked to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from assistant.errors import UnreadableError
from assistant.settings import Settings
from ingest.readers.formats import is_document

_MOST_MEMBERS = 5_000
# An archive of texts shrinks to a tenth or so; a bomb to less than a thousandth.
_MOST_RATIO = 300
_HARMLESS_BYTES = 10_000_000
_UTF8_NAME = 0x800


def members(content: bytes, name: str, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Give name and bytes of each document in a zip archive.

    Raises:
        UnreadableError: the archive is damaged, protected, holds no document, or is a trap.
    """
    archive = open_archive(content, name)
    if len(archive.infolist()) > _MOST_MEMBERS:
        raise UnreadableError(f"{name} 里有超过 {_MOST_MEMBERS} 个文件;请分成几个压缩包。")
    documents = [(_name(info), info) for info in archive.infolist() if not info.is_dir()]
    for member, _ in documents:
        path = PurePosixPath(member)
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            raise UnreadableError(f"{name} 里的文件名 {member} 指向压缩包外面,不读;请重新打包。")
    found = False
    limit = settings.max_file_mb * 1_000_000
    for member, info in sorted(documents, key=lambda pair: pair[0]):
        hidden = any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(member).parts)
        if hidden or not is_document(PurePosixPath(member)):
            continue
        found = True
        yield member, read_member(archive, info, f"{name}/{member}", limit)
    if not found:
        raise UnreadableError(f"{name} 里没有能读的文档;请放入 txt、pdf、docx 等文件。")


def open_archive(content: bytes, name: str) -> zipfile.ZipFile:
    """Open a zip archive (docx and xlsx are such too) whose contents are within bounds.

    Raises:
        UnreadableError: it is damaged, protected by a password, or grows beyond measure.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as exc:
        raise UnreadableError(f"{name} 已损坏,打不开;请重新下载或另存一份。") from exc
    size = sum(info.file_size for info in archive.infolist())
    if size > _HARMLESS_BYTES and size > _MOST_RATIO * len(content):
        raise UnreadableError(
            f"{name} 解开后有 {size / 1e6:.0f} MB,与它的大小不相称,不读;请检查这个文件。"
        )
    if any(info.flag_bits & 1 for info in archive.infolist()):
        raise UnreadableError(f"{name} 有密码;请解密后再读入。")
    return archive


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limit: int) -> bytes:
    """Return the bytes of one member, at most ``limit`` of them.

    Raises:
        UnreadableError: it is damaged or larger, whatever its header claims.
    """
    try:
        with archive.open(info) as file:
            content = file.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as exc:
        raise UnreadableError(f"{name} 已损坏,解不开;请重新打包。") from exc
    if len(content) > limit:
        raise UnreadableError(
            f"{name} 超过上限 {limit // 1_000_000} MB;请拆成几份,或调大 QUWEN_MAX_FILE_MB。"
        )
    return content


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name; Chinese Windows writes it in GBK without saying so."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/")
