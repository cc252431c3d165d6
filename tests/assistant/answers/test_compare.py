"""Several sides: what may be set against each other, by how much, and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.answers.sides import split_sides
from assistant.chain import Assistant
from assistant.question.corpus import Corpus
from assistant.question.names import thing
from assistant.schema import Profile, Query
from tests.assistant.conftest import assert_says, open_over

Parse = Callable[[str], Query]
BEFORE_AND_AFTER = Corpus(
    {
        "a.txt": Profile(district="上城新区", periods={"reported": "2020"}),
        "b.txt": Profile(district="上城区", periods={"reported": "2022"}),
    }
)


def sides(made_up: Assistant, query: Query) -> list[tuple[tuple[str, ...], ...]]:
    found = split_sides(query, made_up.evidence.corpus)
    return [(s.districts, s.periods, s.kinds) for s in found]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("上城区2022年GDP增长多少?", [(("上城区",), ("2022",), ())]),
        (
            "上城区2023年全年和余杭区2023年计划新增停车泊位哪个多?",
            [(("上城区",), ("2023",), ("actual",)), (("余杭区",), ("2023",), ("target",))],
        ),
        (
            "上城区和余杭区2022年GDP谁高?",
            [(("上城区",), ("2022",), ()), (("余杭区",), ("2022",), ())],
        ),
        (
            "上城区2022年和余杭区2023年GDP谁高?",  # in turns: each district with its own year
            [(("上城区",), ("2022",), ()), (("余杭区",), ("2023",), ())],
        ),
        (
            "上城2021、余杭2022、临平2023的GDP分别多少?",
            [
                (("上城区",), ("2021",), ()),
                (("余杭区",), ("2022",), ()),
                (("临平区",), ("2023",), ()),
            ],
        ),
        (
            "2023年新增停车泊位,上城、临平(到9月底)哪个多?",  # the brackets are of one alone
            [
                (("上城区",), ("2023",), ()),
                (("临平区",), ("2023-01/2023-09",), ()),
            ],
        ),
        (
            "上城区2022年和余杭区2023年计划,新增学位哪个多?",
            [(("上城区",), ("2022",), ()), (("余杭区",), ("2023",), ("target",))],
        ),
        (
            "上城区2023年准备新增的学位,有余杭区2022年新增的学位多吗?",  # the plan of one alone
            [(("上城区",), ("2023",), ("target",)), (("余杭区",), ("2022",), ())],
        ),
        (
            "上城区2022年和2023年停车泊位各多少?",
            [(("上城区",), ("2022",), ()), (("上城区",), ("2023",), ())],
        ),
        (
            "临平区2023年新增学位目标完成了吗?",
            [(("临平区",), ("2023",), ("target",)), (("临平区",), ("2023",), ("actual",))],
        ),
    ],
)
def test_a_question_is_asked_once_for_each_side(
    made_up: Assistant,
    understood: Parse,
    question: str,
    expected: list[tuple[tuple[str, ...], ...]],
) -> None:
    assert sides(made_up, understood(question)) == expected


def test_every_district_is_a_side_where_all_are_asked(
    made_up: Assistant, understood: Parse
) -> None:
    found = sides(made_up, understood("各区2023年GDP增长目标"))
    assert [d for (d,), _, _ in found] == list(made_up.evidence.corpus.districts)


@pytest.fixture(scope="module")
def compared(made_up: Assistant) -> Callable[[str], str]:
    return lambda question: made_up.ask(question).text


def test_a_comparison_is_a_table_with_a_marker_in_every_row(made_up: Assistant) -> None:
    answer = made_up.ask("上城区和余杭区2022年GDP总量谁高?相差多少?")
    assert answer.comparison is not None
    header, rule, *rows = [line for line in answer.text.splitlines() if line.startswith("|")]
    assert header == "|地区|期间|性质|原文|"
    assert set(rule) == {"|", "-"}
    assert [row.split("|")[1:4] for row in rows] == [
        ["上城区", "2022年", "完成"],
        ["余杭区", "2022年", "完成"],
    ]
    assert all(f"[{n}]" in row for n, row in enumerate(rows, 1))
    assert [tuple(row.strip("|").split("|")) for row in rows] == list(answer.comparison.cells)


def test_a_difference_is_computed_in_the_unit_of_the_values(made_up: Assistant) -> None:
    answer = made_up.ask("上城区和余杭区2022年GDP总量谁高?相差多少?")
    assert "余杭区(2651.2亿元)高于上城区(2580.5亿元),相差70.7亿元" in answer.text
    assert "70.7亿元" in answer.computed


def test_rates_differ_by_percentage_points(compared: Callable[[str], str]) -> None:
    assert "相差0.5个百分点" in compared("上城区和余杭区2022年GDP增速相差多少?")


def test_a_fall_is_below_a_rise(made_up: Assistant) -> None:
    answer = made_up.ask("上城区和余杭区2022年一般公共预算收入增速谁高?")
    assert "余杭区(1.8%)高于上城区" in answer.text
    assert "相差4.2个百分点" in answer.text  # 1.8 over -2.4


def test_the_deeper_of_two_falls_is_told_once(tmp_path: Path) -> None:
    report = "{}区{}统计公报\n\n一、综合\n\n{}房地产开发投资40亿元,下降{}。\n"
    assistant = open_over(
        tmp_path,
        {
            "a.txt": report.format("上城", "2022年", "2022年", "34.9%"),
            "b.txt": report.format("余杭", "2023年", "2023年", "16.4%"),
        },
    )
    text = assistant.ask("上城区2022年和余杭区2023年房地产开发投资谁降得多?差几个百分点?").text
    assert "上城区(-34.9%)降幅大于余杭区(-16.4%),相差18.5个百分点" in text
    assert text.count("不同,") == 1


def test_the_total_of_some_projects_is_not_all_investment(tmp_path: Path) -> None:
    report = (
        "上城区2024年计划报告\n\n一、2024年情况\n\n新引进超亿元项目38个,计划投资总额176.3亿元。\n"
    )
    assistant = open_over(tmp_path, {"a.txt": report})
    assert assistant.ask("上城区2024年固投目标多少?").refused


def test_the_side_that_is_missing_is_named_and_the_other_answered(made_up: Assistant) -> None:
    answer = made_up.ask("上城区和余杭区2022年老年食堂各新增多少个?")
    assert not answer.refused
    assert "12个" in answer.text
    assert "余杭区2022年:文档未提供" in answer.text
    assert all(c.source == "plan.txt" for c in answer.citations)


def test_a_district_without_documents_is_named_too(compared: Callable[[str], str]) -> None:
    text = compared("上城区和萧山区2022年GDP增速谁高?")
    assert "3.1%" in text
    assert "萧山区" in text.replace("上城区和萧山区", "")


def test_nothing_on_either_side_is_a_refusal(made_up: Assistant) -> None:
    assert made_up.ask("上城区和余杭区2022年固定资产投资谁高?").refused


def test_parts_of_a_year_are_not_set_against_whole_years(compared: Callable[[str], str]) -> None:
    text = compared("上城区和余杭区2022年社会消费品零售总额增速谁高?")
    assert "1.6%" in text
    assert "0.9%" in text
    assert "不宜直接比较" in text
    assert "高于" not in text


def test_a_short_name_of_two_districts_is_of_the_one_with_that_year(tmp_path: Path) -> None:
    report = "{}统计公报\n\n一、综合\n\n{}年地区生产总值增长{}%。\n"
    assistant = open_over(
        tmp_path,
        {
            "a.txt": report.format("上城新区2020年", 2020, 7),
            "b.txt": report.format("上城区2024年", 2024, 5.5),
            "c.txt": report.format("余杭区2023年", 2023, 6),
        },
    )
    text = assistant.ask("GDP增速排个队:上城新区2020、上城2024、余杭2023").text
    assert "上城新区(7%) > 余杭区(6%) > 上城区(5.5%)" in text


def test_a_district_may_be_a_side_twice(made_up: Assistant, understood: Parse) -> None:
    query = understood("上城区2021年、上城区2022年、余杭区2022年GDP谁更高?")
    assert sides(made_up, query) == [
        (("上城区",), ("2021",), ()),
        (("上城区",), ("2022",), ()),
        (("余杭区",), ("2022",), ()),
    ]


def test_three_sides_are_ranked(compared: Callable[[str], str]) -> None:
    text = compared("各区2023年地区生产总值增长目标谁最高?")
    assert "余杭区(6%左右)高于上城区(5.5%左右)" in text
    assert "临平区2023年目标:文档未提供" in text


def test_a_target_is_held_against_its_result(made_up: Assistant) -> None:
    answer = made_up.ask("临平区2023年新增学位目标完成了吗?")
    assert "4500个" in answer.text
    assert "4680个" in answer.text
    assert "已达到" in answer.text
    assert "180个" in answer.computed


def test_a_target_that_was_missed_is_said_to_be(compared: Callable[[str], str]) -> None:
    text = compared("临平区2023年新增规上工业企业目标完成了吗?")
    assert "未达到" in text
    assert "7家" in text


def test_a_missing_target_is_said_once(compared: Callable[[str], str]) -> None:
    text = compared("上城区2022年一般公共预算收入目标完成了吗?")
    assert text.count("文档未提供") <= 1


def test_a_target_and_a_result_are_each_named_where_years_are_compared(
    compared: Callable[[str], str],
) -> None:
    text = compared("上城区2022年和2023年停车泊位分别是多少?")
    assert "1350个" in text
    assert "1500个" in text
    assert "目标" in text


def test_a_target_of_one_year_is_no_yardstick_for_another(compared: Callable[[str], str]) -> None:
    text = compared("上城区2023年GDP增长目标比2022年实际高多少?")
    assert "2.4个百分点" in text
    assert "未达到" not in text


def test_one_place_under_two_names_is_one_side() -> None:
    query = Query(
        text="上城新区2020年和上城区2022年gdp",
        districts=("上城新区", "上城区"),
        periods=("2020", "2022"),
    )
    found = split_sides(query, BEFORE_AND_AFTER)
    assert [(s.districts, s.periods) for s in found] == [
        (("上城",), ("2020",)),
        (("上城",), ("2022",)),
    ]


def test_a_year_after_the_new_name_is_asked_of_that(tmp_path: Path) -> None:
    query = Query(
        text="上城新区2020年几个,2022年几个", districts=("上城新区",), periods=("2020", "2022")
    )
    found = split_sides(query, BEFORE_AND_AFTER)
    assert [(s.districts, s.periods) for s in found] == [
        (("上城新区",), ("2020",)),
        (("上城区",), ("2022",)),
    ]
    texts = {
        "a.txt": "上城新区2020年计划报告\n\n二、2020年目标\n\n2020年计划新建书房25个。\n",
        "b.txt": "上城区2022年计划报告\n\n二、2022年目标\n\n2022年计划新建书房10个。\n",
    }
    answer = open_over(tmp_path, texts).ask(
        "上城新区2020年新建书房的任务几个?到了22年升了还是降了?"
    )
    assert "上城区2022年目标(10个)比上城新区2020年目标(25个)减少15个" in answer.text


def test_each_of_several_times_is_asked_by_its_own_clause(
    made_up: Assistant, understood: Parse
) -> None:
    query = understood("上城区2022年停车泊位几个,2023年停车泊位多少?")
    texts = [s.text for s in split_sides(query, made_up.evidence.corpus)]
    assert ["几个" in text for text in texts] == [True, False]
    assert ["多少" in text for text in texts] == [False, True]


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("新增停车泊位", "停车泊位"),
        ("签约落地亿元以上项目", "亿元以上项目"),
        ("停车泊位", "停车泊位"),
        ("新建", "新建"),
    ],
)
def test_what_is_counted_is_named_without_its_verbs(name: str, counted: str) -> None:
    assert thing(name) == counted


def test_a_rank_is_set_beside_no_percentage(tmp_path: Path) -> None:
    assistant = open_over(
        tmp_path,
        {
            "a.txt": "上城区2022年计划报告\n\n一、2022年情况\n\n2022年研发投入强度达3.45%。\n",
            "b.txt": "余杭区2022年计划报告\n\n一、2022年情况\n\n2022年研发投入强度居全市首位。\n",
        },
    )
    answer = assistant.ask("上城区和余杭区2022年研发投入强度谁更高?")
    assert "高于" not in answer.text
    assert "相差" not in answer.text


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (("位列全市第二", "居全市首位"), "余杭区(首位)、上城区(第二)"),
        (("位列全省第二", "居全市首位"), "名次不同"),
    ],
)
def test_the_first_stands_before_the_second(
    tmp_path: Path, told: tuple[str, str], expected: str
) -> None:
    texts = zip(("上城区", "余杭区"), told, strict=True)
    files = {
        f"{name}.txt": f"{name}2022年工作报告\n\n一、2022年情况\n\n研发投入强度{words}。\n"
        for name, words in texts
    }
    answer = open_over(tmp_path, files).ask("上城区和余杭区2022年研发投入强度的排名哪个更高?")
    assert "高于" not in answer.text
    assert expected in answer.text


def test_the_economy_of_whichever_place_is_its_product(tmp_path: Path) -> None:
    told = "一、2022年情况\n\n2022年地区生产总值增长{}%,一般公共预算收入与经济增长同步。\n"
    files = {
        f"{name}.txt": f"{name}2022年工作报告\n\n{told.format(grown)}"
        for name, grown in (("上城区", "4.5"), ("余杭区", "6.5"))
    }
    assistant = open_over(tmp_path, files)
    for question in (
        "拿上城区2022年和余杭区2022年相比,哪边经济增长得更快?",
        "2022年上城区和余杭区,谁经济增长更快?",
        "2022年GDP增速,上城区和余杭区哪家排在最前面?",
    ):
        assert_says(assistant.ask(question), ["4.5%", "6.5%"], ["公共预算"])


@pytest.mark.parametrize(
    "asked",
    [
        "上城区2022年说好要引进30家检测机构,最后来了几家?",
        "上城区计划招引30家检测机构。2022年年底盘点时到位了几家,够了没有?",
    ],
)
def test_a_plan_that_is_stated_before_its_thing_is_set_beside_its_result(
    tmp_path: Path, asked: str
) -> None:
    table = (
        "上城区2022年重点任务进展表\n\n序号 | 目标任务 | 牵头单位 | 进展情况 |\n"
        "1 | 建设检测园区,引进检测机构30家。 | 区市监局 | 已引进检测机构12家。 |\n"
        "2 | 新增学位300个。 | 区教育局 | 已新增学位280个。 |\n"
    )
    answer = open_over(tmp_path, {"t.txt": table}).ask(asked)
    assert_says(answer, ["30家", "12家"], [])


def test_a_target_that_is_asked_for_is_told_though_its_result_is_missing(
    made_up: Assistant,
) -> None:
    answer = made_up.ask("上城区2023年养老床位目标是多少,完成得怎么样?")
    assert "300张" in answer.text
    assert "文档未提供" in answer.text


def test_a_result_may_be_told_in_words(tmp_path: Path) -> None:
    table = (
        "临平区2023年重点任务进展表\n\n序号 | 具体目标任务 | 牵头单位 | 进展情况 |\n"
        "1 | 新增停车泊位5000个。 | 区住建局 | 停车泊位已全部完成。 |\n"
        "2 | 新增学位300个。 | 区教育局 | 已新增学位280个。 |\n"
    )
    assistant = open_over(tmp_path, {"t.txt": table})
    answer = assistant.ask("临平区2023年停车泊位完成情况怎么样?")
    assert "5000个" in answer.text
    assert "已全部完成" in answer.text


def test_a_gap_between_rounded_values_is_about(tmp_path: Path) -> None:
    report = "{}区2022年统计公报\n\n一、综合\n\n2022年全区完成固定资产投资{}。\n"
    assistant = open_over(
        tmp_path,
        {
            "a.txt": report.format("上城", "635亿元"),
            "b.txt": report.format("余杭", "突破700亿元"),
            "c.txt": report.format("临平", "710亿元"),
        },
    )
    question = "{}区和余杭区2022年固定资产投资谁更高?"
    clear = assistant.ask(question.format("上城")).text
    assert "相差约65亿元" in clear
    assert "实际高低可能不同" not in clear
    assert "实际高低可能不同" in assistant.ask(question.format("临平")).text


def test_what_was_added_is_not_judged_against_a_total(tmp_path: Path) -> None:
    table = (
        "临平区2023年重点任务进展表\n\n序号 | 具体目标任务 | 牵头单位 | 进展情况 |\n"
        "1 | 规上文化企业总数突破80家。 | 区文旅局 | 新增规上文化企业36家,全区规上文化企业117家|\n"
        "2 | 新增学位300个。 | 区教育局 | 已新增学位280个。 |\n"
    )
    assistant = open_over(tmp_path, {"t.txt": table})
    text = assistant.ask("临平区2023年规上文化企业总数目标是多少,完成了吗?").text
    assert "未达到" not in text
    assert "80家" in text
    assert "低于目标20个" in assistant.ask("临平区2023年新增学位目标完成了吗?").text


IN_A_TABLE = """襄阳市樊城区2023年国民经济和社会发展统计公报
| 指标 | 单位 | 2022年 | 2023年 | 增长(%) |
| 房地产开发投资 | 亿元 | 96.3 | 71.9 | -25.3 |
| 实际使用外资 | 万美元 | 2860 | 1975 | -30.9 |
| 城镇居民人均可支配收入 | 元 | 46512 | 49116 | 5.6 |
| 太平店污水处理厂扩建投资 | 万元 | 20000 | 24000 | 20.0 |
"""
IN_PROSE = """莆田市城厢区2023年计划执行情况报告
2023年房地产开发投资下降28.4%。实际使用外资1240万美元。
城镇居民人均可支配收入49836元,增长4.8%。
"""


@pytest.fixture(scope="module")
def table_and_prose(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"a.txt": IN_A_TABLE, "b.txt": IN_PROSE}
    return open_over(tmp_path_factory.mktemp("mixed"), documents)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "2023年城镇居民人均可支配收入,樊城区比城厢区高吗,差多少元?",
            "城厢区(49836元)高于樊城区(49116元),相差720元",
        ),
        ("2023年樊城区和城厢区房地产开发投资谁跌得多?", "相差3.1个百分点"),
        ("2023年樊城区和城厢区实际使用外资谁多?", "樊城区(1975万美元)高于城厢区(1240万美元)"),
        ("樊城区2023年太平店污水处理厂扩建投资多少?", "24000万元"),
        ("凡城区2023年城镇居民人均可支配收入多少元?", "49116元"),
    ],
)
def test_a_cell_is_set_beside_prose_in_the_unit_of_its_row(
    table_and_prose: Assistant, question: str, said: str
) -> None:
    text = table_and_prose.ask(question).text
    assert said in text
    assert "太平区" not in text


def test_what_there_is_by_now_is_not_set_against_one_years_share(tmp_path: Path) -> None:
    documents = {
        "a.txt": "拱墅区2023年工作总结\n一、工作情况\n2023年,累计建成充电桩320个。\n",
        "b.txt": "滨江区2023年工作总结\n一、工作情况\n2023年,建成充电桩180个。\n",
    }
    text = open_over(tmp_path, documents).ask("拱墅区和滨江区2023年建成的充电桩哪个多?").text
    assert "320个" in text
    assert "180个" in text
    assert "不宜直接比较" in text
    assert "高于" not in text


def test_each_of_two_places_has_one_figure(tmp_path: Path) -> None:
    documents = {
        f"{name}.txt": f"{name}2022年政府工作报告\n\n一、2022年工作回顾\n\n"
        f"实现财政总收入{total}亿元、地方一般公共预算收入{own}亿元。\n"
        for name, total, own in (("遂昌县", 25, 14), ("松阳县", 22, 12))
    }
    reports = open_over(tmp_path, documents)
    text = reports.ask("遂昌县和松阳县2022年一般公共预算收入各是多少?").text
    assert "14亿元" in text
    assert "12亿元" in text
    assert "25亿元" not in text
