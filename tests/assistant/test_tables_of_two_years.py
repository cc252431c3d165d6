"""Two tables of one notice, each headed by its year: the column of one answers for no other."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

NOTICE = """临平区2024年八件民生实事项目公告

## 一、2024年八件民生实事

| 序号 | 项目名称 | 主要内容 | 年度投资(万元) | 牵头单位 |
| --- | --- | --- | ---: | --- |
| 1 | 增加优质学位 | 新建公办学校6所 | 41200 | 区教育局 |
| 2 | 建设口袋公园 | 新建口袋公园18个 | 2300 | 区住建局 |
| 3 | 完善养老服务 | 新增养老床位240张 | 1150 | 区民政局 |
| 4 | 改造老旧小区 | 改造老旧小区21个 | 9800 | 区住建局 |

## 二、2023年民生实事完成情况

| 序号 | 项目 | 年度目标 | 完成情况 | 资金支付(万元) |
| --- | --- | --- | --- | ---: |
| 1 | 新增公办学位 | 3200个 | 3200个 | 15600 |
| 2 | 改造老旧小区 | 17个 | 17个 | 21400 |
| 3 | 新增养老床位 | 200张 | 200张 | 760 |
| 4 | 新建口袋公园 | 15个 | 16个 | 1900 |
"""

QUARTERS = """余杭区2025年1-9月经济运行情况分析

1-9月,全区地区生产总值2210.5亿元,同比增长5.2%。

表1 主要经济指标分季度情况
指标	一季度	上半年	1-9月
地区生产总值增速(%)	6.1	5.7	5.2
外贸出口增速(%)	7.3	4.9	2.6
"""


@pytest.fixture(scope="module")
def notices(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"notice.md": NOTICE, "quarters.txt": QUARTERS}
    return open_over(tmp_path_factory.mktemp("notices"), texts)


@pytest.mark.parametrize(
    "question",
    [
        "临平区2024年民生实事中年度投资最大的是哪件?",
        "临平区2024年民生实事哪一项投入最大?",
        "临平区2024年民生实事年度投资最多的是哪一项?",
    ],
)
def test_what_costs_the_most_is_of_the_year(notices: Assistant, question: str) -> None:
    assert_says(notices.ask(question), ["增加优质学位", "41200"], ["21400"])


@pytest.mark.parametrize(
    "question",
    ["临平区2023年民生实事年度投资最多的是哪一项?", "临平区2023年民生实事里投资最大的是哪件?"],
)
def test_no_column_of_another_year_is_ranked(notices: Assistant, question: str) -> None:
    assert "41200" not in notices.ask(question).text


@pytest.mark.parametrize(
    "question",
    ["余杭区GDP增速一季度和1-9月各是多少?", "余杭区GDP增速从一季度至1-9月有什么变化?"],
)
def test_a_rate_is_told_of_both_parts_of_a_year(notices: Assistant, question: str) -> None:
    assert_says(notices.ask(question), ["6.1%", "5.2%"], ["5.7", "2.6"])
