"""Traditional characters written simplified, one for one, so that spans stay what they were."""

from __future__ import annotations

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


def simplify(text: str) -> str:
    """Write traditional characters simplified; spans of the result are the text's own.

    >>> simplify("臨平區２０２４年計劃，")
    '临平区２０２４年计划，'
    """
    return text.translate(_SIMPLE)
