"""Conversations that stay with one thing: how fast, how far, of when, which line, another of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """甘泉县2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告

一、2023年国民经济和社会发展计划执行情况
一般公共预算收入19.4亿元、增长7.3%。轨道交通3号线甘泉段完成洞通。

二、2024年主要任务
确保轨道交通3号线年内铺轨,轨道交通5号线开工建设。新建公共停车泊位2100个,新建充电桩860个。
"""
TABLE = """延川县2024年重点工作三季度进展情况表

序号\t重点工作任务\t牵头领导\t牵头单位\t三季度进展情况
1\t建设高标准农田3.5万亩\t甲文远\t县农业农村局\t建成2.1万亩
2\t社会消费品零售总额增长7%\t乙思齐\t县商务局\t1—8月增长4.7%
"""
COUNTY = """2024年木里县政府工作报告目标任务推进情况

全年新增养老床位210张。
◇建成口袋公园4个。
——旅游收入增长9%。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"report.txt": REPORT, "table.txt": TABLE, "county.txt": COUNTY}
    return open_over(tmp_path_factory.mktemp("one"), texts)


@pytest.mark.parametrize(
    ("turns", "said", "unsaid"),
    [
        (("甘泉县2023年一般公共预算收入是多少?", "涨得有多快?"), ("7.3%",), ("没有给出",)),
        (("甘泉县2024年新建多少充电桩?", "停车泊位呢?"), ("2100个",), ("860个",)),
        (("延川县2024年高标准农田任务多少亩?", "建成多少了?"), ("2.1万亩",), ("3.5万亩",)),
        (
            ("延川县2024年高标准农田任务多少亩?", "建成多少了?", "还差几万亩?"),
            ("3.5万亩", "2.1万亩", "低于目标1.4万亩"),
            (),
        ),
        (
            ("延川县2024年社零实际增长多少?", "是上半年的数吗?"),
            ("1—8月增长4.7%",),
            ("没有给出",),
        ),
        (
            ("甘泉县轨道交通3号线2023年进展怎么样?", "2024年要达到什么?"),
            ("3号线", "铺轨"),
            ("洞通",),
        ),
        (
            ("甘泉县轨道交通3号线2023年进展怎么样?", "2024年要达到什么?", "5号线呢?"),
            ("5号线开工",),
            ("洞通",),
        ),
    ],
)
def test_a_follow_up_is_of_what_was_spoken_of(
    told: Assistant, turns: tuple[str, ...], said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    assert_says(talk(told, *turns), said, unsaid)


def test_a_line_that_no_document_names_is_none_of_another_number(told: Assistant) -> None:
    answer = told.ask("甘泉县轨道交通9号线2024年的目标是什么?")
    assert answer.refused
    assert "9号线" in answer.text


def test_an_autonomous_county_goes_by_its_everyday_name(told: Assistant) -> None:
    for name in ("木里县", "木里", "木里藏族自治县"):
        assert_says(told.ask(f"{name}2024年新增养老床位多少张?"), ("210张",), ())


def test_the_mark_of_a_line_is_no_part_of_what_it_tells(told: Assistant) -> None:
    answer = told.ask("木里县2024年建成几个口袋公园?")
    assert_says(answer, ("建成口袋公园4个",), ("◇",))
    answer = told.ask("木里县2024年旅游收入增长多少?")
    assert_says(answer, ("旅游收入增长9%",), ("—",))


PIPES = """柳河县2023年政府工作报告重点任务落实情况台账(截至三季度末)

序号 | 任务 | 牵头单位 | 配合单位 | 进展情况 | 完成率
1 | 新建污水管网22公里。 | 区水务局 | 区住建局 | 建成13.2公里。 | 60%
2 | 新增普惠托位900个。 | 区卫健局 | 区教育局 | 新增普惠托位764个。 | 84.9%
3 | 种植行道树500棵。 | 区林业局 | 区城管局 | 种植行道树300棵。 | 60%
"""


@pytest.mark.parametrize(
    ("turns", "lacking"),
    [
        (("柳河县2023年新建污水管网的任务完成率多少?", "还差多少公里?"), "8.8公里"),
        (("柳河县2023年新建污水管网完成了多少?", "谁牵头?", "还差多少?"), "8.8公里"),
        (("柳河县2023年普惠托位的完成率是多少?", "那还差几个?"), "136个"),
    ],
)
def test_what_is_still_lacking_is_lacking_of_the_plan(
    tmp_path: Path, turns: tuple[str, ...], lacking: str
) -> None:
    assert_says(talk(open_over(tmp_path, {"台账.txt": PIPES}), *turns), [lacking], [])


SIGNED = """柳河县2023年工作总结

全年签约项目127个,其中亿元以上项目54个,签约总额368亿元。全年实施亿元以上项目83个。
"""


@pytest.mark.parametrize(
    "turns",
    [
        ("柳河县2023年签约项目中亿元以上的有几个?",),
        ("柳河县2023年签约的招商项目里过亿元的有多少个?",),
        ("柳河县2023年签约项目有多少个?", "里面过亿元的呢?"),
        ("柳河县2023年签约项目有多少个?", "其中亿元以上的有几个?"),
    ],
)
def test_projects_of_a_size_are_some_of_those_spoken_of(
    tmp_path: Path, turns: tuple[str, ...]
) -> None:
    answer = talk(open_over(tmp_path, {"总结.txt": SIGNED}), *turns)
    assert_says(answer, ["54个"], ["127", "83"])
