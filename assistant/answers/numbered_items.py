"""One item of a numbered list in prose: "第9件是什么" tells the ninth, and nothing of the others.

Items may stand one a line, as headings with their text below, or inside a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answers.enumerations import COUNTED_NEEDED, FEWEST, enumerations, number_of
from assistant.answers.reply import Reply, say_plainly
from assistant.answers.sections import chunk_at, condense_sentence
from assistant.evidence.draft import Draft, describe
from assistant.evidence.evidence import Evidence
from assistant.evidence.fits import fit_period
from assistant.evidence.terms import Term, level
from assistant.language.periods import year_of
from assistant.language.tokenizer import is_verb
from assistant.question import row_cues
from assistant.question.ask_slots import LAST_ROW
from assistant.schema import Document, Query, Span
from assistant.text import fold_text

LONGEST_HEADING = 30  # characters of an item that has its text in the lines below
ROOM = 300  # characters of an item that are told
SHORTEST_LEAD, LONGEST_LEAD = 12, 120
_LINE_MARKS = (
    re.compile(r"([一二三四五六七八九十]{1,3})、"),
    re.compile(r"[(（]([一二三四五六七八九十]{1,3})[)）]"),
    re.compile(r"(\d{1,2})\s?[.．、](?!\d)"),
    re.compile(r"[(（](\d{1,2})[)）]"),
    re.compile(r"第([一二三四五六七八九十]{1,3}|\d{1,2})[件项][:：、，,\s]"),
)
_COUNTED = re.compile(
    r"(?<![\d第])([一二三四五六七八九十]{1,3}|\d{1,2})(?:个|大|项|件|条)([一-鿿]{2})"
)
_ABOVE = 200  # characters that may say how a list came about
_SORT_OF_ITEM = re.compile(r"(?:项目|事项|清单|如下|工作|工程)+$")
_MARK = re.compile(
    r"\s*(?:第?[一二三四五六七八九十]{1,3}(?:[、是要]|[件项][:：、，,\s])|[(（][一二三四五六七八九十\d]{1,3}[)）]"
    r"|第?\d{1,2}\s?(?:[.．、]|[件项][:：、，,\s]))\s*"
)


@dataclass(frozen=True, slots=True)
class Listing:
    """A numbered list: what stands over it, and the spans of its items in order."""

    document: Document
    over: str
    items: tuple[Span, ...]


def tell_item(evidence: Evidence, query: Query, sources: Sequence[str]) -> Reply | None:
    """Tell the item that a question names by its number, of the one list that it surely means."""
    terms = evidence.terms_beside_number(query)
    if not query.row or "-" in query.row or not terms:
        return None
    listing = _listing_meant(evidence, query, sources, terms)
    if listing is None:
        return None
    count = len(listing.items)
    at = count if query.row == LAST_ROW else int(query.row) if query.row.isdigit() else 0
    asked = row_cues.ROW.search(query.text) or row_cues.LAST_ROW.search(query.text)
    counter = asked.group()[-1] if asked and asked.group()[-1] in "件条" else "项"
    if not 0 < at <= count:
        reply = say_plainly("refusal", f"文档里只列了{count}{counter},没有第{query.row}{counter}。")
        reply.draft.named = [f"{count}{counter}", query.row]
        return reply
    draft = Draft()
    draft.named.append(f"第{at}{counter}")
    _write(draft, listing, f"第{at}{counter}", listing.items[at - 1])
    return Reply(draft) if draft.citations else None


def write_counted(draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]) -> bool:
    """Write the items of a list, one a line, that a question asks for as a whole.

    The line over the list has to count them by the question's own noun (五个方面分别是:), or to
    end with the name of what is asked for (2023年民生实事项目:).
    """
    terms = evidence.terms_beside_number(query)
    if query.row or not terms:
        return False
    listing = _listing_meant(evidence, query, sources, terms)
    if listing is None or not (_is_counted(query, listing) or _is_headed(query, listing)):
        return False
    document = listing.document
    first = chunk_at(document, listing.items[0][0])
    year = year_of(first.period) if first and first.period else ""
    draft.say(f"{describe(document.profile.district, year)}:")
    for start, end in listing.items:
        line = document.text[start:end].splitlines()[0].rstrip()
        chunk = chunk_at(document, start)
        if chunk is not None:
            marker = draft.cite(document, chunk, start, start + len(line))
            draft.say(f"- {condense_sentence(_MARK.sub('', line, count=1), ROOM)}{marker}")
    return True


def _is_counted(query: Query, listing: Listing) -> bool:
    """Whether the line over a list counts its items as the question does."""
    return bool(query.number) and bool(
        _counted(query.text, query.number or 0) & _announced(listing)
    )


def _is_headed(query: Query, listing: Listing) -> bool:
    """Whether the line over a list is the name of what is asked for: 2023年民生实事项目:.

    Those of a field, or those that are done, would be only some of its items.
    """
    start = listing.items[0][0]
    above = fold_text(listing.document.text[max(0, start - _ABOVE) : start])
    some = any(term not in above and not is_verb(term) for term in query.terms)
    if some or "actual" in query.kinds or not set(query.asks) <= {"list", "section"}:
        return False
    heads = [line.rstrip(":：") for line in listing.over.splitlines() if line.endswith((":", "："))]
    typed = [_SORT_OF_ITEM.sub("", query.text[s:e]) for s, e in query.slots.get("indicator", ())]
    return any(
        _SORT_OF_ITEM.sub("", head).endswith(name) for head in heads for name in typed if name
    )


def _counted(text: str, number: int) -> set[str]:
    """The nouns that a text counts so many of: 方面 of 五个方面."""
    return {m[2] for m in _COUNTED.finditer(text) if number_of(m[1]) == number}


def _announced(listing: Listing) -> set[str]:
    """The nouns counted in the clause that announces a list: it ends with a colon."""
    lines = [line for line in listing.over.splitlines() if line.endswith((":", "："))]
    clauses = [re.split(r"[,，。;；]", line)[-1] for line in lines]
    return {noun for clause in clauses for noun in _counted(clause, len(listing.items))}


def _listing_meant(
    evidence: Evidence, query: Query, sources: Sequence[str], terms: Sequence[Term]
) -> Listing | None:
    """The list over which most of the question stands, if no other has as much over it."""
    scored: list[tuple[float, Listing]] = []
    for source in evidence.near(query, sources):
        document = evidence.catalog.document(source)
        for listing in listings(document):
            if query.number and query.number != len(listing.items):
                continue
            chunk = chunk_at(document, listing.items[0][0])
            # "办好8件大事" in a report on the year before is planned, whatever the passage is.
            told = (chunk.period if chunk else "", *document.profile.periods.values())
            if chunk is None or fit_period(query.periods, [p for p in told if p])[1] == 0:
                continue
            title = fold_text(document.profile.title)
            near = _held(terms, listing.over)
            whole = _held(terms, f"{title}\n{listing.over}")
            if whole >= COUNTED_NEEDED:
                scored.append((whole + near, listing))
    scored.sort(key=lambda pair: -pair[0])
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    return scored[0][1]


def _held(terms: Sequence[Term], text: str) -> float:
    return sum(t.weight * level(t, text) for t in terms) / sum(t.weight for t in terms)


def listings(document: Document) -> Iterator[Listing]:
    """Yield the numbered lists of a document: of lines that count up from one, of paragraphs."""
    lines = list(_lines(document))
    for pattern in _LINE_MARKS:
        run: list[int] = []
        for n, (start, end) in enumerate(lines):
            match = pattern.match(document.text, start, end)
            number = number_of(match[1]) if match else 0
            if match is None:
                continue
            if number == 1 and run:
                yield from _made(document, lines, run)
                run = []
            if number == len(run) + 1:
                run.append(n)
        yield from _made(document, lines, run)
    for chunk in document.chunks:
        if chunk.row is None:
            for found in enumerations(document, chunk):
                over = document.text[slice(*found.lead)]
                path = "\n".join(chunk.section_path)
                yield Listing(document, fold_text(f"{path}\n{over}"), found.items)


def _lines(document: Document) -> Iterator[Span]:
    """The lines of a document that are not of its tables, without the blanks around them."""
    rows = [(row.start, row.end) for row in document.rows]
    at = 0
    for line in document.text.splitlines(keepends=True):
        words = line.strip()
        start = at + line.find(words) if words else at
        at += len(line)
        if words and not any(a <= start < b for a, b in rows):
            yield start, start + len(words)


def _made(document: Document, lines: Sequence[Span], run: Sequence[int]) -> Iterator[Listing]:
    if len(run) < FEWEST:
        return
    starts = [lines[n][0] for n in run]
    before = lines[run[0] - 1] if run[0] else (0, 0)
    chunk = chunk_at(document, starts[0])
    path = chunk.section_path if chunk else ()
    words = document.text[max(before[0], before[1] - LONGEST_LEAD) : before[1]]
    if len(words) <= SHORTEST_LEAD and words.endswith((":", "：")) and run[0] > 1:
        # "五个方面分别是:" says of what only with the paragraph before it.
        above = lines[run[0] - 2]
        words = f"{document.text[max(above[0], above[1] - LONGEST_LEAD) : above[1]]}\n{words}"
    # A heading that is an item itself tells nothing of the list that it is in.
    own = {fold_text(document.text[slice(*lines[n])]) for n in run}
    over = [words, *(part for part in path if fold_text(part) not in own)]
    ends = [*starts[1:], _end_of_last(lines, run)]
    yield Listing(document, fold_text("\n".join(over)), tuple(zip(starts, ends, strict=True)))


def _end_of_last(lines: Sequence[Span], run: Sequence[int]) -> int:
    """The last item has as many lines as the one before it."""
    usual = run[-1] - run[-2]
    return lines[min(run[-1] + usual, len(lines)) - 1][1]


def _write(draft: Draft, listing: Listing, head: str, item: Span) -> None:
    """Write an item: its first line, and where that only names it, what stands below."""
    document = listing.document
    parts = [p for p in re.finditer(r"[^\n|｜]+", document.text[item[0] : item[1]]) if p[0].strip()]
    told = 0
    for part in parts:
        start = item[0] + part.start()
        chunk = chunk_at(document, start + len(part[0]) - len(part[0].lstrip()))
        if chunk is None or told > ROOM:
            break
        text = condense_sentence(_MARK.sub("", part[0], count=1) if not told else part[0], ROOM)
        marker = draft.cite(document, chunk, start, start + len(part[0].rstrip()))
        draft.say(f"{head}:{text}{marker}" if not told else f"{text}{marker}")
        told += len(text)
        if told > LONGEST_HEADING or "。" in part[0]:
            break
