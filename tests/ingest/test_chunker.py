"""Chunks: nothing lost, nothing altered, the right period and kind on each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.schema import Chunk, Profile, Table
from ingest.chunker import chunk_period_and_kind, split_chunks
from ingest.outline.outline import Outline, parse_outline
from ingest.profile.profile import read_profile
from ingest.tables.find import find_tables

SEEDS = Path(__file__).parents[2] / "seeds"
PROSE = Path(__file__).parents[1] / "fixtures" / "prose"
DOCUMENTS = sorted([*SEEDS.glob("*.txt"), *PROSE.iterdir()])


def understand(text: str) -> tuple[Outline, Sequence[Table], tuple[Chunk, ...]]:
    tables = find_tables(text)
    outline = parse_outline(text, tables)
    profile = read_profile(text, outline, tables)
    return outline, tables, split_chunks(text, "s", "d", profile, outline, tables)


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def lost_characters(text: str) -> str:
    """What belongs to no chunk, furniture, duplicate, table title or table header."""
    outline, tables, chunks = understand(text)
    covered = bytearray(len(text))
    spans = [(c.start, c.end) for c in chunks] + [*outline.furniture, *outline.duplicates]
    for table in tables:
        spans.extend(table.headers)
    for start, end in spans:
        covered[start:end] = b"1" * (end - start)
    titles = {table.title.strip("|\t ") for table in tables}
    left = "".join("\n" if done else char for char, done in zip(text, covered, strict=True))
    lines = [line.strip("|\t \u3000\xa0\ufeff\u200b\x1f") for line in left.splitlines()]
    return "".join(line for line in lines if line not in titles)


def test_a_note_on_units_below_the_title_holds_for_the_first_table_only() -> None:
    table = "镇街 | 任务 | 完成\n甲镇 | 800 | 760\n乙镇 | 900 | 910\n"
    above = f"进展情况\n**单位：万元**\n{'各镇街要加快进度。' * 9}"
    text = f"{above}\n\n{table}\n小计情况另列如下。\n\n{table}"
    rows = [chunk for chunk in understand(text)[2] if chunk.row is not None]
    assert len(rows) == 4
    assert ["单位：万元" in chunk.context for chunk in rows] == [True, True, False, False]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_line_of_a_document_is_lost(path: Path) -> None:
    assert lost_characters(read(path)) == ""


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_chunks_are_what_stands_in_the_document(path: Path) -> None:
    text = read(path)
    _, _, chunks = understand(text)
    for chunk in chunks:
        assert text[chunk.start : chunk.end] == chunk.text
        assert chunk.text == chunk.text.strip()
        assert all(heading in text for heading in chunk.section_path)
        assert all(label in text for label in chunk.context)
        assert chunk.row is not None or len(chunk.text) <= 1500
    prose = [chunk for chunk in chunks if chunk.row is None]
    assert all(a.end <= b.start for a, b in zip(prose, prose[1:], strict=False))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_ids_are_stable_and_unique(path: Path) -> None:
    text = read(path)
    ids = [chunk.id for chunk in understand(text)[2]]
    assert ids == [chunk.id for chunk in understand(text)[2]]
    assert len(set(ids)) == len(ids)


def test_the_chunks_of_the_seeds(
    seed_texts: dict[str, str], golden: Callable[[str, str], None]
) -> None:
    for name, text in seed_texts.items():
        golden(f"chunks/{name[:3]}.txt", "\n".join(map(describe, understand(text)[2])))


def test_the_chunks_of_made_up_pages(golden: Callable[[str, str], None]) -> None:
    for path in PROSE.iterdir():
        golden(f"chunks/{path.stem}.txt", "\n".join(map(describe, understand(read(path))[2])))


def describe(chunk: Chunk) -> str:
    """One chunk as a reviewer reads it: what labels it, then how it begins and ends."""
    labels = " > ".join(chunk.section_path) or "-"
    text = chunk.text.replace("\n", "⏎").replace("\t", "⇥")
    text = text if len(text) <= 70 else f"{text[:45]} … {text[-20:]}"
    row = "" if chunk.row is None else f" row {chunk.row}"
    claim = f"[{chunk.period or '-'} {chunk.kind or '-'}]"
    return f"{chunk.start}-{chunk.end}{row} {claim} {labels}\n  {text}"


def test_every_row_is_a_chunk_with_its_labels(seed_texts: dict[str, str]) -> None:
    text = next(text for name, text in seed_texts.items() if name.startswith("002"))
    _, tables, chunks = understand(text)
    rows = [row for table in tables for row in table.rows]
    of_rows = [chunk for chunk in chunks if chunk.row is not None]
    assert [chunk.row for chunk in of_rows] == list(range(len(rows)))
    second = of_rows[1]
    assert second.text.startswith("2 | 一般公共预算收入")
    assert {"牵头单位", "截至6月底完成情况", "主要预期指标"} <= set(second.context)
    assert second.period == "2025-01/2025-06"


def test_headings_join_the_paragraph_below_them(seed_texts: dict[str, str]) -> None:
    text = next(text for name, text in seed_texts.items() if name.startswith("000"))
    chunk = next(c for c in understand(text)[2] if "1.工业经济稳中有进" in c.text)
    assert chunk.text.startswith("(一)高质量经济大盘更加稳健")
    assert chunk.section_path[-1] == "1.工业经济稳中有进"
    assert (chunk.period, chunk.kind) == ("2023", "actual")


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    text = "全年经济运行总体平稳，各项事业全面进步。" * 200
    chunks = understand(text)[2]
    assert len(chunks) > 4
    assert all(len(chunk.text) <= 800 and chunk.text.endswith("。") for chunk in chunks)


def test_a_line_without_sentences_is_cut_all_the_same() -> None:
    assert max(len(chunk.text) for chunk in understand("甲" * 5000)[2]) <= 800


def test_a_copy_of_the_body_has_no_chunks(seed_texts: dict[str, str]) -> None:
    text = next(text for name, text in seed_texts.items() if name.startswith("003"))
    chunks = understand(text)[2]
    assert sum("疫情防控和复工复产双战双赢" in chunk.text for chunk in chunks) == 1


def test_items_stay_with_the_office_named_below_them() -> None:
    chunks = understand(read(PROSE / "livelihood.txt"))[2]
    chunk = next(c for c in chunks if "学位1080个" in c.text)
    assert chunk.text.endswith("责任单位:市教育局")
    assert chunk.kind == "target"


REPORT = Profile(
    title="某区计划报告", kind="计划报告", periods={"reported": "2020", "planned": "2021"}
)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (("一、2020年计划执行情况", "(一)坚持目标导向"), "确保稳定。", ("2020", "actual")),
        (("三、实现2021年发展目标的主要措施",), "新增企业20家。", ("2021", "target")),
        (("一、过去一年工作回顾",), "生产总值增长5%。", ("2020", "actual")),
        (("二、下一步工作安排",), "生产总值增长5%。", ("2021", "target")),
        (("二、2020年重点工作",), "着力防范风险。压减支出3亿元。", ("2020", "actual")),
        (("二、2021年重点工作",), "着力防范风险。压减支出3亿元。", ("2021", "target")),
        (("二、2020年目标任务",), "生产总值增长5%。", ("2020", "target")),
        (
            ("二、存在的主要问题", "一是进出口离目标差距较大,完成任务压力大"),
            "进出口下降5%。",
            ("2020", "actual"),
        ),
        ((), "全年完成投资300亿元,同比增长5%。", ("2020", "actual")),
        ((), "力争完成投资300亿元。加快推进项目建设。", ("2021", "target")),
        ((), "医改稳步推进,审批改革全面推进。办理时限压至3天,改革顺利收官。", ("2020", "actual")),
        ((), "大力发展牧业。引进了滩羊加工等2个项目,形成了产业链。", ("2020", "actual")),
        ((), "稳步推进医改,新增床位80张以上。", ("2021", "target")),
        ((), "各位代表:", ("", "")),
        (("一、二○二○年計劃執行情況",), "增長５％。", ("2020", "actual")),
    ],
)
def test_headings_tell_period_and_kind_before_wording(
    path: tuple[str, ...], text: str, expected: tuple[str, str]
) -> None:
    assert chunk_period_and_kind(path, text, REPORT) == expected


FIVE_YEARS = Profile(title="某县“十四五”规划纲要", kind="规划", periods={"planned": "2021/2025"})


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (("第一章 发展基础",), "搬迁安置689户。", ("2016/2020", "actual")),
        (("第四章 做优农业",), "到2025年,高标准农田累计32万亩。", ("2021/2025", "target")),
    ],
)
def test_a_plan_for_years_looks_back_where_a_heading_says_so(
    path: tuple[str, ...], text: str, expected: tuple[str, str]
) -> None:
    assert chunk_period_and_kind(path, text, FIVE_YEARS) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [(("(六)护好山林",), ("2024", "target")), ((), ("", "actual"))],
)
def test_what_a_plan_of_a_year_numbers_is_planned(
    path: tuple[str, ...], expected: tuple[str, str]
) -> None:
    plan = Profile(title="某县2024年总体要求和重点工作", periods={"planned": "2024"})
    text = "加快造林3800亩,整治成效巩固率100%。"
    assert chunk_period_and_kind(path, text, plan) == expected


def test_an_evaluation_of_a_plan_speaks_of_its_own_years() -> None:
    evaluation = replace(FIVE_YEARS, title="某县“十四五”规划中期评估报告")
    period, kind = chunk_period_and_kind(("一、发展基础",), "新增学位300个。", evaluation)
    assert (period, kind) == ("", "actual")


@pytest.mark.parametrize(
    ("title", "kind"),
    [("关于某县2023年重点任务1-8月推进情况的通报", "actual"), ("某县2023年重点任务清单", "target")],
)
def test_a_field_is_told_as_the_title_tells_it(title: str, kind: str) -> None:
    profile = Profile(title=title, periods={"progress": "2023-01/2023-08"})
    path = ("二、重点任务和改革事项方面", "(二)改革亮点")
    assert chunk_period_and_kind(path, "新增渡口3处。", profile)[1] == kind


def test_what_was_done_is_not_dated_by_a_plan() -> None:
    plan = replace(REPORT, periods={"planned": "2023"}, title_derived=True)
    assert chunk_period_and_kind((), "累计完成投资,同比增长5%。", plan) == ("", "actual")


@given(
    st.text(
        alphabet="一二、(（一)）1.。 \r\n#*|\t第章①发布日期:页-甲乙丙丁戊己，；“”\u3000",
        max_size=300,
    )
)
def test_nothing_is_lost_of_any_text(text: str) -> None:
    assert lost_characters(text) == ""


@pytest.mark.parametrize(
    "unit", ["|", "7", "\n", "(", "一、甲\n", "(一)", "“", "钱塘区", "甲乙。丙丁戊己庚。"]
)
def test_hostile_text_is_read_in_one_pass(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert sum(len(chunk.text) for chunk in understand(text)[2]) <= len(text)
