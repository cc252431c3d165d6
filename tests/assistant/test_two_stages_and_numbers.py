"""Works at two stages in several years, the numbers of a chapter's rows, and these years.

Everything here is invented but the name of the county.
"""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """云和县2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案

一、2022年计划执行情况
开工幼儿园9所、竣工投用11所,新增高新技术企业17家。

二、2023年主要任务
开工幼儿园4所、竣工幼儿园6所,新增高新技术企业21家。
"""
TABLE = """云和县2024年重点任务分解表

序号 | 工作任务 | 牵头单位 |
一、产业强县
1 | 新增规上企业12家。 | 县经信局 |
2 | 引进项目20个。 | 县商务局 |
二、民生改善
3 | 新增学位400个。 | 县教育局 |
4 | 改造食堂7家。 | 县民政局 |
5 | 新建公园2个。 | 县住建局 |
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"report.txt": REPORT, "table.txt": TABLE}
    return open_over(tmp_path_factory.mktemp("two_stages"), documents)


@pytest.mark.parametrize(
    "question",
    [
        "云和县2022年开工、竣工的幼儿园各多少所?2023年准备各几所?",
        "云和县2022年开工幼儿园几所、竣工几所?2023年计划呢?",
        "云和县2022年和2023年开工、竣工幼儿园各多少所?",
    ],
)
def test_both_stages_are_told_of_each_year(county: Assistant, question: str) -> None:
    answer = county.ask(question)
    assert_says(answer, ["开工幼儿园9所", "竣工投用11所"], ["高3所", "低3所"])


def test_what_was_begun_is_not_set_against_what_is_done(county: Assistant) -> None:
    answer = county.ask("云和县2022年开工幼儿园数和2023年竣工幼儿园数哪个多?")
    assert "3所。" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "云和县2024年任务表第二部分共几项任务?起止序号是第几到第几?",
        "云和县2024年任务表第二部分的序号从几到几?",
        "云和县2024年任务表“民生改善”部分是从第几项到第几项?",
    ],
)
def test_rows_of_a_chapter_go_from_one_number_to_another(county: Assistant, question: str) -> None:
    assert_says(county.ask(question), ["共3项", "从第3项", "到第5项"], ["食堂", "序号:"])


def test_these_years_count_none(county: Assistant) -> None:
    answer = county.ask("把云和县2022、2023这几年新增高新技术企业的数排个序")
    assert_says(answer, ["17家", "21家"], [])
