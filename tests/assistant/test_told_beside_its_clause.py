"""Figures whose time or subject stands in another clause, and words of talk around a question."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

TABLE = "\n".join(
    [
        "桐庐县2024年重点任务进展情况表",
        "",
        "序号 | 工作任务 | 责任单位 | 进展情况",
        "1 | 汽车产业产值达到120亿元 | 县经信局 | 1. 发放购车补贴3次。"
        " 2. 持续开展桐产车摇号活动，自2022年至2024年12月底已摇号27轮。",
        "2 | 做强数字贸易 | 县商务局"
        " | 11月18-19日，举办北欧设计合作论坛，集聚31家境外企业和院校参与。"
        "12月3日，举办外贸培训，41家企业参加。",
        "3 | 新开通勤专线9条，优化服务偏远片区公交线路6条，打通断头路3条 | 县交通局"
        " | 新开通勤专线11条，优化调整312、318、滨江线等常规公交线路16条。"
        "打通断头路2条，桐江路支线因征拆滞后顺延至2025年4月。",
        "",
    ]
)
PLAN = """淳安县国民经济和社会发展第十四个五年规划纲要

第一章 发展基础

“十三五”时期，地区生产总值年均增长6.2%；累计引进项目217个；累计建成公园21个，绿化覆盖率达到41.2%。

第二章 目标

到2025年，新建公园13个。到2025年，新增养老床位1240张。

指标 | 单位 | 2020年 | 2025年
养老床位数 | 张 | 2960 | 4200
公园绿地面积 | 亩 | 820 | 1150
"""
REPORT = """{}2023年国民经济和社会发展计划执行情况的报告

一、2023年执行情况

完成9个社区旧村改造回迁,惠及2360户。{}进出口总额{}。全年出生2316人,死亡3105人。
"""
DOCUMENTS = {
    "table.txt": TABLE,
    "plan.txt": PLAN,
    "a.txt": REPORT.format(
        "建德市", "“企业吹哨、部门报到”机制受理诉求3216件,办结率98.1%。", "312.4亿元"
    ),
    "b.txt": REPORT.format("兰溪市", "综合执法办结案件2127件,办结率95.3%。", "286.5亿元"),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("beside"), DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        # The days of an event, and the years that a count spans.
        ("桐庐县2024年11月办的北欧设计合作论坛来了多少家境外企业?", ["31家"], ["41家"]),
        ("桐庐县2022年到2024年底桐产车摇号摇了多少轮?", ["27轮"], ["3次"]),
        ("桐庐的桐产车到底摇了多少轮?", ["27轮"], ["3次"]),
        ("“十三五”期间淳安一共建成了几个公园?", ["21个"], ["13个", "217个"]),
        ("淳安“十四五”要新建几个公园?", ["13个"], ["21个"]),
        # How many there are to be, and what is to be new.
        ("淳安县养老床位2025年目标是多少张?", ["4200"], ["1240"]),
        ("淳安县2025年要新增多少张养老床位?", ["1240张"], ["4200"]),
        # What is done to things some of which are named, and what is put off.
        ("桐庐县2024年优化公交线路多少条?", ["16条"], ["6条，", "11条"]),
        ("桐庐县2024年说要优化公交线路6条,实际优化调整了多少条?", ["16条"], ["11条"]),
        ("桐庐县桐江路支线推迟到哪年哪月?", ["2025年4月"], []),
        # Two counts of people, each in the words of talk.
        ("建德2023年生了多少小孩、死了多少人?", ["2316人", "3105人"], []),
        # Who benefits from what the clause before tells.
        ("建德2023年旧村改造有多少户搬回新房?", ["2360户"], []),
        # Each side with words of its own, and talk around what is asked.
        (
            "建德企业吹哨的办结率和兰溪综合执法案件的办结率,各是多少?",
            ["98.1%", "95.3%"],
            ["文档未提供"],
        ),
        (
            "我想拿建德跟兰溪的23年进出口总额做个对比,两边各是多少,数字能放一块比不",
            ["312.4亿元", "286.5亿元"],
            ["文档未提供"],
        ),
    ],
)
def test_a_figure_is_told_by_what_stands_beside_its_clause(
    told: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(told.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question",
    [
        "桐庐县2024年10月办的北欧设计合作论坛来了多少家境外企业?",
        "桐庐县2021年到2023年桐产车摇号摇了多少轮?",
        "“十二五”期间淳安一共建成了几个公园?",
        "建德综合执法案件办结率是多少?",
        "桐庐县2024年新增公交线路多少条?",
    ],
)
def test_another_time_or_subject_stays_refused(told: Assistant, question: str) -> None:
    assert told.ask(question).refused
