"""Follow-ups about a part of what was told, how much it was of a whole, and why there is none."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over, talk

REPORT = """2024年余姚市政府工作报告
一、2023年工作回顾
2023年,规模以上工业增加值412.6亿元,增长6.8%。民生支出98.4亿元,占一般公共预算支出的77.3%。
二、2024年主要任务
聚力招大引强。计划新签约亿元以上产业项目150个,其中超10亿元项目28个、超50亿元项目3个。新开工亿元以上产业项目66个。
"""
OTHER = """2024年慈溪市政府工作报告
一、2023年工作回顾
2023年,民生支出131.2亿元,占一般公共预算支出的74.6%。
"""
TABLE = """余姚市2024年经济工作任务推进表
|序号|指标|年度目标|1—9月推进情况|
|---|---|---|---|
|1|地区生产总值|增长6%左右|上半年增长5.7%,前三季度数据尚未核定|
|2|固定资产投资|增长5%|1—9月增长4.4%|
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"a.txt": REPORT, "b.txt": OTHER, "c.txt": TABLE}
    return open_over(tmp_path_factory.mktemp("parts"), documents)


@pytest.mark.parametrize("question", ["要签几个亿元以上项目?", "计划招商签约多少个亿元以上的项目?"])
def test_projects_that_are_signed_are_those_of_industries(told: Assistant, question: str) -> None:
    assert_says(told.ask(f"余姚市2024年{question}"), ["150个"], ["28个", "66个"])


@pytest.mark.parametrize(
    "part", ["里面十亿以上的有多少", "当中超十亿的呢", "那里面10个亿以上的有几个?"]
)
def test_the_larger_ones_are_asked_for_in_many_words(told: Assistant, part: str) -> None:
    assert_says(talk(told, "余姚市2024年要签几个亿元以上项目?", part), ["28个"], ["150个"])


@pytest.mark.parametrize(
    "share", ["这在一般公共预算支出里占百分之几?", "这笔钱占一般公共预算支出多少?"]
)
def test_the_share_of_what_was_told_is_asked_of_another_place(told: Assistant, share: str) -> None:
    asked = ["余姚市2023年民生支出是多少?", share]
    assert_says(talk(told, *asked), ["77.3%"], ["74.6%"])
    assert_says(talk(told, *asked, "慈溪市的这个比例又是多少"), ["74.6%"], ["77.3%"])


@pytest.mark.parametrize("amount", ["那绝对额是多少亿?", "绝对数呢?"])
def test_the_amount_behind_a_rate(told: Assistant, amount: str) -> None:
    asked = "余姚市2023年规模以上工业增加值增长多少?"
    assert_says(talk(told, asked, amount), ["412.6亿元"], ["6.8%"])


@pytest.mark.parametrize("why", ["怎么会查不到?", "怎么找不到这个数", "为什么查不到呢?"])
def test_why_a_figure_is_not_to_be_found(told: Assistant, why: str) -> None:
    asked = ["余姚市2024年GDP目标增速是多少?", "前三季度实际呢?"]
    assert_says(talk(told, *asked, why), ["尚未核定"], [])


CLINICS = """松陵区2023年国民经济和社会发展统计公报

一、卫生
年末有医院34个、诊所120个。全年专利授权1876件,其中发明专利312件。
二、旅游
全年接待游客647万人次。全体居民人均可支配收入62437元,城镇居民人均可支配收入70001元。
"""
NEIGHBOUR = """梅陇区2022年国民经济和社会发展统计公报

一、教育
年末有幼儿园68所。农村居民人均可支配收入31234元。
"""


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"clinics.txt": CLINICS, "neighbour.txt": NEIGHBOUR}
    return open_over(tmp_path_factory.mktemp("parted"), documents)


@pytest.mark.parametrize(
    "turns",
    [
        ("松陵区2023年医院有几个,其中三甲医院几个?",),
        ("松陵区2023年接待游客多少?", "其中过夜游客多少?"),
        ("松陵区2023年接待游客多少?", "其中过夜游客呢?"),
        ("松陵区2023年学校有几所?", "其中幼儿园几所?"),
        ("松陵区2023年居民人均可支配收入多少?", "农村居民呢?"),
    ],
)
def test_the_whole_or_another_place_answers_for_no_part(
    parted: Assistant, turns: tuple[str, ...]
) -> None:
    answer = talk(parted, *turns)
    assert "34个" not in answer.text or "没有给出" in answer.text
    assert not any(told in answer.text for told in ("647", "68所", "31234", "62437"))


def test_a_part_is_told_beside_its_whole(parted: Assistant) -> None:
    answer = talk(parted, "松陵区2023年专利授权多少件?", "其中发明专利多少件?")
    assert_says(answer, ["312件"], ["1876"])
    answer = talk(parted, "松陵区2023年居民人均可支配收入多少?", "城镇居民呢?")
    assert_says(answer, ["70001元"], [])


WORKS = """柏川区2023年重点工作任务全年完成情况

序号 | 重点任务 | 牵头单位 | 全年完成情况
1 | 安排重点项目165个，完成投资240亿元 | 区发改局 | 165个重点项目完成投资271.6亿元。\
其中省重点项目23个，完成投资98.4亿元。
"""
PLANNING = """榆泉区2022年国民经济和社会发展计划执行情况的报告

一、2022年计划执行情况
全年实施重点项目186个,完成投资243.7亿元;其中省重点项目72个,完成投资131.5亿元。某化工园区配套项目完成投资6.8亿元。
"""


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"works.txt": WORKS, "planning.txt": PLANNING}
    return open_over(tmp_path_factory.mktemp("works"), documents)


@pytest.mark.parametrize(
    ("turns", "said", "unsaid"),
    [
        (("柏川区2023年重点项目计划完成多少投资?",), "240亿元", "271.6"),
        (("柏川区2023年省重点项目完成投资多少?",), "98.4亿元", "271.6"),
        (("柏川区2023年重点项目完成投资多少?", "其中省重点项目完成多少?"), "98.4亿元", "271.6"),
        (("榆泉区2022年重点项目完成投资多少?",), "243.7亿元", "131.5"),
        (("榆泉区2022年省重点项目完成投资多少?",), "131.5亿元", "243.7"),
        (("榆泉区2022年重点项目完成投资多少?", "其中省重点项目完成多少?"), "131.5亿元", "243.7"),
    ],
)
def test_projects_of_a_level_are_told_apart_from_all(
    works: Assistant, turns: tuple[str, ...], said: str, unsaid: str
) -> None:
    assert_says(talk(works, *turns), [said], [unsaid])


@pytest.mark.parametrize("sort", ["市重点项目", "亿元以上项目"])
def test_projects_that_are_not_told_of_are_no_others(works: Assistant, sort: str) -> None:
    assert works.ask(f"榆泉区2022年{sort}完成投资多少?").refused
