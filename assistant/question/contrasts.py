"""Follow-ups that set side by side what was spoken of: 和乙区比呢, 谁更高, 差多少."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.question.carried import years_available
from assistant.question.corpus import Corpus
from assistant.question.frames import Frame, kind_word, places_of, subject_of
from assistant.question.query import chinese_number
from assistant.schema import Query


def set_beside(
    text: str, query: Query, periods: tuple[str, ...], earlier: Sequence[Query], corpus: Corpus
) -> Frame:
    """Set what was last spoken of beside what the follow-up names, or the last few sides."""
    previous = earlier[-1]
    spoken = earlier[-1:] if query.districts else earlier[-_how_many(text) :]
    pairs = [place for q in spoken for place in places_of(q)]
    for index, district in enumerate(query.districts):
        own = periods[index : index + 1] or years_available(district, previous, corpus)[:1] or ("",)
        pairs.append((district, own[0]))
    ask = "相差多少" if "difference" in query.asks else "谁更高"
    if re.search(r"最低|更低|最少|更少|谁低|谁少|慢", text):
        ask = "谁更低"
    subject = next((s for q in reversed(spoken) if (s := subject_of(q))), "")
    measured = "增长" if "growth" in (query.measures or previous.measures) else ""
    subject = f"{subject}{measured}" if measured and not subject.endswith(measured) else subject
    said = {kind_word(q) for q in spoken}  # a plan and a result are set side by side as they are
    kind = kind_word(query) or (said.pop() if len(said) == 1 else "")
    return Frame(tuple(dict.fromkeys(pairs)), kind, subject, ask)


def _how_many(text: str) -> int:
    match = re.search(r"([二两三四五六七八九十]|\d)(?:个|者|项)", text)
    return chinese_number(match.group(1)) if match else 2
