"""Automatic numbers of Word paragraphs: "一、" and "(三)" that stand in no paragraph's text.

Word keeps for each list and level a format and a template such as "第%1章"; the numbers themselves
are counted when the document is shown. They are counted here the same way.
"""

from __future__ import annotations

from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "零一二三四五六七八九"
_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "ideographDigital",
    "japaneseCounting",
    "taiwaneseCountingThousand",
    "chineseLegalSimplified",
}
# Bullets, and formats that Chinese offices do not number headings with.
_SILENT = {"bullet", "none"}


class Numbering:
    """Counts the numbered paragraphs of a document in the order in which they are asked for."""

    def __init__(self, document: Any) -> None:
        self._styles = document.styles.element
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._abstract: dict[str, str] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return  # a document without lists
        for definition in root.iterchildren(f"{_W}abstractNum"):
            self._read_levels(definition.get(f"{_W}abstractNumId"), definition)
        for number in root.iterchildren(f"{_W}num"):
            reference = number.find(f"{_W}abstractNumId")
            if reference is not None:
                self._abstract[number.get(f"{_W}numId")] = reference.get(f"{_W}val")

    def label(self, paragraph: Any) -> str:
        """Return the number that Word shows before a paragraph, or nothing."""
        found = self._list_of(paragraph)
        if found is None:
            return ""
        abstract, level = found
        if (abstract, level) not in self._levels:
            return ""
        form, template, start = self._levels[abstract, level]
        counts = self._counts.setdefault(abstract, {})
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [number for number in counts if number > level]:
            del counts[deeper]
        if form in _SILENT:
            return ""
        return self._written(abstract, level, template, counts)

    def _written(self, abstract: str, level: int, template: str, counts: dict[int, int]) -> str:
        for upper in range(level + 1):
            form, _, start = self._levels.get((abstract, upper), ("decimal", "", 1))
            template = template.replace(
                f"%{upper + 1}", format_count(counts.get(upper, start), form)
            )
        return template

    def _list_of(self, paragraph: Any) -> tuple[str, int] | None:
        """Return list and level of a paragraph, from itself or from its style."""
        properties = paragraph.find(f"{_W}pPr")
        numbering = properties.find(f"{_W}numPr") if properties is not None else None
        level = _value(numbering, "ilvl")
        number = _value(numbering, "numId")
        style_id = _value(properties, "pStyle")
        style = self._styles.get_by_id(style_id) if style_id else None
        for _ in range(10):  # a style stands on another one
            if number or style is None:
                break
            inherited = style.find(f"{_W}pPr/{_W}numPr")
            number = _value(inherited, "numId")
            level = level or _value(inherited, "ilvl")
            style = style.base_style
        if not number or number == "0" or number not in self._abstract:
            return None
        return self._abstract[number], int(level or 0)

    def _read_levels(self, abstract: str, definition: Any) -> None:
        for level in definition.iterchildren(f"{_W}lvl"):
            start = _value(level, "start")
            self._levels[abstract, int(level.get(f"{_W}ilvl"))] = (
                _value(level, "numFmt") or "decimal",
                _value(level, "lvlText") or "",
                int(start) if start.isdecimal() else 1,
            )


def format_count(count: int, form: str) -> str:
    """Write a number in one of Word's formats.

    >>> format_count(12, "chineseCounting"), format_count(3, "decimalEnclosedCircleChinese")
    ('十二', '③')
    >>> format_count(4, "upperLetter"), format_count(7, "decimal")
    ('D', '7')
    """
    if form in _CHINESE:
        return _chinese(count)
    if form.startswith("decimalEnclosedCircle") and 1 <= count <= 20:
        return chr(ord("①") + count - 1)
    if form in ("upperLetter", "lowerLetter") and 1 <= count <= 26:
        return chr(ord("A" if form == "upperLetter" else "a") + count - 1)
    return str(count)


def _chinese(count: int) -> str:
    if not 0 < count < 100:
        return str(count)
    tens, ones = divmod(count, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def _value(parent: Any, name: str) -> str:
    child = parent.find(f"{_W}{name}") if parent is not None else None
    return str(child.get(f"{_W}val") or "") if child is not None else ""
