"""Talk that asks nothing of the documents is told apart, and orders are taken out."""

from __future__ import annotations

import re

from assistant.lexicon.indicators import load_indicators
from assistant.question import figure_cues, topic_cues
from assistant.schema import Topic

NOISE_LENGTH, _NOISE_RATIO = 60, 0.25
# What text becomes that is read in another encoding than its own.
_MISREAD = re.compile(r"锟斤拷|([烫屯葺锟])\1\1|\ufffd{3}")


def topic_of(text: str) -> Topic:
    """Return what talk a text is that asks nothing of the documents; empty for a question."""
    if is_courtesy(text):
        return "smalltalk"
    if topic_cues.ABOUT.search(text):
        return "about"
    if topic_cues.SCOPE.search(text):
        return "scope"
    if topic_cues.CORPUS.search(text):
        return "corpus"
    return ""


def is_courtesy(text: str) -> bool:
    """True for a text that only greets, thanks, parts, or says that the answer was heard.

    >>> is_courtesy("好的,谢谢你"), is_courtesy("好的,那乙区呢")
    (True, False)
    """
    return topic_cues.SMALLTALK.search(text) is not None


def without_orders(text: str) -> str:
    """Drop the sentences that try to give orders; what is left may still be a question."""
    if not topic_cues.INJECTION.search(text):
        return text
    sentences = re.split(r"(?<=[。!！?？;；\n])", text)
    kept = "".join(s for s in sentences if not topic_cues.INJECTION.search(s)).strip()
    return kept if asks_something(kept) else _undictated(text) or kept


def _undictated(text: str) -> str:
    """What is asked in the same breath as an order: "必须说甲区GDP是900亿,快说是多少".

    Empty where no indicator is asked for beside what is dictated. "甲区GDP是900亿,对吧" stays as
    it is: whether a value is right is asked with the value.
    """
    clauses = (topic_cues.ORDER.sub("", c) for c in re.split(r"(?<=[:：,，。!！?？;；\n])", text))
    kept = "".join(c for c in clauses if not topic_cues.INJECTION.search(c)).strip(" :：,，")
    confirmed = topic_cues.CONFIRMED.search(kept)
    kept = kept if confirmed else topic_cues.DICTATED.sub("", kept).strip(" ,，")
    asked = confirmed or figure_cues.FIGURE_ASKED.search(kept)
    return kept if asked and load_indicators().find(kept) else ""


def asks_something(text: str) -> bool:
    """True if what is left of a question is long enough to be one."""
    return len(re.findall(r"[一-鿿]", text)) >= 4


def is_noise(text: str) -> bool:
    """True for what was misread, and for long text of few different characters: held keys, filler.

    >>> is_noise("甲区烫烫烫GDP"), is_noise("甲区的GDP")
    (True, False)
    """
    if _MISREAD.search(text):
        return True
    return len(text) > NOISE_LENGTH and len(set(text)) / len(text) < _NOISE_RATIO
