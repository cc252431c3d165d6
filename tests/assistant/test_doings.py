"""A follow-up that says what else was done asks of the same thing."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant
from assistant.schema import Turn
from assistant.tables.focus import turn_of

REPORT = """江宁区2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告

一、2024年计划执行情况

萍水东路等26条道路开工,西延工程等20条道路完工。运河片区14条河道获评省级“美丽河湖”。

二、2025年主要任务

竣工康园路等17条道路。创建省市级“美丽河湖”27条以上。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("doings"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("first", "further", "said", "unsaid"),
    [
        ("江宁区2024年完工了多少条道路?", "2025年要竣工几条?", "17条", "20条"),
        ("江宁区2024年完工了多少条道路?", "开工的呢?", "26条", "20条"),
        (
            "江宁2024年有几条河道评上省级“美丽河湖”?",
            "2025年要创建多少条?",
            "27条",
            "14条",
        ),
    ],
)
def test_another_doing_of_the_same_thing(
    report: Assistant, first: str, further: str, said: str, unsaid: str
) -> None:
    history: list[Turn] = [turn_of(report.ask(first))]
    assert_says(report.ask(further, history), [said], [unsaid])


def test_what_was_spent_is_not_what_it_costs(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = """船山区2024年重点项目情况

第一人民医院河东院区项目总投资6.2亿元,已完成投资2.15亿元。规上工业企业利润总额41.6亿元,净增规上工业企业41家。
"""
    told = open_over(tmp_path_factory.mktemp("spent"), {"projects.txt": text})
    first = told.ask("船山区第一人民医院河东院区一共要投多少钱?")
    assert_says(first, ["6.2亿元"], ["2.15"])
    assert "6.2亿元" not in told.ask("已经完成多少?", [turn_of(first)]).text
    earned = told.ask("船山区规上工业企业2024年赚了多少利润?")
    assert_says(earned, ["41.6亿元"], ["41家"])


def test_who_builds_is_asked_of_the_thing_spoken_of(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = """船山区2024年重点项目情况

第一人民医院河东院区项目总投资6.2亿元,计划2025年9月投用。
"""
    told = open_over(tmp_path_factory.mktemp("builder"), {"projects.txt": text})
    first = told.ask("船山区第一人民医院河东院区总投资多少?")
    assert told.ask("施工单位是谁?", [turn_of(first)]).refused


STEPS = """龙游县2024年重点任务进展情况表

序号\t工作任务\t牵头单位\t进展情况
1\t开展水产养殖种质资源普查\t县农业农村局\t截至11月底，已采集种质样本412份，\
制备标本96份，复核标本83份。
2\t开展食品安全抽检\t县市场监管局\t截至11月底，完成农产品取样530批次，送样检测507批次。
"""


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("龙游县2024年种质资源普查复核了多少份标本?", "83份", "412"),
        ("龙游县2024年种质资源普查制备标本多少份?", "96份", "83"),
        ("龙游县2024年食品安全抽检送检了多少批次?", "507批次", "412"),
    ],
)
def test_of_several_steps_the_one_is_counted_that_is_asked_for(
    tmp_path_factory: pytest.TempPathFactory, question: str, said: str, unsaid: str
) -> None:
    tasks = open_over(tmp_path_factory.mktemp("steps"), {"tasks.txt": STEPS})
    assert_says(tasks.ask(question), [said], [unsaid])


def test_a_step_that_is_not_told_is_none_of_the_others(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    tasks = open_over(tmp_path_factory.mktemp("steps"), {"tasks.txt": STEPS})
    answer = tasks.ask("龙游县2024年种质资源普查入库了多少份标本?")
    assert not {"412份", "96份", "83份"} & set(answer.text.split())
    assert answer.refused


BUILT = """龙游县2024年重点任务进展情况表

序号\t工作任务\t牵头单位\t进展情况
1\t开竣工水利项目4个\t县水利局\t1. 开工项目2个：东湖水库加固工程、西溪堤防工程\
均已开工建设。 2. 竣工项目2个：\
南塘泵站工程、北渠整治工程均已建设完成。
2\t新增财政收入\t县财政局\t全县实现财政总收入31亿元、一般公共预算收入18亿元。
"""


def test_what_is_begun_is_listed_without_what_is_done(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    tasks = open_over(tmp_path_factory.mktemp("built"), {"tasks.txt": BUILT})
    first = tasks.ask("龙游县2024年竣工了哪几个水利项目?")
    assert_says(first, ["南塘泵站", "北渠整治"], ["东湖水库"])
    assert_says(tasks.ask("开工的呢?", [turn_of(first)]), ["东湖水库", "西溪堤防"], ["南塘泵站"])


def test_two_doings_are_asked_for_each(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = """龙游县2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告

一、2024年计划执行情况

新建道路8条。

二、2025年主要任务

加快路网建设,新建道路13条、续建6条。
"""
    report = open_over(tmp_path_factory.mktemp("each"), {"report.txt": text})
    first = report.ask("龙游县2024年新建了多少条道路?")
    assert_says(report.ask("2025年新建、续建各多少条?", [turn_of(first)]), ["13条", "6条"], ["8条"])


@pytest.mark.parametrize("further", ["多少面积?", "面积呢?", "面积是多少?"])
def test_a_bare_area_is_that_of_the_thing_spoken_of(
    tmp_path_factory: pytest.TempPathFactory, further: str
) -> None:
    text = """龙游县2024年政府工作报告

一、2024年工作回顾

改造提升农贸市场7个、面积2.6万平方米。有机茶园认证面积达到4.3万亩。
"""
    report = open_over(tmp_path_factory.mktemp("area"), {"report.txt": text})
    first = report.ask("龙游县2024年改造提升农贸市场多少个?")
    assert "4.3万亩" not in report.ask(further, [turn_of(first)]).text


PURSUED = """遂昌县2022年国民经济和社会发展计划执行情况与2023年计划草案的报告

一、2022年计划执行情况
加快推进农村公路46条120公里,白溪线等12条农村公路开工,柳城线等9条农村公路完工。
"""


def test_what_is_pursued_is_neither_begun_nor_finished_by_that(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    report = open_over(tmp_path_factory.mktemp("pursued"), {"report.txt": PURSUED})
    for verb, told in (("推进", "46条"), ("开工", "12条"), ("完工", "9条"), ("竣工", "9条")):
        text = report.ask(f"遂昌县2022年{verb}的农村公路有多少条?").text
        assert [n for n in ("46条", "12条", "9条") if n in text] == [told], verb


def test_a_follow_up_on_a_stage_is_of_the_first_thing_that_was_asked(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    report = open_over(tmp_path_factory.mktemp("stages"), {"report.txt": PURSUED})
    history = [Turn(q := "遂昌县2022年推进了多少条农村公路,总长多少?", q, "")]
    answer = report.ask("其中完工几条?", history)
    assert answer.standalone_question == "遂昌县2022年实际完工农村公路有多少条?"
    assert "9条" in answer.text


YEARS = """遂昌县2022年国民经济和社会发展计划执行情况与2023年计划草案的报告

一、2022年计划执行情况
加快古村落保护利用,开工石练片区等13个项目。
二、2023年主要任务
力争智造园等8个“百亿”工程实现开工,加快古村落保护利用,力争开工5个,全年投资增长7%。
"""


@pytest.mark.parametrize("asked", ["哪年多?", "哪一年的多?", "哪年更多?"])
def test_which_of_two_years_has_more_asks_for_both_figures(
    tmp_path_factory: pytest.TempPathFactory, asked: str
) -> None:
    report = open_over(tmp_path_factory.mktemp("years"), {"report.txt": YEARS})
    text = report.ask(f"遂昌县古村落保护利用,2022年实际开工的和2023年计划开工的,{asked}").text
    assert "13个" in text
    assert "5个" in text


def test_who_settles_was_brought_in(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = """船山区2023年工作情况

2023年,成功引进世界500强企业青禾集团、民营500强南岭科技等18户企业入驻园区投资兴业,园区9户规上企业实现产值22.4亿元。东盛铜业破产重组、西岭公司破产重整有序推进。
"""
    told = open_over(tmp_path_factory.mktemp("settled"), {"settled.txt": text})
    assert_says(told.ask("船山区引进了多少户企业?"), ["18户"], ["9户"])
    assert_says(told.ask("船山区2023年引进了哪些企业?"), ["青禾集团", "南岭科技"], ["东盛"])
