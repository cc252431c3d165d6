"""PDF: paragraphs joined again, page furniture dropped, ruled tables restored, refusals."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.errors import UnreadableError
from ingest.readers.formats import read_bytes
from ingest.readers.pdf import read_pdf

WIDTH, HEIGHT, SIZE = 595, 842, 12
LEFT, RIGHT = 60, 60 + 12 * 38

Item = tuple[float, float, str]


def make_pdf(pages: Sequence[str]) -> bytes:
    """A PDF with the given page contents and one Chinese font that is not embedded."""
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
        " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000"
        " /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /Ascent 880"
        " /Descent -120 /CapHeight 880 /ItalicAngle 0 /StemV 80 /FontBBox [0 -120 1000 880]"
        " >> >>] >>"
    )
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        font,
    ]
    for number, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}]"
            f" /Contents {5 + 2 * number} 0 R /Resources << /Font << /F 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    body, offsets = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return body + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def write(text: str, x: float, y: float) -> str:
    return f"BT /F {SIZE} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0} {y0} m {x1} {y1} l S\n"


def paragraph(text: str, y: float) -> tuple[str, float]:
    """A paragraph of 38 characters a line, its first line indented by two."""
    lines = [text[:36], *(text[at : at + 38] for at in range(36, len(text), 38))]
    content = "".join(
        write(line, LEFT + (0 if number else 2 * SIZE), y - 20 * number)
        for number, line in enumerate(lines)
    )
    return content, y - 20 * len(lines)


def prose(*paragraphs: str, footer: str = "") -> str:
    y, content = 780.0, ""
    for text in paragraphs:
        more, y = paragraph(text, y)
        content += more
    return content + (write(footer, 290, 40) if footer else "")


FIRST = (
    "一、二〇二三年工作回顾。"
    + "全年实现地区生产总值增长百分之五点一,一般公共预算收入稳步增长。" * 4
)
SECOND = "二、二〇二四年工作安排。" + "确保新增公共停车泊位五百个,力争完成老旧小区改造六个。" * 5


def test_lines_of_a_paragraph_are_joined_without_blanks() -> None:
    text, _ = read_pdf(make_pdf([prose(FIRST, SECOND)]), "a.pdf")
    assert text.splitlines() == [FIRST, SECOND]


def test_a_paragraph_goes_on_over_a_page_break_and_page_numbers_are_no_text() -> None:
    long = SECOND * 6
    cut = 36 + 38 * 8
    first = prose(FIRST, long[:cut], footer="— 1 —")
    rest = "".join(
        write(long[at : at + 38], LEFT, 780 - 20 * n)
        for n, at in enumerate(range(cut, len(long), 38))
    )
    text, _ = read_pdf(make_pdf([first, rest + write("— 2 —", 290, 40)]), "a.pdf")
    assert text.splitlines() == [FIRST, long]


def test_a_header_that_repeats_on_every_page_is_no_text() -> None:
    pages = [
        write("余安区人民政府公报", 200, 815) + prose(text) for text in (FIRST, SECOND, FIRST[:30])
    ]
    text, _ = read_pdf(make_pdf(pages), "a.pdf")
    assert text.splitlines() == [FIRST, SECOND, FIRST[:30]]


def test_a_ruled_table_keeps_merged_cells_and_wrapped_lines() -> None:
    xs = (60, 110, 250, 420, 520)
    ys = (700, 670, 630, 590)
    content = write("余安区重点任务表", 200, 740)
    for y in (ys[0], ys[1], ys[3]):
        content += rule(xs[0], y, xs[-1], y)
    content += rule(xs[0], ys[2], xs[1], ys[2]) + rule(xs[2], ys[2], xs[-1], ys[2])
    content += "".join(rule(x, ys[0], x, ys[-1]) for x in xs)
    cells: list[Item] = [
        *(
            (62, 680, "序号"),
            (112, 680, "牵头单位"),
            (252, 680, "具体任务"),
            (422, 680, "完成情况"),
        ),
        *(
            (62, 650, "1"),
            (112, 630, "区科技局"),
            (252, 655, "新增国家高新技术企业一百一"),
            (252, 640, "十家"),
        ),
        *((422, 650, "完成"), (62, 610, "2"), (252, 610, "建设实验室"), (422, 610, "序时推进")),
    ]
    content += "".join(write(text, x, y) for x, y, text in cells)
    text, (table,) = read_pdf(make_pdf([content]), "a.pdf")
    rows = [{header: cell.text for header, cell in row.cells.items()} for row in table.rows]
    assert rows == [
        {
            "序号": "1",
            "牵头单位": "区科技局",
            "具体任务": "新增国家高新技术企业一百一十家",
            "完成情况": "完成",
        },
        {"序号": "2", "牵头单位": "区科技局", "具体任务": "建设实验室", "完成情况": "序时推进"},
    ]
    assert table.title == "余安区重点任务表"
    assert set(table.rows[1].inherited) == {"牵头单位"}
    assert text.count("区科技局") == 1


def test_radicals_that_a_font_mistakes_for_characters_are_mended() -> None:
    text, _ = read_pdf(make_pdf([prose("⼯作⽬标:提升⼈民⽣活⽔平。")]), "a.pdf")
    assert text == "工作目标:提升人民生活水平。\n"


def test_a_scan_without_text_says_what_to_do() -> None:
    with pytest.raises(UnreadableError, match=r"^a.pdf 没有文字层.*文字识别.*。$"):
        read_bytes(make_pdf([rule(10, 10, 90, 90)]), "a.pdf")


def test_a_damaged_pdf_fails_with_a_sentence() -> None:
    whole = make_pdf([prose(FIRST)])
    with pytest.raises(UnreadableError, match="损坏|文字层"):
        read_bytes(whole[:200], "a.pdf")
