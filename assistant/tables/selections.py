"""Rows of a table picked by all that a question demands of them, listed and counted.

A table answers only where every word of the question is understood: as a condition, as the table's
title, as a column, or as what the names of some rows have in common.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence.columns_named import columns_named, overlap
from assistant.evidence.draft import Draft
from assistant.evidence.evidence import Evidence
from assistant.evidence.grids import OF_LIST, Grid, counts_whole, over
from assistant.evidence.lines import Line
from assistant.evidence.lines_named import line_named
from assistant.evidence.row_names import full_name, names_of, text_in
from assistant.language.columns import CHARGES, cells_of, role_of, task_text
from assistant.lexicon.indicators import load_indicators
from assistant.lexicon.synonyms import load_synonyms
from assistant.question import comparison_cues, row_cues
from assistant.question.content_terms import content_terms
from assistant.question.places import blank, without_slots
from assistant.schema import Query
from assistant.tables.beyond import STATE_ASKED
from assistant.tables.bounds import TROUBLED
from assistant.tables.cells import JOINTS, TABLE_WORDS
from assistant.tables.charges import charged_rows
from assistant.tables.column_periods import fits_time
from assistant.tables.conditions import as_meant, conditions_in, without_conditions
from assistant.tables.definitions import NATURE
from assistant.tables.row_tests import Condition, numeric_headers
from assistant.tables.rows import MOST_ROWS
from assistant.tables.states import STATE_ASKED_OF
from assistant.tables.told_cells import one_line, tell_cell
from assistant.tables.values import value_in
from assistant.text import fold_text, shortened

FEWEST_ROWS = 2  # rows of a table that rows are picked from
MOST_UNTOLD = 6  # rows without a figure that are named
LONGEST_NAME = 40  # characters of what a row is called in a list
_ROWS_ASKED = re.compile(
    r"哪(?:[一二两三四五六七八九十几]|些)?(?:(?:个|项|件|家|条|所|座|处)(?!目))?"
    r"(?:(?P<sector>行业|产业|门类)|科目|项目|指标|任务|工程|事项|实事|(?P<place>县|区|乡镇|镇街|镇|乡|街道|村|社区)|部门|单位|些|几|个|项|件|家|条|所|座|处)"
    r"|(?:多少|几)(?:个(?!百分点|点)|项|件|家|条|座|所|处)(?P<counted>县|区|乡镇|镇街|镇|乡|街道)?|有什么|有没有"
    r"|(?:(?<=第[一二三四五六七八九十])|(?<=[名末底后尾位]))名?的?(?:是|为)?谁"
    r"|谁(?=[^,，。?？]{0,8}(?:第[一二三四五六七八九十]|[排在]最[后末]|垫底|末[位尾名]|倒数))"
)
_COUNT_ASKED = re.compile(r"(?:多少|几)(?:个|项|件|家|条|座|所|处)|有多少|数量")
# What the names of places end in, where that is not the word that they are asked for by.
_PLACES = {"乡镇": ("乡", "镇"), "镇街": ("镇", "街", "街道")}
_NO_PLACE = re.compile(r"[县区市旗州]本?级$|[县区市州]直(?:属|机关|单位|部门)*$|^其[他它]")
_COUNT_FIRST = re.compile(r"(?:多少|几)[个项件][^,，。;；?？]{0,6}[,，。;；?？]")
_COUNTED = re.compile(r"(?:[一二三四五六七八九十]{1,3}|\d{1,3})(?:个|项|件|大|家|条|类|座)")
# "家电、汽配、化纤": rows of either.
_JOINT = re.compile(r"[、和及与]")
_JOINED = re.compile(
    r"[一-鿿]{2,8}(?:[、和及与][一-鿿]{2,8}?)+(?=[三两四五六]?[大个类]|的|[,，]|\s|$)"
)
_MEASURES = re.compile(r"措施|举措|做法|安排部署|办法|思路|成效|问题|原因|为什么|怎么|如何")
# What rows are of, whatever they are called.
CLASSES = frozenset(
    (
        *(
            "项目",
            "工程",
            "任务",
            "指标",
            "工作",
            "事项",
            "实事",
            "单位",
            "部门",
            "企业",
            "类",
            "行业",
            "产业",
            "门类",
            "地方",
        ),
        *(
            "街道",
            "乡镇",
            "镇",
            "乡",
            "民生",
            "民生实事",
            "重点",
            "重点项目",
            "重点任务",
            "重点工作",
        ),
        *(
            "考核",
            "建设项目",
            "重大项目",
            "情况",
            "要求",
            "名单",
            "列出",
            "全部",
            "都有",
            "还有",
            "属于",
            "包括",
            "包含",
            "涵盖",
        ),
        *("要", "进度", "项目类"),
    )
)
# A table of what is left over: 未完成项目进度表, 滞后项目清单.
_LEFT_OVER = re.compile(r"(?:未|没有)能?(?:按[期时])?(?:完成|开工|达标|落实|办结|销号)|滞后|逾期")
_DONE = re.compile(r"完成|完工|竣工|建成|开工|达标|落实|办结|销号")
_YEAR = re.compile(r"((?:19|20)\d\d)年度?")
_TOLD_TOO = re.compile(r"分别|各(?:是|自|由|为|有)?|谁|多少(?![个项件家条座所处])|什么时候|何时")


def select_rows(evidence: Evidence, query: Query, sources: Sequence[str]) -> Draft | None:
    """Write the rows that a question picks, if one table surely has them."""
    text = without_slots(query, ("district",))
    plain = row_cues.OF_EACH.sub("", TROUBLED.sub("", text))
    if not _ROWS_ASKED.search(text) or _MEASURES.search(plain):
        return None
    grids = [grid for grid in evidence.grids(sources) if len(grid.lines) >= FEWEST_ROWS]
    counted = _COUNT_ASKED.search(text) is not None and not OF_LIST.search(text)
    grids = [grid for grid in grids if not counted or counts_whole(grid)]
    demanded = [(grid, found) for grid in grids if (found := _demands(text, query, grid))]
    made = [made for grid, found in demanded if (made := _selected(text, query, grid, found))]
    if not made:
        return _written_none(*demanded[0], text, query) if len(demanded) == 1 else None
    best = max(shared for shared, _ in made)
    drafts = [draft for shared, draft in made if shared == best]
    return drafts[0] if len(drafts) == 1 else None


def _demands(text: str, query: Query, grid: Grid) -> list[Condition]:
    """What a question demands of the rows of one table; nothing where that is not all told."""
    place = _place_asked(text)
    if place and not _are_places(grid, place):
        return []
    if any(m["sector"] for m in _ROWS_ASKED.finditer(text)) and not _are_sectors(grid):
        return []
    conditions = conditions_in(text, grid)
    if NATURE.search(without_conditions(text, conditions)):
        return []
    if not conditions or not _in_time(query, conditions, grid):
        return []
    of_each = row_cues.OF_EACH.search(text)
    charge = charged_rows(query, grid.rows)
    if charge is not None and any(c.headers for c in conditions):
        conditions = as_meant([*conditions, charge], text)
    elif not of_each and set(CHARGES) & set(query.asks) and not any(c.headers for c in conditions):
        return []  # whose task it is, and not which tasks
    rest = without_conditions(text, conditions)
    untold = comparison_cues.EXTREME.search(rest) or STATE_ASKED_OF.search(rest)
    return [] if untold else conditions


def _selected(
    text: str, query: Query, grid: Grid, conditions: Sequence[Condition]
) -> tuple[int, Draft] | None:
    """The answer of one table, with how many words of the question its title has."""
    rest = _beside(text, query, conditions)
    if line_named(rest, grid) is not None:
        return None  # one row is meant, and asked about
    words, sides, within = _words_left(rest, grid)
    kept = [line for line in grid.rows if all(c.holds(line) for c in conditions)]
    kept = [line for line in kept if all(_has(line, w) for w in within)]
    kept = [line for line in kept if all(any(_has(line, w) for w in side) for side in sides)]
    kept = _of_places(kept, _place_asked(text))
    if not kept:
        return None
    shown = [h for c in conditions for h in c.headers]
    of_each = row_cues.OF_EACH.search(text)
    if _TOLD_TOO.search(rest) or of_each:
        named = [c.header for c in columns_named(rest, grid) if not _names(c.header, kept[0])]
        shown += [h for h in named if role_of(h) != "group"]
        shown += [h for ask in query.asks for h in _of_charge(ask, kept[0])]
    if STATE_ASKED.search(of_each[0] if of_each else rest):
        shown += [h for h, _ in cells_of(kept[0].row, "progress")]
    draft = Draft()
    _count_first(draft, text, query, conditions, grid)
    _written(draft, conditions, list(dict.fromkeys(shown)), kept)
    _tell_undecided(draft, conditions, grid)
    return sum(word in over(grid) for word in words), draft


def _beside(text: str, query: Query, conditions: Sequence[Condition]) -> str:
    """What a question says beside its demands, its time and the words that ask for rows."""
    said = [span for condition in conditions for span in condition.spans]
    rest = blank(text, [*said, *query.slots.get("period", ())])
    return TABLE_WORDS.sub(" ", _COUNTED.sub(" ", _ROWS_ASKED.sub(" ", rest)))


def _words_left(rest: str, grid: Grid) -> tuple[list[str], list[list[str]], list[str]]:
    """The words beside demands, the sides of "家电、汽配", and what a title does not explain."""
    title = over(grid)
    sides = [
        [part for part in _JOINT.split(run.group()) if not _explained(part, title, grid)]
        for run in _JOINED.finditer(rest)
    ]
    rest = _JOINED.sub(lambda m: " " * len(m.group()), rest) if all(sides) else rest
    words = [w for w in content_terms(rest) if w not in CLASSES and w.strip(JOINTS)]
    return words, sides, [w for w in words if not _explained(w, title, grid)]


def _written_none(
    grid: Grid, conditions: Sequence[Condition], text: str, query: Query
) -> Draft | None:
    """Say that no row meets all demands, where every word is understood and every row tells.

    Nothing is said (an empty draft) where the table leaves out the very rows that are asked for.
    """
    headers = list(dict.fromkeys(h for c in conditions for h in c.headers))
    judged = [c.headers for c in conditions if c.others is not None]
    if len(set(judged)) < len(judged):
        return None  # "完成几件,几件在收尾" asks for two states of one column, each by itself
    rest = _beside(text, query, conditions)
    _, sides, within = _words_left(rest, grid)
    told = all(_tells(line, h, grid) for line in grid.rows for h in headers)
    decided = all(c.undecided is None for c in conditions)
    met = any(all(c.holds(line) for c in conditions) for line in grid.rows)
    if met or within or any(sides) or not headers or not told or not decided:
        return None
    said = "".join(text[start:end] for c in conditions for start, end in c.spans)
    if _LEFT_OVER.search(over(grid)) and _DONE.search(said):
        return Draft()  # what is done stands in no table of what is not
    draft = Draft()
    draft.named += [one_line(h) for h in headers]
    draft.computed.append(f"{len(grid.rows)}项")
    ends = [grid.rows[0], grid.rows[-1]]
    markers = dict.fromkeys(draft.cite_row(x.document, x.chunk, x.row) for x in ends)
    by = "、".join([*(c.said for c in conditions if not c.headers), *map(one_line, headers)])
    draft.named.append(by)
    draft.say(f"按“{by}”,表中{len(grid.rows)}项里没有符合的{''.join(markers)}。")
    return draft


def _tells(line: Line, header: str, grid: Grid) -> bool:
    """True if a row has something in a column, and among figures a figure that can be read."""
    figures = header in numeric_headers(grid)
    return bool(text_in(line, header)) and not (figures and value_in(line, header) is None)


def _are_sectors(grid: Grid) -> bool:
    """True if most rows are sectors of the economy, by their names or the head of a column."""
    if any(re.search(r"行业|产业|门类", header) for header in grid.headers):
        return True
    names = [full_name(line) for line in grid.rows]
    return 2 * sum(bool(re.search(r"业(?:$|[(（\[［])", name)) for name in names) >= len(names)


def _are_places(grid: Grid, place: str) -> bool:
    """True if the rows are of the places that are asked for, by the head of a column or names."""
    if any(place in header for header in grid.headers):
        return True
    ends = _PLACES.get(place, (place,))
    names = [full_name(line) for line in grid.rows]
    return 2 * sum(name.endswith(ends) for name in names) >= len(names)


def _place_asked(text: str) -> str:
    asked = (m["place"] or m["counted"] for m in _ROWS_ASKED.finditer(text))
    return next(filter(None, asked), "")


def _of_places(kept: list[Line], place: str) -> list[Line]:
    """The rows that are places, where such are asked for: 县本级 is none."""
    return [line for line in kept if not (place and _NO_PLACE.search(full_name(line)))]


def _names(header: str, line: Line) -> bool:
    """True for the column of what the rows are called."""
    return text_in(line, header) == full_name(line)


def _of_charge(ask: str, line: Line) -> list[str]:
    return [h for role in CHARGES if role == ask for h, _ in cells_of(line.row, role)]


def _in_time(query: Query, conditions: Sequence[Condition], grid: Grid) -> bool:
    """True if the table speaks of the period that is asked for, where no condition names it."""
    spans = [span for c in conditions for span in c.spans]
    free = [p for p in query.slots.get("period", ()) if not any(overlap(p, s) for s in spans)]
    headers = [h for c in conditions for h in c.headers] or [""]
    if not free:
        return True
    years = [_YEAR.fullmatch(query.text[start:end]) for start, end in free]
    if len(free) < len(query.slots["period"]) and all(years):
        # "2024年由甲负责的12月完成的": the year is the table's, the month a demand.
        query = replace(query, periods=tuple(year[1] for year in years if year))
    elif len(query.periods) == len(query.slots["period"]):
        said = zip(query.periods, query.slots["period"], strict=True)
        query = replace(query, periods=tuple(p for p, span in said if span in free))
    return any(fits_time(query, line, h) for line in grid.lines[:1] for h in headers)


def _explained(word: str, title: str, grid: Grid) -> bool:
    """True if a word says nothing beyond what the table is."""
    if word in title or any(other in title for other in load_synonyms().expand(word)):
        return True
    if word == "增加值" and "生产总值" in title:
        return True  # what each sector adds is what a table of the product tells
    meant = {m.canonical for m in load_indicators().find(word)}
    if meant & {m.canonical for m in load_indicators().find(title)}:
        return True
    return all(_has(line, word) for line in grid.rows)


def _has(line: Line, word: str) -> bool:
    """True if a word stands in the name of a row or its group."""
    own = [*(c.text for c in names_of(line)), *line.row.section_path]
    return word in fold_text("\n".join("".join(text.split()) for text in own))


def _count_first(
    draft: Draft, text: str, query: Query, conditions: Sequence[Condition], grid: Grid
) -> None:
    """Count all rows of somebody, where this is asked before which of them are of a state."""
    counted = _COUNT_FIRST.search(text)
    charge = charged_rows(query, grid.rows) if counted else None
    if counted is None or charge is None or charge.spans[0][0] > counted.start():
        return
    states = [c for c in conditions if c.headers]
    if states and all(start >= counted.end() for c in states for start, _ in c.spans):
        own = [line for line in grid.rows if charge.holds(line)]
        markers = dict.fromkeys(draft.cite_row(x.document, x.chunk, x.row) for x in own)
        draft.computed.append(f"{len(own)}项")
        draft.named.append(charge.said)
        draft.say(f"“{charge.said}”的共{len(own)}项{''.join(markers)}。")


def _written(
    draft: Draft, conditions: Sequence[Condition], shown: Sequence[str], kept: Sequence[Line]
) -> None:
    headers = dict.fromkeys(h for c in conditions for h in c.headers)
    by_words = [c.said for c in conditions if not c.headers]
    said = "、".join([*by_words, *(one_line(h) for h in headers)])
    draft.computed.append(f"{len(kept)}项")
    draft.named += [said, *(c.said for c in conditions)]
    first = kept[0]
    for condition in conditions:
        if condition.proof is not None:
            start, end = condition.proof
            marker = draft.cite(first.document, first.chunk, start, end)
            draft.say(f"{first.document.text[start:end]}{marker}。")
    # A column may be 是否符合 itself, and hold 否 in the rows that were asked for.
    of_these = f",{'查到' if '符合' in said else '符合'}的共" if headers else "的共"
    draft.say(f"{'按' if headers else ''}“{said}”{of_these}{len(kept)}项:")
    for line in kept[:MOST_ROWS]:
        draft.say(f"- {called(line)}{_told(draft, line, shown)}")
    if len(kept) > MOST_ROWS:
        draft.computed.append(f"{len(kept) - MOST_ROWS}项")
        draft.say(f"(另有{len(kept) - MOST_ROWS}项未列出)")


def _tell_undecided(draft: Draft, conditions: Sequence[Condition], grid: Grid) -> None:
    """Name the rows that no condition decides: their goals are limits, or they have no figure."""
    tests = [c.undecided for c in conditions if c.undecided is not None]
    left = [line for line in grid.rows if any(test(line) for test in tests)]
    left = [line for line in left if any(text_in(line, h) for c in conditions for h in c.headers)]
    if left:
        told = [
            f"{called(x)}{draft.cite_row(x.document, x.chunk, x.row)}" for x in left[:MOST_ROWS]
        ]
        draft.say(f"以下项目的目标可能是上限,未作判断:{'、'.join(told)}")
    _tell_untold(draft, conditions, [x for x in grid.rows if x not in left])


def _tell_untold(draft: Draft, conditions: Sequence[Condition], rows: Sequence[Line]) -> None:
    """Name the rows without the figures that the others were picked by, or count them."""
    told = [c for c in conditions if c.untold is None]
    tests = [c.untold for c in conditions if c.untold is not None]
    left = [x for x in rows if any(t(x) for t in tests) and all(c.holds(x) for c in told)]
    if not left:
        return
    headers = dict.fromkeys(one_line(h) for c in conditions if c.untold for h in c.headers)
    draft.computed.append(f"{len(left)}项")
    draft.named += headers
    names = [f"{called(x)}{draft.cite_row(x.document, x.chunk, x.row)}" for x in left]
    shown = f":{'、'.join(names)}" if len(left) <= MOST_UNTOLD else "。"
    draft.say(f"另有{len(left)}项在“{'、'.join(headers)}”中没有可比的数字,未作判断{shown}")


def _told(draft: Draft, line: Line, shown: Sequence[str]) -> str:
    cells = [tell_cell(draft, line, h) for h in shown if text_in(line, h)]
    if len(shown) == 1 and cells:
        return f":{cells[0].partition(':')[2]}"  # the line above names the column
    row = draft.cite_row(line.document, line.chunk, line.row) if not cells else ""
    return f":{','.join(cells)}" if cells else row


def called(line: Line) -> str:
    """Return what a row is called in a list: its name, or else its task cut short."""
    name = full_name(line) or task_text(line.row)
    return shortened(name.rstrip("。;；"), LONGEST_NAME)
