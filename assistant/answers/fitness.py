"""Whether a statement may answer: it is of the thing, the measure and the place asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.kinds import (
    counts_doers,
    is_of_any_size,
    is_of_other_projects,
    is_of_others_visited,
    is_one_of_many_kinds,
    is_stock_for_flow,
    lacks_kind,
    lacks_part,
    of_a_sibling,
    without_excluded,
)
from assistant.answers.named_indicators import is_of_own_row, names_indicator
from assistant.answers.named_things import (
    counts_another,
    is_mere_field,
    is_of_sister,
    lacks_own_name,
    names_no_such_thing,
    names_nothing,
)
from assistant.answers.opposites import is_of_opposite
from assistant.answers.other_cells import is_of_other_cell
from assistant.answers.own_turns import is_of_all_for_done, is_of_another_turn
from assistant.answers.owners import of_another_owner
from assistant.answers.same_measure import (
    is_flow_for_stock,
    is_of_another_rate,
    is_plan_for_stock,
    of_another_measure,
)
from assistant.answers.same_place import (
    counts_other_places,
    of_another_place,
    of_another_street,
)
from assistant.answers.sectors import of_another_sector
from assistant.answers.steps import is_another_step, is_no_work, is_step_before
from assistant.answers.very_one import of_another_one
from assistant.answers.writing import phrase
from assistant.evidence.figure_candidates import (
    is_only_possible,
    of_another_list,
)
from assistant.evidence.figure_phrases import of_another_plan
from assistant.evidence.findings import Finding, lists_as_many
from assistant.evidence.matching import lists_beside_others
from assistant.evidence.rises import is_rise_of_years
from assistant.evidence.row_names import TOTAL
from assistant.evidence.terms import Term, level
from assistant.language.columns import TIME_HEADER, role_of
from assistant.language.numerals import chinese_number
from assistant.language.tokenizer import is_verb, is_word, segments
from assistant.lexicon.districts import names_county
from assistant.lexicon.indicators import load_indicators
from assistant.question import ask_cues, constraint_cues, figure_cues, statement_cues, stopwords
from assistant.schema import Query
from assistant.text import HAN_WORD, fold_text

_DATES = re.compile(
    r"\d{4}年|\d{1,2}-?\d{0,2}月(?:\d{1,2}日)?|[一二三四]季度|上半年|全年|其中|截至|底"
)
_REMARK = re.compile(r"[(（][^()（）]*[)）]")
# How many did not reach something: "1个项目未完成年度目标" names none of them.
_MERELY_COUNTED = re.compile(
    r"(?:^|[,，。;；、]|其中|另有|还有|有|仅)[^一-鿿,，。;；、]*\d+[个项件条家][^,，。;；:：“、\d]{0,8}(?:未|没|尚)[^:：]{0,16}$"
)
_LEFT = re.compile(r"剩|余|在建|正在|其他")
_UNDONE = re.compile(r"未|没|仅|尚|预计|滞后|推迟|延|不")
_SHORT = re.compile(rf"{_UNDONE.pattern}|低|差|少|缺|落后|塌|慢")
_LEFT_OUT = re.compile(r"(?:不含|不包括|不包含)([^,，。;；)）]{2,20})")
_WHEN_DONE = re.compile(rf"(?:{dict(ask_cues.ASKS)['when'].pattern})份?(?:才|能|可以?|会|要|正式)*")
_NUMERAL = r"([两三四五六七八九十]|\d{1,2})"
_COUNTED_SET = re.compile(rf"哪{_NUMERAL}大(?P<of>[一-鿿]{{2,8}})")
_CONTINUED = re.compile(r"\(续[^()]*\)$")


def meets(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """True if a statement meets all that a question asks for."""
    fits = found.period_fit > 0 and found.kind_fit > 0 and found.answered
    if not fits or _mistakes(query, found) or of_another_street(query, found):
        return False
    of_row = is_of_own_row(query, found)
    if not of_row and of_a_sibling(query, terms, found):
        return False
    if _is_of_all(query, found) or _is_of_others(query, terms, found):
        return False
    if lacks_own_name(query, terms, found) or names_nothing(query, found):
        return False
    if names_no_such_thing(query, terms, found) or is_mere_field(query, terms, found):
        return False
    if is_of_other_cell(query, found):
        return False
    if _of_any_row(query, terms, found) or lacks_kind(query, found):
        return False
    if is_another_step(query, found) or is_step_before(query, found) or is_no_work(query, found):
        return False
    if _is_of_another_clause(query, terms, found):
        return False
    return of_row or names_indicator(query, terms, found)


def _is_of_others(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """True for a figure of another list than is asked for, or of what could be."""
    figure, text = found.figure, found.statement.document.text
    if is_of_sister(query, terms, found) or is_one_of_many_kinds(query, found):
        return True
    if is_of_others_visited(query, found) or counts_another(query, found):
        return True
    if counts_other_places(query, found):
        return True
    return of_another_one(query, found) or (
        figure is not None
        and (
            of_another_list(query, figure)
            or of_another_plan(query, text, figure)
            or is_only_possible(query, text, figure)
        )
    )


def _is_of_all(query: Query, found: Finding) -> bool:
    """True for the figure of a row as a whole, where one of what it lists is asked for alone.

    So is the date of one of them none of another: of 甲路、乙路 "甲路5月通车" dates one.
    """
    row, quote = found.statement.row, fold_text(found.quote)
    if row is not None and "when" in query.asks:
        names = [t for t in query.terms if not is_word(t) and t not in quote]
        return lists_beside_others(names, row)
    if row is None or found.figure is None or not constraint_cues.ALONE.search(query.text):
        return False
    return found.statement.role == "other" and lists_beside_others(query.terms, row)


def _is_of_another_clause(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """True for what another clause of the question names, or another event than the asked one."""
    return (
        _is_of_mere_lead(query, terms, found)
        or _dates_another_event(query, terms, found)
        or _is_named_behind(query, terms, found)
    )


def _is_of_mere_lead(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """True where a clause asks how many there are of a thing, and only another clause is met.

    "上门走访企业,收集的难点有几个?" asks for no number of companies, nor does "走访企业发现的难点,
    解决了几个?", where the thing stands behind what is said of it.
    """
    clauses = re.split(r"[,，;；。?？]", query.text)
    asking = [c for c in clauses if query.units and figure_cues.FIGURE_ASKED.search(c)]
    if len(asking) != 1 or asking == clauses or load_indicators().find(asking[0]):
        return False
    own = [
        t
        for t in terms
        if t.text in asking[0]
        and not (t.canonical or is_verb(t.text) or statement_cues.NEWLY.match(t.text))
    ]
    # 面积合计多少亩 is asked of what stands before it.
    own = [
        t
        for t in own
        if not (stopwords.OF_ANYTHING.fullmatch(t.text) or figure_cues.PLAN.search(t.text))
    ]
    own = own or _said_of(terms, clauses[max(0, clauses.index(asking[0]) - 1)])
    told = f"{found.statement.folded}\n{found.statement.labels}"
    return bool(own) and not any(level(t, told) > 0 for t in own)


def _said_of(terms: Sequence[Term], lead: str) -> list[Term]:
    """The thing that a clause leads to by what was done with it: 走访企业发现的|难点."""
    before, _, thing = lead.rpartition("的")
    if not any(is_verb(word) for word in segments(before)):
        return []
    return [t for t in terms if t.text in thing and not (t.canonical or is_verb(t.text))]


def _dates_another_event(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """True where it is asked when something is made public, and told when it was begun."""
    asked = _WHEN_DONE.search(query.text) if "when" in query.asks else None
    if asked is None:
        return False
    behind = query.text[asked.end() :]
    events = [t for t in terms if behind.startswith(t.text)]
    told = f"{fold_text(found.quote)}\n{found.statement.labels}"
    return bool(events) and not any(level(t, told) > 0 for t in events)


def _is_named_behind(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """True for the day of one thing, where the one asked for is named behind it alone.

    "甲医院9月底完工,乙医院年底试运行" does not tell when 乙医院 is done.
    """
    things = [t for t in terms if len(t.text) > 1 and not is_verb(t.text)]
    if "when" not in query.asks or found.statement.row is not None or not things:
        return False
    before, quote, behind = found.statement.folded.partition(fold_text(found.quote))
    told = f"{before}{quote}"
    return all(t.text in behind for t in things) and not any(t.text in told for t in things)


def _of_any_row(query: Query, terms: Sequence[Term], found: Finding) -> bool:
    """True for a cell of one row among others, where the question names its column alone.

    "计划投资多少" is asked of all projects, and not of the one whose passage came first.
    """
    statement, figure = found.statement, found.figure
    row = statement.row
    if row is None or statement.role != "other" or not terms:
        return False
    header = next((h for h, c in row.cells.items() if c.start == statement.start), "")
    if figure is None and not ("when" in query.asks and TIME_HEADER.search(header)):
        return False
    if figure and (figure.district != statement.district or figure.indicator in query.indicators):
        return False  # a row of its own place, or of the very thing
    others = [r for r in statement.document.rows if header in r.cells and r is not row]
    named = [c.text for h, c in row.cells.items() if _names_row(h, c.text)]
    words = fold_text("\n".join([*named, *row.section_path]))
    if not (header and others and named) or any(TOTAL.match(text.strip()) for text in named):
        return False
    by_place = any(place in words for place in query.districts)
    return not by_place and not any(level(t, words) > 0 for t in terms)


def _names_row(header: str, text: str) -> bool:
    return role_of(header) in ("group", "target") and HAN_WORD.search(text) is not None


# A total for what was added or the other way, what years brought for one year's doing, all for
# a part.
_OTHER_EXTENTS = (
    is_flow_for_stock,
    is_plan_for_stock,
    is_stock_for_flow,
    is_rise_of_years,
    lacks_part,
    is_of_any_size,
    is_of_other_projects,
    of_another_owner,
    is_of_all_for_done,
)


def _mistakes(query: Query, found: Finding) -> bool:
    """True for another place, a stock for a flow or the other way, a figure for a company."""
    elsewhere = any(names_county(word) for word in found.match.missing)
    if elsewhere or is_of_opposite(query, found) or _is_of_another(query, found):
        return True
    quote = phrase(found)
    if _is_title(found, quote) or is_of_another_rate(query, found, quote):
        return True
    if _is_of_another_number(query, quote) or is_of_another_turn(query, found):
        return True
    if not re.search(r"[一-鿿]{2}|\d", _DATES.sub("", quote)):
        return True
    if (
        _leaves_out(query, found, quote)
        or is_done_instead(query, quote)
        or of_another_measure(query, found, quote)
        or _counts_list(query, found)
        or counts_doers(query, found)
    ):
        return True
    if (
        statement_cues.FLOW.search(without_excluded(query))
        and (statement_cues.STOCK.search(quote) or _is_share(found))
        and not statement_cues.NEWLY.search(quote)
    ):
        return True
    if found.figure and any(is_wrong(query, found) for is_wrong in _OTHER_EXTENTS):
        return True
    if found.figure and figure_cues.TOTAL_ASKED.search(query.text):
        done = statement_cues.IN_PROGRESS.search(found.figure.name)
        if done and done.group() not in query.text:
            return True
    return bool(ask_cues.ENTITY_ASKED.search(query.text)) and not statement_cues.ENTITY.search(
        found.statement.text
    )


def _is_share(found: Finding) -> bool:
    """True for a rate of what there is: "企业数字化100%全覆盖" tells of no new ones."""
    return found.figure is not None and found.figure.measure == "share"


def _is_of_another(query: Query, found: Finding) -> bool:
    """True for another part of the economy, or another place."""
    return of_another_sector(query, found) or of_another_place(query, found)


def _is_of_another_number(query: Query, quote: str) -> bool:
    """True where the number of a name is another one: 50亿元以上项目, 服务体系4.0版."""
    if any(number not in quote for number in constraint_cues.THRESHOLD.findall(query.text)):
        return True
    counted = _COUNTED_SET.search(query.text)
    if counted and query.number and "list" in query.asks:
        named = [chinese_number(n) for n in re.findall(rf"{_NUMERAL}大{counted['of']}", quote)]
        if named and query.number not in named:
            return True  # 三大主导产业 are no 四大主导产业
        if counted["of"] not in quote and not lists_as_many(query, quote):
            return True  # a heading on 主导产业 names none of them
    editions = constraint_cues.EDITION.findall(query.text)
    return bool(editions) and not any(edition in quote for edition in editions)


def is_done_instead(query: Query, quote: str) -> bool:
    """True for what a quote calls done, where it is asked which was not, or how many."""
    if figure_cues.LEFT_ASKED.search(query.text) and not (
        _UNDONE.search(quote) or _LEFT.search(quote)
    ):
        return True
    fell = any(term in query.terms for term, _ in figure_cues.FELL_SHORT)
    if fell and "reason" not in query.asks and not _SHORT.search(quote):
        return True
    if not figure_cues.UNDONE_ASKED.search(query.text):
        return False
    undone = _SHORT if fell else _UNDONE  # 低于预期 says it of a goal, and not of a building
    return not (undone.search(quote) or _LEFT.search(quote)) or bool(_MERELY_COUNTED.search(quote))


def _leaves_out(query: Query, found: Finding, quote: str) -> bool:
    """True for what is said to hold none of the thing: "施工许可62件(不含加装电梯)".

    Asked without something, only what is said to be without it answers.
    """
    typed = [query.text[s:e] for s, e in query.slots.get("indicator", ())]
    figure, text = found.figure, found.statement.document.text
    behind = _REMARK.match(text, figure.figure[1]) if figure is not None else None
    told = f"{quote}{behind.group() if behind else ''}"
    left_out = _LEFT_OUT.findall(fold_text(told))
    asked = constraint_cues.LEFT_OUT.search(query.text)
    if asked and not any(asked.group() in words for words in query.excluded):
        return not any(words.startswith(asked[1][:2]) for words in left_out)
    if "不含" in query.text:
        return False
    return any(name in words for words in left_out for name in (*typed, *query.terms))


def _counts_list(query: Query, found: Finding) -> bool:
    """True for how many things a sentence lists: "“新增学位”、“建设食堂”等23项" counts neither."""
    figure = found.figure
    if figure is None or not query.units or figure.unit in query.units:
        return False
    before = found.statement.document.text[found.statement.start : figure.figure[0]]
    return figure.unit in ("项", "个", "件") and before.rstrip().endswith(("等", "等共"))


def _is_title(found: Finding, quote: str) -> bool:
    """True for a title: it names what a document is about, and says nothing of it."""
    bare = _CONTINUED.sub("", fold_text(quote))
    return bare in fold_text(found.statement.document.profile.title)
