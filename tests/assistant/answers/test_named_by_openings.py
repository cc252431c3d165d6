"""Figures named by what opens their paragraph, by names in a row, or as people call them."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """关于云和县2023年国民经济和社会发展计划执行情况与2024年计划草案的报告

一、2023年计划执行情况

(一)主要指标完成情况

1.地区生产总值。年初计划增长6%,全年完成126.4亿元,增长5.2%。

2.固定资产投资。年初计划增长4%,全年下降3.1%,未完成计划。

3.城乡居民收入。农村居民人均可支配收入年初计划增长8%,全年完成28410元,增长8.4%。

(二)重点工作推进情况

1.旅游持续升温。梯田古镇、仙宫景区、湖滨公园联动发展,全年接待游客520.6万人次。梯田古镇全年入园游客86万人次。

二、2024年主要预期目标

地区生产总值增长5.5%左右,固定资产投资增长2%。
"""
YEARLY = """甲市青田县人民政府
2024年政府工作报告(摘要)

索引号:00612/2024-00127    文号:青政发〔2024〕2号    公开范围:全部公开
签署日期:2024-01-05    登记日期:2024-01-09

2023年工作回顾

2023年,全县实现地区生产总值282.4亿元,同比增长5.1%。固定资产投资同比下降6.8%,未达年初8%的增长目标。

▲ 科创引领,动能更强
全年新认定省级企业研究院18家、总数达到110家。技术合同成交额37.8亿元,同比增长31.5%。教育支出21.6亿元,增长5.9%。
2023年,共办理县人大代表建议138件、政协提案161件,满意率100%。规模以上工业企业由2019年的88家增至156家。

2024年主要目标

全县经济社会发展的主要预期目标是:地区生产总值增长6%左右,固定资产投资增长3%,居民收入同步增长。
"""


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("opened"), {"plan.txt": REPORT, "work.txt": YEARLY})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("云和县2023年固定资产投资完成年初目标了吗?", ["4%", "3.1%", "未达到"], ["2%"]),
        ("云和县2023年GDP完成年初计划了吗?", ["6%", "5.2%", "未达到"], ["5.5%"]),
        ("云和县2023年农村居民收入增速达到年初计划了吗?", ["8%", "8.4%", "已达到"], []),
        ("青田县2023年固定资产投资完成年初目标了吗?", ["8%", "6.8%", "未达到"], ["上限"]),
        ("青田县2023年技术合同成交额是多少?", ["37.8亿元"], []),
        ("青田县2023年财政在教育上花了多少钱?", ["21.6亿元"], []),
        ("青田县2023年人大代表建议和政协提案各办了几件?", ["138件", "161件"], []),
        ("青田县2023年规上工业企业有多少家?", ["156家"], []),
        ("青田县技术合同成交额2023年干到多少?", ["37.8亿元"], []),
        ("梯田古镇2023年接待了多少游客?", ["86万人次"], ["520.6"]),
    ],
)
def test_a_figure_is_of_what_opens_its_paragraph_and_of_no_more(
    counties: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(counties.ask(question), said, unsaid)


def test_what_several_sights_came_to_is_told_of_none_of_them(tmp_path: Path) -> None:
    report = REPORT.replace("梯田古镇全年入园游客86万人次。", "")
    assistant = open_over(tmp_path, {"plan.txt": report})
    assert "520.6" not in assistant.ask("梯田古镇2023年接待了多少游客?").text
