"""A table below another, whose rows name those of the first by their numbers alone."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

TASKS = """砀山县2025年政府工作报告重点任务上半年进展情况表

序号 | 类别 | 重点任务 | 年度目标 | 牵头单位 | 完成时限 | 上半年进展情况
1 | 城市建设 | 国道改建 | 全线贯通 | 县交通运输局 | 11月底 | 路基完成74%
2 | 城市建设 | 新增停车泊位 | 640个 | 县城市管理局 | 8月底 | 新增190个
3 | 乡村振兴 | 新改建农村公路 | 58公里 | 县交通运输局 | 10月底 | 完成21公里
4 | 乡村振兴 | 加固危桥 | 5座 | 县交通运输局 | 9月底 | 完成4座

附:滞后任务原因及整改时限

任务序号 | 滞后原因 | 整改措施 | 整改责任单位 | 整改时限
2 | 管线迁改滞后 | 优化方案 | 县城市管理局 | 12月底
3 | 材料价格上涨,1个标段流标 | 重新招标 | 县公路管理中心 | 7月底
"""


@pytest.fixture(scope="module")
def tasks(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("numbered"), {"tasks.txt": TASKS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("砀山县农村公路的整改时限?", ["7月底"], ["10月底", "完成21公里"]),
        ("砀山县农村公路的完成时限?", ["10月底"], ["7月底"]),
        ("砀山县农村公路滞后的原因是什么?", ["材料价格上涨"], ["管线"]),
        ("砀山县停车泊位为什么滞后?", ["管线迁改滞后"], ["材料价格"]),
        ("砀山县停车泊位整改到什么时候?", ["12月底"], ["8月底"]),
        ("砀山县农村公路的整改责任单位?", ["县公路管理中心"], ["县交通运输局"]),
        ("砀山县停车泊位上半年新增多少个?", ["190个"], ["640个"]),
    ],
)
def test_a_row_goes_by_the_name_of_the_row_whose_number_it_gives(
    tasks: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(tasks.ask(question), said, unsaid)


def test_what_nothing_is_to_be_mended_of_has_no_such_term(tasks: Assistant) -> None:
    assert "9月底" not in tasks.ask("砀山县危桥的整改时限?").text


def test_follow_ups_go_on_in_the_further_table(tasks: Assistant) -> None:
    last = talk(tasks, "砀山县停车泊位上半年新增多少个?", "滞后的原因是什么?", "整改时限?")
    assert_says(last, ["12月底"], ["8月底"])
