"""What a report says there has been none of yet, and what there is of its neighbours."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

PAGE = """绥江县2023年1-5月财政预算执行情况
发布日期:2023年06月12日 来源:绥江县财政局

一、收支完成情况
1-5月,印花税318万元,增长7.2%;船舶吨税未入库;契税904万元,增长13.5%。
1-5月,国有资本经营预算收入67万元;国有资本经营预算支出暂未发生。
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("none"), {"page.txt": PAGE})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("绥江县2023年1-5月船舶吨税收了多少万元?", ["未入库"], ["318", "904"]),
        ("绥江县2023年1-5月国有资本经营预算支出是多少?", ["暂未发生"], ["67万元"]),
        ("绥江县2023年1-5月国有资本经营预算收入是多少?", ["67万元"], ["未发生"]),
        ("绥江县2023年1-5月契税收了多少?", ["904万元"], ["未入库"]),
    ],
)
def test_none_is_told_of_the_very_thing(
    page: Assistant, question: str, told: list[str], untold: list[str]
) -> None:
    assert_says(page.ask(question), told, untold)
