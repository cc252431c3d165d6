"""Two documents with one body, and two that only look alike."""

from __future__ import annotations

import pytest

from assistant.schema import Document
from ingest.index.duplicates import same_body, sketch
from ingest.readers.formats import Extracted
from ingest.understanding import understand

LINES = [
    "余安区2023年国民经济和社会发展统计公报",
    "一、综合",
    "全年地区生产总值803.5亿元,比上年增长5.1%,三次产业结构为1.2:30.4:68.4。",
    "二、人民生活",
    "居民人均可支配收入70123元,增长6.3%;新增停车泊位630个,养老床位300张,学位3000个。",
    *(
        f"第{n}项民生实事由区民政局牵头,全年完成{n * 7}处,群众满意度持续提升,服务更加均衡。"
        for n in range(20)
    ),
]
BODY = "\n".join(LINES)


def document(text: str) -> Document:
    return understand(Extracted("a.txt", text, (), "", "txt"))


@pytest.mark.parametrize(
    "copy",
    [
        BODY.replace("\n", "\r\n\r\n"),
        BODY.replace(",", ","),
        "首页 > 政务公开 > 统计公报\n" + BODY + "\n【打印本页】【关闭窗口】",
        BODY + "\n本公报由区统计局负责解释。",
    ],
)
def test_a_page_saved_twice_is_one_body(copy: str) -> None:
    one, other = document(BODY), document(copy)
    assert same_body(one, other)
    assert same_body(other, one)
    assert len(set(sketch(one)) & set(sketch(other))) * 4 >= len(sketch(other)) * 3


@pytest.mark.parametrize(
    "other",
    [
        BODY.replace("5.1%", "5.2%"),
        BODY.replace("区民政局", "区教育局", 1),
        BODY + "\n附:2022年停车泊位为590个。",
        "\n".join(LINES[:15]),
        BODY.replace("余安", "临城"),
        "",
    ],
)
def test_another_figure_name_district_or_half_the_text_is_another_body(other: str) -> None:
    assert not same_body(document(BODY), document(other))
    assert not same_body(document(other), document(BODY))
