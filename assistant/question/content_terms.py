"""The words of a question that say what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.language.quantities import quantities_in
from assistant.language.tokenizer import is_verb, is_word, segments
from assistant.lexicon.synonyms import load_synonyms
from assistant.question import figure_cues, stopwords, topic_cues
from assistant.question.places import blank, spans_of
from assistant.schema import Query

_BEFORE_TIME = re.compile(r"(?<=[一-鿿]{2})(?<![达做存现正实内])[到至在](?= {2})")
_PARTICLE_AT_END = re.compile(r"呢(?=[?？。!！\s]*$)")  # a dictionary has 线呢, a cloth
_WHERE = re.compile(r"^在(?=[一-鿿]{2})")
# "文化节是某市哪个区办的": the city only tells where the districts are.
_IN_WHICH = re.compile(
    r"(?:(?:是|就是)?[在由]|是)(?:[一-鿿]{2}市?)?哪一?个?(?:区县|区|县|旗)(?!域|间|位)"
    r"|哪一?个(?:区县|区|县|旗)(?!域|间|位)"
)
_ASKS_WHICH = re.compile("哪[几些]|什么")
_GAP = re.compile(r" {2,}")
# "国际港|开了多少列", "考核里|排第几": what was done is no part of what it was done by.
_DOING = re.compile(
    r"(?<=[一-鿿])(?=[开建办修排装搞做招引卖种花投发打跑赚挣][了过]?(?:多少|几|第[几多]))"
    r"|(?<=[率量额值价度重])(?=[涨升降跌提增减][高了到至]*(?:多少|几))"  # 机械化率|涨了多少
)
# "完成数|多多少": by how much one is more than the other is no part of its name.
_APART = re.compile(r"(?<=[数值额量])[多少高低大小][出了]*(?=多少|几)")
_COUNTS = frozenset("种类项个些总年月本该各每均日")  # 哪几种产量: no product
# 追回来, 拿下来: which way it went, of which documents write the half (追回).
# What has a name of one character, where it is counted: 几个镇, 村有多少.
ONE_CHARACTER = frozenset("镇乡村")
_PLACES_COUNTED = re.compile(
    rf"(?:(?<=多少个)|(?<=几个)|(?<![一-鿿]))[{''.join(sorted(ONE_CHARACTER))}]"
    r"(?=[?？,，、]|$|(?:一?共|总共)?有?(?:多少|几)个)"
)
_TOWARDS = re.compile(r"[上下进出回过起][来去]$")
_AUXILIARY = re.compile("^[没未]|[得着些]$")
_TO_THE_END = re.compile("([一-鿿])[完好掉]$")


def content_terms(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` that say what the question is about, in order, each once."""
    # "打通60条了吗" asks whether a figure is right: its number is no name, and stands in none.
    confirmed = topic_cues.CONFIRMED.search(text)
    places = _PLACES_COUNTED.findall(text)
    text = _with_doing_apart(_IN_WHICH.sub("\n", text))
    offices = [m[1] or m[2] for m in stopwords.OFFICES_COUNTED.finditer(text)]
    text = blank(text, [m.span() for m in stopwords.OFFICES_COUNTED.finditer(text)])
    text = blank(text, [m.span() for m in stopwords.IN_CHARGE.finditer(text)])
    apart = [m.span() for m in _APART.finditer(text)]
    text = blank(text, [*apart, *(m.span() for m in figure_cues.COUNTED.finditer(text))])
    for pattern in stopwords.ASIDES:
        text = blank(text, [m.span() for m in pattern.finditer(text)])
    # A word of several, which has everyday names of its own, is one thing: 营业收入 is 营收, and
    # no dictionary has 住建局.
    known = [(w, s, e) for w, s, e in load_synonyms().spans(text) if _is_one_thing(w)]
    text = blank(text, [(s, e) for _, s, e in known])
    # What stood between two words parts them: "给2020年定的" is not 给定, and the 到 of
    # "规划到2023年编完几个" belongs to the time.
    text = _BEFORE_TIME.sub(" ", _PARTICLE_AT_END.sub(" ", text))
    words = _with_products(_as_classes(_as_digital(segments(_GAP.sub("\n", text)))))
    found = [
        *offices,
        *(w for w, _, _ in known),
        *(_bare(w) for w in words if not _says_nothing(w)),
    ]
    stated = {q.value_text for q in quantities_in(text) if q.unit} if confirmed else set()
    kept = [w for w in found if len(w) > 1 and not stopwords.POINTED_AT.fullmatch(w)]
    kept = [w for w in kept if w.rstrip("%‰") not in stated]
    return tuple(dict.fromkeys([*(w for w in kept if w.strip()), *places]))


def _is_one_thing(word: str) -> bool:
    return (len(word) > 3 and _has_content(word)) or (len(word) == 3 and word.endswith("局"))


def _with_doing_apart(text: str) -> str:
    r"""Part what was done from the word before it, where no dictionary has both as one.

    >>> _with_doing_apart("国际港开了多少列"), _with_doing_apart("新建了几座")
    ('国际港\n开了多少列', '新建了几座')
    """
    for match in reversed(list(_DOING.finditer(text))):
        at = match.start()
        if not is_word(text[at - 1 : at + 1]):
            text = f"{text[:at]}\n{text[at:]}"
    return text


def _with_products(words: Sequence[str]) -> Iterator[str]:
    """Put a product of one character to what there is of it: 羊|出栏 is none of 兔|出栏.

    So is a number to its 亿 or 万, or to what it names: 30亿元以上项目 are no 亿元以上项目.
    """
    before = ""
    for word, after in pairwise([*words, ""]):
        number = word.isdigit() and _is_named_by_number(after)
        if number or (len(word) == 1 and word not in stopwords.FUNCTION_WORDS | _COUNTS):
            before = word
            continue
        joined = stopwords.YIELD.fullmatch(word) or (before.isdigit() and _is_named_by_number(word))
        yield before + word if joined else word
        before = ""


def _as_digital(words: Sequence[str]) -> list[str]:
    """Put 数字 to the thing behind it: 数字|企业 are digital ones, and no figure of 企业.

    >>> _as_digital(["数字", "企业", "的", "数字", "涵盖"])
    ['数字企业', '的', '数字', '涵盖']
    """
    joined: list[str] = []
    for word in words:
        thing = len(word) > 1 and not (is_verb(word) or word in stopwords.FUNCTION_WORDS)
        if thing and joined[-1:] == ["数字"]:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _as_classes(words: Sequence[str]) -> list[str]:
    """Put 类 to the letter before it: people of d|类 are not all people.

    >>> _as_classes(["认定", "d", "类", "人才"])
    ['认定', 'd类', '人才']
    """
    joined: list[str] = []
    for word in words:
        before = joined[-1] if joined else ""
        if word == "类" and len(before) == 1 and before.isascii() and before.isalpha():
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _says_nothing(word: str) -> bool:
    """True for a word without content, alone or behind one that asks: 哪些方面, 怎么弄."""
    if word in stopwords.FUNCTION_WORDS or stopwords.HOW_DONE.fullmatch(word):
        return True
    asked = _ASKS_WHICH.match(word)
    return asked is not None and word[asked.end() :] in stopwords.FUNCTION_WORDS


def _is_named_by_number(word: str) -> bool:
    named = word.startswith(("亿", "万")) or (len(word) > 1 and word.startswith("号"))
    return named and word not in stopwords.FUNCTION_WORDS


def _bare(word: str) -> str:
    """Take the auxiliary off a verb that no dictionary has with it: 要建, 产了, 没通, 改得."""
    done = _TO_THE_END.fullmatch(word)
    if done and is_verb(done[1]) and not is_word(word):
        return load_synonyms().one_sense(done[1]) or done[1]  # 拆完 is 拆除, 改完 of anything
    verb = _AUXILIARY.sub("", word)
    if len(verb) == 1 and len(word) == 2 and is_verb(verb) and not is_verb(word):
        return verb  # a dictionary has 没通 and 改得, and as no verbs: 没收, 取得
    counted = word.removesuffix("数")
    if counted != word and len(counted) > 1 and is_word(counted):
        return counted  # 床位数 are 床位
    if len(word) == 2 and word[1] == "要" and not is_word(word):
        return word[0]  # 村要占 is of 村
    if len(word) > 2 and _TOWARDS.search(word):
        return word[:-1]
    if is_word(where := _WHERE.sub("", word)):
        return where  # 在城镇 is where
    return word if is_word(word) else stopwords.WANTED.sub("", word).removesuffix("了")


def _has_content(word: str) -> bool:
    parts = segments(word)
    return not figure_cues.PLAN.search(word) and not all(
        part in stopwords.FUNCTION_WORDS for part in parts
    )


def with_weak_terms(query: Query) -> Query:
    """Look for the words that mostly carry nothing, where a question has no others.

    "昆山2023年有哪几项指标没达到预期?" is clear to a person.
    """
    slots = spans_of(query, ("district", "period"))
    words = [
        w for w in segments(blank(query.text, slots)) if w not in stopwords.PARTICLES and len(w) > 1
    ]
    if query.topic != "unclear" or not slots or len(words) < 2:
        return query
    return replace(query, topic="", terms=tuple(dict.fromkeys(words)))
