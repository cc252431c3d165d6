"""Questions about a table as a table: by number, by who is in charge, by status, counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import open_over

from assistant.chain import Assistant
from assistant.evidence.lines import Line
from assistant.language.columns import row_number
from assistant.question.ask_slots import LAST_ROW
from assistant.schema import Answer, Query
from assistant.tables.charges import charge_meant
from assistant.tables.rows import find_rows, lines_of, narrow, with_status_other_than

Parse = Callable[[str], Query]


@pytest.fixture(scope="module")
def lines(made_up: Assistant) -> list[Line]:
    return lines_of(made_up.evidence, ["table.txt"])


def numbers(lines: list[Line]) -> list[str]:
    return [row_number(line.row) for line in lines]


def cited(answer: Answer) -> list[str]:
    return [c.text.split(" | ")[0] for c in answer.citations]


def test_rows_come_in_their_order_and_reports_have_none(
    made_up: Assistant, lines: list[Line]
) -> None:
    assert numbers(lines) == ["1", "2", "3", "4", "5", "6"]
    assert lines_of(made_up.evidence, ["plan.txt"]) == []


def test_a_row_is_found_by_its_number_and_the_last_by_its_place(lines: list[Line]) -> None:
    assert [line.text("target") for line in find_rows(lines, "3")] == ["固定资产投资增长8%。"]
    assert numbers(find_rows(lines, LAST_ROW)) == ["6"]
    assert find_rows(lines, "7") == []
    assert find_rows([], LAST_ROW) == []


@pytest.mark.parametrize("question", ["临平区第5项任务是什么?", "临平区进展表第五项是什么?"])
def test_a_row_is_told_cell_by_cell_with_inherited_cells_cited(
    made_up: Assistant, question: str
) -> None:
    answer = made_up.ask(question)
    assert answer.text.splitlines() == [
        "第5项:新增学位4500个。[1]",
        "牵头区领导:沈若溪[1][2]",
        "牵头单位:区教育局[1]",
        "配合单位:各镇街[1]",
        "截至9月底进展情况:已新增学位4680个。[1]",
    ]
    assert cited(answer) == ["5", "4"]  # the leader stands in the row above
    assert "沈若溪" not in answer.citations[0].text
    assert "沈若溪" in answer.citations[1].text


def test_two_rows_are_told_where_two_are_asked(made_up: Assistant) -> None:
    text = made_up.ask("临平区第2项和第5项由谁牵头?").text
    assert "区经信局" in text
    assert "区教育局" in text


def test_a_number_that_no_row_has_is_not_another_row(made_up: Assistant) -> None:
    answer = made_up.ask("临平区第60项任务是什么?")
    assert answer.refused


def test_who_leads_a_task_is_told_with_where_it_was_inherited_from(made_up: Assistant) -> None:
    answer = made_up.ask("临平区新增学位由哪位区领导牵头?")
    assert "沈若溪" in answer.text
    assert cited(answer) == ["5", "4"]


def test_who_supports_a_task_is_not_who_leads_it(made_up: Assistant) -> None:
    answer = made_up.ask("临平区固定资产投资的配合单位是谁?")
    assert "区住建局" in answer.text
    assert "区发改局" not in answer.text


@pytest.mark.parametrize(
    ("question", "name", "expected"),
    [
        ("区教育局牵头的任务有哪些?", "区教育局", ["4", "5"]),
        ("教育局牵头的任务有哪些?", "教育局", ["4", "5"]),
        ("沈若溪负责哪几项?", "沈若溪", ["4", "5", "6"]),
        ("林知远牵头的有几项?", "林知远", ["1", "2"]),
        ("区住建局配合的任务有哪些?", "区住建局", ["3", "4"]),
        ("区气象局牵头的任务有哪些?", "", []),
    ],
)
def test_rows_are_filtered_by_who_is_in_charge(
    understood: Parse, lines: list[Line], question: str, name: str, expected: list[str]
) -> None:
    charge = charge_meant(understood(question), lines)
    found = (charge.name, numbers([x for x in lines if charge.holds(x)])) if charge else ("", [])
    assert found == (name, expected)


def test_a_filtered_list_tells_its_count_and_cites_every_row(made_up: Assistant) -> None:
    answer = made_up.ask("临平区沈若溪牵头的任务有哪几项?")
    assert answer.text.splitlines()[0] == "沈若溪牵头的任务共3项:"
    assert answer.computed == ("3项",)
    assert cited(answer) == ["4", "5", "6"]


def test_rows_of_another_status_are_listed(understood: Parse, lines: list[Line]) -> None:
    query = understood("临平区哪些任务不是“序时推进”?")
    status, rows = with_status_other_than(query, lines)
    assert (status, numbers(rows)) == ("序时推进", ["1", "2", "3", "4", "5"])


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("优化教育供给有哪几项任务?", ["4", "5"]),
        ("除了优化教育供给还有哪些任务?", ["1", "2", "3", "6"]),
        ("有哪些任务?", ["1", "2", "3", "4", "5", "6"]),
        ("推动产业升级这一章有哪些任务?", ["1", "2", "3"]),
    ],
)
def test_rows_are_narrowed_to_the_group_that_is_named(
    understood: Parse, lines: list[Line], question: str, expected: list[str]
) -> None:
    assert numbers(narrow(understood(question), lines)) == expected


def test_all_rows_are_counted(made_up: Assistant) -> None:
    answer = made_up.ask("临平区表里一共有多少项任务?")
    assert "6项" in answer.text
    assert answer.computed == ("6项",)


def test_the_group_and_chapter_of_a_task_are_told(made_up: Assistant) -> None:
    answer = made_up.ask("临平区新增学位归在哪个重点任务下面?")
    assert "重点任务:优化教育供给" in answer.text
    assert "二、改善民生服务" in answer.text
    assert cited(answer) == ["5", "4"]


LONG_TASK = """武义县2025年政府工作任务分解表

序号\t工作任务\t牵头单位
1\t建强县、镇两级社会治理中心,健全协同机制,优化社区治理共同体建设,深化全科网格长负责的模式,着力提升全县各基层的“141”治理体系建设水平。\t社工部
2\t建设志愿服务中心。\t社工部
3\t推进农贸市场改造。\t商务局
"""


def test_a_task_is_never_cut_short_inside_a_figure(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    tasks = open_over(tmp_path_factory.mktemp("long"), {"tasks.txt": LONG_TASK})
    told = tasks.ask("武义县2025年由社工部牵头的任务有哪些?").text.splitlines()
    assert [line[:5] for line in told[1:]] == ["- 第1项", "- 第2项"]
    assert "共2项" in told[0]
