"""What is still to come is no result; how much of a plan is done is told of the thing before it."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """缙云县2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告

一、2023年国民经济和社会发展计划执行情况

5个省重点工程完成投资8.4亿元,完成年度计划的131%,24个县重点更新类项目完成投资61.5亿元,完成年度计划的118%。标准厂房建设有序推进,开工、续建标准厂房9个、85万平方米,新增生产空间41万平方米。失业人员再就业4180人,就业困难人员再就业960人。村级工坊开工壶镇竹艺坊等15个。引进中国500强企业项目2个。举办“对话500强”、侨商浙西行等活动12场。

二、2024年主要目标和任务

新增建成区绿化区域面积6%,装备制造、软件服务业营收分别达到310亿元、28亿元。续建保障房7.1万方、完工5.2万方。新建绿道30公里、健身步道12公里。加快村级工坊建设,力争开工8个,投用3个。与朝鲜半岛有关院校合办“海东学堂”。

(一)深化平安建设

1.抓实平安建设。做细网格走访,开展隐患滚动排查。健全矛盾联调机制。
"""
TABLE = """缙云县2023年政府工作报告重点任务三季度进展情况表

序号 | 工作任务 | 牵头单位 | 进展情况
1 | 续建标准厂房6个 | 县经信局 | 已谋划标准厂房项目14个,可新增生产空间190万平方米。
2 | 推动重点产业项目 | 县发改局 | 2023年,全县共有17个项目列入省5亿元以上制造业重大项目计划。1-9月,完成制造业投资64亿元,完成年度计划的208%。
3 | 制造业投资增长15% | 县发改局 | 1-9月,全县制造业投资持续高速增长,完成投资98.2亿元,增速21.5%。
"""  # noqa: E501

OTHER = """遂昌县2023年国民经济和社会发展计划执行情况报告

一、2023年国民经济和社会发展计划执行情况

交通工程开工26个,竣工11个。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"report.txt": REPORT, "table.txt": TABLE}
    return open_over(tmp_path_factory.mktemp("to-come"), documents)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"report.txt": REPORT, "table.txt": TABLE, "other.txt": OTHER}
    return open_over(tmp_path_factory.mktemp("places"), documents)


@pytest.mark.parametrize(
    "question",
    [
        "缙云县2023年标准厂房这块实际新增了多少生产空间?",
        "缙云县2023年新增生产空间多少?",
        "标准厂房2023年在缙云县新增了多少生产空间",
    ],
)
def test_what_could_be_added_was_not_added(county: Assistant, question: str) -> None:
    assert_says(county.ask(question), ["41万平方米"], ["190", "85万", "9个"])


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("缙云县2023年县重点更新类项目完成年度计划的百分之几?", ["118%"], ["131%"]),
        ("缙云县2023年省重点工程的计划完成率是多少?", ["131%"], ["118%"]),
        ("缙云县2023年县重点更新类项目完成了年度计划的131%,我没记错吧?", ["118%"], ["131%"]),
    ],
)
def test_how_much_of_a_plan_is_done_is_of_what_stands_before_it(
    county: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(county.ask(question), said, unsaid)


def test_what_was_put_into_projects_on_a_list_is_told_of_them(county: Assistant) -> None:
    listed = "缙云县2023年列入省5亿元以上制造业重大项目计划的项目,1-9月"
    asked = county.ask(f"{listed}完成制造业投资多少?占年度计划百分之几?")
    assert_says(asked, ["64亿元", "208%"], ["98.2"])
    assert_says(county.ask("缙云县2023年1-9月制造业投资完成多少?"), ["98.2亿元"], ["64亿"])


def test_names_side_by_side_share_what_an_industry_ends_in(county: Assistant) -> None:
    assert_says(county.ask("缙云县2024年装备制造业营收的目标是多少?"), ["310亿元"], ["28亿"])
    assert_says(county.ask("缙云县2024年软件服务业营收的目标是多少?"), ["28亿元"], ["310"])


def test_a_share_that_is_added_is_no_growth(county: Assistant) -> None:
    told = county.ask("缙云县2024年要新增百分之几的建成区绿化面积?")
    assert_says(told, ["6%"], [])


def test_a_step_of_a_plan_is_told_as_planned_where_no_result_is(county: Assistant) -> None:
    asked = ["缙云县2024年保障房要续建多少?", "完工多少?", "到6月底已经完工多少了?"]
    assert_says(talk(county, *asked[:2]), ["目标", "5.2万"], ["7.1"])
    assert talk(county, *asked).refused


def test_two_steps_are_asked_in_one_follow_up(county: Assistant) -> None:
    asked = ["缙云县2023年村级工坊开工了多少个?", "2024年打算开工几个、投用几个?"]
    assert_says(talk(county, *asked), ["8个", "3个"], ["15个"])


def test_a_verb_and_how_many_ask_of_nothing(places: Assistant) -> None:
    asked = ["开工了几个?", "我是说缙云县2023年的村级工坊,看计划执行报告"]
    assert places.ask(asked[0]).refused
    assert_says(talk(places, *asked), ["15个"], ["9个", "26个"])


def test_names_are_asked_of_what_was_counted_alone(county: Assistant) -> None:
    assert county.ask("缙云县2023年引进的那两个中国500强项目,具体是哪两家公司?").refused


def test_whose_and_of_when_is_one_question(county: Assistant) -> None:
    told = county.ask("打算和朝鲜半岛院校合办“海东学堂”的是丽水哪个县,哪一年的任务?")
    assert_says(told, ["缙云县2024年"], ["没有丽水"])


def test_what_was_arranged_for_a_year_is_no_result_of_it(county: Assistant) -> None:
    told = county.ask("缙云县2024年对平安建设作了哪些部署?")
    assert_says(told, ["网格"], ["没有给出"])


def test_what_is_done_by_those_named_is_asked_of_them_alone(county: Assistant) -> None:
    for question in (
        "就业困难人员这块,缙云县2023年实际再就业的有多少人?",
        "缙云县2023年实际再就业的就业困难人员多少人?",
    ):
        assert_says(county.ask(question), ["960人"], ["4180"])
    assert_says(county.ask("缙云县2023年再就业多少人?"), ["4180人"], ["960人"])


def test_a_report_is_asked_and_no_table_beside_it(county: Assistant) -> None:
    told = county.ask("缙云县年度报告里,2023年标准厂房开工、续建了多少个?")
    assert_says(told, ["9个"], ["14个"])


def test_a_path_for_exercise_is_told_before_a_greenway(county: Assistant) -> None:
    assert_says(county.ask("缙云县2024年健身步道要建多少公里?"), ["12公里"], ["30公里"])
