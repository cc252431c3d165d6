"""Ranks in a list that the clause before names; sums over years; what is new of several sorts."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """庆元县2024年政府工作报告

一、2023年工作回顾
入选全国营商环境百强县,排名第41位。跻身中国县域创新百强,位列第57位。获评全国绿色发展百强县市第62位。全国双拥模范城实现四连冠。
新增养老机构床位145张,全县养老床位总数达到2260张。建成家庭养老照护床位320张。

二、2024年工作安排
地区生产总值增长6%以上,固定资产投资增长8%。
"""
PLAN = """遂昌县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要

第一章 发展基础

第一节 “十三五”发展成就
“十三五”时期,遂昌县综合实力明显增强。2020年实现地区生产总值130.5亿元,五年年均增长6.8%;固定资产投资五年累计完成402亿元;社会消费品零售总额62.4亿元。
五年累计新增城镇就业1.9万人,五年来新建学校12所,城镇居民人均可支配收入五年平均增长8.3%。

第二章 主要目标
到2025年,地区生产总值达到190亿元。“十四五”时期累计完成固定资产投资600亿元。
"""
TERM = """景宁县2022年政府工作报告

一、过去五年和2021年工作回顾
五年来,我们坚持生态立县。五年累计完成固定资产投资310亿元,新建农村公路286公里。
2021年,固定资产投资增长7.7%。五年共引进项目144个,2021年引进项目31个。

二、2022年工作安排
地区生产总值增长7%左右。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"report.txt": REPORT, "plan.txt": PLAN, "term.txt": TERM}
    return open_over(tmp_path_factory.mktemp("lists"), texts)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("全国营商环境百强县里,庆元排第几名?", ["第41位"], ["57", "62"]),
        ("庆元县在中国县域创新百强中排多少位?", ["第57位"], ["41", "62"]),
        ("庆元绿色发展百强第几位?", ["第62位"], ["41", "57"]),
        ("庆元县2023年新增养老床位多少张?", ["养老机构床位145张"], ["320", "2260"]),
        ("庆元县2023年养老床位总数多少?", ["2260张"], ["145", "320"]),
        ("遂昌县十三五期间固定资产投资累计多少?", ["402亿元"], ["600"]),
        ("遂昌县十三五GDP年均增长多少?", ["6.8%"], []),
        ("遂昌县十四五固定资产投资目标多少?", ["600亿元"], ["402"]),
        ("遂昌县2020年社会消费品零售总额多少?", ["62.4亿元"], []),
        ("景宁县五年引进项目多少个?", ["144个", "2017-2021年"], ["31"]),
        ("景宁县2021年引进项目多少个?", ["31个"], ["144"]),
    ],
)
def test_a_list_or_a_span_of_years_is_told_by_its_own_figure(
    told: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(told.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question",
    [
        "庆元县双拥模范城排名第几?",
        "遂昌县2020年固定资产投资多少?",
        "遂昌县2020年城镇居民人均可支配收入增长多少?",
        "遂昌县2020年新增城镇就业多少?",
        "景宁县2021年新建农村公路多少公里?",
    ],
)
def test_no_year_is_told_the_sum_of_several(told: Assistant, question: str) -> None:
    answer = told.ask(question)
    assert answer.refused, answer.text
