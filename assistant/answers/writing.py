"""Chosen statements as text: what they speak of, the words that are quoted, their markers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence.draft import (
    TASK,
    Draft,
    describe,
    is_crowded,
    left_open,
    row_field,
    unmarked,
    whose,
)
from assistant.evidence.evidence import Evidence
from assistant.evidence.figure_phrases import is_value_alone, phrase_figure, without_sum
from assistant.evidence.figures import crowded
from assistant.evidence.findings import Finding
from assistant.evidence.rises import years_of_rise
from assistant.evidence.statements import Statement
from assistant.evidence.wants import MULTIPLIED
from assistant.language.columns import (
    CHARGES,
    Role,
    cells_of,
    refers_to_rows,
    subject_cell,
    task_text,
)
from assistant.language.quantities import quantities_in
from assistant.question.names import TAKEN_OUT
from assistant.schema import PLAN_KINDS, Indicator, Query, Related, Row
from assistant.tables.row_tests import entries
from assistant.text import fold_text, shortened

OWN_NAMED = 0.5  # coverage from which a cell's own words name its subject


MOST_RELATED = 3


# What a clause begins with that leaves its subject to the clauses before it.
_BARE = re.compile(
    r"(?:其中)?(?:占比|占[^,，]{2,16}\d|同比|增长|增速|增幅|下降|降幅|完成(?:年度|全年)|比上年|较上年|比重)"
)


_BASIS = re.compile(rf"\(({TAKEN_OUT}[^()]*)\)$")
# "城乡居民收入比由上年的1.95缩小到1.92": what it came from is not what it is.
_ORIGIN = re.compile(r"[由从](?:上年|去年|20\d\d年)[^，,]{0,4}\d[^，,]*[至到为]")
_STRETCHED = re.compile(
    r"[,，、]?\s*((?:力争|争取|冲刺)(?:达到|增长|突破|完成|实现)?\d[\d.]*(?:%|个百分点|[万亿]?[元家个项])?)(?=[,，;；。|\s]|$)"
)


# "剔除退税因素后增长3.1%、自然口径下降2.6%": one rate on two bases, neither told alone.
_BASED = (
    r"(?:(?:按|以)?(?:自然|同|可比|全|老|新|名义|原)口径|(?:剔除|扣除|还原|不含|不考虑)[^,，;；。、\d]{2,20})"
    r"[^,，;；。、\d]{0,6}(?:增长|下降|上升|减少|增加)\d[\d.]*(?:%|个百分点)"
)
_OTHER_BASIS = re.compile(rf"[、,，;；]\s*({_BASED})(?=[、,，;；。]|$)")
_BASIS_NAMED = re.compile(_BASED)
_OF_PLAN = "计划完成率"
# Whose 收入 and 支出 a budget tells: its heading says so, and its sentences do not.
_ACCOUNT = re.compile("公共预算|基金|国有资本经营|社会保险")


@dataclass(frozen=True)
class Reading:
    """What one side comes to: the findings that answer it, best first, and the nearest."""

    query: Query
    findings: tuple[Finding, ...]
    near: tuple[Finding, ...]

    @property
    def answered(self) -> bool:
        """True if the documents answer this side."""
        return bool(self.findings)

    @property
    def best(self) -> Finding:
        """The finding that answers best."""
        return self.findings[0]


# "22项民生实事中" tells nothing without the clauses behind it.
_CUT_OFF = re.compile(r"(?:其?中|之?后|时|里|以来|方面|同时)$")
_NUMBER = re.compile(r"[-+−]?[\d,.]+")
POINTED = re.compile(r"\s*[此该本](?:项|个)?(?:工作|任务|指标|数据|项目|事项)")
SHORT_TASK = 60  # characters of a task that leads its state
WHOLE = 200  # characters of a statement that is told whole


def write_side(draft: Draft, evidence: Evidence, reading: Reading) -> None:
    """Write the answer of one side: the quoted words, what they speak of, their markers."""
    asks = set(reading.query.asks)
    in_charge = bool(asks & set(CHARGES))
    rows: list[Row] = []
    for found in reading.findings:
        row = found.statement.row
        if row is None or not in_charge:
            write_finding(draft, found)
        elif row not in rows:
            rows.append(row)
            write_row(draft, reading.query, found)


_COUNTED_BACK = re.compile(r"(?:19|20)\d\d(?=-20\d\d年)")


def write_finding(draft: Draft, found: Finding) -> None:
    """Write one quoted statement with whose, of when and what kind it is."""
    marker = cite_finding(draft, found)
    quote = f"{phrase(found)}{_stretched(found)}{_on_other_basis(found)}"
    if found.figure is None and found.statement.row is None and _CUT_OFF.search(quote):
        quote = _shorten(found.statement.text, WHOLE).rstrip("。;；")
    years = years_of_rise(found.statement.document.text, (found.spans[0][0], found.spans[-1][1]))
    head = whose(found.statement, found.period, found.kind, quote)
    head = f"{found.statement.district}{years}" if years and years not in quote else head
    # "五年来" counts back to a year that no document has to name.
    draft.computed += _COUNTED_BACK.findall(head)
    told = found.qualitative and not MULTIPLIED.search(quote)
    tail = "(文中没有给出具体数值)" if told else ""
    draft.say_of(head, f"{quote}{marker}{tail}")


def cite_finding(draft: Draft, found: Finding) -> str:
    """Cite what a finding quotes, and a cell by itself where its row holds numbers side by side."""
    statement, figure, row = found.statement, found.figure, found.statement.row
    span = found.spans[0][0], found.spans[-1][1]
    marker = draft.cite_statement(statement, *span, found.period)
    if figure is None or row is None or not is_value_alone(figure, found.quote):
        return marker
    if is_crowded(statement.document.text, row, figure.figure[0]):
        marker += draft.cite(statement.document, statement.chunk, *figure.figure)
    return marker


def _stretched(found: Finding) -> str:
    """The higher goal that a plan adds to its own: "增长5.5%,力争6%" is told as one."""
    statement, end = found.statement, found.spans[-1][1]
    if found.kind not in PLAN_KINDS:
        return ""
    if found.figure is not None and figures_told(found) == (found.figure,):
        end = found.figure.figure[1]
    further = _STRETCHED.match(statement.document.text, end, statement.end)
    return f",{further.group(1)}" if further else ""


def _on_other_basis(found: Finding) -> str:
    """The same rate on another basis, which the sentence tells right behind it."""
    statement, figure = found.statement, found.figure
    told = phrase(found)
    if figure is None or figure.measure != "growth" or not _BASIS_NAMED.search(told):
        return ""
    further = _OTHER_BASIS.match(statement.document.text, figure.figure[1], statement.end)
    return f",{further.group(1)}" if further and further.group(1) not in told else ""


def figures_told(found: Finding) -> tuple[Indicator, ...]:
    """The figures that a finding is told by alone, where its quote holds others beside them."""
    alone = found.alone or crowded(found.statement.figures, found.asked, found.spans)
    origin = found.statement.row is None and _ORIGIN.search(found.quote)
    return found.asked if alone or origin else ()


def phrase(found: Finding) -> str:
    """Return the quote of a finding, led by its subject where another cell has it."""
    row, figure, quote = found.statement.row, found.figure, found.quote
    if figures_told(found):
        return _figures_alone(found)
    topic = found.statement.topic
    if topic and topic not in quote and found.match.own < OWN_NAMED:
        return f"{topic}:{quote}"
    if row is None:
        return _led(found, quote)
    if figure is not None and _is_value(figure, quote):
        bare = figure.measure == "growth" and not re.search(r"增(?!加值)|降|速", figure.name)
        growth = "增长" if bare else ""
        of_plan = _OF_PLAN if figure.indicator.endswith(_OF_PLAN) else ""
        value = f"{figure.value}{figure.unit}"
        if is_value_alone(figure, quote):
            value = without_sum(quote).replace(figure.value, value, 1)
        return f"{unmarked(figure.name).rstrip('。;；')}{of_plan}{growth}:{value}"
    subject = subject_cell(row)
    by_number = any(map(refers_to_rows, row.cells))
    if subject is None or not (row.owns(subject) or by_number):
        task = _shorten(task_text(row).rstrip("。;；"), SHORT_TASK)
        return f"{task}:{quote}" if _is_bare_state(found) else quote
    if figure is None and _NUMBER.fullmatch(quote):
        header = next((h for h, c in row.cells.items() if c.start == found.statement.start), "")
        return ":".join(filter(None, (unmarked(subject.text), header, quote)))
    named = subject.start <= found.statement.start < subject.end or subject.text in quote
    said = found.match.own >= OWN_NAMED and not _tells_of_unnamed(found, subject.text, quote)
    return quote if named or said else f"{_name_of_row(found, subject.text)}:{quote}"


def _name_of_row(found: Finding, subject: str) -> str:
    """What a row is called: where that gives its goal, what the figure told is of.

    "新建公厕12座:建成9座" has two numbers, of which only one answers.
    """
    figure = found.figure
    if figure is not None and figure.kind not in PLAN_KINDS and quantities_in(subject):
        return unmarked(figure.name)
    return unmarked(subject).rstrip("。;；")


def _tells_of_unnamed(found: Finding, subject: str, quote: str) -> bool:
    """True for how far something is, in words that its name shares nothing with: 因报批滞后.

    And for a remark: "投资1.4亿元" behind 停车场改造 is of that alone.
    """
    pairs = (subject[at : at + 2] for at in range(len(subject) - 1))
    role = found.statement.role
    counted = quantities_in(subject) or (role == "progress" and quantities_in(quote))
    remarked = role == "other" and found.figure is None
    return (role == "progress" or remarked) and not counted and not any(p in quote for p in pairs)


def _is_bare_state(found: Finding) -> bool:
    """True for how far a row is, asked for by that state alone: 已完成年度计划, of which task."""
    row, quote = found.statement.row, found.quote
    if row is None or found.statement.role != "progress" or found.figure is not None:
        return False
    task, pointed = task_text(row), POINTED.match(quote)
    if pointed and "、" not in quote:
        return True  # "此项工作将于下半年开展" names no task
    shared = any(task[at : at + 2] in quote for at in range(len(task) - 1))
    return found.match.own >= OWN_NAMED and not shared


def _is_value(figure: Indicator, quote: str) -> bool:
    """True for a cell that is a figure and does not say of what.

    Where the name gives an amount itself (完成投资208亿元), a share beside it is told alone.
    """
    if is_value_alone(figure, quote):
        return True
    whole = quote.replace(" ", "") == f"{figure.value}{figure.unit}"
    return whole and figure.name != "" and not quantities_in(figure.name)


def _led(found: Finding, quote: str) -> str:
    """A quote that begins with what is said ("占比75.9%"), led by what it is said of."""
    figure = found.figure
    if figure is not None and (basis := _BASIS.search(figure.indicator)):
        # "剔除房地产开发投资后,固定资产投资增长1.2%" is told with what was taken out.
        return quote if basis.group(1) in quote else f"{basis.group(1)}后,{quote}"
    if figure is not None and _ACCOUNT.search(figure.name) and not _ACCOUNT.search(quote):
        inside = [f for f in found.statement.figures if _is_quoted(f, found)]
        return ",".join(phrase_figure(found.statement.document.text, f) for f in inside)
    if figure is None or not _BARE.match(quote) or fold_text(figure.name) in fold_text(quote):
        return quote
    owner = unmarked(figure.name)
    owner = owner.split("占")[0] if "占" in quote else owner  # "较上年下降0.6个百分点" is of 占比
    return quote if owner[-2:] in quote or not owner else f"{owner}{quote.removeprefix('其中')}"


def _is_quoted(figure: Indicator, found: Finding) -> bool:
    return any(s <= figure.figure[0] and figure.figure[1] <= e for s, e in found.spans)


def _figures_alone(found: Finding) -> str:
    """Name and value of each asked figure, where the quote would bring others with it."""
    text = found.statement.document.text
    inside = [f for f in found.asked if _is_quoted(f, found)]
    return ",".join(phrase_figure(text, f) for f in inside or found.asked[:1])


def write_row(draft: Draft, query: Query, found: Finding) -> None:
    """Write who is in charge of a row, and its figures where they were asked for too."""
    statement, row = found.statement, found.statement.row
    if row is None:
        return
    if query.units or query.kinds or "verdict" in query.asks or "when" in query.asks:
        write_finding(draft, found)
    else:
        task = task_text(row) or found.quote
        marker = draft.cite_row(statement.document, statement.chunk, row)
        draft.say(f"{TASK}{_shorten(task, 80)}{marker}。")
    supports = any(e in query.text for _, c in cells_of(row, "support") for e in entries(c.text))
    # "由谁牵头,住建局呢": who is named and only supports is told as that.
    write_charge(draft, (*query.asks, *(("support",) if supports else ())), statement, row)


def write_charge(draft: Draft, asks: Sequence[str], statement: Statement, row: Row) -> None:
    """Write who leads and who supports, each cell cited where it stands."""
    charged: tuple[Role, ...] = ("leader", "lead") if {"lead", "leader"} & set(asks) else ()
    supporting: tuple[Role, ...] = ("support",) if "support" in asks else ()
    for role in (*charged, *supporting):
        text = row_field(row, role) or (left_open(row, role) if role == "support" else "")
        if text:
            cells = [cell for _, cell in cells_of(row, role)]
            markers = [draft.cite_cell(statement.document, statement.chunk, row, c) for c in cells]
            draft.say(f"{text}{''.join(dict.fromkeys(markers))}。")


def _shorten(text: str, most: int) -> str:
    return shortened(unmarked(text), most)


def write_related(near: Sequence[Finding]) -> tuple[Related, ...]:
    """What the documents say near the question, each with its own citation."""
    found: list[Related] = []
    telling = [f for f in near if f.statement.row is None or re.search(r"\d", f.quote)]
    for item in telling[:MOST_RELATED]:
        draft = Draft()
        marker = draft.cite_statement(item.statement, item.spans[0][0], item.spans[-1][1])
        head = describe(item.statement.district, item.period, item.kind)
        bare = item.figure is not None and is_value_alone(item.figure, item.quote)
        quote = phrase(item) if bare else item.quote
        quote = _led(item, quote) if item.statement.row is None else quote
        text = f"{head}:{_shorten(quote, 120)}{marker}"
        found.append(Related(text, tuple(draft.citations)))
    return tuple(found)
