"""An answer under construction: lines of text, and the citations that their markers point to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.evidence.statements import Statement
from assistant.language.columns import cells_of, role_of
from assistant.language.period_mentions import as_of_line, find_periods, words_of_period
from assistant.language.periods import PLANS, year_of
from assistant.language.periods import label as period_label
from assistant.schema import MARKER, PLAN_KINDS, SOFT_BREAK, Cell, Chunk, Citation, Document, Row
from assistant.text import fold_text

ROW_LIMIT = 1200  # characters of a table row that is cited whole
SENTENCE_LIMIT = 600  # characters of a sentence that is cited whole
HEADING_LIMIT = 40  # characters of a heading that is cited whole
TASK = "任务:"  # how a line begins that names the task of a row
KIND_LABELS = {"target": "目标", "floor": "目标(确保)", "estimate": "预计", "actual": ""}


@dataclass
class Draft:
    """Collects what is said and what it rests on; the same span is cited under one marker.

    ``named`` are words that the answer repeats to say what is missing ("滨江区2025年1-6月",
    "PM2.5平均浓度").
    """

    lines: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    computed: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)

    def say(self, line: str) -> None:
        """Add a line of text."""
        self.lines.append(line)

    def say_of(self, head: str, told: str) -> None:
        """Add what is told as a sentence, behind whose it is where that has to be said."""
        self.say(f"{head}:{told}。" if head else f"{told}。")

    @property
    def text(self) -> str:
        """The answer so far."""
        return "\n".join(self.lines)

    @property
    def rows(self) -> set[str]:
        """The table rows that are cited, as "file.txt#12"."""
        return {f"{c.source}#{c.row}" for c in self.citations if c.row is not None}

    def absorb(self, other: Draft, lines: Sequence[str]) -> None:
        """Take over lines of another answer with what they rest on."""
        markers = {}
        for citation in other.citations:
            spans = [(c.source, c.start, c.end) for c in self.citations]
            place = (citation.source, citation.start, citation.end)
            if place not in spans:
                self.citations.append(replace(citation, marker=len(self.citations) + 1))
                spans.append(place)
            markers[citation.marker] = spans.index(place) + 1
        self.lines += [MARKER.sub(lambda m: f"[{markers[int(m.group(1))]}]", x) for x in lines]
        self.computed += [c for c in other.computed if c not in self.computed]
        self.named += other.named

    def cite(self, document: Document, chunk: Chunk, start: int, end: int) -> str:
        """Cite a span and return its marker, "[1]"."""
        for known in self.citations:
            if known.source == document.source and (known.start, known.end) == (start, end):
                return f"[{known.marker}]"
        row = document.rows[chunk.row] if chunk.row is not None else None
        self.citations.append(
            Citation(
                marker=len(self.citations) + 1,
                source=document.source,
                start=start,
                end=end,
                text=document.text[start:end],
                title=document.profile.title,
                section_path=chunk.section_path,
                context=_context(document, row, chunk),
                district=chunk.district,
                period=chunk.period,
                kind=chunk.kind,
                row=chunk.row,
            )
        )
        return f"[{len(self.citations)}]"

    def cite_statement(self, statement: Statement, start: int, end: int, period: str = "") -> str:
        """Cite the sentence that ``start:end`` is quoted from, or the row it stands in.

        Where a clause before it tells the year of ``period``, the citation begins there; where a
        note does ("[3]R&D经费支出为2022年数据"), the note is cited too.
        """
        row, document = statement.row, statement.document
        if row is not None and row.end - row.start <= ROW_LIMIT:
            return self.cite(document, statement.chunk, row.start, row.end)
        if statement.end - statement.start <= SENTENCE_LIMIT and end <= statement.end:
            begin = _dated_from(statement, year_of(period))
            marker = self.cite(document, statement.chunk, begin, statement.end)
            return marker + self._cite_note(statement, year_of(period), begin)
        return self.cite(document, statement.chunk, start, end)

    def _cite_note(self, statement: Statement, year: str, begin: int) -> str:
        """Cite the note that dates a statement which bears its mark and does not tell its year."""
        document = statement.document
        if (
            not year
            or year in statement.chunk.period
            or year in document.text[begin : statement.end]
        ):
            return ""
        for mark in _NOTE_MARK.findall(statement.text):
            note = re.compile(
                rf"^[ \u3000]*[\[［〔]\s?{mark}[\]］〕][^\n]*?{year}年[^\n]*", re.MULTILINE
            )
            found = note.search(document.text)
            chunk = found and next(
                (c for c in document.chunks if c.start <= found.start() < c.end), None
            )
            if found and chunk:
                return self.cite(document, chunk, *found.span())
        return ""

    def cite_row(self, document: Document, chunk: Chunk, row: Row) -> str:
        """Cite a row: whole, or up to its progress cell where that is long."""
        end = row.end
        if row.end - row.start > ROW_LIMIT:
            own = [c for h, c in row.cells.items() if role_of(h) != "progress" and row.owns(c)]
            end = max((c.end for c in own), default=row.start + ROW_LIMIT)
        return self.cite(document, chunk, row.start, min(end, row.start + ROW_LIMIT))

    def cite_cell(self, document: Document, chunk: Chunk, row: Row, cell: Cell) -> str:
        """Cite a row and, where the cell is inherited, the place that holds it too."""
        marker = self.cite_row(document, chunk, row)
        if row.owns(cell):
            return marker
        holder = next((r for r in document.rows if r.start <= cell.start < r.end), None)
        if holder is None:
            return marker + self.cite(document, chunk, *_line_of(document.text, cell))
        index = document.rows.index(holder)
        return marker + self.cite_row(document, chunk_of_row(document, index, chunk), holder)

    def cite_value(self, document: Document, chunk: Chunk, row: Row, cell: Cell) -> str:
        """Cite a cell as ``cite_cell`` does; among numbers that blanks part, by itself too."""
        marker = self.cite_cell(document, chunk, row, cell)
        if not (re.search(r"\d", cell.text) and row.owns(cell)):
            return marker
        if is_crowded(document.text, row, cell.start):
            marker += self.cite(document, chunk, cell.start, cell.end)
        return marker


def is_crowded(text: str, row: Row, start: int) -> bool:
    """True where the figure at ``start`` of a row has to be shown by itself to be told apart.

    Figures that blanks or commas part would read as one: "12,36.5,7".
    """
    parted = re.search(r"[\t\n]|\d(?:[ \u3000]+|[,，])[-−]?\d", text[row.start : row.end])
    return parted is not None or is_half(text, start)


def is_half(text: str, start: int) -> bool:
    """True for one of two values of a written cell: "目标12.0 / 完成12.6"."""
    before = text[max(0, start - 4) : start]
    return re.search(r"[一-鿿]$|[/／]\s*$", before) is not None


def _dated_from(statement: Statement, year: str) -> int:
    """Where the sentence names a year that neither the statement nor what labels it has."""
    labels = [statement.document.profile.title, *statement.chunk.section_path, statement.text]
    if not year or year in statement.chunk.period or any(year in label for label in labels):
        return statement.start
    before = statement.document.text[max(0, statement.start - SENTENCE_LIMIT) : statement.start]
    opening = max(before.rfind("。"), before.rfind("\n"))
    at = before.find(f"{year}年", opening + 1)
    return statement.start - len(before) + at if at >= 0 else statement.start


_DAY = re.compile(r"(?:\d{4}[年./-])?\d{1,2}[月./-](?:\d{1,2}日?|[底末])?(?:之?前|以前)?")
_NOTE_MARK = re.compile(r"(?<=[一-鿿”）)])[\[［〔]\s?(\d{1,2})[\]］〕](?!-)")
_FOOTNOTE = re.compile(
    r"(?<=[一-鿿”）)])[\[［〔]\d{1,2}[\]］〕](?!-)|[\[［〔]\d{1,2}[\]］〕](?![-\d])"
)
_FIRST_ITEM = re.compile(r"\s*1[.．](?!\d).*\n", re.DOTALL)
_ITEM_OF_NUMBER = re.compile(r"(?<=\n)[^\S\n]*\d{1,2}[.．](?=\d+[一-鿿])")
_BROKEN = re.compile(rf"(?<![a-zA-Z]){SOFT_BREAK}+|{SOFT_BREAK}+(?![a-zA-Z])")


def unmarked(text: str) -> str:
    r"""Fold white space, and drop broken lines and a source's own footnote marks.

    The marks would read as our citations.

    >>> unmarked("地区生产总值[2](初步核算数)\n4317.25亿元")
    '地区生产总值(初步核算数) 4317.25亿元'
    >>> unmarked("1.建成2所;\n2.3所在建")  # 2.3所 would read as one number
    '1.建成2所; 3所在建'
    >>> unmarked("固\x1f定资产投资")
    '固定资产投资'
    >>> unmarked("地区生产总值（GDP）[2]431.25亿元")
    '地区生产总值（GDP）431.25亿元'
    """
    # "〔14〕" as a whole cell is a sum of years, and no mark.
    text = _BROKEN.sub("", _FOOTNOTE.sub("", text) or text)
    if _FIRST_ITEM.match(text):
        text = _ITEM_OF_NUMBER.sub("", text)
    return " ".join(text.split())


_OPENING = 60  # characters in which a document says of when it tells

# Parts of a year that documents name in words.
_PARTS = {"03": ("一季度", "首季"), "06": ("上半年",), "09": ("前三季度", "三季度")}


_FIRST_DAY = re.compile(r"截[至止]到?\s?(?:\d{4}年)?((\d{1,2})月0?1[日号])")


def up_to(district: str, period: str, near: str, kind: str = "", titled: str = "") -> str:
    """Return whose and of when a figure is, of a part of the year as the words near it call it.

    ``titled`` are the title and the first words of its document, which may call it 1-4月.

    >>> up_to("甲区", "2024-01/2024-06", "上半年进展"), up_to("甲区", "2024-01/2024-05", "")
    ('甲区2024年上半年', '甲区2024年截至5月')
    >>> up_to("甲区", "2024-01/2024-03", "一季度情况"), up_to("甲区", "2024-01/2024-04", "1—4月")
    ('甲区2024年一季度', '甲区2024年截至4月')
    >>> up_to("甲区", "2024-01/2024-04", "", titled="1—4月甲区经济稳中有进")
    '甲区2024年1-4月'
    >>> up_to("甲区", "-01/-08", "")  # in a report that tells no year
    '甲区截至8月'
    """
    part = re.fullmatch(r"(\d{4}|)-01/\1-(\d\d)", period)
    if part is None:
        return describe(district, period, kind)
    said = next((word for word in _PARTS.get(part[2], ()) if word in fold_text(near)), "")
    if not said and re.search(rf"(?<!\d)1\s?月?\s?[-—–~～至到]\s?{int(part[2])}\s?月", titled):
        said = f"1-{int(part[2])}月"
    first = _FIRST_DAY.search(near)
    if first and int(first[2]) == int(part[2]) + 1:
        said = f"截至{first[1]}"  # 截至9月1日, when nothing of September was told
    said = "前三季度" if said == "三季度" else said  # January to September, not the third quarter
    year = f"{part[1]}年" if part[1] else ""
    return f"{district}{year}{said or f'截至{int(part[2])}月'}{KIND_LABELS.get(kind, '')}"


def _line_of(text: str, cell: Cell) -> tuple[int, int]:
    """The line that holds a cell outside of all rows, a heading above them; of a long one the cell.

    "◆ 一类：交通出行" says more of where a row stands than 交通出行.
    """
    start = text.rfind("\n", 0, cell.start) + 1
    line = text[start:].partition("\n")[0]
    if len(line.strip()) > HEADING_LIMIT:
        return cell.start, cell.end
    start += len(line) - len(line.lstrip())
    return start, start + len(line.strip())


def chunk_of_row(document: Document, index: int, fallback: Chunk) -> Chunk:
    """Return the passage of a document's row, ``fallback`` where it has none."""
    return next((c for c in document.chunks if c.row == index), fallback)


_UNIT_OVER_TABLE = re.compile(r"(?:金额)?单位\s?[:：]")


def _context(document: Document, row: Row | None, chunk: Chunk) -> tuple[str, ...]:
    """Labels from elsewhere in the document: title, a row's headers and unit, inherited cells."""
    labels = [document.profile.title] if not document.profile.title_derived else []
    if "/" in chunk.period:
        told = as_of_line(document.text) or words_of_period(document.text, chunk.period)
        labels.append(told)
    if row is not None:
        labels += [label for label in chunk.context if _UNIT_OVER_TABLE.match(label)]
        labels += [h for h in row.cells if h]
        labels += [row.cells[h].text for h in row.inherited]
    return tuple(label for label in dict.fromkeys(labels) if label)


def describe(district: str, period: str, kind: str = "") -> str:
    """Return whose and of when a figure is: "滨江区2025年目标".

    >>> describe("滨江区", "2025", "target")
    '滨江区2025年目标'
    """
    return f"{district}{period_label(period) if period else ''}{KIND_LABELS.get(kind, '')}"


def whose(statement: Statement, period: str, kind: str, quote: str) -> str:
    """Return what a quote speaks of, less the part of the year that it names itself.

    A part that only the table's header tells is given as the header gives it: "截至6月".
    """
    dated = statement.row is not None and _DAY.fullmatch(fold_text(statement.text))
    if dated and not statement.figures:
        # A cell that is a date lies in no time: its row is of the year that is told of. 46.5 may
        # be a figure as well.
        return describe(statement.district, year_of(statement.period), "")
    if _is_undated(statement, period):
        return describe(statement.district, "", kind)
    if re.fullmatch(r"\d{4}/\d{4}", period):
        told = PLANS.get(period, "") in statement.document.text
        named = period_label(period) if told else f"{period.replace('/', '-')}年"
        return f"{statement.district}{named}{KIND_LABELS.get(kind, '')}"
    year = year_of(period) if period else ""
    if not period or period == year or kind in PLAN_KINDS:
        return describe(statement.district, year, kind)
    if any(m.period == period for m in find_periods(quote, year)):
        return describe(statement.district, year, kind)
    near = f"{statement.chunk.text}{statement.labels}{statement.document.profile.title}"
    titled = f"{statement.document.profile.title}{opening(statement.document, period)}"
    near += as_of_line(statement.document.text) + titled
    return up_to(statement.district, period, near, kind, titled)


def opening(document: Document, period: str) -> str:
    """The first words of a document that tells of a period: "今年上半年", which may be no title."""
    return document.text[:_OPENING] if period in document.profile.periods.values() else ""


def _is_undated(statement: Statement, period: str) -> bool:
    """True for what a note explains at the end of a report: it is of no year that is told."""
    chunk, year = statement.chunk, year_of(period) if period else ""
    told = f"{chunk.title}{chunk.text}{statement.labels}{statement.document.profile.title}"
    return statement.row is None and bool(year) and not chunk.period and year not in told


def left_open(row: Row, role: str) -> str:
    """Return "配合单位:未列出" for a column of a role that a row has left open, or nothing."""
    pairs = cells_of(row, role)  # type: ignore[arg-type]
    is_open = bool(pairs) and not row_field(row, role)
    return f"{pairs[0][0]}:未列出" if is_open else ""


def row_field(row: Row, role: str) -> str:
    """Return "牵头单位:区商务局" for the cells of a role, or an empty string."""
    pairs = cells_of(row, role)  # type: ignore[arg-type]
    return ";".join(
        f"{header}:{' '.join(cell.text.split())}"
        for header, cell in pairs
        if cell.text.strip(" /—-")
    )
