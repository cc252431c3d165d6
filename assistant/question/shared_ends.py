"""Names side by side that share an end: 城镇和农村居民收入 are 城镇居民收入 and 农村居民收入."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.question.names import Names

_JOINT = re.compile(r"(?<=[一-鿿])(?:以及|[和与跟及、])(?=[一-鿿])")
# What stands before the first of the names: a place, a time, another of them, or nothing.
_OPENING = re.compile(r"(?:^|[^一-鿿]|[区县市州盟旗年月底末的]|以及|[和与跟及、])$")
_BETWEEN = re.compile(r"(?:一年|每年|全年|当年)?的?")
_LEAST, _LONGEST, _LONGEST_END = 2, 8, 14  # characters of what each begins with, and of the end
_LONG_END = 4  # characters of the end behind a name that begins with one: 镇一般公共预算支出
_MOST_NAMES = 4
# "人均收入,城镇和农村各是多少": the end that they share is said before them.
_TOPIC = re.compile(
    r"(?P<topic>[一-鿿]{2,})[,，](?:其中)?(?P<first>[一-鿿]{2,8}?)(?P<joint>以及|[和与跟及、])(?P<second>[一-鿿]{2,8}?)"
    r"(?=(?:又|都)?(?:各自?|分别)(?:[是有为达]到?|增长|下降)*(?:多少|几))"
)
_OF_ALL = re.compile(r"(?:(?:全体|城乡)?居民)?的?$")
# Industries that go by two names: 智能汽车及智能装备制造产业 is 智能汽车产业 in short.
_OF_TWO_NAMES = re.compile(
    r"^(?P<first>[一-鿿]{3,8}?)[及和与](?P<other>[一-鿿]{2,8}?)(?:制造|研发)?产业(?P<of>[一-鿿]{2,4})$",
    re.MULTILINE,
)
_PEOPLE = (
    (re.compile(r"(?:城里|城市|城镇)(?:的?(?:人|居民|常住居民))?|市民"), "城镇居民"),
    (re.compile(r"(?:农村|乡下|乡村)(?:的?(?:人|居民|常住居民))?|农民|农户"), "农村居民"),
)


def each_in_full(text: str, names: Names) -> str:
    """Return a folded question in which each of several names has the end that they share.

    >>> each_in_full("甲区2024年城里人和农村人一年的人均可支配收入分别是多少?", Names())
    '甲区2024年城镇居民人均可支配收入和农村居民人均可支配收入分别是多少?'
    >>> each_in_full("甲区教育、卫生健康支出多少?", Names(["教育支出", "卫生健康支出"]))
    '甲区教育支出、卫生健康支出多少?'
    >>> each_in_full("甲区居民人均可支配收入,城镇和农村各是多少?", Names())
    '甲区城镇居民人均可支配收入和农村居民人均可支配收入各是多少?'
    >>> each_in_full("甲区安全事故和安全事故死亡人数", Names(["安全事故死亡人数"]))
    '甲区安全事故和安全事故死亡人数'
    """
    text = _topic_in_full(_industry_in_full(text, names), names)
    for _ in range(_MOST_NAMES - 1):
        written = _one_in_full(text, names)
        if written == text:
            break
        text = written
    return text


def _industry_in_full(text: str, names: Names) -> str:
    """Call an industry of two names as the document does: by both, and by what it makes.

    >>> _industry_in_full("甲区智能汽车产业产值多少?", Names(["智能汽车及智能装备制造产业产值"]))
    '甲区智能汽车及智能装备制造产业产值多少?'
    """
    for told in _OF_TWO_NAMES.finditer(names.text if "产业" in text else ""):
        first, other, of = told["first"], told["other"], told["of"]
        short = rf"(?<![及和与、]){first}(?:[及和与]{other})?(?:产业)?的?{of}"
        if names.knows(f"{first}产业{of}") or told.group() in text:
            continue
        text = re.sub(short, told.group(), text)
    return text


def _topic_in_full(text: str, names: Names) -> str:
    """Name two things in full whose end is said before them: "支出,教育和卫生各多少"."""
    said = _TOPIC.search(text)
    if said is None:
        return text
    topic = said["topic"]
    for at in range(max(0, len(topic) - _LONGEST_END), len(topic) - _LEAST + 1):
        end = topic[at:]
        first, second = (
            next((n for n in _written(said[part]) if names.knows(n + end)), "")
            for part in ("first", "second")
        )
        if first and second:
            before = _OF_ALL.sub("", text[: said.start() + at])
            return f"{before}{first}{end}{said['joint']}{second}{end}{text[said.end() :]}"
    return text


def _one_in_full(text: str, names: Names) -> str:
    for joint in reversed(list(_JOINT.finditer(text))):
        for second, end, rest in _ended(text[joint.end() :], names):
            for at in range(max(0, joint.start() - _LONGEST), joint.start() - _LEAST + 1):
                typed = text[at : joint.start()]
                if not _OPENING.search(text[:at]) or names.knows(
                    f"{text[at : len(text) - len(rest)]}"
                ):
                    continue
                first = next((n for n in _written(typed) if names.knows(n + end)), "")
                apart = not (typed.endswith(end) or second.startswith(typed))
                if first and apart:
                    return f"{text[:at]}{first}{end}{joint.group()}{second}{end}{rest}"
    return text


def _ended(text: str, names: Names) -> Iterator[tuple[str, str, str]]:
    """Names that a text begins with, parted where they could: the longest end first."""
    found = []
    for length in range(1, min(_LONGEST, len(text)) + 1):
        least = _LEAST if length >= _LEAST else _LONG_END
        start = length + len(between.group()) if (between := _BETWEEN.match(text[length:])) else 0
        for end in range(start + least, min(start + _LONGEST_END, len(text)) + 1):
            tail = text[start:end]
            named = next((n for n in _written(text[:length]) if names.knows(n + tail)), "")
            if named:
                found.append((named, tail, text[end:]))
    return iter(sorted(found, key=lambda parts: (len(parts[2]), -len(parts[1]))))


def _written(typed: str) -> tuple[str, ...]:
    """What a name begins with, as it is typed and as documents write who is meant."""
    people = tuple(name for who, name in _PEOPLE if who.fullmatch(typed))
    return (*people, typed)
