"""Plain text and Markdown: the encoding is found, the text is kept to the letter."""

from __future__ import annotations

import codecs
import re

from assistant.errors import UnreadableError
from assistant.schema import Table
from assistant.text import HAN

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# No office writes a line this long; a parser would take it for one endless sentence.
_LONGEST_LINE = 1_000_000
# One broken character in so many is a scratch in a file, not another encoding.
_SCRATCHES = 1000
# The share of a Chinese text's characters that are among the 3,755 most common ones (level 1 of
# GB 2312) is over 0.9; of bytes in another encoding read as GB 18030 it is under 0.5.
_COMMON_SHARE = 0.7


def read_text(content: bytes, name: str) -> tuple[str, tuple[Table, ...]]:
    """Return the decoded text, line ends untouched; tables in it are found by ``ingest.tables``."""
    text = decode(content, name)
    longest = max(map(len, text.splitlines()), default=0)
    if longest > _LONGEST_LINE:
        raise UnreadableError(
            f"{name} 有一行长达 {longest:,} 字,不像公文;请检查文件,分行后再读入。"
        )
    return text, ()


def decode(content: bytes, name: str) -> str:
    """Return the text of bytes in UTF-8, GB18030, UTF-16 or whatever else fits.

    Raises:
        UnreadableError: these are no text.

    >>> decode("钱塘区".encode("gb18030"), "a.txt"), decode("钱塘区".encode("utf-16"), "a.txt")
    ('钱塘区', '钱塘区')
    """
    text = _marked(content) or _utf8(content) or _unmarked_utf16(content)
    if text is None and b"\0" not in content:
        text = _gb18030(content) or _guessed(content)
    if text is None or len(_CONTROL.findall(text[:100_000])) * 200 > len(text[:100_000]):
        raise UnreadableError(f"{name} 不是文本文件(二进制内容);请换成文档本身。")
    return text


def _marked(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            # A file cut off in the middle of a character still reads.
            return content.decode(encoding, "replace")
    return None


def _utf8(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
    return text if text.count("\ufffd") * _SCRATCHES <= len(text) + _SCRATCHES // 2 else None


def _gb18030(content: bytes) -> str | None:
    text = content.decode("gb18030", "replace")
    if text.count("\ufffd") * _SCRATCHES > len(text):
        return None
    han = HAN.findall(text[:20_000])
    common = sum(_is_common(character) for character in han)
    return text if common >= _COMMON_SHARE * len(han) else None


def _is_common(character: str) -> bool:
    encoded = character.encode("gb18030")
    return len(encoded) == 2 and 0xB0 <= encoded[0] <= 0xD7 and encoded[1] >= 0xA1


def _unmarked_utf16(content: bytes) -> str | None:
    """Read UTF-16 without a mark, given away by the zero bytes of its digits and line ends."""
    if b"\0" not in content[:10_000] or len(content) % 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = content.decode(encoding, "replace")
        plain = sum((c.isascii() and c >= "\t") or bool(HAN.match(c)) for c in text[:5000])
        if plain >= 0.8 * len(text[:5000]):
            return text
    return None


def _guessed(content: bytes) -> str | None:
    """Leave the rest (Big5, say) to a library that knows what each language looks like."""
    from charset_normalizer import from_bytes

    best = from_bytes(content[:200_000], cp_isolation=["big5hkscs", "big5", "gb18030"]).best()
    if best is None:
        return None
    return content.decode(best.encoding, "replace")
