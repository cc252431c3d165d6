"""Traditional characters written simplified and footnote marks blanked, so that spans stay."""

from __future__ import annotations

import re

from assistant.text import fold_text


class _Simple(dict[int, str]):
    """Simplified form by code point, filled as characters are first seen."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = fold_text(character) if 0x2E80 <= code < 0xFB00 else character
        # Widths, quotes and punctuation stay: what follows knows them in every form.
        simple = self[code] = folded if len(folded) == 1 and folded.isalpha() else character
        return simple


_SIMPLE = _Simple()


# The marks of footnotes behind words: "地区生产总值[2]", "总人口①", "R&D经费支出〔3〕达".
_FOOTNOTES = re.compile(
    r"(?<=[\u4e00-\u9fff”)）])(?:[\[［](?:注)?\s?\d{1,2}[\]］]|[〔【](?:注)?\s?\d{1,2}[〕】](?=[\u4e00-\u9fff(（\d])"
    r"|[¹²³⁰⁴-⁹]{1,2}|[①-⑳](?=[\d(（，,。；]|$))"
)
# Stands for a character that is no part of a sentence; no pattern knows it.
BLANK = "\ue000"


def without_footnotes(text: str) -> str:
    """Put ``BLANK`` for the marks of footnotes, one for one, so that spans stay what they were.

    >>> without_footnotes("总人口[3]80万人").replace(BLANK, "")
    '总人口80万人'
    """
    return _FOOTNOTES.sub(lambda match: BLANK * len(match.group()), text)


_AS_BELOW = re.compile(r"[(（][^()（）\d]{0,12}下同[)）]|[,，]\s?下同(?=[)）])")


def without_remarks(text: str) -> str:
    """Put ``BLANK`` for remarks on how figures are to be read.

    >>> without_remarks("产值同比（下同）增长4%").replace(BLANK, "")
    '产值同比增长4%'
    """
    return _AS_BELOW.sub(lambda match: BLANK * len(match.group()), text)


def simplify(text: str) -> str:
    """Write traditional characters simplified; spans of the result are the text's own.

    >>> simplify("臨平區２０２４年計劃，")
    '临平区２０２４年计划，'
    """
    return text.translate(_SIMPLE)
