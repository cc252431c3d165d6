"""Shares, stocks and the time of a figure, asked for as people do who have read no report."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant
from assistant.tables.focus import turn_of

REPORT = """奉化区2024年政府工作报告

一、2023年工作回顾

2023年,一般公共预算收入96.4亿元,增长3.2%,其中税收收入70.3亿元,占比72.9%。教育支出31.6亿元,占一般公共预算支出的26.7%。“五一”、国庆假期接待游客分别为48万人次、163万人次。省重点项目12个,完成投资31.5亿元,占年度计划的92.4%。税收超亿元楼宇14栋。建成长者饭堂23个。高新技术企业新增61家,累计达到402家。

当前经济运行还存在不少困难和问题:一是投资后劲不足,新开工项目偏少;二是消费恢复偏慢,批发业下降。
"""
OTHER = """宁海县2024年政府工作报告

一、2023年工作回顾

2023年,教育支出占一般公共预算支出的22.8%,高新技术企业达到318家。
"""
BULLETIN = """象山县2024年国民经济和社会发展统计公报

一、科技

全年R&D经费支出[1]18.34亿元,占地区生产总值比重2.61%。

注:
[1]R&D经费支出为2023年数据。
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"report.txt": REPORT, "other.txt": OTHER, "bulletin.txt": BULLETIN}
    return open_over(tmp_path_factory.mktemp("shares"), texts)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("奉化23年一般公共预算收入里,税收占了百分之多少?", "72.9%", "没有"),
        ("奉化23年省重点项目完成投资多少,是年度计划的百分之几?", "92.4%", "没有"),
        ("奉化23年省重点项目完成投资几亿,占全年计划百分之多少?", "92.4%", "没有"),
        ("2023年“五一”放假那几天,去奉化玩的游客有多少人次?", "48万人次", "163"),
        ("奉化一年交税过亿的写字楼有多少栋", "14栋", "没有"),
        ("奉化23年建了多少家长者饭堂", "23个", "没有"),
        ("奉化23年高新技术企业新增几家?现在一共几家?", "402家", "没有"),
        ("教育上奉化23年一共花了多少亿?", "31.6亿元", "没有"),
        ("归纳一下奉化23年经济运行里暴露的主要矛盾和短板", "投资后劲不足", "没有"),
        ("象山公报里R&D经费支出18.34亿元,这数到底是哪年的?", "2023年", "没有"),
    ],
)
def test_what_is_asked_in_everyday_words_is_told(
    reports: Assistant, question: str, said: str, unsaid: str
) -> None:
    assert_says(reports.ask(question), [said], [unsaid])


def test_a_note_that_dates_a_figure_is_cited(reports: Assistant) -> None:
    answer = reports.ask("象山R&D经费支出18.34亿元是哪年的数据?")
    assert any("2023年数据" in c.text for c in answer.citations)


def test_a_share_turned_to_another_place_compares_nothing(reports: Assistant) -> None:
    history = []
    for question, said in (
        ("奉化23年花在教育上的钱有多少亿?", "31.6亿元"),
        ("占一般公共预算支出百分之几?", "26.7%"),
        ("宁海23年这个占比是多少?", "22.8%"),
    ):
        answer = reports.ask(question, history)
        assert said in answer.text
        history.append(turn_of(answer))
    assert "26.7" not in answer.text
    assert reports.ask("那具体是多少亿元?", history).refused
