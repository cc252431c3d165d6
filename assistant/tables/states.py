"""Conditions on the state of rows: done or not, or the very word of a column that judges them."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from assistant.evidence.columns_named import columns_named
from assistant.evidence.grids import Grid
from assistant.evidence.lines import Line
from assistant.evidence.row_names import names_of, text_in
from assistant.language.columns import CHARGES, GROWTH_HEADER, role_of
from assistant.language.limits import ITS_PLAN, NOT_YET, is_limit
from assistant.tables.plans import RATE_DONE, against_plan
from assistant.tables.row_tests import (
    Condition,
    Test,
    among,
    beyond,
    entries,
    matching,
    measured_in,
    numeric_headers,
)
from assistant.tables.told_states import told_undone
from assistant.tables.values import header_without_unit, value_in
from assistant.text import HAN, HAN_WORD, fold_text, pairs_of

# "没开工", "已投用", "滞后的": a state of rows, which may not be passed over.
STATE_ASKED_OF = re.compile(
    r"(?:没有?|未|尚未|已经?|正在|还没有?)\s*(?:能|曾|全部|按期)?(?:开工|动工|竣工|完工|投用|建成|停工|开业|启动|通车|完成|达标|办结|验收)"
    r"|滞后|落后|超额"
)
MOST_STATES = 6  # different words of a column of states
LONGEST_STATE = 12  # characters of one
_OVER = re.compile(rf"超额完成|超(?:过|出)?(?:了)?{ITS_PLAN}(?:完成)?")
_NOT_DONE = re.compile(rf"{NOT_YET}(?:完成|达到|达成|达标|办[结完]|[做干]完)了?(?:{ITS_PLAN})?")
# "要完成的", "最晚完成的": what is planned is not done.
_DONE = re.compile(
    r"(?:(?:[标注写]明|标注)(?:了|着|的?是|为)?)?(?:已经?|全部|都|均|(?<![要应须需能可期将待拟划早晚先后月底前内])(?=完成了?(?:的|哪|几[项件]|多少[项件])))(?:全部|按期|如期|提前)?(?P<verb>完成|完工|建成(?:投用)?|竣工|投入使用|投用|开工|办结|销号)"
)
# "完成了年度目标的", but not "完成年度目标的百分之几".
_MET = re.compile(
    r"(?<![未没不能可要应须需将拟有早晚先后])(?:完成|达到|达成|实现)了?(?:(?:年度|全年|年初|既定)的?)?(?:目标|任务|计划)(?:任务|投资)?"
    r"(?!的?(?:百分|多少|几成|比例|情况|[数额率进值]))"
)
_WAYS = ((_OVER, operator.gt), (_NOT_DONE, operator.lt), (_MET, operator.ge), (_DONE, operator.ge))
# How a column that judges each row says that it is done.
_OF_PLAN = re.compile(r"目标|任务|计划")
_STATE_DONE = re.compile(
    r"(?:是|[√✓]|(?:已经?|均|全部|全面|提前|超额|按期|如期|圆满)*(?:完成|完工|建成|达标|达到|达成|办结|竣工|销号)"
    rf"(?:{ITS_PLAN})?)"
)
# How a thing was done, of which others that are done may be none: 提前完成年度任务.
_MANNER = re.compile(rf"(?P<said>(?:提前|超额|如期|按期)完成)(?:{ITS_PLAN})?")
_DEGREE = (
    r"(?:严重|部分|轻微|明显|较为?|有所|略有?|稍有?|进[度展]|建设|非常|[:,])*"  # 严重滞后 is 滞后
)
_DENIED = re.compile(r"^[不未没无非]")
_CLOSED = re.compile("已?(?:办结|销号)")  # which is said of nothing but tasks
_JUDGES = re.compile(r"是否|评价|状态|结论|完成|达标|进[展度]|落实")
_SAYS_STATE = re.compile(r"是否|评价|状态|结论")
_WHETHER = (
    r"(?:(?P<no>" + NOT_YET + r")|已经?|均|都)?(?<![划应要须拟待月年]){}了?"
    r"(?!时间|日期|时限|率|情况|数|前|投资|金额)"
)
# "进展为…", "进展只写“…”", "进度一栏标注的是…"
_WRITTEN = r"(?:写|填|标|注|记|显示|写明|载明|标注|标明|注明|填写|填报)(?:了|着|的)?(?:为|是|成)?"
_IS = re.compile(
    rf"(?:情况|一栏|栏|那栏|里|中)?\s*(?P<no>不)?(?P<only>[只仅])?[都均就]?(?:为|是|属于|{_WRITTEN})\s*[“\"]?"
)
WRITTEN = re.compile(rf"(?:[只仅都均就]|{_WRITTEN}){{1,2}}\s*[“\"](?P<word>[^“”\"]{{2,12}})[”\"]")
_ANY_STATE = frozenset(("完成", "达到", "推进"))  # asked of results as well
_VERY_WORDS = re.compile(rf"[一-鿿]{{4,{LONGEST_STATE}}}")
_OF_DONE = re.compile(r"完成|达标|达到|办结|落实")


def by_done(text: str, grid: Grid) -> list[Condition]:
    """Rows that are done, not done or more than done, by whichever column tells.

    The plan of what the question names, beside its result, comes first; then a column that judges
    each row, a rate of completion, the one plan beside its result, a plain word for it.
    """
    for pattern, test in _WAYS:
        match = pattern.search(text)
        if match is not None:
            return _done_by(match, test, text, grid)
    return []


def _done_by(
    match: re.Match[str], test: Callable[[Decimal, Decimal], bool], text: str, grid: Grid
) -> list[Condition]:
    verb = match["verb"] if match.re is _DONE else "完成"
    if verb != "完成":
        return _by_its_state(match, verb, grid) or _by_words(match, verb, grid)
    beside = [_but_limits(c, grid) for c in against_plan(match, test, text, grid)]
    if (beside and len(beside[0].spans) > 1) or GROWTH_HEADER.search(text):
        return beside
    judged = judged_column(grid) if match.re is not _OVER else ""
    if beside and _OF_PLAN.search(match.group()) and not _OF_PLAN.search(judged):
        return beside  # 未完成年度计划 is not the same as a project that is not completed
    if judged:
        done = match.re is not _NOT_DONE
        holds = _in_state(judged, _states(grid, judged, done=done))
        others = _in_state(judged, _states(grid, judged, done=not done))
        return [Condition((match.span(),), match.group(), (judged,), holds, others=others)]
    rates = [h for h in numeric_headers(grid) if _is_rate_done(h, grid)]
    if len(rates) == 1:
        holds = beyond(rates[0], Decimal(100), "%", test)
        rated = Condition((match.span(),), match.group(), (rates[0],), holds)
        rated = replace(rated, untold=lambda line: value_in(line, rates[0]) is None)
        return [_but_limits(rated, grid)]
    if beside or match.re not in (_DONE, _NOT_DONE):
        return beside
    return _by_words(match, verb, grid) if match.re is _DONE else told_undone(match, grid)


def _by_its_state(match: re.Match[str], verb: str, grid: Grid) -> list[Condition]:
    """Rows whose judging column has the very word: "已经办结" where it says 办结 or 已办结."""
    header = judged_column(grid)
    states = {t for t in _states_in(grid, header) if t} if header else set()
    said = {t for t in states if _STATE_DONE.fullmatch(t) and t.endswith(verb)}
    if not said:
        return []
    holds, others = _in_state(header, said), _in_state(header, states - said)
    return [Condition((match.span(),), match.group(), (header,), holds, others=others)]


def _but_limits(condition: Condition, grid: Grid) -> Condition:
    """A condition on results that decides nothing of rows whose goal is a limit: 信访件次."""

    def limited(line: Line) -> bool:
        names = " ".join(cell.text for cell in names_of(line))
        return is_limit(" ".join([names, *condition.headers]))

    def holds(line: Line) -> bool:
        return condition.holds(line) and not limited(line)

    undecided = limited if any(map(limited, grid.rows)) else None
    return replace(condition, holds=holds, undecided=undecided)


def by_very_words(text: str, grid: Grid) -> list[Condition]:
    """Rows whose progress is the very words of the question and no more: 已完成年度计划."""
    for header in grid.headers:
        if role_of(header) != "progress":
            continue
        texts = {t for t in grid.column(header) if t}
        plain = {fold_text(t).strip("。;； "): t for t in texts}
        said = [t for t in plain if _VERY_WORDS.fullmatch(t) and t in text]
        said = [t for t in said if not re.search(rf"[“\"]{t}", text)]  # its column is named too
        if said:
            word = max(said, key=len)
            start = text.find(word)
            alike = {t for t in texts if fold_text(t).strip("。;； ") == word}
            tests = among(header, alike), among(header, texts - alike)
            span = (start, start + len(word))
            return [Condition((span,), word, (header,), tests[0], others=tests[1])]
    return []


def by_state(text: str, grid: Grid) -> list[Condition]:
    """Rows whose judging column has the very word of the question: "哪些任务滞后"."""
    header = judged_column(grid)
    states = sorted({t for t in _states_in(grid, header) if len(t) > 1}, key=len, reverse=True)
    bare = {re.sub(rf"^{_DEGREE}", "", t) for t in states}  # 滞后 where all are 部分滞后
    bare = {t for t in bare - set(states) if len(t) > 1 and not _DENIED.search(t)}
    for state in (*states, *sorted(bare)) if header else ():
        match = re.search(rf"{_spoken(fold_text(state))}(?![于率时])", text)
        own = _MANNER.fullmatch(state) or _CLOSED.fullmatch(state)
        if match and (own or not _STATE_DONE.fullmatch(state)):
            alike = {t for t in states if re.fullmatch(rf"{_DEGREE}{re.escape(state)}", t)}
            worded = {t for t in states if HAN.search(t)}  # "——" is no state
            others = {t for t in worded if state not in t or _DENIED.search(t)}
            tests = _in_state(header, alike), _in_state(header, others)
            return [Condition((match.span(),), state, (header,), tests[0], others=tests[1])]
    return []


def _spoken(state: str) -> str:
    """The pattern of a state as it is written or said: 收尾中 is 还在收尾, too."""
    manner = _MANNER.fullmatch(state)
    state = manner["said"] if manner else state
    doing = state.removesuffix("中")
    said = rf"|在{re.escape(doing)}" if doing != state and len(doing) > 1 else ""
    return rf"(?:{re.escape(state)}{said})"


def by_whether(text: str, grid: Grid) -> list[Condition]:
    """Rows by a column that asks whether: 是否开工 | 是 | 否."""
    for header in grid.headers:
        verb = header_without_unit(header).removeprefix("是否")
        texts = {t for t in grid.column(header) if t}
        if verb == header_without_unit(header) or not verb or not texts <= {"是", "否"}:
            continue
        match = re.search(_WHETHER.format(re.escape(verb)), text)
        if match is not None:
            words = ("否", "是") if match["no"] else ("是", "否")
            holds, others = (among(header, {word}) for word in words)
            return [Condition((match.span(),), match.group(), (header,), holds, others=others)]
    return []


def by_value(text: str, grid: Grid) -> list[Condition]:
    """Rows that have the words of a question in the column that it names: "进度为管道铺设的".

    A cell of those in charge may have several: "责任单位是区民政局的" takes in 区民政局、各街道.
    """
    for column in columns_named(text, grid):
        is_said = _IS.match(text, column.span[1])
        start = is_said.end() if is_said else len(text)
        texts = {t for t in grid.column(column.header) if HAN_WORD.search(t)}
        several = role_of(column.header) in CHARGES and not (is_said and is_said["only"])
        names = {name for t in texts for name in entries(t)} if several else set()
        said = [t for t in texts | names if text.startswith(fold_text(t), start)]
        if said:
            word = max(said, key=len)
            span = (column.span[0], start + len(fold_text(word)))
            words = {word} | ({t for t in texts if word in entries(t)} if several else set())
            tests = among(column.header, words), among(column.header, texts - words)
            tests = tests[::-1] if is_said and is_said["no"] else tests
            return [Condition((span,), word, (column.header,), tests[0], others=tests[1])]
    return _by_quoted(text, grid)


def _by_quoted(text: str, grid: Grid) -> list[Condition]:
    """Rows whose progress is a quoted word and nothing else: "只写了“正在推进”的"."""
    quoted = WRITTEN.search(text)
    if quoted is None:
        return []
    word = quoted["word"]
    for header in grid.headers:
        texts = {t for t in grid.column(header) if t}
        said = {t for t in texts if fold_text(t).strip("。") == word}
        if said and role_of(header) == "progress":
            tests = among(header, said), among(header, texts - said)
            return [Condition((quoted.span(),), word, (header,), tests[0], others=tests[1])]
    return []


def judged_column(grid: Grid) -> str:
    """The column that says of each row in a word whether it is done: 是否完成, 进度评价."""
    for header in sorted(grid.headers, key=lambda h: "是否" not in h):
        texts = [t for t in _states_in(grid, header) if t]
        states = set(texts)
        done = {t for t in states if _STATE_DONE.fullmatch(t)}
        # What is written freely for each row, "主体完工" beside "已完成", judges none of them.
        if not _SAYS_STATE.search(header) and 2 * len(states) > len(texts):
            continue
        plain = not states & {"是", "否"} or _OF_DONE.search(header)
        words = all(len(t) <= LONGEST_STATE and not re.search(r"\d", t) for t in states)
        judges = _JUDGES.search(header) and plain and words and len(states) <= MOST_STATES
        if judges and done and states - done:
            return header
    return ""


def _states_in(grid: Grid, header: str) -> list[str]:
    """How far a column says each row has come, without the details that stand below it."""
    return [_state_of(text) for text in grid.column(header)]


def _state_of(text: str) -> str:
    """The state that a cell opens with on a line of its own, else all of it; white space folded.

    >>> _state_of("基本完成。 改造6个小区,待验收。"), _state_of("改造6个小区。")
    ('基本完成', '改造6个小区。')
    """
    first, _, details = text.partition(" ")
    first = first.strip("。;；")
    opens = details and len(first) <= LONGEST_STATE and not re.search(r"\d", first)
    return first if opens else text


def _in_state(header: str, words: set[str]) -> Test:
    """Test whether a column says one of several states, whatever details stand below it."""
    return lambda line: _state_of(text_in(line, header)) in words


def says_done(progress: str) -> bool:
    """True for what is told of a row that says nothing but that it is done."""
    return _STATE_DONE.fullmatch(fold_text(progress).strip("。 ")) is not None


def judging_columns(text: str, grid: Grid) -> list[str]:
    """The columns that judge each row in a few words of which a question has one.

    "达到序时进度了吗" is told by a column of 达到序时 and 低于序时.
    """
    found = []
    for header in grid.headers:
        states = {fold_text(t) for t in grid.column(header) if t}
        if not _JUDGES.search(header) or not 1 < len(states) <= MOST_STATES:
            continue
        short = all(len(t) <= LONGEST_STATE and not re.search(r"\d", t) for t in states)
        if short and any(p in text for t in states for p in pairs_of(t) if p not in _ANY_STATE):
            found.append(header)
    return found


def _is_rate_done(header: str, grid: Grid) -> bool:
    """True for a column of rates of completion; plain 进度 is one where it is told in per cent."""
    if RATE_DONE.search(header):
        return measured_in(grid, header, "%")
    values = [v for line in grid.lines if (v := value_in(line, header)) is not None]
    return "进度" in header and all(value.unit == "%" for value in values)


def _states(grid: Grid, header: str, *, done: bool) -> set[str]:
    """The words of a judging column for what is done, or for what is not.

    Where it has a word for 未完成, what is 基本完成 is not called so.
    """
    states = {t for t in _states_in(grid, header) if t}
    finished = {t for t in states if _STATE_DONE.fullmatch(t)}
    return finished if done else {t for t in states if _NOT_DONE.fullmatch(t)} or states - finished


def _by_words(match: re.Match[str], verb: str, grid: Grid) -> list[Condition]:
    """Rows whose cell of progress says nothing but that it is done, or ends by saying so."""
    done = re.compile(
        rf"(?:[\s\S]*[。;；]\s*)?(?:[该本此]?(?:项目|工程|事项|任务|实事))?(?:已经?|全部|均已?|已全部)?(?:按期|提前|全部|如期)?{verb}(?:并?(?:投用|投入使用)|(?:年度|全年)(?:目标|任务|计划)+)?[。]?"
    )
    for header in grid.headers:
        if role_of(header) != "progress" or re.search(r"计划|目标", header):
            continue
        if any(done.fullmatch(t) for t in grid.column(header)):
            holds = matching(header, done)
            return [Condition((match.span(),), match.group(), (header,), holds)]
    return []
