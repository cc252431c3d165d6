"""Records to JSON and back."""

from __future__ import annotations

from pathlib import Path

from assistant.codec import from_json, to_json
from assistant.schema import Cell, Document, Indicator, Profile, Row
from assistant.settings import Settings
from ingest.readers.formats import read_file
from ingest.understanding import understand


def test_every_seed_comes_back_as_it_was(seed_paths: tuple[Path, ...]) -> None:
    for path in seed_paths:
        (extracted,) = read_file(path, Settings())
        document = understand(extracted)
        assert from_json(Document, to_json(document)) == document


def test_a_record_written_before_a_field_existed_gets_its_default() -> None:
    assert from_json(Profile, '{"title":"公报"}') == Profile(title="公报")


def test_inner_records_and_missing_rows_are_records_again() -> None:
    row = Row(("一、",), {"单位": Cell("亿元", 3, 5)}, (), 0, 9)
    assert from_json(Row, to_json(row)).cells["单位"].end == 5
    figure = Indicator(
        *("a.txt", "余安区", "2023", "车位", "停车位", "level", "630", "个", "actual"),
        *(0, 9, (4, 8)),
    )
    assert from_json(Indicator, to_json(figure)) == figure
