"""The serial number that a line is, or that stands before a name."""

from __future__ import annotations

import re

_HAN = "一二三四五六七八九"
_HAN_NUMBER = re.compile(r"[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]")
_PART_NUMBER = re.compile(r"(\d{1,3})\s?[-—–]\s?(\d{1,2})")
_NUMBERED = re.compile(r"(\d{1,3})\s?[.、．]\s?[^\d\s]")
_LONGEST_NAME = 40


def serial_number(text: str) -> int | None:
    """Return the number that a line is, in digits or in words.

    >>> serial_number("12."), serial_number("二十三"), serial_number("12月")
    (12, 23, None)
    """
    digits = text.rstrip(".、．")
    if _HAN_NUMBER.fullmatch(digits):
        tens, _, ones = digits.rpartition("十")
        ten = 0 if "十" not in digits else _HAN.find(tens) + 1 if tens else 1
        return 10 * ten + _HAN.find(ones) + 1 if ones else 10 * ten
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else None


def part_number(text: str) -> tuple[int, int] | None:
    """Return number and part of a line that numbers one of the rows which share a number.

    >>> part_number("9-2"), part_number("9"), part_number("9-2月")
    ((9, 2), None, None)
    """
    parts = _PART_NUMBER.fullmatch(text)
    return (int(parts[1]), int(parts[2])) if parts else None


def counts_on(above: tuple[int, int], text: str) -> tuple[int, int] | None:
    """Return the number and part that a line is where it counts on from those above, else None.

    >>> [counts_on((8, 0), text) for text in ("9", "9-1", "9-2", "10")]
    [(9, 0), (9, 1), None, None]
    >>> counts_on((9, 1), "9-2"), counts_on((9, 1), "10-1")
    ((9, 2), (10, 1))
    """
    number, part = above
    if serial_number(text) == number + 1:
        return number + 1, 0
    following = [(number + 1, 1), *([(number, part + 1)] if part else [])]
    found = part_number(text)
    return found if found in following else None


def name_number(text: str) -> int:
    """The number before a name, 0 for any other line.

    >>> name_number("2、税收"), name_number("20.5万元"), name_number("1.抓好秋冬种。")
    (2, 0, 0)
    """
    match = _NUMBERED.match(text) if len(text) <= _LONGEST_NAME else None
    return int(match[1]) if match and not text.endswith(("。", "；", ";")) else 0
