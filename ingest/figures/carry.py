"""What a figure inherits from the place of its text in the document and from earlier clauses."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from assistant.schema import Kind
from ingest.figures.leads import Lead
from ingest.figures.margins import Held

Place = Literal["prose", "target", "progress"]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a text inherits from its place in the document.

    ``year`` is the year of "1-11月"; ``place`` tells a table's target and progress columns from
    prose; ``subject`` is what the row's task is about, counted in ``subject_unit``. ``own_level``
    is the level of the place that the document speaks for: 全市 is its own only for a city.
    """

    period: str
    kind: Kind | Literal[""]
    year: str
    place: Place = "prose"
    subject: str = ""
    subject_unit: str = ""
    own_level: str = "区县"
    district: str = ""
    district_full: str = ""


@dataclass(slots=True)
class State:
    """What later clauses of a sentence may leave out.

    ``names`` are what the last figures were of, ``nouns`` the same without verbs by unit,
    ``counted`` the names with them, ``told`` all names so far; ``owner`` is the thing whose 占比
    or 总投资 may follow, ``partial`` is true after such a part; ``topic`` is what a clause
    without figures was about, ``term`` the last known indicator; ``outside`` is true after
    figures of 全市 or 全省, ``planned`` after an amount that a plan wanted
    ("完成年度任务33亿元的94.5%"), ``held`` what the last figure was beside a plan or an average,
    ``basis`` what was taken out of the next rate, ``wanted`` true after words that make the rest
    of the sentence a plan ("预期目标是："); ``sector`` is the part of the economy that the parts
    behind 其中 are of; ``pending`` are names whose change is still to come
    ("分别下降3.4%、增长6.9%"); ``behind`` is the whole whose parts are told by what stands behind
    them ("其中3项在全国推广、18项在全省推广") and the words that told the last one; ``whole``
    is the unit and the name of what the sentence counts from ("30项民生实事中"); ``listed`` is
    the list that the clause before told to be entered ("入选全国百强县,排名第36位"); ``each`` is
    what is told of each of the sectors that a colon lists ("三次产业对经济增长的拉动分别为:").
    """

    names: tuple[str, ...] = ()
    lead: Lead = field(default_factory=lambda: Lead(()))
    unit: str = ""
    nouns: dict[str, str] = field(default_factory=dict)
    counted: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    verb: str = ""
    owner: str = ""
    partial: bool = False
    topic: str = ""
    term: str = ""
    district: str = ""
    outside: bool = False
    estimate: bool = False
    planned: bool = False
    held: Held | None = None
    basis: str = ""
    wanted: bool = False
    sector: str = ""
    pending: tuple[str, ...] = ()
    behind: tuple[str, str] = ("", "")
    whole: tuple[str, str] | None = None
    settled: bool = False
    listed: str = ""
    each: str = ""

    def copied(self) -> State:
        """A state for brackets, which leave no trace behind them."""
        return replace(
            self, nouns=dict(self.nouns), counted=dict(self.counted), told=list(self.told)
        )
