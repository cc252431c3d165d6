"""District names: found where they stand, ambiguous ones left open, words left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.lexicon.districts import load_gazetteer


def named(text: str, *known: str) -> list[tuple[str, str]]:
    return [(m.name, m.full) for m in load_gazetteer().find(text, known)]


def test_the_city_before_a_district_belongs_to_the_mention() -> None:
    (mention,) = load_gazetteer().find("杭州市钱塘区2023年国民经济和社会发展计划")
    assert (mention.text, mention.full) == ("杭州市钱塘区", "浙江省杭州市钱塘区")


def test_a_new_area_is_not_the_district_of_the_same_short_name() -> None:
    assert named("杭州钱塘新区2020年") == [("钱塘新区", "浙江省杭州市钱塘新区")]
    assert named("钱塘区") == [("钱塘区", "浙江省杭州市钱塘区")]
    assert [d.name for d in load_gazetteer().lookup("钱塘新区")] == ["钱塘新区"]


def test_a_zone_that_is_one_with_a_district_is_that_district() -> None:
    assert named("新时代高新区(滨江)产业工人队伍") == [("滨江区", "浙江省杭州市滨江区")]
    assert named("杭州高新区（滨江）2024年")[-1] == ("滨江区", "浙江省杭州市滨江区")


def test_a_shared_name_is_told_apart_by_its_city_only() -> None:
    assert named("朝阳区") == [("朝阳区", "")]
    assert named("长春市朝阳区") == [("朝阳区", "吉林省长春市朝阳区")]
    assert named("北京朝阳区") == [("朝阳区", "北京市朝阳区")]
    assert {d.full for d in load_gazetteer().lookup("朝阳区")} == {
        "北京市朝阳区",
        "吉林省长春市朝阳区",
    }


@pytest.mark.parametrize(
    "words",
    [
        "江东区域重点道路",
        "三个以上城区",
        "长治久安",
        "钱塘江南岸",
        "滨江大道",
        "回迁安置",
        "创新平台",
    ],
)
def test_words_that_only_look_like_names_are_left_alone(words: str) -> None:
    assert named(words) == []


def test_short_forms_count_beside_a_border_and_always_for_known_districts() -> None:
    assert named("滨江呢?拱墅和余杭比呢") == [
        ("滨江区", "浙江省杭州市滨江区"),
        ("拱墅区", "浙江省杭州市拱墅区"),
        ("余杭区", "浙江省杭州市余杭区"),
    ]
    assert named("南山的GDP") == []
    assert named("南山的GDP", "南山区") == [("南山区", "广东省深圳市南山区")]
    assert named("钱塘的GDP", "钱塘新区") == [("钱塘新区", "浙江省杭州市钱塘新区")]
    assert named("钱塘的GDP", "钱塘新区", "钱塘区") == [("钱塘区", "浙江省杭州市钱塘区")]


def test_a_city_vouches_for_a_short_form_that_is_also_a_word() -> None:
    assert named("长春朝阳") == [("朝阳区", "吉林省长春市朝阳区")]


def test_names_that_only_the_index_knows_are_found() -> None:
    mentions = load_gazetteer().find("祥符街道和成都高新区的财政收入", ("祥符街道", "成都高新区"))
    assert [(m.name, m.level) for m in mentions] == [("祥符街道", "街道"), ("成都高新区", "区县")]


def test_former_districts_are_known() -> None:
    assert named("原下城区、江干区") == [
        ("下城区", "浙江省杭州市下城区"),
        ("江干区", "浙江省杭州市江干区"),
    ]
    assert named("富阳2023年") == [("富阳区", "浙江省杭州市富阳区")]


def test_the_data_are_whole() -> None:
    gazetteer = load_gazetteer()
    for name, full in {
        "景宁畲族自治县": "浙江省丽水市景宁畲族自治县",
        "仙桃市": "湖北省仙桃市",
        "东莞市": "广东省东莞市",
        "浦东新区": "上海市浦东新区",
        "鄂托克旗": "内蒙古自治区鄂尔多斯市鄂托克旗",
    }.items():
        assert [d.full for d in gazetteer.lookup(name)] == [full]
    assert [d.name for d in gazetteer.lookup("景宁")] == ["景宁畲族自治县"]
    assert [d.name for d in gazetteer.lookup("浙江省杭州市钱塘区")] == ["钱塘区"]
    assert gazetteer.lookup("无此区") == []


@given(st.text(alphabet="杭州市钱塘新区滨江高(滨)朝阳长春县、和的2023 \n", max_size=60))
def test_mentions_are_disjoint_and_stand_in_the_text(text: str) -> None:
    end = 0
    for mention in load_gazetteer().find(text, ("钱塘区", "滨江区")):
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


def test_a_short_form_that_is_an_everyday_word_needs_borders() -> None:
    find = load_gazetteer().find
    known = ("新建区",)
    assert [m.name for m in find("2013年新建了几所学校", known)] == []
    assert [m.name for m in find("新建区2023年GDP", known)] == ["新建区"]
    assert [m.name for m in find("那新建呢?", known)] == ["新建区"]


def test_a_name_that_is_an_ordinary_word_is_the_known_district_between_borders() -> None:
    find = load_gazetteer().find
    known = ("新城区",)
    assert [m.name for m in find("新城区2021年引进多少", known)] == ["新城区"]
    assert [m.name for m in find("和新城区比呢", known)] == ["新城区"]
    assert find("2021年新城区建设投资多少", known) == []
    assert find("新城区2021年引进多少") == []


def test_a_banner_goes_by_its_short_name_and_by_its_long_one() -> None:
    full = "内蒙古自治区兴安盟科尔沁右翼中旗"
    assert named("科右中旗2023年") == named("科尔沁右翼中旗人民政府") == [("科右中旗", full)]
    assert named("达旗2023年GDP") == [("达拉特旗", "内蒙古自治区鄂尔多斯市达拉特旗")]
    assert named("鄂托克前旗2023年") == [("鄂托克前旗", "内蒙古自治区鄂尔多斯市鄂托克前旗")]


def test_a_short_name_of_two_banners_means_the_known_one() -> None:
    assert named("扎旗2023年") == [("扎旗", "")]
    assert named("扎旗2023年", "扎赉特旗")[0][0] == "扎赉特旗"


def test_a_banner_is_called_by_its_side_where_only_one_is_known() -> None:
    assert named("前旗2023年", "科右前旗")[0][0] == "科右前旗"
    assert named("前旗2023年", "科右前旗", "鄂托克前旗") == []
    assert named("挂在门前旗杆上", "科右前旗") == []


def test_a_new_area_that_names_its_district_in_brackets_is_the_new_area() -> None:
    gazetteer = load_gazetteer()
    assert [m.name for m in gazetteer.find("2020年新区(钱塘)的目标")] == ["钱塘新区"]
    assert [m.name for m in gazetteer.find("高新区(滨江)的目标")] == ["滨江区"]
    assert gazetteer.lookup("新区（无此名）") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲坪和乙溪谁的GDP高", ["甲坪县", "乙溪区"]),
        ("甲坪县2023年GDP", ["甲坪县"]),
        ("甲坪大道通车", []),
        ("乙溪的学校有几所", ["乙溪区"]),
        ("高新企业有几家", []),
    ],
)
def test_known_names_that_no_list_has_are_found_in_short(text: str, names: list[str]) -> None:
    found = load_gazetteer().find(text, known=("甲坪县", "乙溪区", "高新区"))
    assert [mention.name for mention in found] == names
