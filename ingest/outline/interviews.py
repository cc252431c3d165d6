"""Questions of a press conference or an interview, each of which heads the answer below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.question.statement_cues import SPEAKER
from ingest.outline.headings import UNNUMBERED_RANK, Heading
from ingest.outline.lines import Line

_RANK = UNNUMBERED_RANK - 1  # below all numbers
_FEWEST = 2  # questions of a text that is one
# "[湖南日报记者]", "【记者】", "新华社记者:", "问:", "问题3:"
_ASKER = (
    r"[^\[\]【】〔〕:：。,，?？\n]{0,14}(?:记者|网友|媒体|听众|观众|市民)"
    r"(?:[ \u3000][^\s:：。,，]{2,4})?"
)
_ASKED = re.compile(
    rf"(?:[\[【〔](?:{_ASKER}|问|提问)[\]】〕]\s*[:：]?|(?:{_ASKER}|问题?\s?\d{{0,2}}|提问|Q\d{{0,2}})\s*[:：])"
    r"\s*(?P<words>\S.*)"
)
_POLITE = re.compile(
    r"(?:(?:请|想|我想|再)*(?:追问|问|请教|了解)(?:一下|一个问题)?(?:的是)?|你好|您好|主持人好)[,，:：、]?\s*"
)


def find_asked(lines: Sequence[Line]) -> dict[int, Heading]:
    """The questions of a text that has several, by their lines.

    >>> asked = find_asked([Line(0, 13, "[甲报记者] 请问学位够吗?"), Line(14, 20, "[乙] 够。"),
    ...                     Line(21, 29, "问:停车难怎么办?"), Line(30, 35, "答:扩建。")])
    >>> [heading.text for heading in asked.values()]
    ['学位够吗?', '停车难怎么办?']
    """
    found: dict[int, Heading] = {}
    for index, line in enumerate(lines[:-1]):
        asked = _ASKED.fullmatch(line.text)
        if asked is None or not re.search(r"[?？]", asked["words"]):
            continue
        polite = _POLITE.match(asked["words"])
        at = asked.start("words") + (polite.end() if polite else 0)
        span = (line.start + at, line.start + len(line.text))
        found[index] = Heading(_RANK, 0, line.start, span, line.text[at:])
    return found if len(found) >= _FEWEST else {}


def without_speakers(text: str) -> str:
    """Put blanks for the names of speakers at the heads of lines, so that spans stay what they are.

    >>> without_speakers("[贺明] 投资增长3%。")
    '     投资增长3%。'
    """
    return SPEAKER.sub(lambda match: " " * len(match.group()), text)
