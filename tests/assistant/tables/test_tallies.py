"""A column of a table as a whole: extremes, sums, rows beyond a limit or of a kind."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

PROJECTS = """余姚市2024年重点建设项目进度表

(截至2024年9月底)

序号 | 项目名称 | 类别 | 总投资(万元) | 1-9月完成投资(万元) | 完成率 | 责任单位
1 | 姚江大桥改建 | 交通 | 52000 | 11800 | 73.5% | 市交通局
2 | 阳明中学迁建 | 社会事业 | 36500 | 9100 | 91.0% | 市教育局
3 | 四明湖水厂扩建 | 水利 | 18400 | 2600 | 41.2% | 市水利局
4 | 城西医院新建 | 社会事业 | 61000 | 15400 | 102.6% | 市卫健局
5 | 丈亭大桥加固 | 交通 | 4800 | 3900 | 88.0% | 市交通局
6 | 牟山湖清淤 | 水利 | 7200 | 4100 | 66.5% | 市水利局
"""
YEARBOOK = """慈溪市统计手册(2024)

指标 | 单位 | 2022年 | 2023年 | 增长%
规模以上工业总产值 | 亿元 | 4120.5 | 4203.1 | 2.0
家电产业产值 | 亿元 | 980.4 | 941.2 | -4.0
汽配产业产值 | 亿元 | 611.7 | 668.9 | 9.4
化纤产业产值 | 亿元 | 305.2 | 291.6 | -4.5
合计 | 亿元 | 6017.8 | 6104.8 | 1.4
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"projects.txt": PROJECTS, "yearbook.txt": YEARBOOK}
    return open_over(tmp_path_factory.mktemp("tables"), documents)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("余姚市2024年重点项目里完成率最低的是哪个?", "完成率最低的是四明湖水厂扩建:41.2%[1]。"),
        ("余姚哪个项目总投资最大?", "总投资(万元)最大的是城西医院新建:61000万元[1]。"),
        ("余姚几座大桥里完成率最高的是哪座?", "完成率最高的是丈亭大桥加固:88.0%[1]。"),
    ],
)
def test_the_highest_and_the_lowest_row_of_a_column(
    tables: Assistant, question: str, answer: str
) -> None:
    assert tables.ask(question).text == answer


def test_rows_beyond_a_limit_are_counted_and_named(tables: Assistant) -> None:
    answer = tables.ask("余姚市完成率低于70%的项目有哪些?")
    assert answer.text.splitlines() == [
        "按“完成率”,符合的共2项:",
        "- 四明湖水厂扩建:41.2%[1]",
        "- 牟山湖清淤:66.5%[2]",
    ]
    assert answer.computed == ("2项",)


def test_what_fell_is_told_from_the_column_of_growth(tables: Assistant) -> None:
    answer = tables.ask("慈溪家电、汽配、化纤三大产业,2023年哪些产值下降了?")
    assert "家电产业产值:-4.0%" in answer.text
    assert "化纤产业产值:-4.5%" in answer.text
    assert "汽配" not in answer.text


def test_a_column_is_added_up_with_every_row_cited(tables: Assistant) -> None:
    answer = tables.ask("余姚市6个重点项目1-9月总共完成投资多少?")
    assert answer.text.startswith("1-9月完成投资(万元)6行相加共46900万元:")
    assert len(answer.citations) == 6
    assert "46900万元" in answer.computed


def test_shares_are_not_added_up(tables: Assistant) -> None:
    assert "466.8%" not in tables.ask("余姚市重点项目完成率总共多少?").text


def test_rows_of_a_kind_are_listed(tables: Assistant) -> None:
    answer = tables.ask("余姚市水利类项目有哪些?")
    assert answer.text.splitlines() == ["“水利”的共2项:", "- 四明湖水厂扩建[1]", "- 牟山湖清淤[2]"]


def test_a_question_about_one_row_is_none_about_its_column(tables: Assistant) -> None:
    assert "73.5%" in tables.ask("余姚市姚江大桥改建完成率多少?").text


def test_columns_of_several_documents_are_not_mixed(tables: Assistant) -> None:
    assert "46900万元" in tables.ask("重点项目1-9月总共完成投资多少?").text  # one table has it
    answer = tables.ask("哪个指标增速最快?余姚市")
    assert "汽配" not in answer.text


def test_of_two_tables_the_one_that_is_named_is_meant(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    budget = """余姚市2023年决算报告
一、一般公共预算决算明细
表1 2023年收入决算表 单位:万元
| 项目 | 年初预算 | 决算数 | 比上年增长 |
| 增值税 | 900 | 880 | -3.5 |
| 契税 | 410 | 300 | -21.2 |
| 个人所得税 | 120 | 131 | 4.8 |
表2 2023年支出决算表 单位:万元
| 科目 | 决算数 | 比上年增长% |
| 教育支出 | 2100 | 5.5 |
| 卫生健康支出 | 870 | -6.4 |
| 农林水支出 | 640 | 2.7 |
"""
    assistant = open_over(tmp_path_factory.mktemp("budget"), {"budget.txt": budget})
    text = assistant.ask("余姚市2023年支出决算表中比上年下降的科目有哪些?").text
    assert "卫生健康支出:-6.4" in text
    assert "契税" not in text
