"""Goals that were changed in mid-year, that a result is held against, and what came of a plan."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """临安区2022年国民经济和社会发展计划执行情况的报告

一、2022年计划执行情况

2022年,经区人大常委会批准,地区生产总值增长目标由6.8%调整为4.2%,城镇新增就业目标从1.3万人调减为1万人。全区地区生产总值完成402.5亿元,增长4.5%;固定资产投资增长3.4%,低于5.1%的年度目标;规模以上工业增加值增长7.6%,超过6.3%的目标;城镇新增就业1.06万人;空气质量优良天数269天,未完成275天的目标;旅游总收入88.4亿元,仅为上年的71.3%;服务业增加值增长2.4%,低于4%的目标。

(一)项目建设。计划建设的8座公厕仅建成5座,竣工市政道路9条。
"""

ASKED = (
    ("临安区2022年GDP增长目标从多少调到了多少?", ("由6.8%调整为4.2%",), ("低于目标",)),
    ("临安区2022年地区生产总值完成目标了吗?", ("4.2%", "4.5%", "已达到"), ("2.3个",)),
    ("临安区2022年城镇新增就业目标是多少?", ("1万人",), ("1.06万",)),
    ("临安区2022年固定资产投资离年度目标差多少个百分点?", ("1.7个百分点",), ("上限",)),
    ("临安区2022年规上工业增加值比目标高多少?", ("1.3个百分点",), ("超过6.3%",)),
    ("临安区2022年空气优良天数完成目标了吗?", ("275天", "269天", "未达到"), ()),
    ("临安区2022年服务业增加值增长多少?", ("2.4%",), ("4%的", "2021年")),
    ("临安区2022年公厕计划建几座,建成几座?", ("8座", "5座"), ("道路",)),
)


@pytest.fixture(scope="module")
def over_report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("goals"), {"report.txt": REPORT})


@pytest.mark.parametrize(("question", "says", "lacks"), ASKED)
def test_a_changed_goal_is_the_last_one_and_a_missed_one_no_limit(
    over_report: Assistant, question: str, says: Sequence[str], lacks: Sequence[str]
) -> None:
    assert_says(talk(over_report, question), says, lacks)
