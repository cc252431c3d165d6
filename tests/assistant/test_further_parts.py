"""Second and third questions of one sentence, of a place whose short name two documents share."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

TABLE = """钱塘区2023年政府工作报告重点任务进展表

序号 | 重点任务 | 具体目标任务 | 牵头单位 | 截至11月底进展情况 |
1 | 扩大投资 | 推进省“百链”工程,签约5亿元以上项目12个。 | 区发改局 | 今年以来,签约5亿元以上项目12个。纳入省“百链”工程项目共9个,总投资210.4亿元,年度计划投资31.2亿元。1-11月完成投资40.7亿元。其中,新建项目4个,已全部开工。 |
2 | 交通 | 新建、续建综合交通项目11个,建成投用云海港。 | 区交通局 | 新建、续建综合交通项目11个有序推进中,已建成投用云海港。 |
3 | 招商 | 开展敲门招商。 | 区商务局 | 前往北京、上海等18个城市敲门招商646家次。 |
"""  # noqa: E501
REPORT = """钱塘区2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告

一、2023年国民经济和社会发展计划执行情况

(一)招商
组织北京、上海等18个城市敲门招商超650家次。
"""
OTHER = """钱塘新区2020年总体要求和重点工作

一、重点工作

(一)交通
加快云海码头前期研究。
"""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"table.txt": TABLE, "report.txt": REPORT, "other.txt": OTHER}
    return open_over(tmp_path_factory.mktemp("further"), texts)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "钱塘2023年省“百链”项目年度计划投资多少,1-11月完成多少,新建项目几个?",
            ["31.2亿元", "40.7亿元", "新建项目4个"],
            ["12个", "没有给出", "未提供"],
        ),
        (
            "钱塘2023年新建续建综合交通项目几个,云海港投用了没?",
            ["11个", "已建成投用云海港"],
            ["没有给出"],
        ),
        (
            "钱塘2023年敲门招商的家次,计划执行报告和进展表说的一致吗?各是多少?",
            ["646家次", "超650家次"],
            ["相同"],
        ),
    ],
)
def test_each_part_is_told(
    documents: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(documents.ask(question), said, unsaid)
