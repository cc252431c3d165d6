"""What a person says about a document instead of what its text seems to say.

It comes from the command line or from a ``quwen.toml`` beside the documents: keys at the top are
for the whole folder, those in a table named like a file (or a pattern, "2023*.txt") for that file.
"""

from __future__ import annotations

import fnmatch
import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from assistant.errors import ConfigurationError
from assistant.schema import Profile

FILE_NAME = "quwen.toml"


@dataclass(frozen=True, slots=True)
class Overrides:
    """Facts given by a person; None where nothing was said, "" to take an earlier word back."""

    title: str | None = None
    district: str | None = None
    year: str | None = None
    kind: str | None = None

    def over(self, other: Overrides) -> Overrides:
        """Return ``other`` with what this one says in its place.

        >>> Overrides(year="2024").over(Overrides(year="2023", district="钱塘区")).year
        '2024'
        """
        said = {name: value for name, value in asdict(self).items() if value is not None}
        return replace(other, **said)

    def to_json(self) -> str:
        """Return what is said as JSON, for the catalog to remember."""
        return json.dumps({k: v for k, v in asdict(self).items() if v}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Overrides:
        """Build what ``to_json`` wrote."""
        return cls(**json.loads(text))


def load_overrides(path: Path) -> Overrides:
    """Return what the ``quwen.toml`` beside a document says about it.

    Raises:
        ConfigurationError: the file cannot be read or has an unknown key.
    """
    file = path.parent / FILE_NAME
    try:
        content = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return Overrides()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as exc:
        raise ConfigurationError(f"读不懂 {file}({exc});请按说明改正或删去它。") from exc
    result = _overrides(content, file)
    for pattern, table in content.items():
        if isinstance(table, Mapping) and fnmatch.fnmatchcase(path.name, pattern):
            result = _overrides(table, file).over(result)
    return result


def _overrides(table: Mapping[str, Any], file: Path) -> Overrides:
    said = {key: str(value) for key, value in table.items() if not isinstance(value, Mapping)}
    known = {field.name for field in fields(Overrides)}
    for key in said:
        if key not in known:
            raise ConfigurationError(
                f"{file} 里的 {key} 不认识;可以写的是 {'、'.join(sorted(known))}。"
            )
    return Overrides(**said)


def override(profile: Profile, overrides: Overrides) -> Profile:
    """Return the profile with what a person said in the place of what the text seems to say.

    >>> override(Profile(kind="其他", doubtful=("kind",)), Overrides(kind="规划")).doubtful
    ()
    """
    if overrides.title:
        profile = replace(profile, title=overrides.title, title_derived=False)
    if overrides.district:
        profile = _with_district(profile, overrides.district)
    if overrides.kind:
        profile = replace(profile, kind=overrides.kind)
    if overrides.year:
        profile = replace(profile, periods=_periods_of(overrides.year, profile.periods))
    settled = {
        "title": overrides.title,
        "district": overrides.district,
        "kind": overrides.kind,
        "periods": overrides.year,
    }
    doubtful = tuple(name for name in profile.doubtful if not settled.get(name))
    return replace(profile, doubtful=doubtful)


def _with_district(profile: Profile, name: str) -> Profile:
    from assistant.lexicon.districts import load_gazetteer

    known = load_gazetteer().lookup(name)
    full = known[0].full if len(known) == 1 else name
    level = known[0].level if known else profile.level
    short = known[0].name if known else name
    return replace(profile, district=short, district_full=full, level=level)


def _periods_of(year: str, periods: Mapping[str, str]) -> dict[str, str]:
    """Return the periods of a document whose results are those of ``year``.

    >>> _periods_of("2023", {"reported": "2021", "planned": "2022", "progress": "2021-01/2021-06"})
    {'reported': '2023', 'planned': '2024', 'progress': '2023-01/2023-06'}
    """
    result = {**periods, "reported": year}
    if "planned" in periods and year.isdecimal():
        result["planned"] = str(int(year) + 1)
    if "progress" in periods:
        result["progress"] = "/".join(year + end[4:] for end in periods["progress"].split("/"))
    return result
