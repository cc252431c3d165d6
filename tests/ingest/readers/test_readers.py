"""Readers: what each format's bytes become, and what is said when they become nothing."""

from __future__ import annotations

import contextlib
import io
import os
import zipfile
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import UnreadableError
from assistant.settings import Settings
from ingest.readers.formats import Extracted, read_bytes, read_file, unpack
from ingest.readers.text import decode

HEADER = ("序号", "工作目标", "具体任务", "牵头单位", "完成情况")


def rows_of(extracted: Extracted) -> list[dict[str, str]]:
    """The rows of all tables by header, each cell checked against its span."""
    rows = [row for table in extracted.tables for row in table.rows]
    for row in rows:
        for cell in row.cells.values():
            assert extracted.text[cell.start : cell.end] == cell.text
    return [{header: cell.text for header, cell in row.cells.items()} for row in rows]


def failure(content: bytes, name: str, settings: Settings | None = None) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_all(content, name, settings or Settings())
    return str(caught.value)


def read_all(content: bytes, name: str, settings: Settings) -> list[Extracted]:
    return [read_bytes(inner, member) for member, inner in unpack(content, name, settings)]


# Text


def test_the_text_of_a_seed_is_the_decoded_file_to_the_letter(
    seed_paths: tuple[Path, ...], seed_texts: dict[str, str]
) -> None:
    for path in seed_paths:
        (extracted,) = read_file(path, Settings())
        assert extracted.text == seed_texts[path.name]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_encodings_are_found_out(encoding: str, seed_texts: dict[str, str]) -> None:
    for text in seed_texts.values():
        assert decode(text.encode(encoding), "a.txt") == text


def test_traditional_text_in_big5_is_not_taken_for_gb18030() -> None:
    text = "臨平區政府工作報告:本年度地區生產總值增長百分之五,建設學校三所,改善居民生活環境。" * 3
    assert decode(text.encode("big5"), "a.txt") == text


def test_line_ends_stay_as_they_are() -> None:
    assert read_bytes("一、经济\r\n增长5%\r\n".encode(), "a.txt").text == "一、经济\r\n增长5%\r\n"


def test_one_broken_character_does_not_cost_the_document() -> None:
    content = ("全年实现生产总值增长百分之五。" * 50).encode()
    assert decode(content[:-1], "a.txt").startswith("全年实现")


@given(st.text(min_size=1))
def test_any_utf_8_text_comes_back(text: str) -> None:
    content = text.encode()
    if any(mark in text for mark in "\ufeff\0") or not text.isprintable():
        return
    assert decode(content, "a.txt") == text


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (bytes(range(256)) * 40, "a.txt", "二进制"),
        ("一".encode() * 1_000_001, "a.txt", "一行长达"),
        (b"  \n ", "a.txt", "没有文字"),
        (b"abc", "a.exe", "读不了"),
        (b"%PDF-1.4 nothing", "a.pdf", "损坏"),
        (b"PK\x03\x04 nothing", "a.docx", "损坏"),
        (b"PK\x03\x04 nothing", "a.zip", "损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xlsx", "密码或是旧格式"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(
    content: bytes, name: str, reason: str
) -> None:
    message = failure(content, name)
    assert reason in message
    assert message.startswith(name)
    assert message.endswith("。")
    assert "\n" not in message


def test_paths_that_cannot_be_read_are_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    large = tmp_path / "large.txt"
    large.write_bytes(b"a" * 1_000_001)
    for path, reason in [
        (tmp_path / "nowhere.txt", "找不到"),
        (tmp_path / "empty.txt", "空文件"),
        (large, "超过上限 1 MB"),
        (tmp_path, "不是文件"),
    ]:
        with pytest.raises(UnreadableError, match=reason):
            read_file(path, Settings(max_file_mb=1))


# Sheets


def make_workbook() -> Any:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(["余安区2024年重点工作进展表"])
    sheet.append(HEADER)
    sheet.append([1, "提升创新能力", "研发投入强度达到3.5%", "科技局", 0.036])
    sheet.append([2, None, "技术交易额达到18.08亿元", None, "19.2亿元"])
    sheet.append([3, "改善住房", "旧改6个", "住建局", "完成6个"])
    sheet["E3"].number_format = "0.0%"
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("B3:B4")
    sheet.merge_cells("D3:D4")
    return workbook


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_merged_cells_of_a_sheet_are_filled_and_numbers_read_as_shown() -> None:
    extracted = read_bytes(saved(make_workbook()), "a.xlsx")
    rows = rows_of(extracted)
    assert rows[1] == dict(
        zip(
            HEADER,
            ["2", "提升创新能力", "技术交易额达到18.08亿元", "科技局", "19.2亿元"],
            strict=True,
        )
    )
    assert rows[0]["完成情况"] == "3.6%"
    (table,) = extracted.tables
    assert table.title == "余安区2024年重点工作进展表"
    assert set(table.rows[1].inherited) == {"工作目标", "牵头单位"}
    assert extracted.text.count("提升创新能力") == 1


def test_a_sheet_formatted_to_its_last_row_takes_no_time() -> None:
    workbook = make_workbook()
    workbook.active.cell(1_048_576, 3).number_format = "0.0%"
    workbook.active.merged_cells.add("A6:E1048576")
    assert len(rows_of(read_bytes(saved(workbook), "a.xlsx"))) == 3


def test_hidden_sheets_are_not_read_and_visible_ones_are_named() -> None:
    workbook = make_workbook()
    workbook.create_sheet("草稿").append(["秘密"])
    workbook["草稿"].sheet_state = "hidden"
    workbook.create_sheet("附表").append(["说明", "数据为初步统计"])
    text = read_bytes(saved(workbook), "a.xlsx").text
    assert "秘密" not in text
    assert "## 附表" in text


def test_csv_cells_with_commas_and_line_ends_stay_whole() -> None:
    content = '指标,单位,2023年\n"地区生产总值,全区",亿元,"1,234.5"\n"社零\n总额",亿元,300\n'
    extracted = read_bytes(content.encode("gb18030"), "a.csv")
    assert rows_of(extracted) == [
        {"指标": "地区生产总值,全区", "单位": "亿元", "2023年": "1,234.5"},
        {"指标": "社零 总额", "单位": "亿元", "2023年": "300"},
    ]


# Word


def make_document() -> Any:
    document = docx.Document()
    document.add_heading("余安区2024年政府工作报告", 1)
    document.add_paragraph("一、2023年工作回顾")
    document.add_paragraph("地区生产总值增长5.1%。")
    table = document.add_table(rows=4, cols=5)
    for at, header in enumerate(HEADER):
        table.cell(0, at).text = header
    for number in range(1, 4):
        for at, text in enumerate(
            (str(number), f"目标{number}", "新增车位50个", "城管局", "完成60个")
        ):
            table.cell(number, at).text = text
    table.cell(2, 1).text = table.cell(2, 3).text = ""
    table.cell(1, 1).merge(table.cell(2, 1))
    table.cell(1, 3).merge(table.cell(2, 3))
    document.add_paragraph("以上为全部任务。")
    return document


def test_a_word_document_keeps_headings_order_and_merged_cells() -> None:
    extracted = read_bytes(saved(make_document()), "a.docx")
    lines = extracted.text.splitlines()
    assert lines[:3] == [
        "# 余安区2024年政府工作报告",
        "一、2023年工作回顾",
        "地区生产总值增长5.1%。",
    ]
    assert lines[-1] == "以上为全部任务。"
    rows = rows_of(extracted)
    assert [row["牵头单位"] for row in rows] == ["城管局"] * 3
    assert rows[1]["工作目标"] == "目标1"
    assert rows[2]["工作目标"] == "目标3"


def test_automatic_numbers_of_word_are_written_out() -> None:
    document = docx.Document()
    for text in ("新增车位", "新增学位"):
        document.add_paragraph(text, style="List Number")
    text = read_bytes(saved(document), "a.docx").text
    assert text.splitlines() == ["1.新增车位", "2.新增学位"]


def test_deleted_text_of_a_tracked_change_is_not_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("增长")
    run = paragraph.add_run("5%")
    change = docx.oxml.OxmlElement("w:del")
    run._r.addprevious(change)
    change.append(run._r)
    run._r.find(docx.oxml.ns.qn("w:t")).tag = docx.oxml.ns.qn("w:delText")
    paragraph.add_run("6%")
    assert read_bytes(saved(document), "a.docx").text == "增长6%\n"


# Web pages

PAGE = """<html><head><meta charset="{charset}"><title>x</title>
<meta name="PubDate" content="2024-03-07 16:02"><meta name="ContentSource" content="区发改局">
<style>p {{color: red}}</style></head><body><h1>余安区2024年计划报告</h1>
<div style="display:none">隐藏</div><p>  地区生产总值<b>增长</b>
5.1%。</p><p>第二段<br>第三段</p>
<table><tr><td><h2>一、目标</h2></td></tr></table>
<table><caption>指标表</caption><tr><th>指标</th><th>单位</th><th>2023年</th><th>2024年目标</th></tr>
<tr><td rowspan="2">车位</td><td>个</td><td>50</td><td>60</td></tr>
<tr><td>万个</td><td colspan="2">1.2</td></tr></table><script>var x = 1</script></body></html>"""


@pytest.mark.parametrize(("charset", "encoding"), [("gb2312", "gb18030"), ("utf-8", "gb18030")])
def test_a_page_is_its_visible_text_whatever_charset_it_claims(charset: str, encoding: str) -> None:
    extracted = read_bytes(PAGE.format(charset=charset).encode(encoding), "a.html")
    assert extracted.text.splitlines()[:7] == [
        "发布日期:2024-03-07 16:02",
        "信息来源:区发改局",
        "# 余安区2024年计划报告",
        "地区生产总值增长 5.1%。",
        "第二段",
        "第三段",
        "## 一、目标",
    ]
    for unseen in ("隐藏", "color", "var x"):
        assert unseen not in extracted.text
    assert rows_of(extracted)[1] == {
        "指标": "车位",
        "单位": "万个",
        "2023年": "1.2",
        "2024年目标": "1.2",
    }


# Archives


def make_archive(members: dict[str, bytes], flags: int = 0) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_the_documents_of_an_archive_are_read_and_the_rest_is_left() -> None:
    content = make_archive(
        {"报告/a.txt": "增长5%".encode(), "图.png": b"x", "__MACOSX/a.txt": b"x", "README.md": b"x"}
    )
    assert [name for name, _ in unpack(content, "包.zip", Settings())] == ["包.zip/报告/a.txt"]


def test_member_names_in_gbk_are_read() -> None:
    content = make_archive({"XXXX.txt": b"abc"}).replace(b"XXXX", "报告".encode("gbk"))
    assert [name for name, _ in unpack(content, "a.zip", Settings())] == ["a.zip/报告.txt"]


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"../../etc/a.txt": b"x"}, "指向压缩包外面"),
        ({"/etc/a.txt": b"x"}, "指向压缩包外面"),
        ({"a.txt": bytes(30_000_000)}, "不相称"),
        ({"a.png": b"x"}, "没有能读的文档"),
        ({"a.txt": os.urandom(1_200_000)}, "超过上限"),
        ({"inner.zip": make_archive({"a.txt": b"x"})}, "不展开"),
    ],
)
def test_archives_that_are_traps_are_refused(members: dict[str, bytes], reason: str) -> None:
    assert reason in failure(make_archive(members), "a.zip", Settings(max_file_mb=1))


def test_an_archive_with_a_password_is_refused() -> None:
    content = bytearray(make_archive({"a.txt": b"x"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    assert "有密码" in failure(bytes(content), "a.zip")


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pdf", "a.zip", "a.html", "a.csv"])
def test_damaged_files_fail_with_a_sentence_or_are_read(name: str) -> None:
    makers = {"a.docx": make_document, "a.xlsx": make_workbook}
    whole = saved(makers[name]()) if name in makers else make_archive({"a.txt": b"abc"})
    for cut in range(100, len(whole), max(1, len(whole) // 40)):
        damaged = whole[:cut] + bytes(50) + whole[cut + 50 :]
        with contextlib.suppress(UnreadableError):  # anything else would be a traceback
            read_all(damaged, name, Settings())
