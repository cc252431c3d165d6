"""Distances from a plan, moves against last year and causes, asked in everyday words."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

TASKS = """仙居县2024年重点工作任务三季度进展表

序号 | 内容及要求 | 牵头单位 | 截至9月底完成情况 |
1 | 全年接待游客900万人次。 | 县文旅局 | 1-9月接待游客720万人次。 |
2 | 新建公共充电桩300个,新增停车泊位800个。 | 县城管局 | 正在推进 |
3 | 实际利用外资6000万美元。 | 县商务局 | 实际利用外资4200万美元。 |
4 | 建立诉求限时办结机制。 | 县信访局 | 已完成年度任务 |
5 | 办好第六届杨梅节。 | 县农业农村局 | 已完成年度任务 |
"""
HALF_YEAR = """天台县2024年上半年国民经济和社会发展计划执行情况的报告

一、上半年计划执行情况
上半年,全县实现地区生产总值183.2亿元,同比增长4.6%,完成年度计划增速(6.5%)存在较大压力;固定资产投资完成95.3亿元,下降2.8%。房地产开发投资下降21.4%,拉低全县投资增速5.3个百分点。空气优良天数172天,较上年增加4天。农村居民人均可支配收入18420元,增长6.1%。
"""
PLAN = """三门县人民政府2025年度工作计划

一、重点工作
(一)实施民生保障行动
1.促进就业。城镇新增就业3200人。
2.办好教育。新建学校2所。

二、保障措施
一是强化组织领导,建立月调度机制;二是强化要素保障,争取专项债券资金5亿元。
"""


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"tasks.txt": TASKS, "half.txt": HALF_YEAR, "plan.txt": PLAN}
    return open_over(tmp_path_factory.mktemp("further"), texts)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        (
            "仙居县2024年接待游客900万人次的目标,到9月底接待了多少?还差多少万人次?",
            ["720万", "180万"],
            [],
        ),
        ("仙居县2024年充电桩的目标是多少?", ["300个"], ["800"]),
        ("仙居县2024年截至9月底写明“已完成年度任务”的是哪些?", ["杨梅节", "诉求"], ["充电桩"]),
        ("天台2024年上半年农民一年人均可支配收入是多少?", ["18420元"], []),
        ("天台2024年上半年空气好的天儿一共多少天,跟上一年比多了几天?", ["172天", "4天"], []),
        ("天台2024年上半年固定资产投资被什么拖累了?", ["房地产"], []),
        ("天台2024年GDP增速目标是多少?", ["6.5%"], ["4.6%"]),
        ("天台2024年上半年GDP增速是多少?", ["4.6%"], ["6.5%"]),
        ("三门县2025年度工作计划提了哪些保障措施?", ["组织领导", "5亿元"], ["3200人"]),
    ],
)
def test_what_is_asked_further_is_told(
    made_up: Assistant, question: str, told: list[str], untold: list[str]
) -> None:
    answer = made_up.ask(question)
    assert all(words in answer.text for words in told), answer.text
    assert not any(words in answer.text for words in untold), answer.text


def test_the_time_in_the_name_of_a_table_is_none_of_a_side(made_up: Assistant) -> None:
    question = "仙居2024年(三季度进展表)和天台2024年上半年,实际利用外资到账数谁多?"
    assert "4200万美元" in made_up.ask(question).text
