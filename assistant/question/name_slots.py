"""Which figures a question names: by the lexicon, by a name of a document, or by its beginning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from assistant.language.tokenizer import is_verb, segments
from assistant.language.units import RATES, comparable, unit_family
from assistant.lexicon.indicators import TermMatch, load_indicators
from assistant.question import constraint_cues, figure_cues, follow_up_cues, stopwords
from assistant.question.content_terms import content_terms
from assistant.question.corpus import Corpus
from assistant.question.figure_slots import units_in
from assistant.question.names import is_statistic
from assistant.question.places import blank
from assistant.schema import Span

# "有多少盏?": one character between how many and the end counts, whatever it is.
_CLASSIFIER = re.compile(r"(?:多少|几)(?:台套|台次|件次|人/次|[一-鿿])(?=\s*[?？]?\s*$)")
_OWNED = re.compile(r"\s*的?\s*")  # between whose a figure is and its name
_OF_LARGER = re.compile(r"占(?:全国|全省|全市|全球)比重")  # the share that a place has
_SHARE_IN_SHORT = re.compile(r"的?(?:份额|占比|比重|比例)[-—,，:：(]")
_RATES = RATES | {"倍"}
_QUOTED = re.compile('["“]([^"“”]+)["”]')
# What makes of the name of work that of a place or thing for it: 垃圾分类|亭, 居家养老|院.
_PREMISES = re.compile(r"[池亭箱屋站桶房柜车园馆院校厂棚坊岗]")


@dataclass(frozen=True, slots=True)
class NameSlots:
    """The names in a question.

    ``name`` is the whole name of the one figure that is asked for, as a document has it, and stands
    at ``spans``; both are empty where there is none. ``found`` are the names of the lexicon,
    ``asked`` those of them that are asked for, ``mentioned`` names of documents with their spans.
    """

    name: str
    spans: tuple[Span, ...]
    found: tuple[TermMatch, ...]
    asked: tuple[TermMatch, ...]
    mentioned: tuple[tuple[str, Span], ...]

    def taken(self) -> list[Span]:
        """Where the names stand that no content word is looked for in."""
        kept = [(m.start, m.end) for m in self._kept()]
        return [*self.spans, *kept, *(span for _, span in self.mentioned)]

    def indicators(self, text: str) -> tuple[str, ...]:
        """The names that are asked for, by the lexicon where it has them; ``text`` is masked."""
        if self.name:
            return (self.name,)
        known = [name for name, _ in self.mentioned]
        return tuple(dict.fromkeys([*_indicators(text, self.asked), *known]))

    def counting(self) -> list[Span]:
        """Where a name counts: the 人 of "多少人找到工作" are not what 增长多少 asks for."""
        return [(m.start, m.end) for m in self._kept() if "多少" in m.text]

    def _kept(self) -> list[TermMatch]:
        """The parts of a sum need not name it: a 固投 is left out, a 幼儿园 is looked for."""
        named = bool(self.asked or self.mentioned)
        return [m for m in self.found if named or is_statistic(m.canonical)]


def found_in(text: str, corpus: Corpus) -> tuple[list[TermMatch], list[Span]]:
    """Names of the lexicon in a masked question, and the things that some of them only begin."""
    found = [] if figure_cues.CLASS_ASKED.search(text) else load_indicators().find(text)
    begun = [m for m in found if _is_begun(m, text, corpus)]
    names = _without_owners([m for m in found if m not in begun], text)
    names = _without_campaigns(_without_shares(names, text), text)
    return names, [(m.end - 2, m.end + 1) for m in begun]


def read_names(
    text: str, found: Sequence[TermMatch], corpus: Corpus, *, of_figures: bool
) -> NameSlots:
    """Read the names of a masked question; one that asks for a figure may name it in whole."""
    # "完工任务完成率" is a name, "完成年度预算的百分之几" is none.
    share = [m.span() for m in figure_cues.COMPLETED.finditer(text)]
    named_in = blank(text, [(s, e) for s, e in share if text[s:e] not in ("完成率", "完成比例")])
    whole = corpus.names.whole(named_in, _asks_for_nothing) if of_figures else None
    mentioned = [] if whole else corpus.names.mentioned(named_in, _asks_for_nothing)
    mentioned = [m for m in mentioned if not _leads_to_count(m[1], text, corpus)]
    found = _of_what_is_counted(_apart(found, [span for _, span in mentioned]), text)
    asked = _without_doings(found)
    asked = [m for m in asked if not constraint_cues.WITHIN.match(text[m.end :])]
    named = [m for m in asked if not constraint_cues.WITHIN_WORKS.match(text, m.end)]
    asked = named or asked
    if not asked and not mentioned and not _asks_within(text, found):
        asked = found
    return NameSlots(
        name=_name_of_unit(*whole, text) if whole else "",
        spans=(whole[1],) if whole else (),
        found=tuple(found),
        asked=tuple(asked),
        mentioned=tuple(mentioned),
    )


def _indicators(text: str, found: Sequence[TermMatch]) -> tuple[str, ...]:
    """Canonical names asked for, each once; a share and a longer name by their own.

    "税收占一般公共预算收入的比重" is one indicator, and so is 出口总额占全国比重;
    农村人的人均收入 is that of 农村居民.
    """
    lexicon = load_indicators()
    if len(found) == 2 and "占" in text[found[0].end : found[1].start]:
        share = lexicon.canonical(f"{found[0].canonical}占{found[1].canonical}比重")
        if share:
            return (share,)
    if len(found) == 1 and (part := _OF_LARGER.match(text[found[0].end :])):
        share = lexicon.canonical(f"{found[0].canonical}{part.group()}")
        if share:
            return (share,)
    return tuple(dict.fromkeys(match.canonical for match in found))


def _name_of_unit(name: str, span: Span, text: str) -> str:
    """The name as it was typed, where what it stands for has no such unit: 座 is none of rates."""
    units = [unit for unit in units_in(text) if unit_family(unit) not in _RATES]
    known = load_indicators().units(name)
    fits = any(comparable(unit, other) for unit in units for other in known)
    rated = all(unit_family(unit) in _RATES for unit in known)
    return text[slice(*span)] if units and known and rated and not fits else name


def _is_begun(found: TermMatch, text: str, corpus: Corpus) -> bool:
    """True where a name only begins that of a thing which documents count: 垃圾分类|池."""
    behind = text[found.end : found.end + 1]
    thing = text[found.start : found.end] + behind
    return bool(_PREMISES.match(behind)) and f"{thing}\n" in f"{corpus.names.text}\n"


def _without_owners(found: Sequence[TermMatch], text: str) -> list[TermMatch]:
    """Leave out the people whose figure is asked for: 参保率 is that, 户籍人口的 tells of whom."""
    owners = [
        one
        for one, other in pairwise(found)
        if one.canonical.endswith("人口") and _OWNED.fullmatch(text[one.end : other.start])
    ]
    return [m for m in found if m not in owners]


def _without_shares(found: Sequence[TermMatch], text: str) -> list[TermMatch]:
    """Leave out what is told in short of the share named behind it: 出口份额,货物出口占全国比重."""
    short = [
        one
        for one, other in pairwise(found)
        if _SHARE_IN_SHORT.match(text, one.end)
        and other.canonical.endswith("比重")
        and one.text in other.text
    ]
    return [m for m in found if m not in short]


def _without_campaigns(found: Sequence[TermMatch], text: str) -> list[TermMatch]:
    """Leave out a campaign's name inside a longer one, or where what it brought is counted.

    Of the campaign "安居一类事" no figure of the “一类事” tells, and "“一件事”改革解决了多少个问题"
    asks for 问题.
    """
    inside = [
        m
        for quoted in _QUOTED.finditer(text)
        for m in found
        if quoted.start(1) <= m.start and m.end <= quoted.end(1) and m.text != quoted[1]
    ]
    counted = figure_cues.THINGS_COUNTED.search(text)
    brought = [m for m in found if counted and counted[1] not in m.text]
    return [m for m in found if m.canonical[0] != "“" or m not in (*inside, *brought)]


def _without_doings(found: Sequence[TermMatch]) -> list[TermMatch]:
    """Leave out what is only done by those who are named: 残疾人这块,实际就业的 is 残疾人就业."""
    canonical = load_indicators().canonical
    done = [
        other
        for one, other in permutations(found, 2)
        if one.canonical != other.canonical
        and canonical(f"{one.text}{other.text}") == one.canonical
    ]
    return [m for m in found if m not in done]


def _of_what_is_counted(found: Sequence[TermMatch], text: str) -> list[TermMatch]:
    """Leave out a name that what is counted is only told of: 旧改|新增了多少|停车位.

    It stays a word to look for.
    """
    counted = [m.span() for m in figure_cues.COUNTED.finditer(text)]
    if len(counted) != 1:
        return list(found)
    (start, end) = counted[0]
    behind = [m for m in found if m.start == end]
    leads = [
        m
        for m in found
        if m.end <= start and any(is_verb(word) for word in segments(text[m.end : start]))
    ]
    return [m for m in found if not (behind and m in leads)]


def _leads_to_count(name: Span, text: str, corpus: Corpus) -> bool:
    """True for what was done with it, where another thing is counted: 召开恳谈会|解决|多少诉求."""
    counted = list(figure_cues.COUNTED.finditer(text))
    if len(counted) != 1 or counted[0].start() <= name[1]:
        return False
    behind = segments(text[counted[0].end() :])[:1]
    things = content_terms("".join(behind))
    done = any(is_verb(word) for word in segments(text[name[1] : counted[0].start()]))
    return done and bool(things) and (not is_verb(things[0]) or corpus.names.ends(things[0]))


def _apart(found: Sequence[TermMatch], spans: Sequence[Span]) -> list[TermMatch]:
    """Leave out the lexicon names that are part of a document's own."""
    return [m for m in found if not any(s <= m.start and m.end <= e for s, e in spans)]


def _asks_within(text: str, names: Sequence[TermMatch]) -> bool:
    """True if a part without a name of its own is asked for: 固投里面土地款有多少."""
    return bool(names) and bool(content_terms(text[max(m.end for m in names) :]))


def _asks_for_nothing(text: str) -> bool:
    """True if words only ask ("是多少", "最终做到了"), and say nothing of what."""
    rest = figure_cues.COUNTED.sub(
        " ", _CLASSIFIER.sub(" ", follow_up_cues.LEAD_IN.sub("", text.strip()))
    )
    # What was taken out parts two words: "给GDP定的" is not 给定.
    words = segments(re.sub(" +", "\n", rest))
    return all(word in stopwords.FUNCTION_WORDS for word in words)
