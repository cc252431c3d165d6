"""Long words with a character left out, doubled, or swapped with its neighbour."""

from __future__ import annotations

# One character less makes another name of a shorter one: 制造创新中心, 制造业创新中心.
_LONG_ENOUGH_TO_LACK = 8


def is_slip(word: str, typed: str) -> bool:
    """Tell whether ``typed`` is a long word with a character swapped, left out or typed twice."""
    if not typed.endswith(word[-1]) or abs(len(word) - len(typed)) > 1:
        return False
    if len(typed) == len(word):  # one replaced is judged by its sound
        return sorted(typed) == sorted(word) and _distance(word, typed) == 1
    if len(typed) < len(word):
        return len(word) >= _LONG_ENOUGH_TO_LACK and _distance(word, typed) == 1
    return set(typed) == set(word) and _distance(word, typed) == 1


def _distance(word: str, typed: str) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(word, typed)
