"""Follow-ups that ask one thing more of what was told: its rank, how much more, one level."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

BULLETIN = """荔城区2023年国民经济和社会发展统计公报

一、综合

2023年全区实现地区生产总值412.6亿元,比上年增长5.2%,增幅全市排第3位;社会消费品零售总额188.4亿元,比上年增长6.7%,增幅全市排第5位。金融业增加值27亿元,增长4.6%;房地产业19.3亿元,下降5.4%。

城乡常住居民人均可支配收入分别达51320元、24186元,分别增长4.4%、7.3%。

二、生态环境

可吸入颗粒物PM2.5平均浓度达36微克/立方米;可吸入颗粒物PM10平均浓度达58.3微克/立方米,全年城区空气质量优良天数达301天,比上年增加17天。

三、重点工程

2023年,我区省市区重点工程项目共24项。总投资386.4亿元,当年计划投资52.8亿元。

1-12月份,完成投资58.1亿元,投资完成率110%。其中:

市级6项,概算投资96.3亿元,当年计划投资14.5亿元。1-12月份完成投资15.1亿元,投资完成率104.1%。

区级10项,概算投资169.6亿元,当年计划投资22.3亿元。1-12月份完成投资23.8亿元,投资完成率106.7%。
"""


@pytest.fixture(scope="module")
def bulletin(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("further"), {"bulletin.txt": BULLETIN})


@pytest.mark.parametrize(
    ("questions", "said", "unsaid"),
    [
        (["荔城区GDP多少?", "社零呢?", "排名呢?"], ["第5位"], ["412.6", "第3位", "相差"]),
        (["荔城区优良天数多少?", "比上年多几天?"], ["17天"], ["301天"]),
        (["荔城区优良天数多少?", "比上年增加多少天?"], ["17天"], ["301天"]),
        (["荔城区PM2.5平均浓度多少?", "优良天数呢,比上年多几天?"], ["17天"], ["微克"]),
        (["荔城区PM2.5平均浓度多少?", "PM10呢?"], ["58.3微克/立方米"], ["36"]),
        (["荔城区金融业增加值多少?", "房地产呢?"], ["19.3亿元"], ["27亿元"]),
        (["荔城区城乡居民收入分别是多少?"], ["51320元", "24186元"], []),
        (["荔城区市级重点工程完成投资多少?", "区级的呢?"], ["23.8亿元"], ["58.1", "15.1"]),
        (["荔城区市级重点工程超计划多少亿元?"], ["14.5亿元"], ["96.3", "58.1", "81.8"]),
        (["荔城区区级重点工程完成投资比计划高多少?"], ["1.5亿元"], ["169.6", "58.1"]),
        (["荔城区重点工程完成投资多少?"], ["58.1亿元"], ["15.1", "23.8"]),
    ],
)
def test_one_thing_more_is_told_of_what_was_spoken_of(
    bulletin: Assistant, questions: list[str], said: list[str], unsaid: list[str]
) -> None:
    assert_says(talk(bulletin, *questions), said, unsaid)


WORKS = """荔城区2024年重点项目进展(截至9月底)

区重点项目共212个,9月底在建187个。

新建重点项目94个,总投资286.3亿元;续建重点项目118个,总投资574.8亿元。
"""


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("荔城区2024年新建的重点项目有多少个?", ["94个"], ["212", "187", "118"]),
        ("荔城区2024年续建的重点项目有多少个?", ["118个"], ["212", "187", "94"]),
        ("荔城区2024年重点项目共多少个?", ["212个"], ["94", "118"]),
    ],
)
def test_new_projects_are_some_of_all(
    tmp_path: Path, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(open_over(tmp_path, {"works.txt": WORKS}).ask(question), said, unsaid)


def test_all_projects_do_not_tell_how_many_are_new(tmp_path: Path) -> None:
    all_told = WORKS.partition("新建重点")[0]
    answer = open_over(tmp_path, {"works.txt": all_told}).ask("荔城区2024年新建的重点项目有多少个?")
    assert answer.refused
