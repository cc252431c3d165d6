"""The serial number that a line is, or that stands before a name."""

from __future__ import annotations

import re

_HAN = "一二三四五六七八九"
_HAN_NUMBER = re.compile(r"[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]")
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


def name_number(text: str) -> int:
    """The number before a name, 0 for any other line.

    >>> name_number("2、税收"), name_number("20.5万元"), name_number("1.抓好秋冬种。")
    (2, 0, 0)
    """
    match = _NUMBERED.match(text) if len(text) <= _LONGEST_NAME else None
    return int(match[1]) if match and not text.endswith(("。", "；", ";")) else 0
