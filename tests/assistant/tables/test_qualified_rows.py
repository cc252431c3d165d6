"""What narrows down whose rows, or which of them, are asked for is never passed over."""

from __future__ import annotations

import pytest
from conftest import open_over, talk

from assistant.chain import Assistant

DUTIES = """金湖县2022年重点工作任务分解表

序号 | 任务内容 | 分管领导 | 主要责任单位 | 其他责任单位
1 | 新建口袋公园7个 | 秦月朗 | 县住建局 | 县财政局、黎城街道
2 | 新增停车泊位640个 | 秦月朗 | 县城管局 | 县财政局
3 | 税收收入增长6.5% | 陆远舟 | 县财政局 | 县税务局
4 | 改造农村公路31公里 | 陆远舟 | 县交通局 | 县财政局、银涂镇
"""
GOALS = """建湖县“十三五”规划主要指标完成情况

序号 | 指标名称 | 2020年目标值 | 2020年完成值 | 完成情况
1 | 地区生产总值(亿元) | 480 | 463.5 | 未完成
2 | 研发投入占比(%) | 2.4 | 2.6 | 完成
3 | 城镇新增就业(人) | 31000 | 28400 | 未完成
4 | 林木覆盖率(%) | 25 | 26.1 | 完成
5 | 养老床位(张) | 5200 | 4970 | 未完成
6 | 耕地保有量(万亩) | 92 | 92.3 | 完成
注:序号4至6为约束性指标,其余为预期性指标。
"""
RATES = """射阳县2021年民生实事项目完成情况表

序号 | 项目名称 | 年度任务 | 完成情况 | 完成率
1 | 食堂改造 | 改造学校食堂8个 | 改造8个 | 100%
2 | 托位建设 | 新增托位420个 | 新增357个 | 85%
3 | 文化下乡 | 送演出70场、放映电影260场 | 送演出61场,放映电影271场 | /
4 | 路灯补建 | 补建路灯900盏 | 补建945盏 | 105%
5 | 危桥改造 | 改造危桥12座 | 改造9座 | 75%
"""


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"duties.txt": DUTIES, "goals.txt": GOALS, "rates.txt": RATES}
    return open_over(tmp_path_factory.mktemp("qualified"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("金湖县县财政局主要负责几项任务?", ["共1项", "税收"], ["公园", "停车", "公路"]),
        ("金湖县县财政局负责哪些任务?", ["税收"], ["公园", "停车", "公路"]),
        ("金湖县银涂镇牵头什么任务?", ["没有列出由银涂镇牵头", "配合", "公路"], ["负责"]),
        ("金湖县黎城街道负责几项任务?", ["黎城街道配合", "共1项", "公园"], ["停车"]),
        ("建湖县哪些约束性指标没有完成?", ["共1项", "养老床位"], ["就业", "生产总值"]),
        ("建湖县预期性指标有几项没完成?", ["共2项", "就业", "生产总值"], ["养老"]),
        ("射阳县2021年民生实事有几项没完成?", ["共2项", "托位", "危桥", "另有1项"], ["路灯"]),
    ],
)
def test_only_the_rows_that_are_asked_for_are_told(
    rows: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = rows.ask(question).text
    assert all(words in text for words in said), text
    assert not any(words in text for words in unsaid), text


def test_a_row_without_a_figure_is_named_as_not_judged(rows: Assistant) -> None:
    last = rows.ask("射阳县2021年民生实事有几项没完成?").text.splitlines()[-1]
    assert "未作判断:文化下乡" in last


def test_what_a_unit_has_to_do_with_a_task_is_told_of_that_task(rows: Assistant) -> None:
    lead = "金湖县新增停车泊位由谁牵头?"
    for text in (
        rows.ask("金湖县新增停车泊位由谁牵头,县财政局呢?").text,
        rows.ask("金湖县新增停车泊位是县财政局牵头吗?").text,
        talk(rows, lead, "县财政局呢?").text,
    ):
        assert "县城管局" in text, text
        assert "其他责任单位:县财政局" in text, text
        assert "税收" not in text, text
