"""Follow-ups that tell a year twice or a part of it, or set a place beside what was told."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import open_over, talk

from assistant.chain import Assistant

REPORT = """苍溪县2023年国民经济和社会发展计划执行情况与2024年计划草案的报告

一、2023年计划执行情况

地区生产总值增长6.1%。建成城市书房14座,1-8月建成城市书房9座。加装电梯73台。新增学位2400个。发生电信网络诈骗案件412起,电诈案件案损数3160万元。

二、2024年主要目标

地区生产总值增长6.5%。建成城市书房20座。1-6月建成城市书房8座。加装电梯90台。新增学位2600个。
"""
OTHER = """旺苍县2025年国民经济和社会发展计划草案的报告

一、2025年主要目标

地区生产总值增长5.8%。建成城市书房12座。供应工业用地310亩。新增学位1900个。加快出台数字贸易三年行动计划。推进电梯加装运维和老旧小区改造。
"""
BOOKS = "苍溪县2023年建成城市书房几座?"
GROWTH = "苍溪县2023年GDP增长多少?"
PLACES = "苍溪县2023年新增学位多少个?"
LIFTS = "老小区加电梯,苍溪县2023年装了几台?"
FRAUD = "苍溪县2023年发生电信网络诈骗案件多少起?"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    files = {"report.txt": REPORT, "other.txt": OTHER}
    return open_over(tmp_path_factory.mktemp("in_full"), files)


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        ([BOOKS, "转过年来(24年)计划建几座?"], "20座"),
        ([BOOKS, "隔年(2024)准备建几座?"], "20座"),
        ([BOOKS, "下一年(24年)定的呢?"], "20座"),
        ([BOOKS, "截至当年8月底呢,是几座?"], "9座"),
        ([BOOKS, "到那年8月末是几座?"], "9座"),
        ([BOOKS, "次年(2024年)的任务数是几座?"], "20座"),
        ([BOOKS, "旺苍(25年)的计划?", "那边的任务数呢?"], "12座"),
        (["城市书房,2023年(那年)苍溪县建成几座?", "旺苍25年呢?"], "12座"),
        ([LIFTS, "次年的计划是加装几台?"], "90台"),
        (["旺苍那边,25年准备供几亩工业地?"], "310亩"),
        ([FRAUD, "涉及的损失金额有多大?"], "3160万元"),
        ([FRAUD, "造成的损失是多少?"], "3160万元"),
        (["涨了几个点?", "哦忘说了,问的是苍溪,23年,地区生产总值"], "6.1%"),
    ],
)
def test_a_follow_up_is_completed(reports: Assistant, questions: list[str], said: str) -> None:
    answer = talk(reports, *questions)
    assert answer.kind == "answer", answer.text
    assert said in answer.text


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        ([GROWTH, "旺苍25年定的目标有没有超过它?"], "高于旺苍县(5.8%)"),
        ([GROWTH, "它超过旺苍25年的目标了吗?"], "高于旺苍县(5.8%)"),
        ([GROWTH, "低于旺苍25年定的目标吗?"], "高于旺苍县(5.8%)"),
        ([PLACES, "旺苍25年计划新增的超过这个数了吗?"], "相差500个"),
        ([PLACES, "24年的计划超过它没有?"], "高200个"),
        (["苍溪县2024年GDP目标是增长多少?", "旺苍25年定的目标比它高吗?"], "相差0.7个百分点"),
    ],
)
def test_what_is_named_is_set_beside_what_was_told(
    reports: Assistant, questions: list[str], said: str
) -> None:
    answer = talk(reports, *questions)
    assert answer.kind == "answer", answer.text
    assert said in answer.text


def test_a_number_of_units_is_no_word_to_look_for(reports: Assistant) -> None:
    answer = talk(reports, LIFTS, "旺苍25年加装的台数呢?")
    assert answer.kind == "refusal", answer.text


QUARTER = """旺苍县2024年重点工作任务进展表

序号 | 工作目标 | 完成情况 |
1 | 地区生产总值增长6% | 三季度地区生产总值增长4.1%。 |
"""
YEAR = """旺苍县2024年国民经济和社会发展计划执行情况的报告

因区划调整,本报告的数据整合了原东河县、原旺苍县两县的工作。

一、2024年计划执行情况

全年实现GDP同比增长4.7%。
"""


def test_a_year_goes_before_a_quarter_of_it_where_no_time_is_asked(tmp_path: Path) -> None:
    told = open_over(tmp_path, {"table.txt": QUARTER, "report.txt": YEAR})
    assert "4.7%" in talk(told, "旺苍的地区生产总值增速是多少?").text
    assert "4.1%" in talk(told, "旺苍2024年三季度的地区生产总值增速是多少?").text


@pytest.mark.parametrize("asked", ["数字涵盖了哪些县?", "数据统计的是哪几个县的?"])
def test_what_the_figures_of_a_report_are_of(tmp_path: Path, asked: str) -> None:
    told = open_over(tmp_path, {"report.txt": YEAR})
    assert "原东河县、原旺苍县" in talk(told, f"旺苍县2024年那份报告,{asked}").text


TASKS = """旺苍县2025年重点工作任务进展表

序号 | 具体任务 | 牵头县领导 | 牵头单位 | 完成情况 |
1 | 新建公园6座 | 何清源 | 建设局 | 建成4座。 |
2 | 改造农贸市场3个 | 何清源 | 商务局 | 完成2个。 |
3 | 修缮古桥2座 | 方知远 | 文旅局 | 正在施工。 |
"""
UNLED = """苍溪县2024年重点工作任务进展表

序号 | 具体任务 | 牵头单位 | 完成情况 |
1 | 新建公园5座 | 建设局 | 建成5座。 |
"""
PLANNED = """旺苍县2025年国民经济和社会发展计划草案

一、2025年主要目标

落地亿元以上项目50个、10亿元以上项目5个。农村居民人均可支配收入增长7%。
"""
TOLD = """苍溪县2024年国民经济和社会发展计划执行情况与2025年计划草案的报告

一、2024年计划执行情况

农村居民人均可支配收入增长6.2%。

二、2025年主要目标

落地亿元以上项目80个、10亿元以上项目9个。农村居民人均可支配收入增长6.5%。
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    files = {"tasks.txt": TASKS, "unled.txt": UNLED, "planned.txt": PLANNED, "told.txt": TOLD}
    return open_over(tmp_path_factory.mktemp("tables"), files)


def test_a_leader_who_was_named_leads_more(tables: Assistant) -> None:
    asked = "旺苍县2025年新建公园几座?", "分管领导是谁?"
    assert "何清源" in talk(tables, *asked).text
    assert "改造农贸市场3个" in talk(tables, *asked, "他还负责什么?").text


def test_nobody_is_meant_where_no_leader_is_told(tables: Assistant) -> None:
    asked = "苍溪县2024年新建公园几座?", "分管领导是谁?"
    assert talk(tables, *asked).kind == "refusal"
    assert talk(tables, *asked, "他还负责什么?").kind == "refusal"


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (["旺苍县2025年计划落地亿元以上项目几个?", "超10亿的呢?"], "项目5个"),
        (["旺苍县2025年计划落地10亿元以上项目几个?", "苍溪25年定的亿元以上的呢?"], "项目80个"),
        (["旺苍县2025年计划落地亿元以上项目几个?", "苍溪的呢?", "两边差多少?"], "相差30个"),
        (["苍溪县2024年农民收入涨了多少?", "旺苍25年的目标?", "比苍溪的高多少?"], "0.8个百分点"),
    ],
)
def test_things_of_another_size_and_sides_that_were_told(
    tables: Assistant, questions: list[str], said: str
) -> None:
    answer = talk(tables, *questions)
    assert answer.kind == "answer", answer.text
    assert said in answer.text


SCHOOLS = """旺苍县2024年重点工作任务进展表

序号 | 具体任务 | 牵头单位 | 完成情况 |
1 | 开竣工学校9所 | 教育局 | 已开工4所,已竣工6所。 |
2 | 投用幼儿园2所 | 教育局 | 投用东门幼儿园、西门幼儿园。 |
"""


def test_what_was_finished_is_not_judged_by_what_was_to_be_begun_as_well(tmp_path: Path) -> None:
    told = open_over(tmp_path, {"schools.txt": SCHOOLS})
    for last in ("超额了吗?", "超了几所?"):
        text = talk(told, "旺苍县2024年计划开竣工学校几所?", last).text
        assert "达到,低于" not in text
        assert "差3" not in text


def test_which_they_are_is_asked_of_what_was_counted(tmp_path: Path) -> None:
    told = open_over(tmp_path, {"schools.txt": SCHOOLS})
    answer = talk(told, "旺苍县2024年投用几所幼儿园?", "具体是哪几所?")
    assert "幼儿园" in answer.standalone_question


def test_a_rate_that_was_held_against_its_goal_stays_a_rate(tables: Assistant) -> None:
    asked = "旺苍县2025年农民收入目标涨多少?", "苍溪县2024年农民收入涨了多少?", "比目标低几个点?"
    assert "增长多少" in talk(tables, *asked, "那旺苍2025年呢?").standalone_question
