"""What a question is understood against: the districts, years and figure names of the index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.language.periods import year_of
from assistant.question.names import Names
from assistant.schema import Profile


@dataclass(frozen=True, eq=False)
class Corpus:
    """What a question is understood against: districts, years and names that the index has.

    One object stands for one state of the index; it is compared, and hashed, by identity.
    """

    profiles: Mapping[str, Profile]
    names: Names = Names()
    rows: tuple[str, ...] = ()  # districts that have rows in tables, with or without a document

    @cached_property
    def districts(self) -> tuple[str, ...]:
        """Districts of the documents and of their sections, in order of sources, each once."""
        named = [name for p in self.profiles.values() for name in (p.district, *p.places)]
        return tuple(dict.fromkeys(name for name in named if name))

    @property
    def places(self) -> tuple[str, ...]:
        """Districts that the documents are of or have rows for."""
        return tuple(dict.fromkeys([*self.districts, *self.rows]))

    def years(self, district: str) -> tuple[str, ...]:
        """Years that documents of ``district`` report or plan, ascending."""
        found = {
            year_of(period)
            for profile in self.profiles.values()
            if district in (profile.district, *profile.places)
            for period in profile.periods.values()
        }
        return tuple(sorted(found))


def stem(name: str) -> str:
    """Return a district's name without its suffix: "钱塘新区" → "钱塘"."""
    for suffix in ("新区", "自治县", "区", "县", "市", "旗", "街道", "镇"):
        if name.endswith(suffix) and len(name) > len(suffix) + 1:
            return name[: -len(suffix)]
    return name


def same_district(name: str, asked: str) -> bool:
    """True if ``asked`` names the district ``name``; a bare stem names 区 and 新区 alike.

    >>> same_district("钱塘新区", "钱塘"), same_district("钱塘新区", "钱塘区")
    (True, False)
    """
    return name == asked or stem(name) == asked


def became(name: str, other: str) -> bool:
    """True for a new area and the district that it became, in either order.

    >>> became("钱塘新区", "钱塘区"), became("朝阳区", "朝阳县")
    (True, False)
    """
    renamed = name != other and stem(name) == stem(other)
    return renamed and name.endswith("新区") != other.endswith("新区")


def speaks_for(profile: Profile, asked: str) -> bool:
    """True if a document is of the district ``asked``, or has a section of its own for it."""
    return any(same_district(name, asked) for name in (profile.district, *profile.places))
