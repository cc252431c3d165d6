"""Money that was asked for is told of the very thing, and a count of it is no money."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

PROJECTS = """蒲江县2025年为民办实事项目上半年进展情况

一、城乡宜居类

1.项目名称:村级卫生室改造
责任单位:县卫健局
建设内容及目标:改造村级卫生室6个
年度计划投资:240万元
上半年进展:寿安、大塘、朝阳湖等6个村级卫生室全部完成改造并启用,项目完工

2.项目名称:乡村道路改造
责任单位:县交通运输局
建设内容及目标:改造乡村道路38公里
年度计划投资:5200万元
上半年进展:完成乡村道路改造21.5公里,改造涵洞4处,完成投资2870万元

3.项目名称:校园直饮水提升
责任单位:县教育局
建设内容及目标:为42所学校安装直饮水设备
年度计划投资:310万元
上半年进展:42所学校全部完成安装,项目完工
"""


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("projects"), {"projects.txt": PROJECTS})


@pytest.mark.parametrize(
    "question",
    [
        "蒲江县6个村级卫生室改造,上半年实际花了多少投资?",
        "蒲江县村级卫生室改造上半年完成投资多少?",
        "蒲江县校园直饮水提升上半年完成投资多少?",
    ],
)
def test_money_of_another_row_and_a_count_are_not_told(projects: Assistant, question: str) -> None:
    answer = projects.ask(question)
    assert answer.refused, answer.text
    assert "2870" not in answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("蒲江县乡村道路改造上半年完成投资多少?", "2870万元"),
        ("蒲江县村级卫生室改造年度计划投资多少?", "240万元"),
    ],
)
def test_money_of_the_row_is_told(projects: Assistant, question: str, said: str) -> None:
    assert_says(projects.ask(question), [said], [])


YEARLY = """青柳县2025年重点项目投资计划的通知

附件:青柳县2025年重点项目清单
单位:亿元

一、先进制造业

1.项目名称:赤峰岭传感器产业园
建设性质:续建
总投资:31.5
年度投资:7.4
建设年限:2024—2026年
责任单位:青柳经开区管委会

2.项目名称:月河古街更新工程
建设性质:新开工
总投资:8.6
年度投资:2.9
建设年限:2025—2027年
责任单位:月河镇人民政府

二、社会民生

3.项目名称:第七小学迁建
建设性质:续建
总投资:3.3
年度投资:1.2
建设年限:2024—2026年
责任单位:县教育局
"""


@pytest.fixture(scope="module")
def yearly(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("yearly"), {"yearly.txt": YEARLY})


@pytest.mark.parametrize(
    "questions",
    [
        ["青柳县月河古街更新工程2025年打算投多少钱?"],
        ["月河古街更新工程一共要投多少亿?", "2025年投多少"],
        ["月河古街更新工程总投资多少?", "今年要投多少"],
    ],
)
def test_what_a_year_takes_is_not_the_whole_cost(yearly: Assistant, questions: list[str]) -> None:
    assert_says(talk(yearly, *questions), ["2.9亿元"], ["8.6"])


@pytest.mark.parametrize("last", ["2024年投多少", "2025年投了多少"])
def test_of_another_year_nothing_is_told(yearly: Assistant, last: str) -> None:
    answer = talk(yearly, "月河古街更新工程总投资多少?", last)
    assert answer.refused, answer.text


HOSPITAL = """青柳县2024年政府工作报告

一、2023年工作回顾

县中医院新院区主体完工。滨河大道改造工程建成通车。全年完成投资86亿元。全县医疗卫生机构床位4120张。
"""


@pytest.mark.parametrize(
    ("questions", "unsaid"),
    [
        (["青柳县中医院新院区2023年进展怎么样?", "一共多少张床位?"], "4120"),
        (["青柳县滨河大道改造工程2023年建成了吗?", "完成投资多少?"], "86"),
    ],
)
def test_what_a_thing_has_is_not_that_of_the_county(
    tmp_path: Path, questions: list[str], unsaid: str
) -> None:
    answer = talk(open_over(tmp_path, {"report.txt": HOSPITAL}), *questions)
    assert unsaid not in answer.text


BEGUN = """青柳县2025年三季度重点工作督查通报

全县纳入督查的重点项目48个,已开工43个,开工率89.6%。月河古街更新工程、青柳客运站等5个项目尚未开工。
"""


@pytest.mark.parametrize(
    "question",
    ["青柳县尚未开工的重点项目是哪几个?", "青柳县还没有开工的重点项目有几个?"],
)
def test_what_was_not_begun_is_not_told_by_what_was(tmp_path: Path, question: str) -> None:
    answer = open_over(tmp_path, {"notice.txt": BEGUN}).ask(question)
    assert "43" not in answer.text


def test_what_a_plan_was_exceeded_by_is_no_growth(tmp_path: Path) -> None:
    title = "青柳县农业农村局2024年工作总结"
    text = f"{title}\n\n农业重大项目11个,完成年度投资27.3亿元,超年度计划3.3亿元。\n"
    answer = open_over(tmp_path, {"summary.txt": text}).ask("青柳县2024年农业重大项目年度投资多少?")
    assert "增长3.3" not in answer.text
