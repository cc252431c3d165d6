"""Districts that no list has: what names them, and what only looks like a name."""

from __future__ import annotations

import pytest

from ingest.profile.unlisted import unlisted_in_body, unlisted_in_title
from tests.ingest.profile.test_profile import profile_of


@pytest.mark.parametrize(
    ("title", "district", "full"),
    [
        ("关于甲坪县2023年第三季度民生实事项目进展情况的通报", "甲坪县", ""),
        ("甲坪区教育局2023年工作总结", "甲坪区", ""),
        ("绵阳市甲坪区2024年政府工作报告", "甲坪区", "四川省绵阳市甲坪区"),
        ("甲秀山区2022年政府工作报告", "甲秀山区", ""),
        ("关于老旧小区2023年改造进展情况的通报", "", ""),
        ("全县2023年重点工作进展情况", "", ""),
    ],
)
def test_a_title_names_an_unlisted_district(title: str, district: str, full: str) -> None:
    profile = profile_of(f"{title}\n\n一、总体情况\n全年经济运行总体平稳。\n")
    assert (profile.district, profile.district_full) == (district, full)
    assert "district" in profile.doubtful


def test_the_sentences_of_a_page_without_title_name_its_district() -> None:
    text = (
        "您的位置: 首页 >> 走进甲坪 >> 社会发展\n\n社会发展\n"
        "初步核算,2021年甲坪县完成地区生产总值9.4亿元,增长8.2%。\n建成县城污水处理厂1座。\n"
        "全年接待游客21.8万人次。\n甲坪县人民政府办公室主办 县大数据中心承办\n"
    )
    assert profile_of(text).district == "甲坪县"


def test_the_office_that_signs_names_its_district() -> None:
    text = (
        "关于2021年重点工作上半年推进情况的通报\n各乡镇人民政府:\n现通报如下:\n一、总体情况\n"
        "全县完成投资3亿元,增长5%。\n甲坪县人民政府办公室\n2021年8月9日\n"
    )
    assert profile_of(text).district == "甲坪县"


@pytest.mark.parametrize(
    "text",
    [
        "完成县政府交办事项。落实县政府部署。改造居民小区5个。居民小区2023年改造12个。",
        "报送市政府批准。工业园区2023年产值5亿元,工业园区增长5%,工业园区新增企业8家。",
        "贫困县全部摘帽。全县政府投资5亿元。我县2023年增长5%。县政府办公室承办。",
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert unlisted_in_body(text) == unlisted_in_title(text) == ""


def test_a_title_over_its_labels_is_found_below_the_text() -> None:
    text = (
        "|\n3月16日,甲坪县第八届人民代表大会第二次会议开幕。会议提出,2022年县政府将集中力量办好14件民生实事,"
        "涉及教育、医疗、交通等领域,确保群众满意,确保年内办结。 |\n政府信息公开\n"
        "【两会】甲坪县2022年将为民办好14件实事\n时间:2022-03-17 来源:甲坪县融媒体中心\n"
        "2021年甲坪县承诺的12件民生实事已办结11件。\n"
    )
    profile = profile_of(text)
    assert (profile.district, profile.kind) == ("甲坪县", "民生实事")
    assert profile.title == "【两会】甲坪县2022年将为民办好14件实事"
    assert profile.periods["planned"] == "2022"


def test_the_name_of_a_file_names_its_district_where_nothing_else_does() -> None:
    text = "关于2024年10月份民生实事项目进展情况的通报\n\n截至10月底,全县已完成39件。\n"
    assert profile_of(text, source="甲坪县2024年10月份民生实事.txt").district == "甲坪县"
