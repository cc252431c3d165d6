"""Whether a statement names what is asked for: the very name, and no longer or other one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from os.path import commonprefix

from assistant.evidence.asked import is_asked, names_asked, wants_figure
from assistant.evidence.draft import unmarked
from assistant.evidence.figure_candidates import ends_asked_name, is_completion_of, made_up_of
from assistant.evidence.findings import Finding
from assistant.evidence.matching import LABEL_LEVEL, TITLE_LEVEL, is_of_event, is_one_of_several
from assistant.evidence.statements import Statement
from assistant.evidence.terms import Term, level
from assistant.evidence.wants import RATE_UNITS
from assistant.language.columns import cells_of, subject_cell
from assistant.language.quantities import comparable, quantities_in
from assistant.language.tokenizer import is_verb, segments
from assistant.lexicon.indicators import load_indicators
from assistant.lexicon.synonyms import load_synonyms
from assistant.question import figure_cues, statement_cues, stopwords
from assistant.question.content_terms import content_terms
from assistant.question.names import COMPLETION, is_named, is_same_name, is_verbs, of_another_level
from assistant.question.places import blank
from assistant.schema import PLAN_KINDS, Indicator, Query, Row
from assistant.text import fold_text

NAME_SHARED = 0.5  # characters of a name without the asked one that the question must have
HEAD_SHARED = 0.5  # characters of a longer name's head that the question must have
# What may stand behind a name without making it another; 限额 and 余额 do.
_COUNTING = re.compile(r"[一-鿿]{0,2}?(?:(?<![限余差缺定])额|数|量)")
# What the money for a thing is called, where it is asked how much that is: 消费券|资金.
_FUNDS = re.compile(r"(?:专项|补助|补贴|奖励|奖补|扶持|工作)?(?:资金|经费|款)")
_BENEFITING = re.compile(r"(?:累计|共|直接)*(?:惠及|受益)(?:居民|群众|农户|家庭|村民)?")
_OF_PROJECT = re.compile(r"(?:建设)?(?:工程|项目)?(?:[(][^()]*[)])?$")
# "签了几个项目": how projects come to a place, and what documents call those that do.
_BRINGING_IN = re.compile(r"签|招商|引进|招引|引来")
_BROUGHT_IN = re.compile(r"((?:签约|引进|招引)[^产]*)产业(?=项目)")
# How what is counted mostly is: for all, as always, paid for.
MOSTLY = re.compile(r"公共|常规|各级各类|各类|补贴性")
# Whose a thing is that was handed down: "国家、省、市共下发".
_LEVELS = re.compile(r"(?:国家|中央|省|市|区|县|[、和])+级?共?")
_OF_ANYTHING_LAST = re.compile(rf"(?:{stopwords.OF_ANYTHING.pattern})$")
_MADE = re.compile("生产|出产|制造|产出")  # of whatever has a 产量
_SHARE = re.compile(r"比[重例率]|占比")
# "其中“新增学位”、“提升绿道”等23项超额完成": the items are counted, and none of what they name.
_NAMED_AMONG = re.compile(r"(?:[\"“][^\"”“]{2,40}[\"”](?:\([^()]*\))?[、,]?)+等(?=\d+[项个件])")


_DATED = re.compile(r"(?:\d|十)月|年[底末初内中]|[一二三四]季度|\d年")


def is_sure(terms: Sequence[Term], found: Finding) -> bool:
    """True if the statement itself names every indicator asked for, with its figure."""
    named = [t for t in terms if t.canonical]
    spoken_of = {f.indicator for f in found.statement.figures}
    holds = all(
        any(is_same_name(t.canonical, name) for name in spoken_of)
        or level(t, found.statement.folded) == 1.0
        for t in named
    )
    return bool(named) and holds and found.figure is not None and found.period_fit == 1.0


def levels_of(terms: Sequence[Term], found: Finding) -> list[float]:
    """How surely a statement has each term of a question.

    The works that a whole document is of, 民生实事 by its title, are those of each sentence.
    """
    statement = found.statement
    # "城乡居民收入分别增长4%、6%" tells of both, though it names neither.
    spoken_of = found.figure.indicator if found.figure else ""
    # A running total is named by what was counted before it: "入市14宗;2016年以来累计63宗".
    total = fold_text(found.figure.name) if found.figure and "累计" in found.figure.name else ""
    title = fold_text(statement.document.profile.title)

    def held(t: Term) -> float:
        if t.canonical and is_same_name(t.canonical, spoken_of.removesuffix(COMPLETION)):
            return 1.0
        of_all = TITLE_LEVEL * level(t, title) if t.canonical and not t.strict else 0.0
        labelled = LABEL_LEVEL * level(t, statement.labels)
        return max(level(t, statement.folded), level(t, total), labelled, of_all)

    return list(map(held, terms))


def names_indicator(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """A statistic that was asked for has to stand in the statement, its headings or its row."""
    told = (
        found.figure is None
        and "verdict" in query.asks
        and statement_cues.OUTCOME.search(found.quote)
    )
    if found.figure is not None and _is_of_another_goal(query, terms, found):
        return False
    if query.name and not found.qualitative and not told:
        figure = found.figure
        return figure is not None and (
            is_named(query, figure.indicator)
            or tells_sorts(query, found)
            or is_completion_of(query, figure)
            or _is_done_to_most(query, figure)
            or _ends_in_name(query, figure)
            or _ends_name_of_topic(query, found.statement, figure)
            or ends_asked_name(query, found.statement.document.text, found.statement.start, figure)
        )
    asked = [t for t in terms if t.strict]
    if not asked and found.figure is None and not found.qualitative:
        return _counts_asked(query, terms, found)
    if not asked:
        return found.qualitative or _is_about(query, terms, found)
    figure = None if found.qualitative or _tells_names(query, found) else found.figure
    if figure is not None and not _is_of(query, figure):
        if _is_of_clause_before(terms, found.statement, figure):
            return True
        return _ends_name_of_row(query, found)
    named = any(lv > 0 for t, lv in zip(terms, levels_of(terms, found), strict=True) if t.strict)
    return named or (found.figure is not None and found.figure.indicator in query.indicators)


def tells_sorts(query: Query, found: Finding) -> bool:
    """True if a thing is told by its sorts side by side: 公办幼儿园31所、民办幼儿园22所."""
    names = [figure.name for figure in found.asked]
    return len(names) > 1 and any(all(n.endswith(t) for n in names) for t in names_asked(query))


def _ends_name_of_topic(query: Query, statement: Statement, figure: Indicator) -> bool:
    """True for 筛查 below “两癌”免费筛查: what the item is called ends with what is counted."""
    name, topic = fold_text(figure.name), fold_text(unmarked(statement.topic))
    asked, plain = (re.sub('[“”"]', "", text) for text in (fold_text(query.name), topic))
    if name == topic:
        name = commonprefix([asked[::-1], plain[::-1]])[::-1]  # the figure goes by all of it
    owner = asked.removesuffix(name)
    named = topic.endswith(name) and owner in plain
    return len(name) > 1 and len(owner) > 1 and owner != query.name and named


def _tells_names(query: Query, found: Finding) -> bool:
    """True where names are asked for and told: how many there are of anything is beside them."""
    return "list" in query.asks and "、" in found.quote and not wants_figure(query)


def is_of_own_row(query: Query, found: Finding) -> bool:
    """True for what a row counts in the unit asked for, where the row is called what is asked.

    Under 中小学教室照明改造 "改造教室60间" needs no longer name; its 其中 name another thing.
    """
    figure, statement = found.figure, found.statement
    if figure is None or statement.row is None or statement.role not in ("progress", "target"):
        return False
    called = subject_cell(statement.row)
    if called is None or not any(comparable(figure.unit, unit) for unit in query.units):
        return False
    name = _OF_PROJECT.sub("", fold_text(called.text))
    ends = {m.canonical for m in load_indicators().find(name) if m.end == len(name)}
    return bool(ends & set(query.indicators)) and _is_of_row(
        query, statement, fold_text(figure.name)
    )


def _is_of_another_goal(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """True for the result of one goal of a row, where another goal of it is asked for.

    Below "新建驿站6个、新增床位150张" the result "新建驿站4个" does not tell of beds.
    """
    figure, row, role = found.figure, found.statement.row, found.statement.role
    if figure is None or row is None or role != "progress" or figure.indicator in query.indicators:
        return False
    cells = [c for part in ("target", "group") for _, c in cells_of(row, part)]
    goals = [
        f
        for f in found.statement.document.indicators
        if f.kind in PLAN_KINDS and any(c.start <= f.figure[0] < c.end for c in cells)
    ]
    asked = [g for g in goals if _is_goal_asked(query, terms, g)]
    return bool(asked) and any(g.indicator == figure.indicator for g in goals if g not in asked)


def _is_goal_asked(query: Query, terms: Sequence[Term], goal: Indicator) -> bool:
    if query.indicators or query.name:
        return is_asked(query, goal.indicator)
    return bool(terms) and all(level(t, fold_text(goal.name)) == 1.0 for t in terms)


def _counts_asked(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """False where "多少义警" is asked and the only number stands beside other things."""
    if (
        query.units
        or found.statement.row is None
        or not figure_cues.FIGURE_ASKED.search(query.text)
    ):
        return True
    clauses = [c for c in re.split(r"[，,；;。]", fold_text(found.quote)) if quantities_in(c)]
    return not clauses or any(level(t, clause) > 0 for t in terms for clause in clauses)


def _is_about(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """False where the figure counts another thing than the sentence speaks of beside it.

    "41大项任务,亚运江滨主题公园" has a figure and a park, but not the number of parks.
    """
    figure, statement = found.figure, found.statement
    if figure is None or figure.indicator in query.indicators:
        return True
    name = fold_text(figure.name)
    clause = _NAMED_AMONG.sub("", fold_text(_clause_of(statement, figure)))
    # 产值 and 新增 are of anything: 樱桃综合产值 is none of 葡萄.
    terms = [t for t in terms if not _is_of_anything(t.text)] or terms
    row = statement.row if statement.role == "progress" else None
    if row is not None and any(is_one_of_several(t.text, row) for t in terms):
        return False
    if made_up_of(query, terms, name):
        return False
    # Behind "甲公司上市" the "6家企业入围500强" are no 上市企业, whose name they share a part of.
    typed = [query.text[s:e] for s, e in query.slots.get("indicator", ())]
    if statement.row is None:
        terms = [t for t in terms if t.canonical or not _ends_any(t.text, typed, query.text)]
    if not terms or any(level(t, name) > 0 or level(t, clause) > 0 for t in terms):
        return True
    if _is_of_clause_before(terms, statement, figure):
        return True
    if query.asks == ("when",) and _dates(terms, found.quote):
        return True
    if is_of_event(terms, statement):
        return True
    if statement.role == "progress" and statement.row and _one_target(statement.row):
        labelled = any(level(t, statement.labels) > 0 for t in terms)
        # "樱桃、葡萄产业综合产值25亿元" has a progress of 樱桃, which is none of 葡萄.
        words = [
            w for w in content_terms(name) if not (stopwords.OF_ANYTHING.fullmatch(w) or is_verb(w))
        ]
        other = any(w in statement.labels and w not in query.text for w in words)
        return labelled and not other and _is_of_row(query, statement, name)
    name = statement_cues.FLOW.sub("", name) or name
    name = _OF_ANYTHING_LAST.sub("", name) or name  # 粮食产量 is none of 洗衣机
    shared = sum(char in query.text for char in name)
    return shared >= NAME_SHARED * max(1, len(name))


def _is_of_clause_before(terms: Sequence[Term], statement: Statement, figure: Indicator) -> bool:
    """True where the clause before names all that is asked of, and what is counted here with it.

    "开展甲产车摇号活动,已摇号38轮" tells of 甲产车, though the second clause has but 摇号; so does
    "旧村改造回迁,惠及1.2万户", which does not say once more what was done.
    """
    before = [c for c in statement.clauses if c[1] <= figure.start]
    clause = fold_text(statement.document.text[slice(*before[-1])]) if before else ""
    counted = statement_cues.FLOW.sub("", fold_text(figure.name))
    same = len(counted) > 1 and counted in clause and not quantities_in(clause)
    same = same or _BENEFITING.fullmatch(counted) is not None
    return same and all(level(t, clause) > 0 for t in terms)


def _dates(terms: Sequence[Term], quote: str) -> bool:
    """True if a clause without a count dates what is asked for: "完成17公里,计划11月通水"."""
    clauses = [c for c in re.split(r"[,，;；。]", fold_text(quote)) if not quantities_in(c)]
    dated = [c for c in clauses if _DATED.search(c)]
    return any(level(t, c) > 0 for t in terms for c in dated)


def _ends_any(word: str, names: Sequence[str], text: str) -> bool:
    """True for a noun that is part of a name as it was typed, or right behind it: 上市|企业."""
    if is_verb(word) or is_verbs(word) or word in names:
        return False
    return any(word in name or name + word in text for name in names)


def _is_of_anything(word: str) -> bool:
    return (
        stopwords.OF_ANYTHING.fullmatch(word) is not None
        or _MADE.fullmatch(word) is not None
        or statement_cues.FLOW.fullmatch(word) is not None
    )


def _clause_of(statement: Statement, figure: Indicator) -> str:
    """The clause that a figure stands in: what the one before it names has figures of its own."""
    spans = [c for c in statement.clauses if c[0] <= figure.figure[0] < c[1]]
    start, end = spans[0] if spans else (figure.start, figure.end)
    return statement.document.text[start:end]


def _ends_name_of_row(query: Query, found: Finding) -> bool:
    """True for 积案 in a row on 信访积案: there, the end of the name stands for it."""
    statement, figure = found.statement, found.figure
    if figure is None or statement.role != "progress":
        return False
    *rest, end = segments(_LEVELS.sub("", fold_text(figure.name)))
    typed = (query.text[s:e] for s, e in query.slots.get("indicator", ()))
    short = any(t != end and t.endswith(end) and t in statement.labels for t in typed)
    own = all(is_verb(word) or word in query.text for word in rest if len(word) > 1)
    return len(end) > 1 and short and own


def _is_of_row(query: Query, statement: Statement, name: str) -> bool:
    """True if a figure's name is one of the row or asked for, or only tells what was done.

    Under a goal that names ten projects, "河庄互通,累计完成48219万元" is of none of the others.
    """
    words = [w for w in segments(name) if len(w) > 1 and w not in stopwords.FUNCTION_WORDS]
    asked = {word for group in load_synonyms().find(query.text) for word in group}
    return all(is_verb(w) or w in statement.labels or w in asked for w in words)


def _one_target(row: Row) -> bool:
    """True if a row has one goal: its progress then needs no name to be that goal's."""
    goals = [c.text for role in ("target", "group") for _, c in cells_of(row, role)]
    return sum(len(quantities_in(text)) for text in goals) <= 1


def _is_of(query: Query, figure: Indicator) -> bool:
    """False where the asked name only begins a longer one: its end tells what it is.

    亿元地区生产总值生产安全事故死亡率 is no 地区生产总值.
    """
    basis = figure_cues.BASIS.search(query.text)
    if basis and basis.group() in figure.indicator:
        return True
    if figure.indicator in query.indicators:
        return True
    name = fold_text(figure.name)
    matches = [m for m in load_indicators().find(name) if m.canonical in query.indicators]
    if not matches:
        own = {char for char in name if char not in "增长下降量数率的"}
        return sum(char in query.text for char in own) >= NAME_SHARED * len(own)
    head = re.sub(r"^对[一-鿿]{2,10}的", "", name[matches[-1].end :])
    shared = sum(char in query.text for char in head)
    counts = _COUNTING.fullmatch(head) is not None
    if "元" in query.units and _FUNDS.fullmatch(head):
        return True
    if _SHARE.search(head) and "share" not in query.measures:
        return head in query.text  # the 比 of "和乙区比" asks for no 占GDP比重
    return len(head) < 2 or counts or shared >= HEAD_SHARED * len(head)


def _ends_in_name(query: Query, figure: Indicator) -> bool:
    """True if the asked name of the lexicon stands in a figure's name, and little behind it.

    电诈案件受案数 is 电信网络诈骗案件, though the document words it in its own way.
    """
    name = fold_text(figure.name)
    matches = [m for m in load_indicators().find(name) if m.canonical == query.name]
    units = load_indicators().units(query.name)
    measured = figure.unit in RATE_UNITS or any(comparable(figure.unit, u) for u in units)
    if not matches or not measured or of_another_level([query.text], figure.name):
        return False
    if not _adds_nothing(query, name[: matches[-1].start]):
        return False
    head = name[matches[-1].end :]
    beside = blank(query.text, query.slots.get("indicator", ()))
    shared = sum(char in beside for char in head)
    return (
        not head
        or _COUNTING.fullmatch(head) is not None
        or (len(head) > 1 and shared >= HEAD_SHARED * len(head))
    )


def _is_done_to_most(query: Query, figure: Indicator) -> bool:
    """True for 新建公共充电桩, where it is asked how many 充电桩 were built or are to be.

    公共充电桩 alone are a part of them, and what was added in a year is none of what there is.
    """
    bare = MOSTLY.sub("", of_projects(query, fold_text(figure.name)))
    done = bare.removesuffix(query.name)
    doing = statement_cues.FLOW.search(query.text) or statement_cues.DOING.search(query.text)
    return done != bare and bool(done) and is_verbs(done) and bool(doing or query.kinds)


def of_projects(query: Query, name: str) -> str:
    """Return a name without 产业, where it is asked how many projects were signed or brought in.

    Those are projects of industries, whether it is said or not; what is built need not be.
    """
    return _BROUGHT_IN.sub(r"\1", name) if _BRINGING_IN.search(query.text) else name


def _adds_nothing(query: Query, before: str) -> bool:
    """True if what stands before a name is a verb, or stands in the question.

    省级垃圾分类示范小区 are a part of 垃圾分类示范小区, 新增光伏并网 and 新建学校 of what there is.
    """
    if before in query.text:
        return True
    return is_verbs(before) and "新" not in before and not statement_cues.FLOW.search(before)
