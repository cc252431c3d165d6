"""Labels beside others, and places whose times are their own: 签署日期, 状态, 全年 and 前三季度."""

from __future__ import annotations

import pytest
from conftest import open_over, talk

from assistant.chain import Assistant

REPORT = """衢州市龙游县人民政府
2024年政府工作报告(摘要)

索引号:003381/2024-00031    公开范围:全部公开
签署日期:2024-01-08    登记日期:2024-01-10

2023年工作回顾

2023年,面对复杂多变的外部环境,县人民政府团结带领全县人民攻坚克难,实现地区生产总值301.5亿元,同比增长6.1%,城镇新增就业1.21万人。

▲ 科创引领,发展动能更强
竹海新城全年新增科技型中小企业62家、总数达到318家;技术合同成交额12.6亿元。农村常住居民人均可支配收入年初计划增长8%,全年完成31240元,增长7.2%。
"""
LIST = """常山县2024年民生实事完成情况公示

日期:2024-12-28  来源:常山县人民政府办公室

2024年,县委、县政府确定实施民生实事4件,由县级部门牵头推进。现将完成情况公示如下。

01 城区停车扩容
目标任务:新增停车泊位800个。
完成情况:新增停车泊位760个,其余正在划线。
牵头单位:县住建局    状态:收尾中

02 乡村书房
目标任务:建成乡村书房12家。
完成情况:建成乡村书房13家。
牵头单位:县文旅局    状态:已完成

03 就业帮扶
目标任务:城镇新增就业2.0万人。
完成情况:城镇新增就业2.06万人。
牵头单位:县人社局    状态:已完成

04 道路提升
目标任务:提升农村公路30公里。
完成情况:提升农村公路24公里。
牵头单位:县交通运输局    状态:收尾中
"""
PROGRESS = """开化县2024年重点工作推进情况表
(截至2024年9月30日)

序号 | 工作任务 | 年度目标 | 牵头单位 | 推进情况
1 | 稳定就业 | 城镇新增就业1.5万人 | 县人社局 | 城镇新增就业1.32万人。
2 | 植树造林 | 造林3000亩 | 县林业局 | 完成造林2600亩。
3 | 绿道建设 | 新建绿道20公里 | 县住建局 | 已建成绿道16公里。
4 | 利用外资 | 实际使用外资5亿美元 | 县商务局 | 1-8月到账外资2.3亿美元。
"""


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"report.txt": REPORT, "list.txt": LIST, "progress.txt": PROGRESS}
    return open_over(tmp_path_factory.mktemp("labels"), texts)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("龙游县2023年竹海新城科技型中小企业有多少家?", "318家"),
        ("龙游县2023年竹海新城新增科技型中小企业多少家?", "62家"),
        ("龙游县农村居民收入2023年是多少?", "31240元"),
        ("常山县民生实事里还在收尾的是哪几件?", "道路提升"),
        ("常山县民生实事中状态为收尾中的有哪几件?", "城区停车扩容"),
    ],
)
def test_a_figure_is_of_its_label_and_year(made_up: Assistant, question: str, told: str) -> None:
    answer = made_up.ask(question)
    assert not answer.refused
    assert told in answer.text


def test_what_is_done_is_not_being_finished(made_up: Assistant) -> None:
    assert "乡村书房" not in made_up.ask("常山县哪几件民生实事还在收尾?").text


def test_results_of_the_year_reported_are_not_of_the_plan(made_up: Assistant) -> None:
    assert made_up.ask("龙游县2024年技术合同成交额是多少?").refused


def test_places_named_again_to_be_compared_keep_their_times(made_up: Assistant) -> None:
    asked = "城镇新增就业,常山2024全年和开化2024年前三季度分别多少?开化比常山少多少万人"
    text = made_up.ask(asked).text
    assert "2.06万人" in text
    assert "1.32万人" in text
    assert "0.74万人" in text
    assert "只能参考" in text


def test_money_that_arrived_is_a_result_and_an_office_in_charge_is_no_thing(
    made_up: Assistant,
) -> None:
    turns = ["开化县2024年利用外资目标多少?", "到账多少了?", "哪个局在抓?"]
    assert "5亿美元" in talk(made_up, *turns[:1]).text
    assert "2.3亿美元" in talk(made_up, *turns[:2]).text
    assert "县商务局" in talk(made_up, *turns).text


def test_two_states_of_one_column_are_asked_each_by_itself(made_up: Assistant) -> None:
    text = made_up.ask("常山县民生实事完成几件,几件在收尾?").text
    assert "没有符合的" not in text
    assert "城区停车扩容" in text
