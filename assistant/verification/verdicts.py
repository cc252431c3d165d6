"""Who is higher, whether a target is reached, what is missing: proved or not said.

A verdict of a sentence holds if its own figures show it, or a conclusion that the keyless answer
computed, or the words of the passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.language.amounts import base
from assistant.language.changes import MOVED, RISEN
from assistant.language.limits import LESS, is_ceiling, is_unwanted
from assistant.language.quantities import Quantity, comparable, find_quantities
from assistant.verification.grounds import squeezed

_LESS = re.compile(LESS)  # "低于目标" is a verdict, and no goal
_NOT = r"(?:未能?|没有?能?|没能|尚未|并未|不)"
_GOAL = r"(?:目标|任务|计划|预期)"
REACHED = re.compile(
    rf"(?P<no>{_NOT})?(?:提前|全面|顺利)?(?P<word>超额完成|完成|达到|达成|实现|超过|高于|低于|少于|不及|够|高出|低)了?"
    rf"(?:(?:了)?(?:其|该|这一|本|设定的?|提出的?|确定的?|年初|年度|全年|既定|预期|原定|力争|确保|突破|不低于"
    rf"|\d[\d.,]*(?:%|[^\d\s,;。这该]{{1,4}})|以上|左右|的|、)){{0,8}}{_GOAL}(?!的?\s*\d|[^,;。]{{0,10}}的\s*\d)"
    rf"|(?P<bare>(?P<neg>{_NOT})(?:完成|达到|达成|达标|实现)(?=$|[\s,;。了])|达到了(?=$|[\s,;。])|超额"
    r"|已(?:经|全部|如期)?(?:完成|达成|达标|实现)(?=$|[\s,;。]))"
)
_HALF = re.compile(rf"(?P<no>{_NOT}|尚未|不到)?(?:过半|超过?一半)")
_SUPERLATIVE = re.compile(r"[更最](?P<word>[高多大快强优好低少小慢弱差])")
_PAIRED = re.compile(
    r"(?P<word>高于|多于|大于|快于|优于|强于|低于|少于|小于|慢于|弱于|不及|超过|高出|多出)"
    r"|(?<![占同环对相之率])比(?![率例重])[^,;。\s]{1,16}?(?P<word2>(?<!降)[高多大快低少小慢])"
)
_TREND = re.compile(rf"(?P<word>{MOVED}|[增升降减])[到至](?!今)")
_SAME = re.compile(r"相同|持平|一样(?!板)|相当于?|一致")
_PRAISE = re.compile(r"领先|落后|赶超|居首|垫底|名列前茅|遥遥")
_CAUTION = re.compile(r"不宜[^,;。]*比较|不能直接比较|仅供参考|只能参考|不具(?:有)?可比性")
_ABSENT = re.compile(
    r"(?:没有|并未|未|尚未|没|不)(?:明确|具体)?(?:给出|提供|提及|列出|说明|公布|写明|披露|包含)"
    r"|(?:资料|文件|文档|文中|报告|材料)[^,;。]{0,6}没有|没有[^,;。]{0,16}(?:数据|数值|百分比)"
    r"|无法(?:进行)?(?:直接)?(?:比较|判断|确定)|缺少"
)
_HIGH = re.compile("[高多大快强优好超出]")
_ABOVE = re.compile("^(?:降幅大于|高于)")
_RANKED = re.compile("从高到低|高于|降幅大于")
_ORDERED = re.compile(r"([^\s>:,。()]+)\(([^()]+(?:\([^()]*\))?[^()]*)\)")
_TARGETED = re.compile(r"目标|任务|计划|力争|确保|预期")

Bound = tuple[str, Quantity]  # a figure and the district it is of


@dataclass(frozen=True, slots=True)
class Conclusions:
    """What the keyless answer has computed, or found missing.

    ``order`` are the sides of a comparison with their amounts, ``reached`` and ``halfway`` are None
    where nothing was judged, ``missing`` names the sides without a value.
    """

    order: tuple[tuple[str, Decimal], ...] = ()
    reached: bool | None = None
    halfway: bool | None = None
    cautioned: bool = False
    missing: tuple[str, ...] = ()
    no_figure: bool = False


def read_conclusions(lines: Sequence[str], missing: Sequence[str]) -> Conclusions:
    """Read the computed lines of an answer.

    >>> read_conclusions(["与目标相比:未达到,低于目标2家。"], []).reached
    False
    >>> [name for name, _ in read_conclusions(["甲区(7%)高于乙区(6%),相差1个百分点。"], []).order]
    ['甲区', '乙区']
    >>> [name for name, _ in read_conclusions(["甲区(-7%)降幅大于乙区(-6%)。"], []).order]
    ['乙区', '甲区']
    """
    text = "\n".join(lines)
    judged = re.search(r"与目标相比:(已|未)达到", text)
    half = re.search(r"(已|未)过半", text)
    order = [
        (_ABOVE.sub("", name), base(found[0])[0])
        for name, amount in _ORDERED.findall(text if _RANKED.search(text) else "")
        if (found := find_quantities(amount))
    ]
    return Conclusions(
        tuple(order[::-1] if "降幅大于" in text else order),
        judged.group(1) == "已" if judged else None,
        half.group(1) == "已" if half else None,
        bool(_CAUTION.search(text)),
        tuple(missing),
        "没有给出具体数值" in text,
    )


def absent_clauses(text: str, conclusions: Conclusions, districts: Sequence[str]) -> str:
    """Blank the clauses that rightly say what the documents do not; the rest is left as it is.

    ``districts`` are all that ``text`` may name; one that has a value is not missing.
    """
    kept = list(text)
    for match in re.finditer(r"[^,;。]+", text):
        clause = match.group()
        if _is_rightly_absent(clause, conclusions, districts):
            kept[match.start() : match.end()] = " " * len(clause)
    return "".join(kept)


def _is_rightly_absent(clause: str, conclusions: Conclusions, districts: Sequence[str]) -> bool:
    if _CAUTION.search(clause):
        return conclusions.cautioned
    if not _ABSENT.search(clause) or find_quantities(clause):
        return False
    named = [d for d in districts if d in clause or d[:-1] in clause]
    lacks = all(any(d in side for side in conclusions.missing) for d in named)
    return lacks and bool(conclusions.missing or conclusions.no_figure)


def unproved_verdict(
    text: str, figures: Sequence[Bound], conclusions: Conclusions, passages: Sequence[str]
) -> str:
    """Return the words of a verdict that nothing proves, or nothing.

    ``figures`` are those of the sentence, in order, ``passages`` the cited texts without blanks.
    """
    quantities = [q for _, q in figures]
    for match in REACHED.finditer(text):
        if not _is_reached(match, quantities, conclusions, passages):
            return match.group()
    goals = [m.span() for m in REACHED.finditer(text)]
    for pattern in (_HALF, _SUPERLATIVE, _PAIRED, _TREND, _SAME, _PRAISE):
        for match in pattern.finditer(text):
            inside = any(s <= match.start() < e for s, e in goals)
            if inside or _quoted(match, passages):
                continue
            if _is_bound(match, quantities) or _holds(pattern, match, figures, conclusions):
                continue
            return match.group()
    return ""


def _quoted(match: re.Match[str], passages: Sequence[str]) -> bool:
    """True if a passage has these words between the same neighbours."""
    text = match.string
    before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() :][:2]
    near = squeezed(before + match.group() + after)
    return any(near in passage for passage in passages)


def _is_bound(match: re.Match[str], quantities: Sequence[Quantity]) -> bool:
    """True for "超过40亿元": part of the figure, which is held to the passage's own bound."""
    following = re.match(r"了?\s*", match.string[match.end() :])
    at = match.end() + (following.end() if following else 0)
    inside = any(
        (q.qualifier and q.start <= match.start() < q.end)
        or (q.qualifier == match.group() and q.start <= at <= q.end)
        for q in quantities
    )
    return inside and not _targeted_after(match.string, quantities, match)


def _targeted_after(text: str, quantities: Sequence[Quantity], match: re.Match[str]) -> bool:
    """True if what follows compares with another figure of the sentence: "7%,高于乙区的6%"."""
    earlier = [q for q in quantities if q.end <= match.start()]
    later = next((q for q in quantities if q.end > match.start()), None)
    if later is None:
        return False
    return bool(_TARGETED.match(text[later.end :].lstrip("的"))) or (
        bool(earlier) and comparable(earlier[-1].unit, later.unit) and later.start > match.end() + 1
    )


def _is_reached(
    match: re.Match[str],
    quantities: Sequence[Quantity],
    conclusions: Conclusions,
    passages: Sequence[str],
) -> bool:
    word = match.group("word") or match.group()
    said = not (match.group("no") or match.group("neg")) and not re.match("低|少于|不及", word)
    by_figures = _reached_by_figures(match, quantities)
    if by_figures is not None:
        return by_figures == said
    if conclusions.reached is not None:
        return conclusions.reached == said
    return any(_status_of(passage) is said for passage in passages) or (
        bool(match.group("word")) and _quoted(match, passages)
    )


def _reached_by_figures(match: re.Match[str], quantities: Sequence[Quantity]) -> bool | None:
    """Whether the result of a sentence reaches all targets that it names; None if unknown."""
    text = match.string
    targets = [q for q in quantities if _is_target(q, text, quantities)]
    if is_unwanted(text) or is_ceiling(_LESS.sub("", text)):
        return None  # of what is unwanted, or within a ceiling, less is more
    results = [q for q in quantities if q not in targets and "百分点" not in q.unit]
    for result in results:
        alike = [t for t in targets if comparable(t.unit, result.unit)]
        if alike:
            return all(base(result)[0] >= base(t)[0] for t in alike)
    return None


def _is_target(quantity: Quantity, text: str, quantities: Sequence[Quantity]) -> bool:
    starts = [q.end for q in quantities if q.end <= quantity.start]
    before = text[max(starts, default=0) : quantity.start]
    after = re.split(r"[,;。]", text[quantity.end :])[0][:6]
    listed = bool(re.fullmatch(r"[、和]?(?:确保|力争)?", before.strip()))
    earlier = [q for q in quantities if q.end <= quantity.start]
    inherits = listed and bool(earlier) and _is_target(earlier[-1], text, quantities)
    plans = re.search(rf"(?:{_TARGETED.pattern})(?![^,;。]*(?:实际|[,;。]))", before)
    return bool(plans) or inherits or bool(re.match(rf"的?(?:{_TARGETED.pattern})", after))


def _status_of(passage: str) -> bool | None:
    """What a passage itself says of its target: reached, missed, or nothing."""
    if re.search(r"未(?:能)?(?:完成|达到?|达标)|部分完成|低于[^,;。]{0,6}目标|未达预期", passage):
        return False
    if re.search(r"超额完成|(?:已|全部|全面|圆满|顺利)完成|[|\s]完成$|[^部分未]完成$", passage):
        return True
    return None


def _holds(
    pattern: re.Pattern[str],
    match: re.Match[str],
    figures: Sequence[Bound],
    conclusions: Conclusions,
) -> bool:
    if pattern is _HALF:
        said = not match.group("no")
        return conclusions.halfway is not None and conclusions.halfway == said
    if pattern is _SUPERLATIVE:
        return _is_extreme(match, figures, conclusions)
    if pattern is _PAIRED:
        return _is_ordered(match, figures, conclusions)
    if pattern is _TREND:
        return _moves_so(match, [q for _, q in figures])
    return False


def _is_extreme(match: re.Match[str], figures: Sequence[Bound], conclusions: Conclusions) -> bool:
    """True if the side that is named before "最高" is the highest of at least two."""
    ends = re.search(r"(前|后)者\s*$", match.string[: match.start()])
    if ends and len(figures) == 2 and comparable(figures[0][1].unit, figures[1][1].unit):
        one, other = (base(q)[0] for _, q in figures)
        first = one > other if _HIGH.search(match.group("word")) else one < other
        return one != other and first == (ends.group(1) == "前")
    sides = _sides(figures, conclusions)
    subject = _last_named(match.string[: match.start()], [name for name, _ in sides])
    if len({name for name, _ in sides}) < 2 or not subject:
        return False
    amounts = [amount for _, amount in sides]
    wanted = max(amounts) if _HIGH.search(match.group("word")) else min(amounts)
    own = {amount for name, amount in sides if name == subject}
    return wanted in own and (len(own) == 1 or amounts.count(wanted) >= 1)


def _is_ordered(match: re.Match[str], figures: Sequence[Bound], conclusions: Conclusions) -> bool:
    word = match.group("word") or match.group("word2")
    higher = bool(_HIGH.search(word))
    quantities = [q for _, q in figures]
    before = [q for q in quantities if q.end <= match.start()]
    after = [q for q in quantities if q.end > match.start("word" if match.group("word") else 0)]
    after = [q for q in after if q not in before and "百分点" not in q.unit]
    if before and after and comparable(before[-1].unit, after[0].unit):
        one, other = base(before[-1])[0], base(after[0])[0]
        return one > other if higher else one < other
    sides = _sides(figures, conclusions)
    names = [name for name, _ in sides]
    text = match.string
    subject = _last_named(text[: match.start()], names)
    other_name = _first_named(text[match.start() :], [n for n in names if n != subject])
    if not subject or not other_name:
        return False
    one, other = (max(a for n, a in sides if n == name) for name in (subject, other_name))
    return one > other if higher else one < other


def _moves_so(match: re.Match[str], quantities: Sequence[Quantity]) -> bool:
    """True if the figure after "增加到" is more than the comparable one before it."""
    before = [q for q in quantities if q.end <= match.start()]
    after = [q for q in quantities if q.start >= match.start()]
    if not after:
        return False
    alike = [q for q in before if comparable(q.unit, after[0].unit)]
    if not alike:
        return True  # a level of one figure: the words beside it are held to the passage
    one, other = base(alike[-1])[0], base(after[0])[0]
    return other > one if re.match(f"{RISEN}|[增升]", match.group("word")) else other < one


def _sides(figures: Sequence[Bound], conclusions: Conclusions) -> Sequence[tuple[str, Decimal]]:
    if conclusions.order:
        return conclusions.order
    named = [(name, q) for name, q in figures if name]
    alike = [(n, q) for n, q in named if comparable(q.unit, named[0][1].unit)]
    return [(name, base(q)[0]) for name, q in alike]


def _last_named(text: str, names: Iterable[str]) -> str:
    found = [(max(text.rfind(n), text.rfind(_short(n))), n) for n in names]
    return max(found, default=(-1, ""))[1] if any(at >= 0 for at, _ in found) else ""


def _first_named(text: str, names: Iterable[str]) -> str:
    found = [(at, n) for n in names if (at := text.find(_short(n))) >= 0]
    return min(found, default=(-1, ""))[1]


def _short(name: str) -> str:
    return name[:-1] if len(name) > 2 and name[-1] in "区县市" else name


def is_bare_verdict(text: str, conclusions: Conclusions, districts: Sequence[str]) -> bool:
    """True for a short sentence without a figure that a computed conclusion proves.

    >>> told = read_conclusions(["与目标相比:未达到,低于目标2家。"], [])
    >>> is_bare_verdict("没有完成。", told, []), is_bare_verdict("达到了。", told, [])
    (True, False)
    """
    if find_quantities(text):
        return False
    left = absent_clauses(text, conclusions, districts)
    if not left.strip(" ,;。"):
        return True
    verdicts = any(p.search(left) for p in (REACHED, _HALF, _SUPERLATIVE, _PAIRED))
    plain = re.sub(r"[\s,;。]", "", left)
    names = "".join(n for n, _ in conclusions.order if _short(n) in plain)
    short = len(plain) <= len(names) + 10
    return verdicts and short and not unproved_verdict(left, [], conclusions, ())
