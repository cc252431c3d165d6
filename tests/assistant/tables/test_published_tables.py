"""Tables as districts publish them: results behind offices, rows of sums, amounts of one unit."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from assistant.tables.focus import turn_of
from tests.assistant.conftest import open_over

DOCUMENTS = {
    "items.txt": (
        "西湖区2024年民生实事项目上半年推进情况\n\n现将截至6月30日推进情况公布如下。\n\n一、健康类\n"
        "1.为适龄女生接种流感疫苗3600人。(牵头单位:区卫健局;配合单位:区教育局)进展:已接种首剂2415人。\n"
        "2.为5100名低保老人提供体检。(牵头单位:区民政局)进展:已体检2870人,发现异常310例。\n"
        "二、出行类\n"
        "3.新增公共停车位1800个。(牵头单位:区城管局;配合单位:区住建局)进展:已新增990个,完成率55%。\n"
        "4.在6个村新建充电桩80根。(牵头单位:区发改局)进展:建成52根。\n"
    ),
    "projects.txt": (
        "拱墅区2024年重点建设项目1-9月进展情况表\n\n"
        "序号\t项目名称\t建设年限\t总投资\t2024年计划投资\t1-9月完成投资\t形象进度\t责任单位\n"
        "\t合计（4个）\t\t186000万元\t52000万元\t41300万元\t\t\n"
        "一、产业项目（2个）\n"
        "1\t杭钢智造产业园\t2023-2025年\t92000万元\t21000万元\t18800万元\t设备安装\t区经信局\n"
        "2\t运河冷链物流中心\t2024-2026年\t38000万元\t12000万元\t6900万元\t因用地报批滞后\t区商务局\n"
        "二、民生项目（2个）\n"
        "3\t城北医院新院区\t2022-2025年\t47000万元\t15000万元\t12100万元\t住院楼施工至9层\t区卫健局\n"
        "4\t半山中学扩建\t2024-2025年\t9000万元\t4000万元\t3500万元\t教学楼封顶\t区教育局\n"
    ),
    "blocks.txt": (
        "临安区2023年为民办实事项目完成情况\n"
        "2023年安排项目3项，完成情况如下（金额单位：万元）：\n\n"
        "项目1：山塘加固工程\n年度目标：加固山塘9座\n计划投资：5400\n完成投资：4120\n"
        "完成情况：加固7座\n责任单位：区水利局\n\n"
        "项目2：绿道建设工程\n年度目标：新建绿道16公里\n计划投资：2300\n完成投资：2290\n"
        "完成情况：建成17公里\n责任单位：区园林局\n\n"
        "项目3：书房建设工程\n年度目标：新建书房6家\n计划投资：800\n完成投资：795\n"
        "完成情况：建成6家\n责任单位：区文旅局\n"
    ),
    "industries.txt": (
        "富阳区2022年主要经济指标\n\n单位：亿元\n指标\t总量\t增速(%)\n地区生产总值\t868.3\t2.1\n"
        "农业增加值\t46.9\t3.6\n金融业\t51.7\t8.8\n房地产业\t43.2\t-6.4\n"
    ),
    "stacked.txt": (
        "余杭区2024年重点任务完成情况（截至11月底）\n\n"
        "序号\n\n目标任务\n\n责任领导\n\n牵头部门\n\n完成情况\n\n"
        "1\n\n新增规上工业企业45家\n\n李晓明\n\n区经信局\n\n已新增38家。\n\n"
        "2\n\n新建停车泊位900个\n\n王建国\n\n区城管局\n\n建成760个。\n\n"
        "3\n\n新增养老床位200张\n\n赵志强\n\n区民政局\n\n新增215张。\n"
    ),
}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("published"), DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        # What came of a row's only goal is told in its unit, and need not name it again.
        ("西湖区2024年上半年有多少女孩打了流感疫苗第一针?", ("2415人",), "3600"),
        ("西湖区2024年上半年给多少低保老人做了体检?", ("2870人",), "5100"),
        ("西湖区2024年上半年新增了多少公共停车位?", ("990个",), "1800"),
        ("西湖区2024年停车位项目由谁牵头?", ("区城管局",), "卫健"),
        # How far something is built, in whichever verb.
        ("拱墅区城北医院新院区2024年9月底盖到哪了?", ("9层",), "封顶"),
        ("拱墅区半山中学扩建到什么阶段了?", ("教学楼封顶",), "9层"),
        # Which of them is told by its name, where its state shares no word with it.
        ("拱墅区2024年哪个项目因用地报批滞后?", ("运河冷链物流中心",), "半山"),
        # The row of sums is no task; it tells how many there are, and what is asked of all.
        ("拱墅区2024年一共有多少个重点项目,总投资多少?", ("共4项", "186000万元"), "9000万元"),
        ("临安区2023年一共有多少个项目,计划投资多少?", ("共3项",), "00万元"),
        # A number behind the word for what it counts; amounts in the unit of the table.
        ("临安区2023年项目2是什么,哪个单位负责?", ("绿道建设工程", "区园林局"), "山塘"),
        ("临安区2023年山塘加固工程计划投资多少?", ("5400万元",), "4120"),
        # A row is known by the indicator that its short name stands for.
        ("富阳区2022年金融业增加值是多少亿元?", ("51.7亿元",), "46.9"),
        ("余杭区2024年共有多少项任务,谁负责?", ("共3项",), "李晓明"),
    ],
)
def test_a_question_is_answered_from_its_row(
    tables: Assistant, question: str, told: tuple[str, ...], untold: str
) -> None:
    answer = tables.ask(question)
    assert not answer.refused, answer.text
    assert all(part in answer.text for part in told), answer.text
    assert untold not in answer.text, answer.text


def test_a_figure_of_one_of_two_goals_does_not_answer_for_the_other(tables: Assistant) -> None:
    assert "52" not in tables.ask("西湖区2024年上半年有多少个村装了充电桩?").text


def test_the_plan_of_the_year_is_asked_without_the_word_for_money(tables: Assistant) -> None:
    first = tables.ask("拱墅区杭钢智造产业园1-9月完成投资多少?")
    second = tables.ask("年度计划是多少?", [turn_of(first)])
    third = tables.ask("责任单位是谁?", [turn_of(first), turn_of(second)])
    assert "18800万元" in first.text
    assert "21000万元" in second.text
    assert "92000" not in second.text
    assert "区经信局" in third.text


@pytest.mark.parametrize("asked", ["其中今年安排的投资是多少?", "这里面今年要花多少钱?"])
def test_what_a_year_takes_of_a_whole_cost_is_told_of_the_same_row(
    tables: Assistant, asked: str
) -> None:
    first = tables.ask("拱墅区杭钢智造产业园总共要花多少钱?")
    second = tables.ask(asked, [turn_of(first)])
    assert "92000万元" in first.text
    assert "21000万元" in second.text
    assert "52000" not in second.text


def test_what_was_put_in_by_now_is_no_whole_cost(tables: Assistant) -> None:
    answer = tables.ask("拱墅区杭钢智造产业园今年已经投进去多少钱?")
    assert "18800万元" in answer.text
    assert "92000" not in answer.text


def test_what_another_place_did_is_no_plan_though_a_plan_was_spoken_of(tables: Assistant) -> None:
    first = tables.ask("临安区2023年计划新增规上工业企业多少家?")
    plan = "临安区2023年计划新增规上工业企业多少家?"
    before = turn_of(first)
    assert before.standalone_question == plan
    told = tables.ask("余杭区2024年新增多少家?", [before])
    assert "38家" in told.text, told.text
    assert "45家" not in told.text
