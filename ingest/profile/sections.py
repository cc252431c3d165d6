"""The places that a document speaks of in sections of their own: 乙县基本情况 in a paper of 甲县.

What such a section tells is the other place's: neither its figures nor its sentences answer for the
place of the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.lexicon.districts import is_ordinary, load_gazetteer
from assistant.schema import Profile, Section

_NUMBERING = re.compile(
    r"\s*(?:第?[一二三四五六七八九十百\d]+[、.．章节]|[(（][一二三四五六七八九十\d]+[)）])?\s*"
)
# "乙县", "乙县基本情况", "乙区简介", "乙县:抓项目、强产业"; 乙县对口帮扶 is of both.
_TAIL = re.compile(r"(?:[县区市]情)?(?:基本|简要|总体)?(?:情况)?(?:简介|介绍|概况)?\s*$|\s*[:：]")


@dataclass(frozen=True, slots=True)
class SectionPlace:
    """Another place than the document's; ``inside`` if it is a part of that one."""

    name: str
    full: str
    inside: bool


def place_of(path: Sequence[str], profile: Profile) -> SectionPlace | None:
    """The other place that the headings over a passage give it to, the innermost first."""
    for heading in reversed(path):
        named = _named(heading)
        if named is None:
            continue
        name, full = named
        if name == profile.district:
            return None
        whole = profile.district_full
        return SectionPlace(name, full, bool(whole) and full != whole and full.startswith(whole))
    return None


def places_of(sections: Sequence[Section], profile: Profile) -> tuple[str, ...]:
    """The places beside its own that a document speaks for in sections of theirs, each once."""
    found = (place_of(section.path, profile) for section in sections)
    return tuple(dict.fromkeys(place.name for place in found if place and not place.inside))


def _named(heading: str) -> tuple[str, str] | None:
    """The place that a heading is the name of, with its full name where that is certain."""
    opening = _NUMBERING.match(heading)
    words = heading[opening.end() if opening else 0 :]
    mention = next(iter(load_gazetteer().find(words)), None)
    if mention is None or mention.start or is_ordinary(mention.text):
        return None
    whole = mention.text.endswith(mention.name) and _TAIL.match(words, mention.end)
    return (mention.name, mention.full) if whole else None
