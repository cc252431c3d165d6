"""Questions about a whole section: its measures in the document's order, or its sub-headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.answers.fields import told_of_field
from assistant.answers.fitness import is_done_instead
from assistant.answers.named_sections import Candidate
from assistant.answers.steps import tells_another_stage
from assistant.answers.writing import POINTED
from assistant.evidence.draft import Draft, describe, unmarked
from assistant.evidence.evidence import Evidence
from assistant.evidence.findings import Finding
from assistant.evidence.fits import fit_kind, fit_period
from assistant.evidence.statements import Statement
from assistant.evidence.terms import level
from assistant.language.columns import task_text
from assistant.language.periods import year_of
from assistant.question import ask_cues, statement_cues
from assistant.schema import Chunk, Document, Profile, Query, Section
from assistant.text import HAN_WORD, fold_text, pairs_of, shortened

BUDGET = 820  # characters of a section's answer; longer ones are condensed
# "四大工程": headings that say nothing of 工程 are none of these.
_GREAT = re.compile(r"[三四五六七八九十]大(?!类|方面|部分|板块|任务|工作|指标|内容|块)([一-鿿]{2})")
LEAST_ITEM = 36
PARAGRAPH = 900  # characters of a paragraph that is given whole
_NUMERALS = [
    f"{ten}{one}、" for ten in ("", "十") for one in ("一二三四五六七八九" + "十" * (not ten))
]
_POINT = re.compile(r"\s*(?:[一二三四五六七八九十]是|[(（][一二三四五六七八九十]{1,2}[)）])")
# Documents say of any field that it was bettered, each in another word.
_BETTERING = re.compile(
    r"改善|优化|提升|提高|加强|推进|推动|完善|促进|改进|强化|加快|深化|增强|健全|抓好|做好|织密|织牢|筑牢|夯实"
)
# The short name of an office.
_OFFICE = re.compile(r"^[一-鿿]{2,8}(?:[局委办厅]|中心)$")
_NUMBERING = 6  # characters of "(十二)" before a paragraph
_HALF = 2  # characters of a word of four that say what sort of thing it is
LONGEST_OPENING = 14  # characters of a sentence that says what those behind it are about
LONGEST_POINT = 30  # characters of a point that only heads the sentences behind it
MOST_BELOW = 12  # sentences or paragraphs that are told of a heading
_OF_WEIGHT = re.compile("重点|主要|着重|着力|突出|核心|具体")
PARTS_NEEDED = 0.5  # share of the question's terms that headings and their introduction must hold


def of_its_subject(query: Query) -> Query:
    """Look for what is bettered, and not for the verb: "改善生态环境方面" is asked of 生态环境."""
    terms = tuple(t for t in query.terms if not _BETTERING.fullmatch(t))
    return replace(query, terms=terms) if terms or query.indicators else query


def by_author(
    evidence: Evidence, query: Query, sources: Sequence[str]
) -> tuple[Query, Sequence[str]]:
    """What a question asks of the documents of an office that it names, where it wrote any.

    "甲区教体局在安全方面做了哪些工作" is asked of what 甲区教育体育局 reports: its name says which
    documents are meant, and nothing of what they tell.
    """
    for office in (t for t in query.terms if _OFFICE.search(t)):
        own = [s for s in sources if _is_by(office, evidence.catalog.document(s).profile)]
        left = tuple(t for t in query.terms if t != office)
        if own and left:
            return replace(query, terms=left), own
    return query, sources


def _is_by(office: str, profile: Profile) -> bool:
    """True if the letters of an office's short name stand in order in the name of the author."""
    for name in (fold_text(profile.title), fold_text(profile.publisher)):
        letters = iter(name)
        if all(letter in letters for letter in office):
            return True
    return False


def children(document: Document, parent: Section) -> list[Section]:
    """Return the sections directly below ``parent``."""
    depth = len(parent.path) + 1
    return [
        s
        for s in document.sections
        if len(s.path) == depth
        and s.path[:-1] == parent.path
        and parent.start <= s.start < parent.end
    ]


def _numbered(document: Document) -> list[Section]:
    """Return the top sections that count on from one (一、二、三)."""
    tops = [s for s in document.sections if len(s.path) == 1]
    return [s for s, numeral in zip(tops, _NUMERALS, strict=False) if s.path[0].startswith(numeral)]


def find_parts(
    evidence: Evidence, query: Query, sources: Sequence[str]
) -> tuple[Document, list[Section]] | None:
    """Return the headings that a question counts, where so many stand side by side."""
    # What is to be done first, 重点抓的五方面工作, need not be called so.
    terms = evidence.terms(query)
    terms = [t for t in terms if not _OF_WEIGHT.fullmatch(t.text)] or terms
    best: tuple[float, Document, list[Section]] | None = None
    counted = ask_cues.COUNTED_NOUN.search(query.text)
    noun = counted.group(1)[-2:] if counted else ""
    great = _GREAT.search(query.text)
    for source in evidence.near(query, sources):
        document = evidence.catalog.document(source)
        whole = _numbered(document)
        groups = [(p.path, p.start, children(document, p)) for p in document.sections]
        for path, start, parts in [*groups, ((document.profile.title,), 0, whole)]:
            if len(parts) != query.number:
                continue
            each = [fold_text(p.path[-1]) for p in parts]
            headings = "\n".join(each)
            # 哪六大行动 of a 行动方案: each heading is one, the title says of what all are.
            named = noun and all(noun in heading for heading in each)
            title = [document.profile.title] if named else []
            text = fold_text("\n".join([*title, *path, document.text[start : parts[0].start]]))
            opening = document.text[start : parts[0].start].strip().removesuffix("。")
            near = fold_text("".join([*path, opening.rpartition("。")[2], headings]))
            if great and great[1] not in near:
                continue
            total = sum(t.weight for t in terms) or 1.0
            # What stands in one of them alone, 重点项目建设, says nothing of what all are.
            score = (
                sum(
                    t.weight * max(level(t, text), sorted(level(t, h) for h in each)[-2])
                    for t in terms
                )
                / total
            )
            chunk = chunk_at(document, parts[0].start)
            _, fit = fit_period(query.periods, (chunk.period,) if chunk and chunk.period else ())
            kind = fit_kind(query.kinds, chunk.kind if chunk else "")
            if (
                score >= PARTS_NEEDED
                and fit > 0
                and kind > 0
                and (best is None or score + fit > best[0])
            ):
                best = (score + fit, document, parts)
    return (best[1], best[2]) if best else None


def chunk_at(document: Document, position: int) -> Chunk | None:
    """Return the passage that a position of a document lies in."""
    return next((c for c in document.chunks if c.start <= position < c.end), None)


def write_parts(draft: Draft, document: Document, parts: Sequence[Section]) -> None:
    """Write headings as a list, each cited where it stands."""
    for part in parts:
        start, end = part.heading
        chunk = chunk_at(document, start)
        if chunk is not None:
            draft.say(f"- {part.path[-1]}{draft.cite(document, chunk, start, end)}")


def write_section(draft: Draft, candidate: Candidate, budget: int = BUDGET) -> None:
    """Write a section's sentences in order, condensed to about ``budget`` characters."""
    statements = candidate.statements
    first = statements[0]
    draft.say(f"{_of_year(first)}“{candidate.section.path[-1]}”:")
    told = _with_points([s for s in statements if len(s.text) >= 6], statements)
    leading = {start for s, start in told if start != s.start}
    alone = _headings_alone(candidate)
    told = [
        (s, at)
        for s, at in told
        if not _is_heading(s) or s.start in alone or _is_whole_point(s, leading)
    ]
    total = sum(s.end - start for s, start in told) or 1
    for statement, start in told[:24]:
        length = statement.end - start
        room = max(LEAST_ITEM, int(budget * length / total)) if total > budget else length
        text = condense_sentence(statement.document.text[start : statement.end], room)
        marker = draft.cite_statement(statement, start, statement.end)
        draft.say(f"- {text}{marker}")


def _headings_alone(candidate: Candidate) -> set[int]:
    """Where headings begin that nothing stands below: the items of a list in which each is one."""
    own = candidate.section
    inside = [s for s in candidate.document.sections if own.start < s.start < own.end]
    return {s.start for s in inside if s.end <= s.heading[1] + 1}


def _with_points(
    kept: Sequence[Statement], statements: Sequence[Statement]
) -> list[tuple[Statement, int]]:
    """Sentences and where they are told from: a point ("一是做强主导产业。") leads its own."""
    points = {
        s.end: s.start
        for s in statements
        if _POINT.match(s.text) and s.text.endswith("。") and len(s.text) <= LONGEST_POINT
    }

    def begins(statement: Statement) -> int:
        if _POINT.match(statement.text):
            return statement.start
        led = (points[at] for gap in (0, 1) if (at := statement.start - gap) in points)
        return next(led, statement.start)

    return [(s, begins(s)) for s in kept]


def _of_year(statement: Statement) -> str:
    return describe(statement.district, year_of(statement.period) if statement.period else "")


def _is_whole_point(statement: Statement, leading: Collection[int]) -> bool:
    """True for a point that says all there is to it: no sentence behind it is told with it."""
    return _POINT.match(statement.text) is not None and statement.start not in leading


def _is_heading(statement: Statement) -> bool:
    return any(
        statement.text.strip(" 。") in path or path == statement.text.strip("。 ")
        for path in statement.chunk.section_path
    )


def condense_sentence(text: str, room: int) -> str:
    """Cut a sentence after the last comma within ``room`` characters.

    >>> condense_sentence("推进甲工程,建设乙中心,完成丙项目。", 12)
    '推进甲工程,建设乙中心…'
    """
    text = unmarked(text).strip("。;；,， ")
    if len(text) <= room:
        return text
    cut = max(text.rfind(mark, 0, room + 1) for mark in ",，;；、")
    kept = text[:cut].rstrip(",，;；、") + "…" if cut > room // 3 else ""
    return kept or shortened(text, room + 1)


def find_topic(evidence: Evidence, query: Query, sources: Sequence[str]) -> list[Statement]:
    """Return the statements on a topic which no heading names, in document order."""
    of_field = told_of_field(evidence, query, sources)
    if of_field:
        return of_field
    ranked = [
        f
        for f in evidence.findings(query, sources)
        if f.period_fit > 0 and f.kind_fit > 0 and f.match.coverage >= 0.5 and f.match.own > 0.2
    ]
    ranked = [f for f in ranked if not is_done_instead(query, _said(f))]
    if not ranked:
        return []
    paragraph = _paragraph(ranked[:12])
    if paragraph:
        return [
            s
            for s in evidence.statements(paragraph[0].document)
            if s.chunk.id == paragraph[0].chunk.id
        ]
    led = _led_by(evidence, ranked[0].statement) or _opened_alike(evidence, query, ranked[0])
    if led:
        return led
    best = ranked[0].score
    kept = [f.statement for f in ranked[:8] if f.score >= best - 0.35]
    kept = [s for s in kept if not tells_another_stage(query, s.text)] or kept
    if ask_cues.HANDLED.search(query.text):
        kept = [s for s in kept if statement_cues.HANDLING.search(s.text)]
    return sorted(kept, key=lambda s: (s.document.source, s.start))


def _said(found: Finding) -> str:
    """What is told: all of a sentence, and of a row no more than the clause that is quoted."""
    return found.statement.folded if found.statement.row is None else fold_text(found.quote)


def _led_by(evidence: Evidence, head: Statement) -> list[Statement]:
    """The sentences that a short one without a figure opens: "乡村振兴扎实推进。消除风险…".

    They go on to the next such sentence of the paragraph; empty where the statement says more.
    """
    if not _is_opening(head):
        return []
    inside = [
        s
        for s in evidence.statements(head.document)
        if s.chunk.id == head.chunk.id and s.start > head.start and s.row is None
    ]
    led = []
    for statement in inside:
        if _is_opening(statement):
            break
        led.append(statement)
    return led


def _opened_alike(evidence: Evidence, query: Query, best: Finding) -> list[Statement]:
    """The short paragraph of a sentence that names the topic, where its opening half names it.

    "4.环境质量持续改善。…全面改善生态环境状况": all of it is on 生态环境.
    """
    chunk = best.statement.chunk
    if best.statement.row is not None or best.match.own < 1 or len(chunk.text) > PARAGRAPH:
        return []
    inside = [s for s in evidence.statements(best.statement.document) if s.chunk.id == chunk.id]
    halves = [t[-_HALF:] for t in query.terms if len(t) >= 2 * _HALF]
    opened = _is_opening(inside[0]) and any(half in inside[0].folded for half in halves)
    return inside if opened else []


def _is_opening(statement: Statement) -> bool:
    short = len(statement.text.strip()) <= LONGEST_OPENING
    plain = statement.row is None and not statement.figures and "," not in statement.folded
    return short and plain and statement.text.rstrip().endswith("。")


def below_heading(evidence: Evidence, found: Finding) -> list[Statement]:
    """Return what stands below a heading that was found: by itself it says nothing of it.

    Of rows and of many sentences the first of each; empty where these are many as well.
    """
    head = found.statement
    document = head.document
    own = [s for s in document.sections if s.heading == (head.start, head.end)]
    if not own or head.row is not None:
        return []
    below = [
        s for s in evidence.statements(document) if head.end <= s.start and s.end <= own[0].end
    ]
    told = [s for s in below if s.role in ("prose", "group", "target") and HAN_WORD.search(s.text)]
    if len(told) > MOST_BELOW or any(s.row is not None for s in told):
        told = list({s.chunk.id: s for s in reversed(told)}.values())[::-1]
    return told if len(told) <= MOST_BELOW else []


def headed_by(evidence: Evidence, found: Finding) -> list[Statement]:
    """Return the paragraph that a short sentence only opens: "1.深化改革。上线112个服务,…".

    Empty where a statement says more than what its paragraph is about.
    """
    below = below_heading(evidence, found)
    if below:
        return below
    statement = found.statement
    if statement.row is not None or statement.figures or len(statement.text) > LONGEST_POINT:
        return []
    words = statement.text.strip(" 。")
    headed = any(path.endswith(words) for path in statement.chunk.section_path)
    opens = statement.start - statement.chunk.start <= _NUMBERING
    if not (headed or opens) or not statement.text.endswith("。"):
        return []
    chunk, statements = statement.chunk, evidence.statements(statement.document)
    inside = [s for s in statements if s.chunk.id == chunk.id and s.start >= statement.start]
    return inside if len(inside) > 1 else []


def _paragraph(ranked: Sequence[Finding]) -> list[Statement]:
    """Return the statements of the short paragraph where most of the findings stand."""
    groups: dict[str, list[Statement]] = {}
    for finding in ranked:
        if finding.statement.row is None:
            groups.setdefault(finding.statement.chunk.id, []).append(finding.statement)
    best = max(groups.values(), key=len, default=[])
    enough = len(best) >= 2 and 2 * len(best) >= len(ranked)
    return best if enough and len(best[0].chunk.text) <= PARAGRAPH else []


def _of_its_task(statement: Statement) -> str:
    """The task of a row before what is told of it in few words: "此项工作将于下半年开展"."""
    row = statement.row
    if row is None or statement.role != "progress" or len(statement.text) > LEAST_ITEM:
        return ""
    task = task_text(row).rstrip("。;；")
    if not POINTED.match(statement.text) and any(p in statement.text for p in pairs_of(task)):
        return ""  # it names what it is of by itself
    return f"{condense_sentence(task, LEAST_ITEM * 2)}:" if task else ""


def _named_figure(statement: Statement) -> str:
    """The figure of a cell that holds but a number, by its name; nothing for words."""
    if HAN_WORD.search(statement.text) or not statement.figures:
        return ""
    figure = statement.figures[0]
    return f"{unmarked(figure.name)}:{figure.direction}{figure.value}{figure.unit}"


def write_topic(draft: Draft, statements: Sequence[Statement]) -> None:
    """Write statements on a topic, condensed."""
    first = statements[0]
    draft.say(f"{_of_year(first)}:")
    room = max(LEAST_ITEM * 2, BUDGET // len(statements))
    for statement in statements:
        marker = draft.cite_statement(statement, statement.start, statement.end)
        told = _named_figure(statement) or condense_sentence(statement.text, room)
        draft.say(f"- {_of_its_task(statement)}{told}{marker}")
