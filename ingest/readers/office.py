"""What docx and xlsx have in common: a zip of XML that may be old, protected or damaged."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from typing import TypeVar

from assistant.errors import UnreadableError
from ingest.readers.zip import open_archive

Opened = TypeVar("Opened")

# Files of Office before 2007, and new ones with a password, are OLE containers.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def open_office(content: bytes, name: str, load: Callable[[bytes], Opened]) -> Opened:
    """Open a file with the library that knows it.

    Raises:
        UnreadableError: it has a password, is of an old format, is damaged, or no such file.
    """
    if content.startswith(_OLE):
        raise UnreadableError(
            f"{name} 有密码或是旧格式(doc/xls);请去掉密码,另存为 docx 或 xlsx 后再读入。"
        )
    open_archive(content, name)
    try:
        return load(content)
    except (
        *(zipfile.BadZipFile, zlib.error, SyntaxError, OSError, EOFError),
        *(KeyError, ValueError, TypeError, AttributeError, IndexError),
    ) as exc:
        # Both libraries let through whatever their parsing trips over; the error of the XML
        # parser is a SyntaxError.
        raise UnreadableError(f"{name} 已损坏,读不出来;请用 Office 打开后另存一份。") from exc
