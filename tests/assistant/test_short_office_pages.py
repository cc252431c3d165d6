"""Short pages of offices: highlights, falls set side by side, what is under way, works joined."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

HEALTH = """天台县卫生健康局2022年工作总结(摘)
发布日期:2023-01-09
一、年度亮点
1.省级健康促进区评上
2.县中医院新院区投入运营
二、工作情况
(一)党的建设
党组织中心组集中学习9次。
"""
ECONOMY = """三门县2021年经济运行简况
一、财政
税收收入31.2亿元,下降4%,降幅较一季度小5.1个百分点。
一般公共预算支出58.6亿元,下降1.7%。
"""
DEEDS = """新建区2022年民生实事进度
票决项目共6个,牵头单位2家:区水利局2个,区民政局4个。
"""
PROJECTS = """仙居县2021年重点项目进展(截至9月底)
续建项目71个,投资90亿元。
"""
QUARTER = """玉环市2022年《政府工作报告》责任分解事项一季度办理情况
1.目标:社会消费品零售总额增长9%。责任单位:市商务局
一季度情况:社零41.3亿元,增幅12.6%。

2.目标:地方一般公共财政预算收入增长8%。责任单位:市财政局
一季度情况:收入18234万元,增长31.5%。

3.目标:新增公园5个。责任单位:市园林局
一季度情况:已建成公园1个。
"""
BUDGET = """温岭市2022年决算情况
一、2022年一般公共预算决算
1.全市
收入83.2亿元,增长6%。收入总量140.5亿元。
支出118.4亿元,下降2.3%。
2.市本级
支出61.7亿元。
"""
TOILETS = """临海市2022年民生实事目标上半年(1-6月)进展
序号 项目 牵头单位 1-6月进展
1 公厕新建18座 市城管局 建成11座
2 公厕改造7座 市城管局 改造完3座
3 检查井治理900个 市交通局 治理完412个
"""
DOCUMENTS = {
    "budget.txt": BUDGET,
    "toilets.txt": TOILETS,
    "health.txt": HEALTH,
    "economy.txt": ECONOMY,
    "deeds.txt": DEEDS,
    "projects.txt": PROJECTS,
    "quarter.txt": QUARTER,
}


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("pages"), DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("天台县卫健局2022年有哪些亮点?", ["健康促进区", "新院区"], ["9次"]),
        ("三门县2021年税收收入和一般公共预算支出,哪个降得更多?", ["4%", "1.7%"], ["相差27"]),
        ("玉环市2022年一季度一般公共预算收入多少?", ["18234万元", "一季度"], ["截至3月"]),
        ("温岭市2022年一般公共预算支出是多少?", ["118.4亿元"], ["61.7"]),
        ("温岭市2022年市本级一般公共预算支出是多少?", ["61.7亿元"], ["118.4"]),
        ("温岭市2022年一般公共预算收入增长多少?", ["6%"], ["2.3%"]),
        ("玉环市2022年一季度社零增速达到全年目标了吗?", ["12.6%", "9%"], ["不能直接比较"]),
    ],
)
def test_what_pages_of_offices_tell(
    offices: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(talk(offices, question), said, unsaid)


@pytest.mark.parametrize(
    "question",
    ["新建区2022年区水利局的民生实事建得怎么样了?", "仙居县2021年新建和续建项目一共多少个?"],
)
def test_what_pages_of_offices_do_not_tell(offices: Assistant, question: str) -> None:
    answer = talk(offices, question)
    assert answer.refused
    assert "新建区2021年" not in answer.text


def test_another_work_on_such_things_is_of_another_row(offices: Assistant) -> None:
    asked = ("临海市2022年要新建多少座公厕?", "到6月建了几座?", "那改造的呢,完成几座?")
    assert_says(talk(offices, *asked), ["3座"], ["11座"])
