"""Sums over a column: no row that is the whole, and nothing that is in another row, is added."""

from __future__ import annotations

import pytest

from tests.assistant.conftest import open_over


def counties(last: str, figure: str = "264.8") -> str:
    """A table of four counties, one cell a line, with a last row."""
    rows = [
        ("区县", "完成投资（亿元）", "工业投资（亿元）", "人均投资（万元）"),
        ("澄川区", "256.8", "98.2", "2.1"),
        ("临浦区", "198.3", "74.5", "1.9"),
        ("石梁县", "142.7", "51.3", "1.2"),
        ("长坪县", "120.4", "40.8", "1.4"),
        (last, "718.2", figure, "1.7"),
    ]
    title = "澄州市2024年各区县固定资产投资情况\n\n"
    return title + "\n".join("|" + "|".join(row) + "|" for row in rows) + "\n"


BUDGET = """荷塘区2024年一般公共预算支出决算表
单位：万元
科目 | 年初预算 | 实际支出
教育支出 | 52000 | 50400
其中：学前教育 | 9500 | 9120
义务教育 | 30000 | 29800
卫生健康支出 | 24000 | 23100
社会保障和就业支出 | 31000 | 30600
住房保障支出 | 8000 | 7700
"""
PARTED = """柳塘区2024年一般公共预算收入表
单位：万元
科目 | 年初预算 | 决算数
一、税收收入 | 80000 | 78000
增值税 | 50000 | 49000
企业所得税 | 20000 | 19500
二、非税收入 | 20000 | 21000
专项收入 | 12000 | 12500
罚没收入 | 5000 | 5200
"""


def asked(tmp_path_factory: pytest.TempPathFactory, text: str, question: str) -> str:
    documents = {"table.txt": text}
    return open_over(tmp_path_factory.mktemp("sums"), documents).ask(question).text


@pytest.mark.parametrize("last", ["全市", "全市合计", "合计", "澄州市"])
def test_the_row_of_the_whole_is_told_and_not_added(
    tmp_path_factory: pytest.TempPathFactory, last: str
) -> None:
    text = asked(tmp_path_factory, counties(last), "澄州市2024年工业投资合计多少?")
    assert "264.8亿元" in text
    assert "529.6" not in text


@pytest.mark.parametrize("last", ["全部地区", "四地投资"])
def test_a_row_that_is_as_much_as_all_others_is_not_added_whatever_its_name(
    tmp_path_factory: pytest.TempPathFactory, last: str
) -> None:
    text = asked(tmp_path_factory, counties(last), "澄州市2024年各区县工业投资一共多少?")
    assert "529.6" not in text


def test_a_mean_is_no_part_of_a_sum(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = asked(tmp_path_factory, counties("平均", "66.2"), "澄州市2024年工业投资合计多少?")
    assert "4行相加共264.8亿元" in text


def test_sums_of_rows_that_are_not_there_leave_the_whole_untold(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = asked(tmp_path_factory, counties("市本级小计", "60"), "澄州市2024年工业投资合计多少?")
    assert "264.8" not in text
    assert "324.8" not in text


def test_the_row_of_the_whole_is_never_the_highest(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    table = counties("全市").replace("澄州市", "衢州市")
    text = asked(tmp_path_factory, table, "衢州市2024年哪个区县工业投资最高?")
    assert "澄川区:98.2亿元" in text
    assert "264.8" not in text


def test_one_row_of_many_is_not_told_where_the_highest_is_asked_for(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = asked(tmp_path_factory, counties("全市"), "澄州市2024年哪个区县工业投资最高?")
    assert "40.8" not in text


def test_what_is_in_another_row_is_not_added_again(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = asked(tmp_path_factory, PARTED, "柳塘区2024年决算数合计多少?")
    assert "2行相加共99000万元" in text
    text = asked(tmp_path_factory, BUDGET, "荷塘区2024年实际支出合计多少?")
    assert "150720" not in text
