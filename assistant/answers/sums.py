"""What was told, added up: "这两个加一块儿多少", "教育和卫生支出一共多少".

Figures of other units, times or kinds, rates, means and things of other sorts are not added.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from os.path import commonprefix

from assistant.answers.gaps import sum_text
from assistant.answers.reply import Reply, say_plainly
from assistant.evidence.draft import Draft
from assistant.evidence.wants import RATE_UNITS
from assistant.language.amounts import base
from assistant.language.numerals import chinese_number
from assistant.language.period_mentions import find_periods
from assistant.language.periods import year_of
from assistant.language.quantities import Quantity, find_quantities
from assistant.question import statement_cues as cues
from assistant.question.places import without_slots
from assistant.schema import MARKER, Query
from assistant.text import pairs_of, share_of

NAMED = 0.5  # share of a name's character pairs that an answer must have

_ADDED = re.compile(
    r"(?:那么?|把)?(?:[这那]|上面|前面|刚才)?(?:说的)?(俩|它们|(?:[两二三四五]|\d)(?:个|者|项|家))"
    r"[^\d,，。?？]{0,4}?(?:加(?:起来|在?一起|一?块儿?|总|上)|合计|合起来|合在一起|一共|总共|总计|共计)[^\d,，。?？]{0,8}?(?:多少|几)[^\d,，。?？]{0,4}[?？]*"
)

# "加起来呢", "合计多少人", "两年合计": all that was told, however many that is.
_ALL_ADDED = re.compile(
    r"(?:那么?|它们|这些|全部|都)?(?:[这那]?([两二三四五2-5])年)?(?:加(?:起来|在?一起|一?块儿?|总)|合计|合起来|合在一起|一共|总共|总计|共计)"
    r"(?:一共|是|有|为|呢)*(?:(?:多少|几)[^\d,，。?？]{0,3})?[?？]*"
)
ALL = -1
_TOGETHER = (
    r"(?:加(?:起来|在?一起|一?块儿?|总)|合计|合起来|合在一起|一共|总共|总计|共计"
    r"|(?<![公一总])共(?=(?:[有是]|发生)?[多几]))"
)
# What has a name of one character: 镇和街道, 村和社区.
_PLACE = "[镇乡村]"
_TWO_NAMED = re.compile(
    rf"(?P<one>[一-鿿]{{2,14}}?|(?<![一-鿿]){_PLACE})"
    r"(?:[和与及、]|(?<![增参附追叠])加(?![值工装快强固]))"
    rf"(?P<other>[一-鿿]{{2,14}}?|{_PLACE})(?:两项|两者|二者|分?别)?的?"
    rf"(?P<added>{_TOGETHER}{{1,2}})(?:是|有|为|达到?|发生)?(?:多少|几)"
)
_TOWNS_AND_STREETS = re.compile(
    r"(?:现|下?辖|设|管辖|一?共|总共)*有?(?:多少|几)个(?:镇街|街镇|乡镇街道?|乡?镇[(（/]街道[)）]?)"
)
_STREETS = re.compile(r"(?<!镇)(?:街道\d+个|(?<=\d个)街道)")
_JOINED = re.compile(r"加(?:起来|在?一起|一?块儿?|总)|合起来|合在一起")
# What is counted by its stage, behind the same thing at another one: "新建公园5个、续建13个".
_STAGE = re.compile(r"(?:[新续改扩在]建|开工|竣工|完工|建成|投用|启用){1,2}")
UNLIKE = "这些数不是同一类、同一口径的数,不能相加。"
# What there is at the end of a year is not added to that of the year before.
_BALANCE = re.compile("余额|[存贷]款|资产|[负债]债|债务|人口|存量|保有")
_MONEY = re.compile("元$")
_MEAN = re.compile(r"人均|户均|平均|单位|每[万千百]?[人户亩]|比重|[率比]$")
_NAME = re.compile(r"([一-鿿“”]{1,16}?)(?:为|是|达到?|完成|实现|约|[:：])*$")
# "辖9个镇、2个街道": what is counted stands behind its number.
_NO_NAME = re.compile(r"(?:^|[辖有设]|[和与、,，])$")
_NAME_BEHIND = re.compile(r"([一-鿿“”]{1,8}?)(?=[和与、,，;；。\[]|$)")
# Places of one level, which add up though they are called apart.
_ONE_LEVEL = (re.compile("(?:[镇乡]|街道)$"), re.compile("(?:村|社区|[村居]委会)$"))


def how_many_added(text: str) -> int:
    """Return how many things that were just told are to be added up, 0 if none are.

    ``ALL`` where no number of them is said.

    >>> how_many_added("这两个加一块儿多少钱"), how_many_added("这三个区一共多少家,哪个最多?")
    (2, 0)
    >>> how_many_added("这两个区增加了多少?"), how_many_added("这两家参加了多少次")
    (0, 0)
    """
    asked = _ADDED.fullmatch(text.strip())
    if asked is None:
        return ALL if _ALL_ADDED.fullmatch(text.strip()) else 0
    number = re.match(r"[两二三四五\d]", asked[1])
    return chinese_number(number[0]) if number else 2


def joins(text: str) -> bool:
    """True for a follow-up that adds up what was told, and asks for no stock: 加起来, not 一共."""
    return _ALL_ADDED.fullmatch(text.strip()) is not None and _JOINED.search(text) is not None


def each_apart(query: Query) -> str:
    """Return a question for what two named things add up to, asked for each; empty for others."""
    asked = _TWO_NAMED.search(without_slots(query, ("district", "period")))
    return (
        f"{query.text[: asked.start('added')]}各{query.text[asked.end('added') :]}" if asked else ""
    )


def in_two_names(query: Query, reply: Reply) -> str:
    """Return a question for 镇街 with the two names that it joins, where streets alone are told."""
    alone = _STREETS.search(MARKER.sub("", reply.draft.text)) if reply.kind == "answer" else None
    asked = _TOWNS_AND_STREETS.search(query.text) if alone else None
    return query.text.replace(asked.group(), "镇和街道一共多少个") if asked else ""


def with_sum(query: Query, reply: Reply, texts: Mapping[str, str]) -> Reply | None:
    """Return an answer about two named things with their sum, or None where it stays as it is.

    ``texts`` are those of the documents. What is not of one sort is told, and said not to add up.
    An answer that tells but one of the two is none.
    """
    asked = _TWO_NAMED.search(without_slots(query, ("district", "period")))
    if asked is None or reply.kind != "answer" or reply.draft.computed or reply.comparison:
        return None
    found = _told(reply)
    owns = _own(asked["one"], asked["other"]), _own(asked["other"], asked["one"])
    if len(found) < 2:
        said = reply.draft.text
        told = all(share_of(pairs_of(own[-4:]) or [own], said) >= NAMED for own in owns)
        return None if told else _refused(reply)
    if len(found) > 2:
        named = [[told for told in found if own in told.name] for own in owns]
        if [len(told) for told in named] != [1, 1] or named[0] == named[1]:
            return None
        found = [told for one in named for told in one]
    draft = Draft()
    draft.absorb(reply.draft, reply.draft.lines)
    figures = [told.quantity for told in found]
    if _add_up(found[0], found[1], texts):
        total = sum_text(figures)
        draft.computed.append(total)
        markers = "".join(f"[{m}]" for m in dict.fromkeys(told.marker for told in found))
        draft.say(f"合计:{total}{markers}。")
    else:
        draft.say(UNLIKE)
    return replace(reply, draft=draft)


def _own(one: str, other: str) -> str:
    """Return what a name has that the one beside it has not: 新建道路 beside 续建道路 has 新建."""
    end = len(commonprefix([one[::-1], other[::-1]]))
    return one[: max(len(one) - end, 2)]


def _refused(reply: Reply) -> Reply:
    refused = say_plainly("refusal", "文档没有分别给出要相加的各个数。")
    refused.related = reply.related
    return refused


@dataclass(frozen=True)
class _Told:
    """A figure of an answer, the words in front of it, and where it stands."""

    quantity: Quantity
    name: str
    marker: int
    source: str
    place: int


def _told(reply: Reply) -> list[_Told]:
    """The amounts that an answer tells, each with its name and its place in the document."""
    found = []
    citations = {c.marker: c for c in reply.draft.citations}
    for line in reply.draft.lines:
        marks = [int(m) for m in MARKER.findall(line)]
        cited = citations.get(marks[0]) if marks else None
        if cited is None:
            continue
        text = MARKER.sub("", line)
        head = text.find(":") + 1
        for quantity in find_quantities(text):
            if quantity.is_rank or quantity.unit in RATE_UNITS or quantity.start < head:
                continue
            name = _NAME_BEHIND.match(text, quantity.end)
            if name is None or not _NO_NAME.search(text[head : quantity.start]):
                name = _NAME.search(text[head : quantity.start])
            at = cited.text.find(quantity.text)
            place = cited.start + max(at, 0)
            found.append(_Told(quantity, name[1] if name else "", marks[0], cited.source, place))
    return found


def _add_up(one: _Told, other: _Told, texts: Mapping[str, str]) -> bool:
    """True for amounts of two things of one sort, of which none is a part of the other."""
    alike = base(one.quantity)[1] == base(other.quantity)[1] and one.name != other.name
    if not (alike and one.name and other.name) or _MEAN.search(one.name + other.name):
        return False
    if one.source != other.source:
        return one.name[-2:] == other.name[-2:]
    first, last = sorted((one, other), key=lambda told: told.place)
    between = texts[first.source][first.place : last.place]
    if re.search("其中|包括|含", between) or first.name in last.name or last.name in first.name:
        return False
    staged = _STAGE.fullmatch(last.name) is not None or first.quantity.unit not in ("个", "项")
    listed = staged and re.search("[,，。;；\n]", between) is None
    beside = listed or ("\n" not in between and one.name[-1:] == other.name[-1:])
    if any(level.search(one.name) and level.search(other.name) for level in _ONE_LEVEL):
        return True
    return beside or one.name[-2:] == other.name[-2:]


def how_many_alike(told: Sequence[Reply], queries: Sequence[Query]) -> int:
    """Return how many of the last figures are of one sort: of other places, or of sibling things.

    ``told`` and ``queries`` begin with the last; the figures of one answer are all meant.
    """
    figures = [_figures(reply) for reply in told]
    if queries and set(queries[0].measures) & {"growth", "share", "completion", "rank"}:
        return 0  # rates, whatever amounts stand beside them
    if not figures or len(figures[0]) != 1:
        return len(figures[0]) if figures else 0
    seen: list[tuple[object, ...]] = []
    for reply, query, found in zip(told, queries, figures, strict=True):
        own = (query.districts, query.indicators or query.terms)
        alike = len(found) == 1 and base(found[0])[1] == base(figures[0][0])[1]
        if not alike or own in seen or _held(reply) != _held(told[0]):
            break
        if seen and not _are_siblings(query, queries[0]):
            break
        seen.append(own)
    return len(seen)


def _are_siblings(one: Query, other: Query) -> bool:
    """True for one thing of two places, or two of one place called alike: 城市低保, 农村低保."""
    names = [(query.indicators or query.terms or ("",))[-1] for query in (one, other)]
    if names[0] == names[1]:
        return one.districts != other.districts
    return one.districts == other.districts and names[0][-2:] == names[1][-2:]


def add_years(
    told: Sequence[Reply], queries: Sequence[Query], question: str = ""
) -> tuple[Draft, int] | None:
    """Add up what the last answers tell of one thing, each of another year, the last first.

    A plan may stand beside results: each line says which it is. What is added is what was done
    within a year, and no stock, rate or mean. Returns the sum and of how many answers it is.
    """
    found: list[tuple[str, dict[str, Quantity]]] = []
    for reply, query in zip(told, queries, strict=True):
        year, amounts = _year_told(reply)
        other = _thing(query) != _thing(queries[0]) or not any(_thing(query)[1:])
        if other or not amounts or year in [y for y, _ in found]:
            break
        found.append((year, amounts))
    shared = [unit for unit in found[0][1] if all(unit in own for _, own in found)] if found else []
    said = _ALL_ADDED.fullmatch(question.strip())
    number = chinese_number(said[1]) if said and said[1] else len(found)
    if len(found) < 2 or len(found) != number or len(shared) != 1:
        return None
    figures = [own[shared[0]] for _, own in reversed(found)]
    return _write(told[: len(found)][::-1], figures), len(found)


def _thing(query: Query) -> tuple[object, ...]:
    return query.districts, query.indicators, query.terms


def _year_told(reply: Reply) -> tuple[str, dict[str, Quantity]]:
    """The year of an answer of one line, and what was done within it, by its unit."""
    lines = [line for line in reply.draft.lines if MARKER.search(line)]
    figures = _figures(reply)
    if len(lines) != 1 or not figures or ":" not in lines[0]:
        return "", {}
    head, _, said = MARKER.sub("", lines[0]).partition(":")
    years = {year_of(m.period) for m in find_periods(head)} - {""}
    done = [pattern.search(said) for pattern in (cues.FLOW, cues.NEWLY, cues.DOING)]
    amounts = {base(q)[1]: q for q in figures}
    held = _BALANCE.search(said) or _MEAN.search(said) or (not done[0] and cues.STOCK.search(said))
    money = all(_MONEY.search(unit) for unit in amounts)
    if len(years) != 1 or len(amounts) != len(figures) or held or not (money or any(done)):
        return "", {}
    return years.pop(), amounts


def repeats(question: str, reply: Reply, told: Sequence[str]) -> bool:
    """True where a sum of what was told is asked for, and the last figure is told again for it."""
    if how_many_added(question) != ALL or len(told) < 2 or reply.draft.computed:
        return False
    again = [q.text for q in _figures(reply)]
    return bool(again) and again == [q.text for q in find_quantities(MARKER.sub("", told[-1]))]


def add_told(told: Sequence[Reply], number: int) -> Draft | None:
    """Add up what the last answers told, the last first; None where it is no ``number`` of figures.

    Either the last answer has all of them, or each of the last ones has one.
    """
    for used in (told[:1], told[:number][::-1]):
        figures = [q for reply in used for q in _figures(reply)]
        alike = len({base(q)[1] for q in figures}) == 1 == len({_held(r) for r in used})
        each = len(used) == 1 or all(len(_figures(reply)) == 1 for reply in used)
        if len(figures) == number and alike and each:
            return _write(used, figures)
    return None


def _held(reply: Reply) -> tuple[object, ...]:
    """Of when an answer says that it is, and whether it tells a plan."""
    head = reply.draft.text.partition(":")[0]
    return tuple(m.period for m in find_periods(head)), "目标" in head


def _figures(reply: Reply) -> list[Quantity]:
    lines = [line for line in reply.draft.lines if MARKER.search(line)]  # not what they come to
    text = MARKER.sub("", "\n".join(lines))
    found = [q for q in find_quantities(text) if not q.is_rank and q.unit not in RATE_UNITS]
    told = {(q.text, q.unit) for q in found}
    return [] if reply.kind != "answer" or len(told) != len(found) else found


def _write(told: Sequence[Reply], figures: Sequence[Quantity]) -> Draft:
    """Tell again what is added, and its sum in the unit of the first."""
    draft = Draft()
    for reply in told:
        lines = reply.draft.lines
        draft.absorb(reply.draft, [x for x in lines if MARKER.search(x) or x.startswith("|")])
        if reply.comparison is not None:
            draft.say("")
    total = sum_text(figures)
    draft.computed.append(total)
    markers = "".join(f"[{c.marker}]" for c in draft.citations)
    draft.say(f"合计:{total}{markers}。")
    return draft
