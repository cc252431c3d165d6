"""What a row, a list between or a sort adds to a name: the thing asked for, told with its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant
from assistant.tables.focus import turn_of

ITEMS = """怀远县2025年民生实事项目上半年进展情况

一、教育类

1.项目名称:中小学教室照明改造
责任单位:县教育局
建设内容及目标:完成17所学校420间教室照明改造
上半年进展:完成8所学校213间教室改造,完成投资260万元

二、养老类

2.项目名称:居家适老化改造工程
责任单位:县民政局
建设内容及目标:完成特殊困难老年人家庭适老化改造360户
上半年进展:完成改造145户,完成投资52万元

3.项目名称:无障碍改造
责任单位:县残联
建设内容及目标:改造无障碍设施60处
上半年进展:为困难残疾人家庭改造19户,完成设施改造34处
"""

REPORT = """# 固镇县2024年国民经济和社会发展计划执行情况
一、2023年计划执行情况
2023年,高标准推进农村道路58条212公里,王庄路等23条道路开工,任桥路等14条道路完工。
开展补贴性职业技能培训4120人次。优化调整12路、15路、城西线等常规公交线路9条。
全年安排水毁修复重建项目46个,总投资8.3亿元。
"""


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"items.txt": ITEMS, "report.txt": REPORT}
    return open_over(tmp_path_factory.mktemp("named"), documents)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("怀远县2025年上半年教室照明改造完成了多少间?", "213间", "420间"),
        ("怀远2025年教室照明改造计划做多少间?", "420间", "213间"),
        ("怀远县2025年上半年居家适老化改造完成了多少户?", "145户", "360户"),
        ("怀远县2025年上半年无障碍改造做了多少处?", "34处", "19户"),
        ("固镇县2023年推进农村道路,其中完工了几条?", "14条", "58条"),
        ("固镇县2023年推进农村道路,开工了多少条?", "23条", "58条"),
        ("固镇县2023年职业技能培训做了多少人次?", "补贴性职业技能培训4120人次", "9条"),
        ("固镇县2023年优化了多少条公交线路?", "9条", "4120"),
        ("固镇县2023年一共安排了多少个水毁重建项目,总投资多大?", "46个", "未"),
    ],
)
def test_what_a_name_is_told_with_does_not_hide_it(
    named: Assistant, question: str, told: str, untold: str
) -> None:
    assert_says(named.ask(question), [told], [untold])


def test_a_part_of_what_was_pursued_is_told_by_its_own_count(named: Assistant) -> None:
    before = turn_of(named.ask("固镇县2023年推进了多少条农村道路,总长多少?"))
    assert_says(named.ask("其中完工了几条?", [before]), ["14条"], ["58条"])


LISTS = """# 泗县2023年国民经济和社会发展计划执行情况
2022年,5个省重点项目完成投资9.4亿元,21个市重点推进类项目完成投资38.6亿元。新认定省示范合作社7家。
"""


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("泗县2022年市重点项目完成投资多少?", "38.6亿元", "9.4亿元"),
        ("泗县2022年省重点项目完成投资多少?", "9.4亿元", "38.6亿元"),
        ("泗县2022年全县省市重点项目完成投资多少?", "亿元", "7家"),
    ],
)
def test_a_list_of_one_level_is_told_for_itself(
    tmp_path: Path, question: str, told: str, untold: str
) -> None:
    answer = open_over(tmp_path, {"lists.txt": LISTS}).ask(question)
    assert_says(answer, [told], [untold])


@pytest.mark.parametrize(
    "question", ["泗县2022年县重点项目完成投资多少?", "泗县2022年新认定市示范合作社多少家?"]
)
def test_a_list_of_another_level_is_no_answer(tmp_path: Path, question: str) -> None:
    assert open_over(tmp_path, {"lists.txt": LISTS}).ask(question).refused


def test_a_name_of_another_document_is_not_let_go(tmp_path: Path) -> None:
    report = "星河县2024年政府工作报告\n\n2023年，新建学校和幼儿园13所，新增学位9450个。\n"
    works = (
        "沅湘县2024年重点项目进展表\n\n序号\t项目名称\t建设内容\t进展\n"
        "1\t桃湖第三小学\t新建教学楼2栋\t主体结顶\n2\t桃湖湿地\t修复湿地30亩\t已完工\n"
    )
    bases = open_over(tmp_path, {"report.txt": report, "works.txt": works})
    assert_says(bases.ask("2023年新增学位几个?"), ["9450个"], [])
    assert "9450" not in bases.ask("桃湖三小这学校设了几个学位?").text


def test_who_built_something_is_no_count(tmp_path: Path) -> None:
    report = "星河县2024年政府工作报告\n\n2023年，新增幼儿园学位2070座，新增上市企业6家。\n"
    bases = open_over(tmp_path, {"report.txt": report})
    assert bases.ask("哪家施工企业承建了星河县2023年新增幼儿园学位的项目?").refused
