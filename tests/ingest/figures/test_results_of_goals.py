"""Results of a row that say no more than what was done, or leave out a part of its goal."""

from __future__ import annotations

import pytest

from ingest.readers.formats import Extracted
from ingest.understanding import understand

TABLE = """岚皋县2023年重点任务完成情况表

序号\t具体任务\t牵头单位\t全年进展情况
1\t培育省级瞪羚企业18家\t县科技局\t通过认定21家。
2\t新建老年活动室15个\t县民政局\t因雨季延误工期，建成11个。
3\t改造老旧小区33个，涉及楼体410栋\t县住建局\t33个小区全部竣工，实际改造楼体418栋。
4\t改造陈旧小区26个\t县城管局\t26个小区全部开工。
5\t整治背街小巷42条\t县交通局\t整治30条，惠及2410户。
"""


@pytest.fixture(scope="module")
def told() -> dict[tuple[str, str], str]:
    document = understand(Extracted("table.txt", TABLE, (), "0" * 64, "txt"))
    return {(f.kind, f"{f.value}{f.unit}"): f.indicator for f in document.indicators}


@pytest.mark.parametrize(
    ("planned", "done"), [("18家", "21家"), ("15个", "11个"), ("33个", "33个"), ("42条", "30条")]
)
def test_what_is_done_has_the_name_of_its_goal(
    told: dict[tuple[str, str], str], planned: str, done: str
) -> None:
    assert told["actual", done] == told["target", planned]


def test_what_is_begun_or_reached_by_it_has_not(told: dict[tuple[str, str], str]) -> None:
    assert told["actual", "26个"] != told["target", "26个"]
    assert told["actual", "2410户"] not in (told["target", "42条"], told["target", "410栋"])
