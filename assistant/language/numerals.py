"""Numerals, Arabic and Chinese, and their values."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

# One character for one, so that offsets stay; traditional units and the words around figures too.
HALF_WIDTH = str.maketrans(
    "０１２３４５６７８９．％﹪－−～〜億萬個戶棟輛畝頃噸條項張場間隻層處點幣兩餘約過達於內歲週時鐘減負長縮漲佔",
    "0123456789.%%--~~亿万个户栋辆亩顷吨条项张场间只层处点币两余约过达于内岁周时钟减负长缩涨占",
)
HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
HAN_NUMBER = "零〇一二两三四五六七八九十百千万亿"
# A longer run of digits is an identifier or noise.
MAX_DIGITS = 15
_HAN_SCALES = {"十": 10, "百": 100, "千": 1000}


def parse_number(text: str) -> Decimal | None:
    """The value of an Arabic or Chinese numeral, or None where the text is none.

    >>> parse_number("一百二十"), parse_number("1,234.5"), parse_number("三点五")
    (Decimal('120'), Decimal('1234.5'), Decimal('3.5'))
    """
    if not text or len(text) > 2 * MAX_DIGITS:
        return None
    plain = text.translate(HALF_WIDTH).replace(",", "")
    if plain[0] in "-.0123456789":
        try:
            return Decimal(plain)
        except InvalidOperation:
            return None
    return _han_value(plain)


def chinese_number(text: str) -> int:
    """Return the value of a small number in digits or Chinese numerals.

    >>> chinese_number("一百零三"), chinese_number("十二"), chinese_number("88")
    (103, 12, 88)
    """
    if text.isdigit():
        return int(text)
    total = current = 0
    for char in text:
        if char in "十百":
            total += (current or 1) * (10 if char == "十" else 100)
            current = 0
        else:
            current = HAN_DIGITS.get(char, 0)
    return total + current


def _han_value(text: str) -> Decimal | None:
    """The value of a Chinese numeral without 万 and 亿, which belong to the unit."""
    whole, point, fraction = text.partition("点")
    if any(c not in HAN_DIGITS and c not in _HAN_SCALES for c in whole) or not whole:
        return None
    if point:
        if not fraction or any(c not in HAN_DIGITS for c in fraction):
            return None
        decimals = "".join(str(HAN_DIGITS[c]) for c in fraction)
        whole_value = _han_value(whole)
        return None if whole_value is None else Decimal(f"{whole_value}.{decimals}")
    if len(whole) > 1 and all(c in HAN_DIGITS for c in whole):
        return Decimal("".join(str(HAN_DIGITS[c]) for c in whole))
    total, digit = 0, 0
    for c in whole:
        if c in _HAN_SCALES:
            total += (digit or 1) * _HAN_SCALES[c]
            digit = 0
        else:
            digit = HAN_DIGITS[c]
    return Decimal(total + digit)
