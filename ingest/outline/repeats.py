"""A body that a file holds twice: found by its sentences, in spite of small differences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.schema import Span
from ingest.outline.lines import Line, SpanSet, merge_spans

_SENTENCE = re.compile(r"[^。；;！!？?|\t]+")
_NOISE = re.compile(r"[\s\u3000*#“”\"'‘’,，、:：.．()（）]+")

_MIN_SENTENCE = 4
_MIN_RUN = 200
_MAX_GAP = 3


def find_repeats(lines: Sequence[Line], furniture: SpanSet) -> tuple[Span, ...]:
    """Spans of runs of lines that stood above already, in at least 200 characters.

    A line counts as repeated where nine tenths of it, in sentences, stand in earlier lines; what
    differs in blanks, punctuation or width does not differ. New lines stay out of the spans.
    """
    repeated = _repeated(lines)
    spans: list[Span] = []
    run: list[int] = []
    gap = 0
    for index, is_repeated in enumerate([*repeated, False]):
        if is_repeated:
            run.append(index)
            gap = 0
            continue
        gap += index >= len(lines) or lines[index].start not in furniture
        if run and (gap > _MAX_GAP or index >= len(lines)):
            spans.extend(_span(lines, run, furniture))
            run = []
    return merge_spans(spans)


def _repeated(lines: Sequence[Line]) -> list[bool]:
    """For each line whether its sentences were all seen, the lines of its own run not counted.

    Sentences of a line enter the memory at once; a run of new lines followed by itself is what a
    doubled body is, whatever its length.
    """
    seen: set[str] = set()
    result = []
    for line in lines:
        sentences = [s for s in (_normalised(m) for m in _SENTENCE.findall(line.text)) if s]
        length = sum(map(len, sentences))
        known = sum(len(s) for s in sentences if s in seen)
        enough = any(len(s) >= _MIN_SENTENCE for s in sentences)
        result.append(enough and known >= 0.9 * length)
        seen.update(s for s in sentences if len(s) >= 4)
    return result


def _normalised(sentence: str) -> str:
    return _NOISE.sub("", sentence.translate(_WIDTH)).lower()


_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)}


def _span(lines: Sequence[Line], run: Sequence[int], furniture: SpanSet) -> list[Span]:
    """The run cut into spans without its new lines; nothing where it is too short to be a body."""
    own = (place for place, index in enumerate(run) if lines[index].start not in furniture)
    run = run[next(own, len(run)) :]
    long = any(len(lines[i].text) >= 60 for i in run)
    if not long or sum(len(lines[i].text) for i in run) < _MIN_RUN:
        return []
    pieces: list[Span] = []
    previous = run[0]
    start = run[0]
    for index in run[1:]:
        if any(lines[between].start not in furniture for between in range(previous + 1, index)):
            pieces.append((lines[start].start, lines[previous].end))
            start = index
        previous = index
    pieces.append((lines[start].start, lines[previous].end))
    return pieces
