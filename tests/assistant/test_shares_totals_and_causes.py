"""Shares of what was told, how many there are beside what was added, goals of parts, causes below.

A progress table whose rows share a number, with notes, beside a report of another district.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """青州市2022年政府工作报告

一、2021年工作回顾

全年地区生产总值612.3亿元,增长8.6%,两年平均增长5.9%;一般公共预算收入46.2亿元,增长10.4%,其中税收收入34.7亿元,占比75.1%;高新技术企业净增42家、达到186家;工业投资逆势增长13.2%,占固定资产投资比重达41.7%。

二、2022年工作安排

地区生产总值增长7%以上;一般公共预算收入增长6%。
"""
OTHER = """诸城市2021年政府工作报告

一、2020年工作回顾

一般公共预算收入70.3亿元,增长3.2%,其中税收收入51.8亿元,占比73.7%。
"""
TABLE = """密山市2023年民生实事进展情况(截至2023年10月底)

序号\t实事名称\t具体内容\t年度目标\t牵头单位\t责任人\t10月底进展\t完成率
1\t教育惠民\t新建幼儿园\t7所\t市教育局\t冉志明\t完工4所\t57.1%
\t\t新增公办学位\t2600个\t市教育局\t冉志明\t新增学位1850个\t71.2%
2\t交通便民\t新增停车泊位\t2500个\t市城管局\t阚大勇\t新增泊位1260个\t50.4%
\t\t新增公交线路\t6条\t市交通局\t阚大勇\t开通4条\t66.7%
3\t住房安居\t改造老旧小区\t18个\t市住建局\t缪红英\t完工11个\t61.1%

备注:
1.“新增停车泊位”进度滞后的主要原因是南关地块征收尚未完成。
2.“新增公交线路”受客流评估影响,余下2条拟于12月开通。
"""

TALKS = (
    (("青州市2021年一般公共预算收入多少?", "其中税收收入占多少?"), ("75.1%",), ("46.2", "73.7")),
    (("青州市2021年固定资产投资增长多少?", "其中工业投资占多少?"), ("41.7%",), ("13.2",)),
    (("青州市2021年高新技术企业多少家?",), ("186家",), ("42家",)),
    (("青州市2021年高新技术企业净增多少家?",), ("42家",), ("186家",)),
    (
        ("青州市2021年GDP增长多少?", "两年平均呢?", "2022年目标是多少?"),
        ("地区生产总值", "7%以上"),
        ("5.9%",),
    ),
    (("密山市2023年新增公办学位目标多少个?",), ("2600个",), ("教育惠民",)),
    (("密山市改造老旧小区目标和完工数?",), ("18个", "11个"), ()),
    (("密山市新增停车泊位完成几个?", "为什么没完成?"), ("南关地块",), ("客流",)),
    (("密山市新增公交线路完成几条?", "为什么慢?"), ("客流评估",), ("南关",)),
)


@pytest.fixture(scope="module")
def talked_to(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"report.txt": REPORT, "other.txt": OTHER, "table.txt": TABLE}
    return open_over(tmp_path_factory.mktemp("shares"), documents)


@pytest.mark.parametrize(("turns", "says", "lacks"), TALKS)
def test_each_is_told_of_what_it_was_asked_of(
    talked_to: Assistant, turns: Sequence[str], says: Sequence[str], lacks: Sequence[str]
) -> None:
    assert_says(talk(talked_to, *turns), says, lacks)


def test_a_share_that_one_place_does_not_tell_is_not_told_of_another(talked_to: Assistant) -> None:
    turns = ("青州市2022年一般公共预算收入打算增长多少?", "其中税收收入占多少?")
    assert talk(talked_to, *turns).refused


DATED = """汝州市2022年国民经济和社会发展计划执行情况的报告

一、2022年计划执行情况

“7·21”特大暴雨造成直接经济损失4.92亿元,紧急转移安置群众8640人。集体建设用地入市宗地14宗;自2016年试点以来累计入市63宗。经开区在全国187家经开区考评中由第92位跃升至第71位。地区生产总值增长4.2%。

备注:
1.“新增停车泊位”进度滞后的主要原因:南关地块征收尚未完成,预计11月底前可新增泊位1200个。
"""

OF_ITS_TIME = (
    ("汝州市2022年7月21日那场暴雨造成多少直接经济损失?", ("4.92亿元",), ()),
    ("汝州市2022年7月23日那场暴雨造成多少直接经济损失?", (), ()),
    ("汝州市自2016年以来集体建设用地累计入市多少宗?", ("63宗",), ("14宗",)),
    ("汝州市自2014年以来集体建设用地累计入市多少宗?", (), ()),
    ("汝州市2022年集体建设用地入市多少宗?", ("14宗",), ("63宗",)),
    ("汝州经开区在全国经开区考评中从多少位升到多少位?", ("第92位", "第71位"), ()),
    ("汝州市停车泊位11月底前还能新增多少个?", ("1200个",), ()),
    ("汝州市停车泊位10月底前还能新增多少个?", (), ()),
)


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("dated"), {"report.txt": DATED})


@pytest.mark.parametrize(("question", "says", "lacks"), OF_ITS_TIME)
def test_what_is_dated_by_a_day_or_a_first_year_answers_for_that_alone(
    dated: Assistant, question: str, says: Sequence[str], lacks: Sequence[str]
) -> None:
    if says:
        assert_says(talk(dated, question), says, lacks)
    else:
        assert talk(dated, question).refused


CHARGES = """禹州市2023年重点任务进展情况

序号\t重点任务\t目标任务\t责任领导\t牵头单位\t三季度进展情况
1\t宜居城市\t改造老旧小区36个\t穆立言\t市住建局\t完工19个。
2\t生态环境\t治理黑臭水体4条\t彭若兰\t市水利局\t完成3条。

注:穆立言同志自2023年8月起接替原分管副市长韩东远负责城建工作。
"""


@pytest.fixture(scope="module")
def charges(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("charges"), {"table.txt": CHARGES})


def test_who_was_in_charge_before_is_told_by_a_note_and_never_by_the_row(
    charges: Assistant,
) -> None:
    turns = ("禹州市改造老旧小区的责任领导是谁?", "他之前是谁分管?")
    assert_says(talk(charges, *turns), ("韩东远",), ())
    assert_says(talk(charges, "禹州市穆立言接替的是谁?"), ("韩东远",), ())
    assert_says(talk(charges, *turns, "完工了几个?"), ("19个",), ("韩东远",))
    turns = ("禹州市治理黑臭水体的责任领导是谁?", "他之前是谁分管?")
    assert talk(charges, *turns).refused


def test_what_is_not_open_yet_is_not_told_by_what_is(talked_to: Assistant) -> None:
    told = talk(talked_to, "密山市还没开的2条公交线路分别是从哪到哪?")
    assert told.refused or "4条" not in told.text


def test_what_was_spent_is_money_and_no_count(talked_to: Assistant) -> None:
    assert talk(talked_to, "密山市2023年民生实事截至10月底支出多少?").refused
