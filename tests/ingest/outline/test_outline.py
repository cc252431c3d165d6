"""Outlines: headings of every scheme, furniture, repeated bodies, in seeds and made-up pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.outline.outline import Outline, parse_outline
from ingest.outline.wraps import find_wraps, joined
from ingest.tables.find import find_tables

PROSE = Path(__file__).parents[2] / "fixtures" / "prose"


def outline_of(text: str) -> Outline:
    return parse_outline(text, find_tables(text))


def paths(text: str) -> list[tuple[str, ...]]:
    return [section.path for section in outline_of(text).sections]


def read(name: str) -> str:
    return (PROSE / name).read_text("utf-8")


def test_schemes_nest_by_their_rank() -> None:
    text = "第一章 总则\n第一节 目标\n一、经济\n(一)工业\n1.提质\n(1)数字化\n①上云\n二、社会\n"
    text += "第二章 附则"
    assert paths(text) == [
        ("第一章 总则",),
        ("第一章 总则", "第一节 目标"),
        ("第一章 总则", "第一节 目标", "一、经济"),
        ("第一章 总则", "第一节 目标", "一、经济", "(一)工业"),
        ("第一章 总则", "第一节 目标", "一、经济", "(一)工业", "1.提质"),
        ("第一章 总则", "第一节 目标", "一、经济", "(一)工业", "1.提质", "(1)数字化"),
        ("第一章 总则", "第一节 目标", "一、经济", "(一)工业", "1.提质", "(1)数字化", "①上云"),
        ("第一章 总则", "第一节 目标", "二、社会"),
        ("第二章 附则",),
    ]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        (
            "1.工业经济稳中有进。聚焦建设全球先进制造业基地主平台目标,全年增长3.3%。",
            "1.工业经济稳中有进",
        ),
        ("（一）坚持改革引领，营商环境持续优化", "（一）坚持改革引领，营商环境持续优化"),
        ("１．强化创新。实施新一轮科技新政,推动企业提升研发投入。", "１．强化创新"),
        ("**2. 现代服务业提升。** 服务业增加值占比达48.6%。", "2. 现代服务业提升"),
        ("### (一)聚力项目攻坚", "(一)聚力项目攻坚"),
        ("第一,推进产业焕新。规上工业增加值增长7%。", "第一,推进产业焕新"),
        ("1、养老服务:新增认知障碍照护专区床位100张。", "1、养老服务"),
    ],
)
def test_a_heading_ends_where_its_words_end(line: str, heading: str) -> None:
    text = f"{line}\n下文说明具体内容和各项要求。"
    (section,) = outline_of(text).sections
    assert section.path == (heading,)
    assert text[slice(*section.heading)] == heading


@pytest.mark.parametrize(
    "line",
    [
        "3.5亿元用于民生改善",
        "2023.12月底前完成",
        "1.新增停车泊位5000个。",
        "一般公共预算收入增长9%。",
        "十四五规划",
    ],
)
def test_figures_and_sentences_are_no_headings(line: str) -> None:
    assert paths(line) == []


def test_a_document_may_begin_in_the_middle(seed_texts: dict[str, str]) -> None:
    text = next(text for name, text in seed_texts.items() if name.startswith("001"))
    found = paths(text)
    assert found[0] == ("二、2020年总体要求和重点工作",)
    assert sum(len(path) == 2 for path in found) == 6
    part = "(一)坚持以产立区,加快构建现代化经济体系"
    assert [path[2] for path in found if len(path) == 3 and path[1] == part] == [
        "攻坚招商引资",
        "着力转型升级",
        "强化创新驱动",
        "加快发展现代农业",
        "加快发展现代服务业",
    ]


def test_a_closing_paragraph_belongs_to_the_part_it_closes(seed_texts: dict[str, str]) -> None:
    text = next(text for name, text in seed_texts.items() if name.startswith("003"))
    closing = text.index("总体来看,2020年全区各项重点工作")
    holding = [s.path for s in outline_of(text).sections if s.start <= closing < s.end]
    assert holding == [("一、2020年国民经济和社会发展计划执行情况",)]


def test_front_matter_and_footers_are_furniture(seed_texts: dict[str, str]) -> None:
    furniture = {
        name[:3]: [text[start:end] for start, end in outline_of(text).furniture]
        for name, text in seed_texts.items()
    }
    assert furniture["000"][-1] == furniture["001"][-1] == "打印本页 关闭窗口"
    assert furniture["003"][:2] == [
        "信息索引号 00250027-9/2021-16597 公开方式 主动公开",
        "发布机构 区发改经信局 公开范围 面向全社会",
    ]
    assert furniture["002"] == []


def test_the_way_to_a_page_is_no_title() -> None:
    text = (
        "某市甲区人民政府 > 专题专栏 > 为民办实事\n\n甲区2023年为民办实事完成情况公示\n\n"
        "全年新增车位300个，改造公厕12座，全部完成。\n"
    )
    outline = outline_of(text)
    assert outline.title is not None
    assert text[slice(*outline.title)] == "甲区2023年为民办实事完成情况公示"


def test_a_body_that_stands_twice_is_told_once(seed_texts: dict[str, str]) -> None:
    text = next(text for name, text in seed_texts.items() if name.startswith("003"))
    outline = outline_of(text)
    ((start, end),) = outline.duplicates
    assert text[start:].startswith("一、2020年国民经济和社会发展计划执行情况")
    assert end == len(text.rstrip())
    assert all(section.end <= start for section in outline.sections)


def test_a_copy_in_other_widths_and_quotes_is_a_copy() -> None:
    text = read("saved_twice.txt")
    ((start, end),) = outline_of(text).duplicates
    assert text[start:].startswith('2021年是"十四五"开局之年，')
    assert end == len(text.rstrip())


def test_a_copy_with_another_figure_keeps_the_other_figure() -> None:
    first = "全年实现地区生产总值1803亿元,规模以上工业增加值稳步增长,高新技术产业占比不断提高,"
    first += "经济运行稳中向好。"
    other = first.replace("1803", "1805")
    filler = "统筹推进城市更新,老旧小区改造全面提速,公共服务更加均衡,群众获得感持续增强。"
    text = "\n".join(["一、回顾", first, filler * 6, "一、回顾", other, filler * 6])
    duplicates = outline_of(text).duplicates
    assert duplicates
    position = text.index("1805")
    assert not any(start <= position < end for start, end in duplicates)


@pytest.mark.parametrize("line", ["打印本页", "规划计划", "发布日期:", "关于工作报告", "12"])
def test_a_page_of_furniture_is_read_in_one_pass(line: str) -> None:
    text = f"{line}\n" * 40_000
    outline = outline_of(text)
    assert all(text[start:end].strip() for start, end in outline.furniture)


def test_contents_and_page_numbers_are_furniture() -> None:
    text = read("five_year_plan.txt")
    outline = outline_of(text)
    furniture = "\n".join(text[start:end] for start, end in outline.furniture)
    assert "目 录" in furniture
    assert "第二节 主要目标 ........ 5" in furniture
    assert "- 5 -" in furniture
    assert [section.path[-1] for section in outline.sections] == [
        "第一章 发展基础",
        "第一节 “十三五”时期发展成就",
        "第二节 面临的机遇和挑战",
        "第二章 总体要求",
        "第一节 指导思想",
        "第二节 主要目标",
    ]


def test_paragraphs_without_numbers_may_open_with_a_heading() -> None:
    assert paths(read("work_report.txt"))[:4] == [
        ("一、过去一年工作回顾",),
        ("一、过去一年工作回顾", "经济运行稳中有进"),
        ("一、过去一年工作回顾", "创新动能持续增强"),
        ("一、过去一年工作回顾", "城乡面貌不断刷新"),
    ]


def test_each_part_of_a_report_that_tells_a_year_stands_above_all_numbers() -> None:
    text = (
        "某区2023年计划执行情况与2024年计划草案的报告\n"
        "2023年国民经济和社会发展计划执行情况\n一年来,全区上下奋力拼搏,各项事业取得新的进步。\n"
        "一、经济\n全年增长。\n二、社会\n全年平稳。\n"
        "2024年国民经济和社会发展计划草案\n2024年的主要预期目标安排如下:\n——总值增长6%;\n"
        "为实现上述目标,抓好以下工作:\n(一)投资。新开工项目9个。\n(二)消费。举办展会3场。\n"
    )
    paths = [section.path for section in parse_outline(text).sections]
    told, planned = "2023年国民经济和社会发展计划执行情况", "2024年国民经济和社会发展计划草案"
    assert [path[0] for path in paths] == [told] * 3 + [planned] * 3
    assert [len(path) for path in paths] == [1, 2, 2, 1, 2, 2]


def test_headings_without_numbers_stand_above_numbering_that_begins_anew() -> None:
    text = "某区工作报告\n2023年工作回顾\n一、经济\n全年增长。\n二、社会\n全年平稳。\n"
    text += "2024年工作安排\n一、经济\n力争增长。"
    assert paths(text) == [
        ("2023年工作回顾",),
        ("2023年工作回顾", "一、经济"),
        ("2023年工作回顾", "二、社会"),
        ("2024年工作安排",),
        ("2024年工作安排", "一、经济"),
    ]


def test_markdown_levels_hold_numbered_headings() -> None:
    assert paths(read("plan.md"))[:4] == [
        ("一、2022年国民经济和社会发展计划执行情况",),
        ("一、2022年国民经济和社会发展计划执行情况", "(一)产业发展提质增效"),
        ("一、2022年国民经济和社会发展计划执行情况", "(一)产业发展提质增效", "1. 先进制造业壮大"),
        ("一、2022年国民经济和社会发展计划执行情况", "(一)产业发展提质增效", "2. 现代服务业提升"),
    ]


def test_headings_in_traditional_characters_stay_as_written() -> None:
    assert paths(read("traditional.txt"))[1] == (
        "一、二○二三年計劃執行情況",
        "（一）產業轉型步伐加快",
    )


def test_lines_broken_at_a_fixed_width_are_read_as_paragraphs(seed_texts: dict[str, str]) -> None:
    text = next(text for name, text in seed_texts.items() if name.startswith("000"))
    broken = "\n".join(
        line[start : start + 38] for line in text.splitlines() for start in range(0, len(line), 38)
    )
    broken = joined(broken, find_wraps(broken))
    assert [len(path) for path in paths(broken)] == [len(path) for path in paths(text)]


def test_a_page_without_line_ends_keeps_its_headings(seed_texts: dict[str, str]) -> None:
    text = next(text for name, text in seed_texts.items() if name.startswith("000"))
    body = text[text.index("一、2023年") : text.index("打印本页")]
    assert paths(" ".join(body.split())) == paths(body)


@given(
    st.text(alphabet="一二、(（一)）1.。 \n#*|\t第章节①目录发布日期:3页-甲乙丙丁，；", max_size=300)
)
def test_any_text_has_an_outline_of_spans_that_nest(text: str) -> None:
    outline = outline_of(text)
    for section in outline.sections:
        assert 0 <= section.start <= section.heading[0] < section.heading[1] <= section.end
        assert section.end <= len(text)
        assert text[slice(*section.heading)] == section.path[-1]
    for spans in (outline.furniture, outline.duplicates):
        assert list(spans) == sorted(spans)


def test_bare_headings_of_two_levels_over_short_prose() -> None:
    text = """关于某区2022年决算和2023年上半年预算执行情况的报告
我受区人民政府委托,向会议报告2022年决算和2023年上半年预算执行情况,请予审议。
2022年决算情况
一般公共预算收支
全区一般公共预算收入81200万元,增长4.1%。
政府性基金收支
政府性基金收入20100万元,下降7.5%。
2023年上半年预算执行情况
一般公共预算收支
上半年一般公共预算收入43900万元,增长6.2%。
存在的主要问题
税源结构单一,土地出让收入低于序时进度。
"""
    assert paths(text) == [
        ("2022年决算情况",),
        ("2022年决算情况", "一般公共预算收支"),
        ("2022年决算情况", "政府性基金收支"),
        ("2023年上半年预算执行情况",),
        ("2023年上半年预算执行情况", "一般公共预算收支"),
        ("存在的主要问题",),
    ]


def test_a_title_broken_over_lines_and_rows_of_a_flat_table_are_no_headings() -> None:
    text = """关于石柱县2023年预算执行情况和2024年预算草案的报告
日期:2024-02-13

关于石柱县2023年预算执行

情况和2024年预算草案的报告

一、2023年预算执行情况
(一)全县预算执行情况
2023年全县一般公共预算收支平衡表
一、本级收入
142300
二、转移性收入
581,204.5
——全县一般公共预算收入完成14.23亿元,增长6%。
"""
    assert [s.path for s in outline_of(text).sections] == [
        ("一、2023年预算执行情况",),
        ("一、2023年预算执行情况", "(一)全县预算执行情况"),
    ]


def test_the_last_of_several_items_that_end_in_semicolons_is_an_item() -> None:
    text = "民生实事项目:\n1.水环境治理;\n2.学校改造;\n3.山塘清淤。\n石柱县人民政府\n"
    assert not outline_of(text).sections


def test_items_of_a_list_are_no_headings_where_one_of_them_begins_with_a_year() -> None:
    text = "一、说明\n1.数据由单位报送。\n2.甲园9月供地。\n3.乙桥7月合龙。\n4.2024年共15个。"
    assert paths(text) == [("一、说明",)]


def test_marks_and_brackets_set_headings_apart() -> None:
    told = (
        "全县新建学校四所,改造校舍六处,新增学位两千余个,招聘教师八十余名,集团化办学覆盖全部乡镇。"
    )
    text = f"""石柱县教育局工作总结
石教发〔2024〕12号
全年工作总结如下。
【基本情况】 截至年底,{told}{told}
★ 主要工作
【一、扩容增位】
{told}
【二、提升质量】
{told}
★ 存在问题
(1)学位仍有缺口;
(2)教师总量不足。
★ 下一年思路
1. 学位保障。{told}
2. 教师队伍。{told}
● 学校改造
● 教师培训
"""
    assert paths(text) == [
        ("基本情况",),
        ("主要工作",),
        ("主要工作", "一、扩容增位"),
        ("主要工作", "二、提升质量"),
        ("存在问题",),
        ("下一年思路",),
        ("下一年思路", "1. 学位保障"),
        ("下一年思路", "2. 教师队伍"),
    ]
