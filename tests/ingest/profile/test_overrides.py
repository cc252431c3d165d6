"""What a person says about a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import ConfigurationError
from assistant.schema import Profile
from ingest.profile.overrides import Overrides, load_overrides, override


def test_the_word_for_one_file_goes_over_the_word_for_the_folder(tmp_path: Path) -> None:
    (tmp_path / "quwen.toml").write_text(
        'district = "滨江区"\nyear = 2023\n["2024*.txt"]\nyear = 2024\n'
        '["2024终.txt"]\nkind = "规划"\n',
        "utf-8",
    )
    assert load_overrides(tmp_path / "a.txt") == Overrides(district="滨江区", year="2023")
    assert load_overrides(tmp_path / "2024终.txt") == Overrides(
        district="滨江区", year="2024", kind="规划"
    )


@pytest.mark.parametrize("content", ["district = ", "unknown = 1", '["a.txt"]\nunknown = 1'])
def test_a_file_that_cannot_be_understood_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "quwen.toml").write_text(content, "utf-8")
    with pytest.raises(ConfigurationError, match=r"quwen\.toml"):
        load_overrides(tmp_path / "a.txt")


def test_a_district_brings_its_full_name_and_level() -> None:
    profile = override(Profile(district="别处"), Overrides(district="钱塘区"))
    assert (profile.district, profile.district_full) == ("钱塘区", "浙江省杭州市钱塘区")
    assert profile.level == "区县"


def test_what_was_not_said_stays_and_what_was_said_is_not_doubtful() -> None:
    before = Profile(title="表", title_derived=True, kind="其他", doubtful=("title", "kind"))
    after = override(before, Overrides(title="进展表"))
    assert (after.title, after.title_derived, after.kind) == ("进展表", False, "其他")
    assert after.doubtful == ("kind",)
    assert override(before, Overrides()) == before


def test_overrides_are_remembered_as_json() -> None:
    said = Overrides(district="滨江区", year="")
    assert Overrides.from_json(said.to_json()) == Overrides(district="滨江区")
