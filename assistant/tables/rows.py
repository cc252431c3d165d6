"""Questions about a table as a table: rows by number, status, who leads them; their count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.draft import Draft, left_open, row_field, unmarked
from assistant.evidence.evidence import Evidence
from assistant.evidence.grids import Grid
from assistant.evidence.headers import undated
from assistant.evidence.lines import Line
from assistant.evidence.row_names import TOTAL, is_group, text_in
from assistant.language.columns import (
    TIME_HEADER,
    Role,
    cells_of,
    role_of,
    row_number,
    subject_cell,
    task_text,
)
from assistant.language.numerals import chinese_number
from assistant.language.units import comparable
from assistant.question.ask_slots import LAST_ROW
from assistant.question.figure_cues import MONEY_ASKED
from assistant.question.row_cues import NOT_WRITTEN, OTHER_STATUS, ROW, STATUS
from assistant.schema import Query, Row
from assistant.tables.chapters import named_chapter
from assistant.tables.denials import denial_of
from assistant.tables.told_cells import tell_cell
from assistant.tables.values import value_in
from assistant.text import fold_text, shortened

MOST_ROWS = 40
_NUMBERED_NAME = re.compile(r"\s*(\d{1,3})[.、．]\s*(?=[^\d\s])")
_FEWEST_TOLD_MORE = 2  # rows of an annex; one with a number is the rest of a table
MOST_FIGURES = 6  # columns of figures that are told of a row
ITEM_LENGTH = 60
_NAME_LENGTH = 20  # characters of a name that stands before what a row is to do
_NUMBERED = re.compile(
    r"^(?:第?[一二三四五六七八九十]{1,3}[、章节部分.]+|[(（][一二三四五六七八九十]{1,3}[)）])\s*"
)
_HAN_NUMBER = re.compile(r"[一二三四五六七八九十百零]{1,5}")
_LETTERED = re.compile(r"([a-z]{1,4})-?(\d{1,4})")
_CODE = re.compile(
    r"(?<![a-z\d.-])(?:[a-z]{1,4}-?\d{1,4}|\d{1,3}-\d{1,3})(?![\da-z.-]|[年月日天个岁%点万亿])"
)
_EXCEPT = re.compile(rf"{NOT_WRITTEN}[“\"'‘]?([^”\"'’,，。?？]{{2,12}})")


def lines_of(evidence: Evidence, sources: Sequence[str]) -> list[Line]:
    """Return the rows of all tables in ``sources``, in order."""
    return [line for grid in evidence.grids(sources) for line in grid.lines]


def tasks_of(evidence: Evidence, sources: Sequence[str]) -> list[Line]:
    """Return the rows of all tables in ``sources`` that are rows of their own, and not sums.

    An annex that tells more of some tasks by their numbers has none of its own.
    """
    grids = evidence.grids(sources)
    kept = [grid for at, grid in enumerate(grids) if not _tells_more_of(grid, grids[:at])]
    return [line for grid in kept for line in grid.rows]


def _tells_more_of(grid: Grid, above: Sequence[Grid]) -> bool:
    """True for the rows 1, 3 and 11 of a table behind one that has them all: why they are late."""
    own = [row_number(line.row) for line in grid.rows]
    anew = own == [str(n) for n in range(1, len(own) + 1)]
    if anew or len(own) < _FEWEST_TOLD_MORE or not all(own):
        return False
    same = [g for g in above if g.lines[0].document.id == grid.lines[0].document.id]
    numbers = [[row_number(line.row) for line in other.rows] for other in same]
    return any(len(own) < len(every) and set(own) <= set(every) for every in numbers)


def sum_of_all(evidence: Evidence, lines: Sequence[Line]) -> Line | None:
    """Return the one row that sums up all rows of the table that ``lines`` are from."""
    sources = list(dict.fromkeys(line.document.source for line in lines))
    grids = evidence.grids(sources)
    whole = [line for grid in grids for line in grid.totals if not line.row.section_path]
    return whole[0] if len(whole) == 1 and len(sources) == 1 else None


def counted_in(line: Line) -> int | None:
    """Return how many rows a row of sums says that there are: "合计（28个）"."""
    texts = (cell.text.strip() for cell in line.row.cells.values())
    told = (_COUNT_OF_ALL.search(text) for text in texts if TOTAL.match(text))
    return next((int(match[1]) for match in told if match), None)


def numbers_asked(query: Query) -> list[str]:
    """Return every serial number that a question names: "第2项和第5项"."""
    named = [str(chinese_number(m.group(1))) for m in ROW.finditer(query.text)]
    return [query.row] if query.row.startswith("-") else named or [query.row]


def find_rows(lines: Sequence[Line], number: str) -> list[Line]:
    """Return the rows with a serial number ("15", "5-5"), or the last one for ``LAST_ROW``.

    "-2" is the last but one. A merged number holds for several rows, and numbers may begin anew in
    each chapter; those of another document than the first are others.
    """
    numbered = [(_counted(line), line) for line in lines if _number_of(line.row)]
    if number == LAST_ROW:
        whole = [(int(n), line) for n, line in numbered if n.isdigit()]
        last = max(whole, key=lambda pair: pair[0], default=numbered[-1] if numbered else None)
        return [last[1]] if last else []
    if number[:1] == "-" and number[1:].isdigit():
        whole = [(int(n), line) for n, line in numbered if n.isdigit()]
        behind = sorted({n for n, _ in whole})[int(number) :][:1]
        return [line for n, line in whole if [n] == behind and -int(number) <= len(whole)][:1]
    number = number if number == LAST_ROW else _plain_number(number)
    found = [line for n, line in numbered if n == number]
    return [line for line in found if line.document.id == found[0].document.id]


def may_tell(query: Query, line: Line) -> bool:
    """True unless money, or a number of a thing, is asked for of which the row has no figure."""
    values = [v for h in line.row.cells if (v := value_in(line, h)) is not None and v.unit]
    asked = [*query.units, *(("元",) if MONEY_ASKED.search(query.text) else ())]
    return all(any(comparable(v.unit, unit) for v in values) for unit in asked)


def tells_outcome(line: Line) -> bool:
    """True unless a row holds a plan alone: neither how far it is, nor a result, nor a figure."""
    return any(
        role_of(h) == "progress"
        or (role_of(h) == "other" and (_RESULT.search(h) or value_in(line, h) is not None))
        or _DONE.search(fold_text(cell.text))
        for h, cell in line.row.cells.items()
        if not TIME_HEADER.search(h)
    )


def restarts(found: Sequence[Line]) -> bool:
    """True if rows with one number have it from different cells: each of another chapter."""
    return len({cell.start for line in found for _, cell in cells_of(line.row, "number")}) > 1


def _counted(line: Line) -> str:
    """A row's number as digits: "07" is 7, "（二十三）" 23."""
    return _plain_number(fold_text(_number_of(line.row)))


def _number_of(row: Row) -> str:
    """A row's serial number, also where it opens the name: "14.打通断头路"."""
    named = subject_cell(row)
    opening = _NUMBERED_NAME.match(named.text) if named is not None else None
    return row_number(row) or (opening[1] if opening else "")


def _plain_number(written: str) -> str:
    written = written.strip("第项()、.． ")
    if _HAN_NUMBER.fullmatch(written):
        return str(chinese_number(written))
    lettered = _LETTERED.fullmatch(written)
    return f"{lettered[1]}-{int(lettered[2])}" if lettered else written.lstrip("0")


def codes_in(text: str, lines: Sequence[Line]) -> list[str]:
    """Return the codes of a folded question that rows have for numbers: JM-18, 5-3.

    What looks like one and is none of them (5G, 1-9月) is no code.
    """
    coded = (line for line in lines if re.search(r"[a-zA-Z]|-", row_number(line.row)))
    known = {_counted(line) for line in coded}
    found = [_plain_number(match.group()) for match in _CODE.finditer(text)] if known else []
    return [code for code in dict.fromkeys(found) if code in known]


def write_row_lookup(draft: Draft, line: Line, asks: Sequence[str] = ()) -> None:
    """Write a row cell by cell: what, who leads, who supports, how far it is.

    A column that ``asks`` names and the row leaves open is said to be so.
    """
    document, chunk, row = line.document, line.chunk, line.row
    marker = draft.cite_row(document, chunk, row)
    number = _number_of(row)
    draft.say(f"{_item(number)}:{_with_heading(row, task_text(row))}{marker}")
    roles: tuple[Role, ...] = ("leader", "lead", "support")
    for role in roles:
        text = row_field(row, role) or (left_open(row, role) if role in asks else "")
        if text:
            markers = [draft.cite_cell(document, chunk, row, c) for _, c in cells_of(row, role)]
            draft.say(f"{text}{''.join(dict.fromkeys(markers))}")
    for header, cell in cells_of(row, "progress"):
        shown = shortened(unmarked(cell.text), 200)
        where = (
            marker
            if row.end - row.start <= 1200
            else draft.cite(document, chunk, cell.start, min(cell.end, cell.start + 600))
        )
        draft.say(f"{header}:{shown}{where}")
    _write_results(draft, line)
    others = [h for h in row.cells if role_of(h) == "other" and not TIME_HEADER.search(h)]
    # Of columns that differ in their months alone, the last.
    figures = {undated(h): h for h in others if value_in(line, h) is not None}
    # A row without words for its task tells plan and result in figures alone.
    if figures and not any(role_of(h) in ("target", "progress") for h in row.cells):
        told = list(figures.values())[:MOST_FIGURES]
        draft.say(",".join(tell_cell(draft, line, h) for h in told))
    for header, cell in row.cells.items():
        if TIME_HEADER.search(header) and cell.text.strip(" /—-"):
            draft.say(f"{header}:{cell.text}{draft.cite_cell(document, chunk, row, cell)}")


def write_amount(draft: Draft, line: Line, query: Query) -> bool:
    """Write what a row is and what it costs, if that alone is asked: "第8项要花多少钱"; else False.

    Of several amounts, as planned and as spent, the whole row tells which is which.
    """
    money = bool(query.units) and all(comparable(unit, "元") for unit in query.units)
    values = {h: value_in(line, h) for h in line.row.cells if role_of(h) == "other"}
    amounts = [h for h, v in values.items() if v and v.unit and comparable(v.unit, "元")]
    if not money or set(query.asks) != {"row", "value"} or len(amounts) != 1:
        return False
    marker = draft.cite_row(line.document, line.chunk, line.row)
    task = _with_heading(line.row, task_text(line.row))
    draft.say(f"{_item(_number_of(line.row))}:{task}{marker}")
    draft.say(f"{tell_cell(draft, line, amounts[0])}。")
    return True


def _with_heading(row: Row, task: str) -> str:
    """A task behind the name that its row has in a column beside it: 畅通出行:新增8条."""
    own = (c for _, c in cells_of(row, "group") if row.owns(c))
    name = next((" ".join(c.text.split()) for c in own), "")
    if not row_number(row):
        name, task = (_NUMBERED_NAME.sub("", words) for words in (name, task))
    return task if not name or name in task else f"{name}:{task}"


def _item(number: str) -> str:
    """A row by its number: 第5-3项, and JM-18 as it stands."""
    return number if re.match(r"[A-Za-z]", number) else f"第{number}项"


def _write_results(draft: Draft, line: Line) -> None:
    """Write what came of a goal, where columns beside it tell in a figure or in a word."""
    roles = {role_of(h) for h in line.row.cells}
    if "target" not in roles or "progress" in roles:
        return
    for header in line.row.cells:
        if role_of(header) == "other" and _RESULT.search(header) and text_in(line, header):
            draft.say(f"{tell_cell(draft, line, header)}")


_RESULT = re.compile(r"^(?!.*(?:时[间限]|期限|预计)).*(?:完成|实际|状态|评价)")
_DONE = re.compile(r"已(?!有|知)|完成了|建成投|均完成|全部完成$")
_COUNT_OF_ALL = re.compile(r"[(（]?共?(\d{1,4})[个项件][)）]?$")
_COUNT = re.compile(r"[(（]\d+[个项件][)）]$")  # "基础设施项目(6个)"


def write_group(draft: Draft, line: Line) -> None:
    """Write which group and chapter a row belongs to."""
    groups = [
        (h, c)
        for h, c in cells_of(line.row, "group")
        if (h, c) not in cells_of(line.row, "target")
        and (c is not subject_cell(line.row) or is_group(line, c))
    ]
    for header, cell in groups:
        marker = draft.cite_cell(line.document, line.chunk, line.row, cell)
        draft.say(f"{header}:{cell.text}{marker}")
    if line.row.section_path:
        marker = draft.cite_row(line.document, line.chunk, line.row)
        draft.say(f"所属部分:{_COUNT.sub('', line.row.section_path[-1])}{marker}")


# "“✓”为已完成，“▲”为滞后", where the table stands.
_LEGEND = re.compile(
    r"[“\"‘']?([✓✔√○●◎△▲▼×✗☆★■□])[”\"’']?\s?(?:为|表示|代表|指|[:：=])\s?[“\"‘']?([一-鿿]{2,8})"
)
_LEGEND_WITHIN = 20_000


def with_status(query: Query, lines: Sequence[Line]) -> tuple[str, list[Line]]:
    """Return the status that the question names (未完成) and the rows with such a cell."""
    match = STATUS.search(query.text)
    if match is None:
        return "", []
    status = fold_text(match.group(1)).strip("“”\"'‘’ 的")
    marks = {n: _mark_of(status, n) for n in {line.document.text for line in lines}}
    kept = []
    for line in lines:
        told = {fold_text(c.text) for c in line.row.cells.values()}
        if status in told or marks[line.document.text] in told:
            kept.append(line)
    return status, kept


def _mark_of(status: str, text: str) -> str:
    """The mark that a document explains as a status: "“▲”为滞后"; the status itself without one."""
    marks = {m[1] for m in _LEGEND.finditer(text[:_LEGEND_WITHIN]) if fold_text(m[2]) == status}
    return fold_text(marks.pop()) if len(marks) == 1 else status


def with_status_other_than(query: Query, lines: Sequence[Line]) -> tuple[str, list[Line]]:
    """Return the status that the question excludes and the rows of another status."""
    match = _EXCEPT.search(query.text)
    if match is None or not OTHER_STATUS.search(query.text):
        return "", []
    status = fold_text(match.group(1)).strip("“”\"'‘’ ")
    told = [(line, fold_text(line.text("progress"))) for line in lines]
    return status, [line for line, state in told if state and _state_of(state) != status]


def _state_of(progress: str) -> str:
    """The word that opens what is told of a row's progress: "已完成。建成5处"."""
    return re.split(r"[。,;:]", progress, maxsplit=1)[0]


def narrow(query: Query, lines: Sequence[Line]) -> list[Line]:
    """Keep the rows of the group or chapter that the question names, if any."""
    names = {name for line in lines for name in _belongs_to(line) if len(name) >= 4}
    excluded = {n for n in names if _is_left_out(n, query.text)}
    named = {n for n in names if n in query.text} - excluded
    kept = [line for line in lines if not named or named & _belongs_to(line)]
    kept = kept if names & {*named, *excluded} else list(named_chapter(query.text, kept))
    return [line for line in kept if not excluded & _belongs_to(line)]


def _is_left_out(name: str, text: str) -> bool:
    """True for a group that a question rules out: 除预期指标外, 预期指标那几条不算."""
    at = text.find(name)
    if at < 0 or re.search(rf"除(?:了)?[^,，]{{0,4}}{re.escape(name)}", text):
        return at >= 0
    denial = denial_of(text, (at, at + len(name)))
    return denial is not None and bool(denial.spans)


def _belongs_to(line: Line) -> set[str]:
    """The group and chapters of a row; people leave a chapter's number and brackets out."""
    chapters = (_NUMBERED.sub("", fold_text(part)) for part in line.row.section_path)
    chapters = (re.sub(r"\([^()]*\)$", "", chapter) for chapter in chapters)
    return {fold_text(line.text("group")), *chapters}


def write_lines(
    draft: Draft, lead_in: str, lines: Sequence[Line], *, with_progress: bool = False
) -> None:
    """Write a list of rows, one short line each, with their count."""
    draft.computed.append(f"{len(lines)}项")
    draft.say(f"{lead_in}共{len(lines)}项:")
    for line in lines[:MOST_ROWS]:
        short = shortened(_named_task(line), ITEM_LENGTH)
        marker = draft.cite_row(line.document, line.chunk, line.row)
        number = row_number(line.row)
        status = f":{shortened(line.text('progress'), ITEM_LENGTH)}" if with_progress else ""
        short = short.rstrip("。;；") if status else short
        draft.say(f"- {f'{_item(number)} ' if number else ''}{short}{status}{marker}")
    if len(lines) > MOST_ROWS:
        draft.computed.append(f"{len(lines) - MOST_ROWS}项")
        draft.say(f"(另有{len(lines) - MOST_ROWS}项未列出)")


def _named_task(line: Line) -> str:
    """What a row is to do, behind its own name where its target does not say it."""
    task, subject = task_text(line.row), subject_cell(line.row)
    if subject is None or is_group(line, subject):
        return task
    name = " ".join(subject.text.split())
    return task if name in task or len(name) > _NAME_LENGTH else f"{name}:{task}"


def chapters(lines: Sequence[Line]) -> list[Line]:
    """Return the first row of each top chapter, in order."""
    first: dict[str, Line] = {}
    for line in lines:
        if line.row.section_path:
            first.setdefault(line.row.section_path[0], line)
    return list(first.values())
