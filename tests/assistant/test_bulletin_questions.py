"""How people ask a bulletin: who was born, who came from elsewhere, what was made, what was set."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

BULLETIN = """云和县2023年国民经济和社会发展统计公报

一、综合
全年实现地区生产总值96.4亿元,增长6.1%。全年生产摩托车12.6万辆,下降3.2%,其中电动摩托车4.8万辆,增长21.5%。
全县研发经费支出相当于地区生产总值的比例为2.31%。

二、人口
年末全县常住人口12.86万人,其中外来常住人口3.17万人。户籍人口11.32万人。全年户籍人口出生612人,死亡905人。

三、社会
“七夕”当天办理结婚登记38对,全年办理结婚登记821对。
"""
REPORT = """庆元县2024年政府工作报告

一、2023年工作回顾
年初确定的地区生产总值增长7.5%、固定资产投资增长9%的目标未能实现,主要是受外部环境影响。全年完成地区生产总值88.3亿元、增长4.9%。
全县研发投入占地区生产总值比重达1.96%。
"""
TABLE = """松阳县2023年重点工作完成情况表(截至10月底)

序号|项目|年度目标|牵头单位|截至10月底完成情况
1|既有住宅加装电梯|60台|县建设局|71台
2|新建社区老年助餐点|9个|县民政局|11个
3|新增公共停车泊位|1300个|县综合执法局|940个
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"bulletin.txt": BULLETIN, "report.txt": REPORT, "table.txt": TABLE}
    return open_over(tmp_path_factory.mktemp("asked"), texts)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "云和县2023年底常住人口有多少?其中外地来的有多少?",
            ["12.86万人", "3.17万人"],
            ["11.32"],
        ),
        ("云和县2023年户籍人口里一年出生了多少个孩子?", ["612人"], ["905", "11.32"]),
        ("云和县2023年有多少对新人领证结婚?", ["821对"], ["38"]),
        ("云和县2023年七夕那天有多少对新人领证结婚?", ["38对"], ["821"]),
        (
            "2023年云和一共造了多少辆摩托车?其中电动的多少?",
            ["12.6万辆", "4.8万辆"],
            ["3.2%", "21.5%"],
        ),
        ("云和县2023年和庆元县2023年,谁的研发投入强度高?", ["2.31%", "1.96%"], ["未提供"]),
        ("庆元县2023年年初定的GDP增长目标是多少?", ["7.5%"], ["4.9%"]),
        ("庆元县2023年GDP增长多少?", ["4.9%"], ["7.5%"]),
        ("松阳县2023年到10月底给老楼装了多少部电梯?", ["71台"], ["60"]),
        ("松阳县2023年老年助餐点建了几个啊,任务是几个", ["11个", "9个"], []),
    ],
)
def test_what_is_asked_in_everyday_words_is_found(
    told: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(told.ask(question), said, unsaid)
