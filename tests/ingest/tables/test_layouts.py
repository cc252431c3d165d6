"""One table in the ways in which pages, sheets and PDFs flatten it: the same rows each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from unicodedata import east_asian_width

import pytest

from assistant.language.columns import role_of
from assistant.schema import Row
from ingest.readers.formats import Extracted
from ingest.understanding import understand

Rows = Sequence[Sequence[str]]
TITLE = "泉州市洛江区2024年民生实事项目推进情况表(截至10月底)"
NAMES = ("序号", "类别", "项目名称", "年度目标", "牵头单位", "完成情况", "完成率")
TASKS = (
    ("1", "教育提质", "新建公办幼儿园", "6所", "区教育局", "已建成5所，1所在装修", "83.3%"),
    ("2", "教育提质", "新增义务教育学位", "3600个", "区教育局", "新增学位3780个", "105%"),
    ("3", "健康服务", "改造社区卫生服务中心", "4家", "区卫健局", "3家投用", "75%"),
    ("4", "健康服务", "适龄妇女免费筛查", "2.4万人", "区卫健局", "筛查2.51万人", "104.6%"),
    ("5", "养老托育", "新增护理型床位", "320张", "区民政局", "新增298张", "93.1%"),
    ("6", "养老托育", "新增普惠托位", "800个", "区卫健局", "新增托位812个", "101.5%"),
    ("7", "交通出行", "新改建农村公路", "42公里", "区交通局", "完成39.6公里", "94.3%"),
)
MEASURES = ("指标名称", "单位", "全年目标", "1-9月完成", "同比增长(%)", "完成目标(%)")
FIGURES = (
    ("地区生产总值", "亿元", "860", "612.4", "5.6", "71.2"),
    ("规上工业增加值", "亿元", "—", "188.3", "6.9", "—"),
    ("固定资产投资", "亿元", "310", "205.7", "-3.2", "66.4"),
    ("实际利用外资", "万美元", "18000", "12350", "-8.4", "68.6"),
    ("城镇居民人均可支配收入", "元", "68000", "51236", "4.6", "75.3"),
)


def merged(rows: Rows, blank: str = "") -> list[list[str]]:
    """The rows with 类别, and the unit below it, printed where they change."""
    told = [list(rows[0])]
    for above, row in zip(rows, rows[1:], strict=False):
        group = row[1] == above[1]
        unit = group and row[4] == above[4]
        told.append(
            [blank if (group, unit)[n == 4] and n in (1, 4) else c for n, c in enumerate(row)]
        )
    return told


def group_first(rows: Rows) -> list[list[str]]:
    return [[row[1], row[0], *row[2:]] for row in rows]


def parted(by: str, rows: Rows, begin: str = "", end: str = "") -> str:
    return "\n".join(f"{begin}{by.join(row)}{end}" for row in rows)


def stacked(rows: Rows) -> str:
    return "\n".join(cell for row in rows for cell in row if cell)


def aligned(rows: Rows) -> str:
    def width(text: str) -> int:
        return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)

    widest = [max(map(width, column)) + 3 for column in zip(*rows, strict=True)]
    lines = (
        "".join(cell + " " * (wide - width(cell)) for cell, wide in zip(row, widest, strict=True))
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def below_groups(rows: Rows, form: Callable[[Sequence[str]], str], mark: str) -> str:
    """The rows without 类别, which stands above them on a line of its own."""
    lines, last = [], ""
    for row in rows:
        if row[1] != last:
            lines.append(mark.format(row[1]))
            last = row[1]
        lines.append(form([row[0], *row[2:]]))
    return "\n".join(lines)


def bare(row: Sequence[str]) -> list[str]:
    return [row[0], *row[2:]]


ALL = (NAMES, *TASKS)
CLOSED = {"begin": "| ", "end": " |"}
LAYOUTS = {
    "pipes": parted(" | ", ALL),
    "pipes around merged cells": parted(" | ", [NAMES, *merged(TASKS)], **CLOSED),
    "pipes without the merged cells": parted(
        " | ",
        [
            group_first([NAMES])[0],
            *([c for c in row if c or row[0]] for row in group_first(merged(TASKS))),
        ],
    ),
    "pipes with 同上": parted("|", [NAMES, *merged(TASKS, "同上")]),
    "wide pipes": parted("｜", ALL),
    "tabs": parted("\t", ALL),
    "tabs with merged cells": parted("\t", [NAMES, *merged(TASKS)]),
    "a cell a line": stacked(ALL),
    "a cell a line, merged ones left out": stacked([NAMES, *merged(TASKS)]),
    "a cell a line, the group first": stacked(group_first([NAMES, *merged(TASKS)])),
    "a cell a line below a header of pipes": parted(" | ", [NAMES]) + "\n" + stacked(TASKS),
    "blanks in columns": aligned(ALL),
    "two blanks": parted("  ", ALL),
    "one blank": parted(" ", ALL),
    "wide blanks": parted("　　", ALL),
    "Markdown": parted(" | ", [NAMES, ["---"] * 7, *merged(TASKS)], **CLOSED),
    "commas": parted(",", ALL),
    "fields": "\n\n".join("\n".join(map("：".join, zip(NAMES, r, strict=True))) for r in TASKS),
    "pages": "\n".join(
        f"{parted(' | ', [NAMES, *TASKS[at : at + 3]])}\n第 {at // 3 + 1} 页 共 3 页"
        for at in (0, 3, 6)
    ),
    "groups above tabs": "\t".join(bare(NAMES)) + "\n" + below_groups(TASKS, "\t".join, "{}"),
    "groups above a cell a line": "\n".join(bare(NAMES))
    + "\n"
    + below_groups(TASKS, "\n".join, "一、{}"),
    "HTML": "<table>"
    + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ALL)
    + "</table>",
}
FIGURE_LAYOUTS = {
    "pipes": parted("|", [MEASURES, *FIGURES]),
    "tabs": parted("\t", [MEASURES, *FIGURES]),
    "a cell a line": stacked([MEASURES, *FIGURES]),
    "a cell a line, numbered": stacked(
        [("序号", *MEASURES), *((str(n), *row) for n, row in enumerate(FIGURES, 1))]
    ),
    "blanks in columns": aligned([MEASURES, *FIGURES]),
    "one blank": parted(" ", [MEASURES, *FIGURES]),
    "commas": parted(",", [MEASURES, *FIGURES]),
}


ITEMS = {
    "an office behind the name": [
        f"{n}、{name}（{unit}）。年度目标：{goal}；完成情况：{told}；完成率：{rate}。"
        for n, _, name, goal, unit, told, rate in TASKS
    ],
    "an office that leads at the end": [
        f"（{n}）{name}{goal}。目前，{told}。（{unit}牵头）"
        for n, _, name, goal, unit, told, _ in TASKS
    ],
    "a plan without a colon": [
        f"{n}.{name}。全年计划{goal}，{told}。牵头单位：{unit}。"
        for n, _, name, goal, unit, told, _ in TASKS
    ],
    "an office in brackets above labelled lines": [
        f"{n}. {name}（责任单位：{unit}）\n目标：{goal}\n进展：{told}"
        for n, _, name, goal, unit, told, _ in TASKS
    ],
}


def restored(body: str) -> tuple[Row, ...]:
    text = (
        f"{TITLE}\n\n现将推进情况公布如下，请社会各界监督。\n\n{body}\n\n注：数据由各单位提供。\n"
    )
    return understand(Extracted("layout.txt", text, (), "0" * 64, "txt")).rows


@pytest.mark.parametrize("layout", LAYOUTS)
def test_tasks_are_the_same_rows_in_any_layout(layout: str) -> None:
    rows = restored(LAYOUTS[layout])
    for task, row in zip(TASKS, rows, strict=True):
        held = dict(zip(NAMES, task, strict=True))
        cells = {header: cell.text for header, cell in row.cells.items()}
        group = held.pop("类别")
        assert cells.pop("类别", "") == group or any(group in part for part in row.section_path)
        assert cells == held


@pytest.mark.parametrize("layout", FIGURE_LAYOUTS)
def test_figures_are_the_same_rows_in_any_layout(layout: str) -> None:
    rows = restored(FIGURE_LAYOUTS[layout])
    told = [[cell.text for h, cell in row.cells.items() if h != "序号"] for row in rows]
    assert told == [list(row) for row in FIGURES]


@pytest.mark.parametrize("form", ITEMS)
def test_items_of_a_list_are_rows_with_goal_result_and_office(form: str) -> None:
    rows = restored("\n".join(ITEMS[form]))
    for (number, _, name, goal, unit, told, _), row in zip(TASKS, rows, strict=True):
        cells = {role_of(header): cell.text for header, cell in row.cells.items()}
        assert (cells["number"], cells["lead"]) == (number, unit)
        assert cells["progress"].endswith(told)
        assert goal in cells["target"]
        assert name in (cells.get("group"), cells["target"].removesuffix(goal))


def test_a_row_that_lost_its_merged_cells_among_blanks_takes_none_of_the_next() -> None:
    rows = restored(aligned([NAMES, *merged(TASKS)]))
    for task, row in zip(TASKS, rows, strict=True):
        cells = {header: cell.text for header, cell in row.cells.items()}
        assert cells.items() <= dict(zip(NAMES, task, strict=True)).items()
        assert {"序号", "项目名称", "年度目标", "完成情况", "完成率"} <= cells.keys()
