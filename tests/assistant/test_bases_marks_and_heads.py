"""Rates on two bases, rows that end with their state, figures for so many people, what is left."""

from __future__ import annotations

import pytest
from conftest import open_over, talk

from assistant.chain import Assistant

REPORT = """苍溪县2023年国民经济和社会发展计划执行情况与2024年计划草案的报告
一、2023年计划执行情况
一般公共预算收入12.4亿元,剔除留抵退税因素后增长4.2%、自然口径下降1.7%。
二、2024年主要目标
地区生产总值增长6%左右、力争6.4%。
"""
PLAN = """苍溪县“十四五”规划纲要
专栏1 主要指标
类别 ｜ 序号 ｜ 指标 ｜ 2020年 ｜ 2025年 ｜ 属性
绿色生态 ｜ 1 ｜ 森林覆盖率（%） ｜ 45.5 ｜ 49 ｜ 约束性
　 ｜ 2 ｜ 空气质量优良天数比例（%） ｜ 86.3 ｜ 88 ｜ 约束性
民生福祉 ｜ 3 ｜ 每千人口拥有3岁以下婴幼儿托位数（个） ｜ 1.4 ｜ 4.6 ｜ 预期性
"""
THINGS = """苍溪县2024年民生实事办理情况(截至11月30日)

第一件 增加学位
目标内容:新建学校2所。
责任单位:县教育局
办理情况:2所学校已开学使用。该事项已办结。

第二件 改善居住
目标内容:完成老旧小区改造9个。
责任单位:县住建局
办理情况:老旧小区改造完成7个,其余2个(桂园小区、北门小区)完成工程量的60%。

第三件 便民出行
目标内容:新建公厕5座。
责任单位:县城管局
办理情况:新建公厕6座。已办结。

第四件 治水
目标内容:整治河湖水质。
责任单位:县水利局
办理情况:嘉陵湖Ⅲ类;东河湖3月、4月为Ⅳ类,正在整治。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"report.txt": REPORT, "plan.txt": PLAN, "things.txt": THINGS}
    return open_over(tmp_path_factory.mktemp("bases"), texts)


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (
            ["苍溪县2023年一般公共预算收入涨了还是跌了?"],
            ["剔除留抵退税因素后增长4.2%", "自然口径下降1.7%"],
        ),
        (["苍溪县2023年一般公共预算收入自然口径下降多少?"], ["自然口径下降1.7%"]),
        (["苍溪县2024年GDP目标增长多少?"], ["6%左右", "力争6.4%"]),
        (["苍溪县2020年森林覆盖率是多少?"], ["苍溪县2020年:", "45.5%"]),
        (["苍溪县森林覆盖率到2025年是多少?"], ["49%"]),
        (["苍溪县森林覆盖率到2025年是多少?是约束性的还是预期性的"], ["49%", "约束性"]),
        (["苍溪县2020年每千人有多少个3岁以下托位?"], ["1.4个"]),
        (["苍溪县2024年民生实事哪几件标明已经办结?"], ["第一件", "第三件"]),
        (["苍溪县2024年老旧小区改造到11月底完成几个?", "剩下是哪两个"], ["桂园", "北门"]),
        (["苍溪县2024年东河湖哪几个月是Ⅳ类?"], ["3月、4月"]),
    ],
)
def test_what_was_asked_is_told_in_full(
    county: Assistant, questions: list[str], said: list[str]
) -> None:
    text = talk(county, *questions).text
    assert all(words in text for words in said), text


def test_a_rate_keeps_its_own_basis(county: Assistant) -> None:
    text = county.ask("苍溪县2023年一般公共预算收入多少,增长多少?").text
    assert "退税因素后下降" not in text
    assert "第二件" not in county.ask("苍溪县2024年民生实事哪几件已办结?").text


OTHER = """剑阁县2024年重点任务清单及上半年进展

| 序号 | 目标任务 | 牵头单位 | 上半年进展 |
|---|---|---|---|
| 1 | 新建公厕8座 | 县城管局 | 建成3座。 |
| 2 | 新增绿道12公里 | 县林业局 | 完成7公里。 |
"""


@pytest.mark.parametrize(
    "question",
    [
        "新建公厕,苍溪县2024年和剑阁县2024年谁完成目标了?",
        "苍溪县和剑阁县2024年新建公厕都完成目标了吗?",
    ],
)
def test_each_place_is_held_against_its_own_goal(
    tmp_path_factory: pytest.TempPathFactory, question: str
) -> None:
    texts = {"things.txt": THINGS, "other.md": OTHER}
    text = open_over(tmp_path_factory.mktemp("goals"), texts).ask(question).text
    assert "已达到,高于目标1座" in text
    assert "未达到,低于目标5座" in text
    assert "苍溪县(5座)" not in text
