"""Names that the documents themselves give their figures, and when two names are of one thing.

The lexicon knows the field's indicators. A document counts more than that ("新建雨、污水管网"),
and a question that asks for such a name in full asks for that thing and for no neighbour of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from assistant.language.quantities import unit_family
from assistant.language.tokenizer import is_verb, segments
from assistant.lexicon.indicators import load_indicators
from assistant.question import figure_cues
from assistant.schema import Query, Span
from assistant.text import fold_text

SHORTEST, LONGEST = 2, 40  # characters of a name that is looked for
# The plan of a project is one of its investment.
_INVESTED = re.compile(r"(?<=项目|工程)投资$")
COMPLETION = "计划完成率"  # what ends the name of the share of a plan that is done
_SCHOOLS = "学校"
_SHORT_NAME = 5  # characters of a name that may be mistyped as a word may: 上解支出
_HEAD = 2  # characters at the end of a name that say what sort of thing it is
TELLING = 6  # characters from which a name says of itself what is meant
MOST_TEXT = 120  # characters of a question that may ask for a name alone
STATISTICAL = frozenset({"元", "美元", "%", "百分点", "‰"})  # families of units
TAKEN_OUT = "(?:剔除|扣除|扣减|还原|不含|不考虑|不计)"
_BASIS = re.compile(rf"\((?:同口径|{TAKEN_OUT}[^()]*)\)$")
# "公共(含专用)充电桩": what is said inside a name; at its end it tells the basis of a rate.
_ASIDE = re.compile(r"\([^()]*\)(?=[一-鿿])")
_FROM_TO = re.compile("(.{2,}?)从.{2,}?到(.{4,})")
_QUOTE = re.compile(r"[“”\"]")
# What is done to things that were there before: companies visited are no companies. 照护服务 is
# what places for children are for.
_DONE_TO = re.compile(
    r"检查|走访|巡查|入选|推荐|申报|(?<!照护)(?<!托育)(?<!养老)(?<!护理)服务|组织|惠及|涉及|覆盖|参加|参与|培训|帮扶|联系|落实|认定|配备|更新|摸排|排查|核查|淘汰|走进|所列"
)
_LEVEL = re.compile(r"国家级|省级|市级|区级|县级")
# "国家高新技术企业", "省科技型中小企业": whose list it is, in short.
_LEVEL_BEFORE = re.compile(r"^(国家|省)(?=[一-鿿]{3})(?![级内外际会道])")
# What is counted from some age, size or grade on is a class of the things, and not these.
_CLASS = re.compile(r"岁|(?:[\d一二三四五]星?|星|[a-z])级|[\da-z]+以[上下]|[亿万千百]元?以[上下]")
_VERBS = re.compile(
    r"^(?:累计|全年|力争|争取|推动|实现|完成|新增|新认定|新建|新|引进|招引|签约|落地|建成|筹集|培育|创建|开工|竣工|投用|供应|出让|打造)+"
)
# "新建、更新健身点": of both sorts, some of which were there before.
_BOTH_VERBS = re.compile(
    r"^(?:新建|新增|改造|扩建|改建)[、和与及](?:新建|新增|改造|扩建|改建|更新|提升)(?=[一-鿿]{2})"
)
# "香积路等20条道路完工": the stage that things have reached, behind them.
_STAGE_LAST = re.compile(r"(.{2,}?)(开工|动工|完工|竣工|建成)")

_AT_STAGE = re.compile(r"(?P<stage>新?开工|(?:竣工|建成)?(?:投产|投用)|竣工|建成)(?P<thing>.{2,})")
_INNER_VERB = re.compile(r"(?<=[一-鿿]{2})(?:累计)?(?:实现|完成)(?=[一-鿿]{2})(?!率)")


class Names:
    """Every name under which the index holds a figure, found in folded text."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = {fold_text(name): name for name in names}

    def __len__(self) -> int:
        return len(self._names)

    @cached_property
    def text(self) -> str:
        """All names, one a line."""
        return "\n".join(self._names)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that the documents' names are made of, and names that are hardly longer."""
        found = {word for name in self._names for word in segments(name)}
        found.update(name for name in self._names if len(name) <= _SHORT_NAME)
        return frozenset(word for word in found if len(word) > 1 and not word[0].isdigit())

    def whole(self, text: str, is_empty: Callable[[str], bool]) -> tuple[str, Span] | None:
        """Return the name that is all a text asks for, with its span; None if there is more.

        ``is_empty`` tells whether what is left of the text besides the name asks for nothing.
        """
        if len(text) > MOST_TEXT:
            return None
        for start, end in _spans(text):
            word = text[start:end]
            name = self._known(word)
            if name and not is_empty(word) and is_empty(f"{text[:start]} {text[end:]}"):
                return name, (start, end)
        return None

    def mentioned(self, text: str, is_empty: Callable[[str], bool]) -> list[tuple[str, Span]]:
        """Return the documents' own long names that stand in a text beside other words, apart."""
        found: list[tuple[str, Span]] = []
        for start, end in _spans(text[:MOST_TEXT]):
            word = text[start:end]
            own = word in self._names and word not in _lexicon() and len(word) >= TELLING
            apart = all(end <= s or e <= start for _, (s, e) in found)
            if own and apart and not is_empty(word):
                found.append((self._names[word], (start, end)))
        return found

    def bracketed(self, text: str) -> list[Span]:
        """Return where a text has names of the documents with their brackets: 学校(不含幼儿园)."""
        if "(" not in text:
            return []
        found = ((text.find(name), len(name)) for name in self._in_brackets)
        return [(start, start + length) for start, length in found if start >= 0]

    @cached_property
    def _in_brackets(self) -> list[str]:
        return [name for name in self._names if "(" in name]

    def knows(self, word: str) -> bool:
        """True for a name of the lexicon or of a document."""
        return bool(self._known(word))

    def ends(self, word: str) -> bool:
        """True for what some name of a document ends with: 重建项目 of 安排重建项目."""
        return f"{word}\n" in f"{self.text}\n"

    def begins(self, text: str) -> bool:
        """True if a text begins with a known name."""
        longest = min(LONGEST, len(text))
        return any(self._known(text[:end]) for end in range(SHORTEST, longest + 1))

    def _known(self, word: str) -> str:
        return _lexicon().get(_QUOTE.sub("", word)) or self._names.get(word, "")


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, str]:
    lexicon = load_indicators()
    return {term: lexicon.canonical(term) or "" for term in lexicon.terms()}


def _spans(text: str) -> Iterator[Span]:
    """Spans without blanks at their edges, the longest first."""
    for length in range(min(LONGEST, len(text)), SHORTEST - 1, -1):
        for start in range(len(text) - length + 1):
            if text[start] != " " and text[start + length - 1] != " ":
                yield start, start + length


def thing(name: str) -> str:
    """Return what an indicator counts, without the verbs that say how it came to be.

    >>> thing("签约落地亿元以上项目"), thing("10亿元以上项目")
    ('亿元以上项目', '10亿元以上项目')
    >>> thing("新建、更新健身点"), thing("更新健身点")
    ('健身点', '更新健身点')
    """
    return _VERBS.sub("", _BOTH_VERBS.sub("", name)) or name


def without_inner_verb(name: str) -> str:
    """Return a name without the verb between whose it is and what it counts.

    >>> without_inner_verb("航空产业实现产值"), without_inner_verb("实现产值")
    ('航空产业产值', '实现产值')
    """
    return _INNER_VERB.sub("", name)


def without_asides(name: str) -> str:
    """Return a folded name without what brackets inside it say.

    >>> without_asides("公共(含专用)充电桩")
    '公共充电桩'
    """
    return _ASIDE.sub("", name)


def is_verbs(words: str) -> bool:
    """True for nothing but verbs that say how something came to be."""
    return not _VERBS.sub("", words)


def _spans_steps(typed: Sequence[str], stated: str) -> bool:
    """True for a longer name that only says from which step to which: 项目(从备案到验收)审批.

    >>> _spans_steps(["投资项目审批"], "投资项目从备案到验收审批")
    True
    """
    parted = _FROM_TO.fullmatch(stated)
    return parted is not None and any(
        parted[1] == name[:at] and parted[2].endswith(name[at:])
        for name in map(fold_text, typed)
        for at in range(_HEAD, len(name) - _HEAD + 1)
    )


# Those to whom something is done go without saying: 回迁安置居民1490户.
_WHOM = re.compile(r"(?<=[置迁助扶贴籍业])(?:居民|群众|农户|住户|家庭|人员)$")
# "中央投资、专项债券等政策性资金", "上级各类资金": the whole, whatever parts it names.
_ALL_SORTS = re.compile(r"^[^等]*、[^等]*等(?=[一-鿿]{3})|各类(?=资金|补助)")
# Where work is done, behind what it is: 雨污分流改造|老旧小区.
_SITES = re.compile(
    r"(?:[高多]层|老旧?|既有|城镇|农村)*(?:住宅|居民|居住)?(?:小区|住宅|楼栋|居民楼|院落|社区|村庄?|片区|点位)"
)
_MANNER = r"(?:标准化|规范化|综合|提升|升级)"


def is_named(query: Query, stated: str) -> bool:
    """True if a figure called ``stated`` is of what a question asks for by its whole name.

    A name of the lexicon stands for itself alone; another one may say more precisely what is
    counted. So does any name of a thing for the words that were typed: 家庭养老床位 are 养老床位.
    """
    stated = _ALL_SORTS.sub("", plain_indicator(query, stated))
    sector = figure_cues.SECTOR.match(stated)
    if sector and sector.group() not in query.text and stated != query.name:
        return False
    spans = query.slots.get("indicator", ())
    typed = tuple(_QUOTE.sub("", query.text[start:end]) for start, end in spans)
    names = dict.fromkeys((stated, _stage_first(query, stated)))
    return any(_goes_by(query.name, typed, n, "completion" in query.measures) for n in names)


def _stage_first(query: Query, stated: str) -> str:
    """道路竣工 is 竣工道路, where it is asked how many are."""
    last = _STAGE_LAST.fullmatch(stated)
    if last is None or _lexicon().get(stated) or last[2] not in query.text:
        return stated
    turned = f"{last[2]}{last[1]}"
    return _lexicon().get(turned) or turned


def is_of_stage(asked: str, stated: str) -> bool:
    """True for things at the asked stage, and perhaps at the next one: 竣工投产 are 竣工.

    >>> is_of_stage("竣工重点项目", "竣工投产重点项目"), is_of_stage("开工项目", "竣工项目")
    (True, False)
    """
    one, other = _AT_STAGE.fullmatch(asked), _AT_STAGE.fullmatch(stated)
    if one is None or other is None:
        return False
    return one["thing"] == other["thing"] and one["stage"] in other["stage"]


def plain_indicator(query: Query, indicator: str) -> str:
    """The indicator that a rate is of, without what was taken out where a question asks for that.

    一般公共预算收入(剔除留抵退税) is one more rate of 一般公共预算收入, and not its plain one.
    """
    return _BASIS.sub("", indicator) if figure_cues.ADJUSTED.search(query.text) else indicator


# "实施重点项目186个,完成投资243亿元" tells the 重点项目投资 of whatever is set going.
_SET_GOING = re.compile(r"^(?:实施|安排|推进|组织|铺排|谋划)(?=[一-鿿]{2,12}投资$)")


@lru_cache(maxsize=20_000)
def is_same_name(asked: str, stated: str) -> bool:
    """True for one name, but for a verb inside it or before it that says nothing of its own.

    >>> is_same_name("项目完成投资", "铺排项目投资"), is_same_name("项目投资", "重点项目投资")
    (True, False)
    """
    plain, told = _bare(asked, stated)
    return _in_lexicon_words(plain) == _in_lexicon_words(told)


def _bare(asked: str, stated: str) -> tuple[str, str]:
    plain, told = (without_inner_verb(fold_text(name)) for name in (asked, stated))
    return plain, told if _SET_GOING.match(plain) else _SET_GOING.sub("", told)


@lru_cache(maxsize=20_000)
def _goes_by(asked: str, typed: tuple[str, ...], stated: str, completed: bool) -> bool:
    plain, told = _bare(asked, stated)
    same = is_same_name(asked, stated)
    if same or _is_turned(plain, told) or is_of_stage(plain, told):
        return True
    schools = stated == f"{asked}{_SCHOOLS}" and "所" in load_indicators().units(asked)
    if schools or _spans_steps(typed, told):
        return True  # the row 小学 below the header 学校数
    if completed and stated.endswith(COMPLETION):
        of = stated.removesuffix(COMPLETION)
        asked_of = {asked, asked.removesuffix("投资")}  # whose plan is one of its investment
        told_of = {of, _INVESTED.sub("", of)}
        return any(_goes_by(a, typed, n, False) for a in asked_of if a for n in told_of)
    if of_another_level((*typed, asked), stated):
        return False
    counted = _QUOTE.sub("", without_asides(fold_text(thing(stated))))
    known = load_indicators().canonical(stated) == stated
    if not known and _ends_in(counted, fold_text(_telling(asked))):
        before = counted.removesuffix(fold_text(_telling(asked)))
        return not _is_class(counted, fold_text(_telling(asked))) and is_only_closer(before)
    if is_statistic(stated) or is_statistic(asked):
        return False
    if asked in {*typed, *map(thing, typed)} and _are_siblings(asked, stated):
        return False
    if known and asked not in _lexicon().values() and not _narrows(fold_text(stated), asked):
        # The documents tell 签约落地亿元以上项目 apart from the lexicon's 亿元以上项目.
        return False
    if known and any(specifies(stated, asked, name) for name in typed):
        return True
    return any(_narrows(counted, _telling(name)) for name in typed)


def _is_turned(asked: str, stated: str) -> bool:
    """True for the verb before what it is done to, or behind it: 签约家庭医生, 家庭医生签约.

    Those to whom it is done may be told besides, 回迁安置居民 for 回迁安置, and where it is done.
    """
    done = done_in_words(asked)
    turned = done is not None and done.fullmatch(stated) is not None
    behind = stated.removeprefix(asked)
    at_sites = done is not None and behind != stated and _SITES.fullmatch(behind) is not None
    return turned or at_sites or _WHOM.sub("", stated) == asked


@lru_cache(maxsize=20_000)
def done_in_words(name: str) -> re.Pattern[str] | None:
    """Return how else it is said what is done to a thing; None for another sort of name.

    >>> done = done_in_words("市场改造")
    >>> [bool(done and done.fullmatch(n)) for n in ("改造提升市场", "市场标准化改造", "市场建设")]
    [True, True, False]
    """
    done_to, verb = re.escape(name[:-2]), re.escape(name[-2:])
    if len(name) < _HEAD + 2 or not is_verb(name[-2:]):
        return None
    either = rf"{_MANNER}?{verb}|{verb}{_MANNER}"
    return re.compile(rf"(?:{either}){done_to}|{done_to}(?:{either})")


def specifies(stated: str, asked: str, typed: str) -> bool:
    """True for a kind of a thing that was asked for by another name than its own.

    养老机构床位 may be told, by that name, where 养老床位 are asked for.
    """
    typed = thing(typed)
    if typed == asked or is_statistic(stated) or not _are_siblings(asked, stated):
        return False
    characters = iter(stated)
    return stated[-_HEAD:] == typed[-_HEAD:] and all(c in characters for c in typed)


@lru_cache(maxsize=20_000)
def _in_lexicon_words(name: str) -> str:
    """A name with each thing in it as the lexicon calls it: 科技孵化器 are 孵化器."""
    for found in reversed(load_indicators().find(name, colloquial=False)):
        name = f"{name[: found.start]}{found.canonical}{name[found.end :]}"
    return name


def _is_class(counted: str, asked: str) -> bool:
    return _CLASS.search(counted.removesuffix(asked)) is not None


def _are_siblings(asked: str, stated: str) -> bool:
    """True for two names that the lexicon tells apart: 发明专利授权量 is no 专利授权量."""
    lexicon = load_indicators()
    return stated in lexicon.related(asked) or asked in lexicon.related(stated)


def _telling(name: str) -> str:
    """What a name counts; with its verb where that alone says of what kind: 新增企业."""
    counted = thing(name)
    return counted if counted == name or len(counted) > 2 else name


def _ends_in(counted: str, asked: str) -> bool:
    """True for a longer name, not for a larger number: 10亿元以上项目 are no 亿元以上项目."""
    return counted.endswith(asked) and not counted.removesuffix(asked)[-1:].isdigit()


def of_another_level(asked: Sequence[str], stated: str) -> bool:
    """True for a list of another level: 市级以上绿色工厂 are no 国家级绿色工厂."""
    wanted = {level for name in asked for level in levels_in(name)}
    given = levels_in(stated)
    return bool(wanted and given and not wanted & given)


def levels_in(name: str) -> set[str]:
    """Return whose lists a name speaks of.

    >>> sorted(levels_in("国家高新技术企业")), sorted(levels_in("省级绿色工厂"))
    (['国家级'], ['省级'])
    """
    short = _LEVEL_BEFORE.match(name)
    return {*_LEVEL.findall(name), *([f"{short.group(1)}级"] if short else [])}


def _narrows(counted: str, asked: str) -> bool:
    """True if a name ends in the asked one, and no other indicator stands before that."""
    closer = _ends_in(counted, asked) and is_only_closer(counted.removesuffix(asked))
    return closer and not _is_class(counted, asked)


def is_only_closer(before: str) -> bool:
    """True if what stands before a name only says more closely what is meant by it."""
    return not load_indicators().find(before) and not _DONE_TO.search(before)


def is_statistic(name: str) -> bool:
    """True for an indicator in money or per cent; a thing may be counted under many names."""
    return any(unit_family(unit) in STATISTICAL for unit in load_indicators().units(name))
