"""Whether a figure is of the very kind of a thing that a question asks for.

省级文物保护单位 are some of the 文物保护单位: how many there are of these does not tell it. Nor is
what is near a thing, or what there is of it where the new ones are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.named_indicators import MOSTLY, of_projects, tells_sorts
from assistant.evidence.asked import is_of_part, part_asked
from assistant.evidence.figure_candidates import LEVEL
from assistant.evidence.findings import Finding
from assistant.evidence.terms import VISITED, VISITS, Term, canonical_names
from assistant.language.tokenizer import is_verb, segments
from assistant.lexicon.indicators import load_indicators
from assistant.question import figure_cues, statement_cues, stopwords
from assistant.question.names import is_verbs, levels_in, specifies, without_asides
from assistant.question.places import blank
from assistant.schema import Indicator, Query
from assistant.text import fold_text

_BOUNDARY = re.compile(r"[,，。;；:：?？!！、\s的]|多少|[几有是和与跟及]")

SAID_OF_DOERS = 0.5  # share of what things did that a question must name to count them by it
_DOERS = re.compile("[家名户人]$")  # units of those who do things
_JOINED = re.compile("[、和与及]")
_DOINGS = re.compile(
    "建设|落地|落实|整治|办理|服务|投资|培训|救助|新建|投[用运]|运营|布局|规划|清理|开业|营业|开园"
)
_PLACES = re.compile(
    r"(?:(?<![一-鿿]{3})[区县市乡镇]|[全我本该][区县市乡镇]|个[区县市乡镇]|[两三四五几各]地|本级)$"
)  # 三个区的固定资产投资, 本级民生实事
_TO_WHOM = re.compile(r"[给对向为]")  # 给企业的扶持资金 are of no other kind
# 有一条断头路: one of them, and no kind.
_COUNTER = re.compile(r"[这那一二两三四五六七八九十\d]+[家个项件张套户所名人台条场座幢栋片处辆批]")
_SPENT = re.compile("支出|支付|拨付|投入")
_OF_NATURE = re.compile(r"(?<=[一-鿿]{2})性(?=[一-鿿]{2})")
# 省重点项目 are those on the list of the province, 全省 is a place.
_LEVELS = re.compile("(?:国家|[省市区县])+级?")
_PROJECTS_OF_LEVEL = re.compile(r"(国家|[省市区县州])级(?:项目|工程)")
_PROJECTS = re.compile("项目|工程")
_PROJECTS_OF_SORT = re.compile(r"(新建|续建|储备|前期)(?:的|类)?[一-鿿]{0,4}?(?:项目|工程)")
_LIST = re.compile(r"(?<!全)(国家|省(?=级?$)|[市区县]级)级?$")


def lacks_kind(query: Query, found: Finding) -> bool:
    """True if a word right before the asked name says of what kind, and nothing told has it.

    What is done to a thing (引进, 组织) makes no kind of it; what is finished of it (竣工) does,
    unless all that is counted is done (改造老旧小区).
    Where a sum is asked for, those on the list of one level (省级) are none, unless the asked
    name is of that list: 高新技术企业 is 国家高新技术企业 in short.
    """
    figure = found.figure
    if figure is None:
        return False
    before = [_attached(query, start) for start, _ in query.slots.get("indicator", ())]
    done = all(is_verb(name[-2:]) for name in query.indicators)  # 老旧小区改造
    missing = [  # 省市级 is 省级
        w for w in found.match.missing if not (_LEVELS.fullmatch(w) or _COUNTER.fullmatch(w))
    ]
    kinds = [w for w in missing if not is_doing(w) or _is_finished(w, done)]
    if any(words.strip("\"'“”").endswith(word) for word in kinds for words in before):
        return True
    told = f"{found.statement.folded}{found.statement.labels}"
    listed = [match.group(1) for match in map(_LIST.search, before) if match]
    if any(not any(one in told for one in LEVEL.findall(level)) for level in listed):
        return True  # 省市重点项目 are told by those of the province
    summed = figure_cues.STOCK_ASKED.search(query.text) or figure_cues.TOTAL_ASKED.search(
        query.text
    )
    own = {level for name in query.indicators for level in levels_in(name)}
    return bool(summed) and any(
        level.removesuffix("级") not in query.text for level in levels_in(figure.name) - own
    )


def is_of_others_visited(query: Query, found: Finding) -> bool:
    """True for visits to something else than 企业, where these are asked for: 检查餐饮店900家次."""
    figure = found.figure
    if figure is None or VISITED not in query.terms or VISITS not in query.units:
        return False
    words = segments(without_asides(fold_text(figure.name)))
    whom = [w for w in words if len(w) > 1 and not (is_verb(w) or is_doing(w))]
    return VISITED not in figure.name and any(w not in query.text for w in whom)


def is_doing(word: str) -> bool:
    """True for a verb, and for what the dictionary has as a noun first: 建设, 落地, 整治."""
    return is_verb(word) or is_verbs(word) or _DOINGS.fullmatch(word) is not None


def _is_finished(word: str, done: bool) -> bool:
    return not done and statement_cues.IN_PROGRESS.search(word) is not None


def _attached(query: Query, start: int) -> str:
    """The words that stand right before a name, up to a place, a time, a joint or what asks."""
    ends = [e for spans in query.slots.values() for _, e in spans if e <= start]
    words = query.text[max(ends, default=0) : start]
    counted = [m.end() for m in figure_cues.COUNTED.finditer(words)]
    if counted and words.endswith("的"):
        return ""  # "多少资金的国债": in what it is counted, and no kind of it
    words = words.removesuffix("的")
    words = _BOUNDARY.split(words[max(counted, default=0) :])[-1]
    return "" if _PLACES.search(words) or _TO_WHOM.match(words) else words


def of_a_sibling(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """True if the figure's name holds one that is near the asked one, and not that one itself.

    6家企业入围中国民营企业500强 does not tell how many are of the 中国500强.
    """
    if found.figure is None or _quotes_asked(query, found) or tells_sorts(query, found):
        return False
    told, lexicon = found.figure.indicator, load_indicators()
    name = without_asides(fold_text(found.figure.name))
    if any(_adds_no_kind(query, name, asked) for asked in query.indicators):
        return False
    if _is_part_of_sum(query, name, told):
        return True
    typed = [w for s, e in query.slots.get("indicator", ()) for w in _JOINED.split(query.text[s:e])]
    if len(typed) > len(query.indicators) and any(len(w) > 3 and w in name for w in typed):
        return False  # 代表建议 are asked for beside 政协提案, under one name for both
    known = lexicon.canonical(told) == told
    for term in terms:
        if term.canonical and specifies(told, term.canonical, term.text):
            return False
        words = (term.text, term.canonical) if term.canonical else ()
        if any(w in name and not (known and w == term.canonical) for w in words):
            return False  # 家庭养老床位 are 养老床位, however the lexicon reads either
        if any(w not in name and w in _OF_NATURE.sub("", name) for w in words):
            return False  # 普惠性托位 are 普惠托位
    names = canonical_names(name) | {told}
    near = {n for asked in query.indicators for n in lexicon.related(asked)}
    return bool(names & near) and not names & set(query.indicators)


def is_one_of_many_kinds(query: Query, found: Finding) -> bool:
    """True for the figure of one kind, where a bare 支出 or 收入 is asked for: 教育支出.

    A figure that has no name of that end, as 城乡收入倍差, is none of it either.
    """
    own = found.statement.row is not None and found.statement.role not in ("target", "progress")
    if query.indicators or len(query.terms) != 1 or own:
        return False  # a row's own investment is told with the row's name
    asked = stopwords.OF_MANY_KINDS.fullmatch(query.terms[0])
    if asked is None:
        return False
    name = without_asides(fold_text(found.figure.name)) if found.figure else ""
    return not stopwords.OF_MANY_KINDS.fullmatch(stopwords.OF_ALL_KINDS.sub("", name))


def _is_part_of_sum(query: Query, name: str, told: str) -> bool:
    """True for one sort of a thing, where it is asked how many there are of all: 养老床位总数."""
    if not figure_cues.TOTAL_ASKED.search(query.text) or told in query.indicators:
        return False
    near = {n for asked in query.indicators for n in load_indicators().related(asked)}
    return bool(near & {told, *canonical_names(name)})


def _adds_no_kind(query: Query, name: str, asked: str) -> bool:
    """True if a name is the asked one behind what is done, as 优化调整公交线路 or 新增公共充电桩.

    公共 says of what is counted what it mostly is; the answer tells it with the name.
    """
    own = (asked, *load_indicators().synonyms(asked))
    name = of_projects(query, name)
    ends = [word for word in map(fold_text, own) if name.endswith(word)]
    if not ends:
        return False
    before = name.removesuffix(max(ends, key=len))
    words = [w for w in segments(MOSTLY.sub("", before)) if len(w) > 1]
    return all(is_verb(w) or is_verbs(w) or w in query.text for w in words)


def _quotes_asked(query: Query, found: Finding) -> bool:
    """True if a figure of the very thing stands in what is quoted."""
    inside = (f for f in found.statement.figures for s, e in found.spans if s <= f.figure[0] < e)
    return any(f.indicator in query.indicators for f in inside)


def without_excluded(query: Query) -> str:
    """Return the words of a question without those that it rules out: 要累计,不是新增."""
    text = query.text
    for phrase in query.excluded:
        text = text.replace(phrase, " ")
    return text


def is_stock_for_flow(query: Query, found: Finding) -> bool:
    """True where what is new is asked for and the figure is of what there is, done by no one.

    "新增高技能人才" is not answered by "全区高技能人才6.84万人", nor "2023年投用几部" by
    "累计建成80部". "由98家增加到131家" is how many there are as well.
    """
    figure, statement = found.figure, found.statement
    if figure is not None and _is_summed_instead(query, found):
        return True
    if (
        figure is None
        or figure.measure != "count"
        or not statement_cues.FLOW.search(without_excluded(query))
    ):
        return False
    if statement.row is not None or figure.kind != "actual":
        return False
    clause = statement.document.text[figure.start : figure.end]
    if statement_cues.ROSE_TO.search(statement.document.text, figure.start, figure.figure[0]):
        return True
    told = f"{clause}{figure.name}{statement.labels}"
    done = [w for w in segments(clause) if is_verb(w) and not statement_cues.STANDS_AT.fullmatch(w)]
    done += statement_cues.PUT_TO_USE.findall(clause)
    return not statement_cues.NEWLY.search(told) and not done


def lacks_part(query: Query, found: Finding) -> bool:
    """True where a part is asked for that a statement does not name: "其中三甲医院几个".

    How many 医院 there are tells it not, nor 重点项目 of 市重点项目.
    """
    figure, statement, (part, own) = found.figure, found.statement, part_asked(query)
    if figure is None or not own:
        return False
    told = own in f"{statement.labels}{fold_text(found.quote)}"
    told = told or is_of_part(own, statement.document.text, figure)
    names = canonical_names(part) - canonical_names(part.removeprefix(own))
    return not told and figure.indicator not in names


# Companies of a size: 规上 are counted apart from all, as are 限上.
_SIZES = {"规上": "规上|规模以上|四上", "限上": "限上|限额以上|四上"}
_OF_SIZE = re.compile("(?P<of>规|限)(?:模以|额以)?上")


def is_of_any_size(query: Query, found: Finding) -> bool:
    """True for how many there are of all, where those of a size are asked for: 规上企业.

    "企业达到1236家,其中规模以上97家" tells of the size behind the first figure alone.
    """
    asked, figure, statement = _OF_SIZE.search(query.text), found.figure, found.statement
    if asked is None or figure is None or figure.measure != "count":
        return False
    before = statement.document.text[statement.start : figure.figure[1]]
    told = f"{before}\n{statement.labels}\n{figure.name}\n{figure.indicator}"
    told = f"{told}\n{statement.document.profile.title}"
    return not re.search(_SIZES[f"{asked['of']}上"], fold_text(told))


def is_of_other_projects(query: Query, found: Finding) -> bool:
    """True where projects of a level or a size are asked for, and a figure is of others.

    What 重点项目 came to tells nothing of 省重点项目, nor that of any project of 亿元以上项目.
    """
    figure, statement = found.figure, found.statement
    text = blank(query.text, query.slots.get("district", ()))
    asked = figure_cues.LEVEL_OF_PROJECTS.search(text)
    if figure is not None and asked is not None:
        clause = fold_text(statement.document.text[figure.start : figure.figure[1]])
        told = f"{fold_text(figure.name)} {clause} {statement.labels}"
        level, sort = asked["level"] or asked["own"], asked["sort"] or asked["kind"] or ""
        of_it = rf"{level}本?级?[、和]?[一-鿿]?级?{sort}|{level}级(?:项目|工程|\d+[个项])"
        if not re.search(rf"(?<![国省市区县])(?:{of_it})", told):
            return True
    if figure is not None and _is_of_other_sort(text, found, figure):
        return True
    level = _PROJECTS_OF_LEVEL.match(figure.name) if figure is not None else None
    if level is not None and level[1] not in text and _PROJECTS.search(text):
        return True  # 市级项目 are some of the 重点工程
    size = figure_cues.SIZE_OF_PROJECTS.search(text)
    if figure is None or size is None:
        return False
    amount = rf"(?<![\d.]){re.escape(size['amount'])}元?"
    told = f"{statement.folded} {statement.labels}"
    return not re.search(rf"{amount}[级及]?以?[上级]|[超过破]{amount}", told)


def _is_of_other_sort(text: str, found: Finding, figure: Indicator) -> bool:
    """True for all 重点项目 where the new ones of them are asked for, or those that go on."""
    asked = _PROJECTS_OF_SORT.search(text)
    if asked is None or _PROJECTS.search(figure.name[-2:]) is None:
        return False
    clause = found.statement.document.text[figure.start : figure.figure[1]]
    return asked[1] not in f"{fold_text(figure.name)} {fold_text(clause)} {found.statement.labels}"


def counts_doers(query: Query, found: Finding) -> bool:
    """True for how many did something that is not asked for: "4家企业享受改革红利".

    How many companies there are, or are new, that does not tell. Those to whom the asked thing was
    done do no more by what they did then: "输送5名医生到上级医院进修".
    """
    figure, text = found.figure, found.statement.document.text
    if figure is None or figure.kind != "actual" or not _DOERS.search(figure.unit):
        return False
    # "引进甲集团等20户企业入驻园区" tells by its first verb what was done to them.
    before = segments(fold_text(text[figure.start : figure.figure[0]]))
    if any(len(w) > 1 and (is_verb(w) or is_verbs(w)) and w in query.text for w in before):
        return False
    words = segments(fold_text(text[figure.figure[1] : figure.end]))
    does = next((i for i, w in enumerate(words) if i and len(w) > 1 and is_verb(w)), 0)
    said = [w for w in words[does + 1 :] if len(w) > 1 and w not in stopwords.FUNCTION_WORDS]
    if not does or not said or words[does] in query.text:
        return False
    things = [w for w in words[:does] if len(w) > 1]
    told = sum(w in query.text for w in said)
    return any(t in query.text for t in things) and told < SAID_OF_DOERS * len(said)


def _is_summed_instead(query: Query, found: Finding) -> bool:
    """True for a sum over years that is of none of the doings of one year that are asked for."""
    figure, statement = found.figure, found.statement
    if figure is None or statement.row is not None or not query.periods:
        return False
    clause = statement.document.text[figure.start : figure.end]
    doings = {
        m.group()
        for p in (statement_cues.DOING, statement_cues.IN_PROGRESS)
        for m in p.finditer(query.text)
    }
    summed = "累计" in clause and not (
        figure_cues.STOCK_ASKED.search(query.text) or "target" in query.kinds
    )
    if "完成投资" in query.text and _SPENT.search(clause):
        return False  # what is spent is no doing that a sum could be of others of
    return summed and bool(doings) and not any(doing in clause for doing in doings)


def is_of_relative(query: Query, found: Finding) -> bool:
    """True for a figure of what the lexicon has as near: 接待游客, where 过夜游客 are asked for."""
    if found.figure is None or not (found.period_fit > 0 and found.kind_fit > 0):
        return False
    near = {n for asked in query.indicators for n in load_indicators().related(asked)}
    return bool(near & {found.figure.indicator, *canonical_names(fold_text(found.figure.name))})
