"""Tables that rank their rows: who is where, who came up, and what each has of the whole score."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over, talk

RANKED = """督 查 通 报
〔2025〕第4期
东安县人民政府督查室    2025年10月12日

关于三季度全县环境整治情况的通报

三季度各镇得分及名次如下:

名次 单位 综合得分 河道清洁 道路养护 二季度名次
1 甲河镇 96.2 48.1 48.1 2
2 乙山镇 94.8 47.0 47.8 4
3 丙湖乡 93.5 47.5 46.0 1
4 丁桥镇 89.7 45.2 44.5 3
5 戊塘街道 80.3 40.1 40.2 5

三季度全县受理诉求1864件。
"""


@pytest.fixture(scope="module")
def ranked(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("ranked"), {"通报.txt": RANKED})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("东安县三季度排名第四的是哪个镇,得分多少?", ["丁桥镇", "89.7"], ["乙山镇"]),
        ("东安县三季度环境整治第一名是谁?", ["甲河镇"], ["丙湖乡"]),
        ("东安县三季度环境整治谁排最后?", ["戊塘街道"], ["甲河镇"]),
        ("东安县三季度环境整治倒数第二的是谁?", ["丁桥镇"], ["戊塘街道"]),
        ("东安县二季度排名第一的是谁?", ["丙湖乡"], ["甲河镇"]),
        ("东安县三季度前三名是哪几个乡镇?", ["甲河镇", "乙山镇", "丙湖乡"], ["丁桥镇"]),
        ("和二季度比,三季度东安县哪些乡镇名次上升了?", ["共2项", "甲河镇", "乙山镇"], ["丙湖乡"]),
        ("东安县三季度名次下降的乡镇有几个?", ["共2项", "丙湖乡", "丁桥镇"], ["戊塘街道"]),
        ("东安县有哪些乡镇的名次没有变化?", ["共1项", "戊塘街道"], ["甲河镇"]),
        ("东安县综合得分90分以上的乡镇有几个?", ["共3项"], ["丁桥镇"]),
        ("丁桥镇排第几?", ["名次:4"], ["3["]),
        ("东安县丁桥镇二季度排第几?", ["二季度名次:3"], ["4["]),
        ("丙湖乡三季度得分多少?", ["93.5"], ["47.5"]),
    ],
)
def test_rows_are_told_by_where_they_stand(
    ranked: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(ranked.ask(question), said, unsaid)


def test_a_follow_up_asks_where_the_same_row_stood_before(ranked: Assistant) -> None:
    answer = talk(ranked, "东安县三季度环境整治谁排最后?", "它二季度排第几?")
    assert_says(answer, ["戊塘街道", "二季度名次:5"], ["甲河镇"])


def test_a_letterhead_over_the_title_dates_a_document(ranked: Assistant) -> None:
    assert_says(ranked.ask("东安县2025年三季度受理诉求多少件?"), ["1864件"], [])
    assert ranked.ask("东安县2024年三季度受理诉求多少件?").refused


def test_the_score_of_one_town_is_not_that_of_its_county(ranked: Assistant) -> None:
    assert ranked.ask("东安县得分多少?").refused


EXCERPT = """东安县2025年重点项目投资计划

2025年全县安排重点项目214个,其中续建项目96个;新开工项目85个。

附件:东安县2025年重点项目清单(节选)

| 序号 | 项目名称 | 建设性质 | 总投资(亿元) | 年度投资(亿元) |
| --- | --- | --- | --- | --- |
| 1 | 甲河零部件产业园 | 续建 | 42.6 | 12.5 |
| 2 | 乙山封测基地 | 新开工 | 28 | 6.8 |
| 3 | 丙湖物流园 | 新开工 | 36.4 | 8 |
| 4 | 丁桥文旅提升工程 | 续建 | 9.8 | 3.1 |

群众评价中,“新建公园”满意度最高,为95.2分;“改造小区”最低,为83.6分。
"""


@pytest.fixture(scope="module")
def excerpt(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("excerpt"), {"计划.md": EXCERPT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("东安县2025年计划新开工多少个项目?", ["85个"], ["共2项"]),
        ("东安县2025年续建项目有几个?", ["96个"], ["共2项"]),
        ("东安县2025年清单里新开工项目有几个?", ["共2项"], ["85"]),
        ("丁桥文旅提升工程2025年投多少?", ["3.1亿元"], ["9.8"]),
        ("丁桥文旅提升工程总投资多少?", ["9.8亿元"], ["3.1"]),
    ],
)
def test_an_excerpt_is_not_counted_and_a_year_costs_less_than_the_whole(
    excerpt: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(excerpt.ask(question), said, unsaid)


def test_the_highest_is_not_told_for_the_lowest(excerpt: Assistant) -> None:
    assert "95.2" not in excerpt.ask("东安县群众评价中满意度最低的是哪个项目?").text
