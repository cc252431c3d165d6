from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.sounds import looks_alike, sounds_alike
from assistant.language.spelling import correct
from assistant.lexicon.indicators import load_indicators
from assistant.text import split_sentences

DISTRICTS = ["拱墅区", "拱墅", "钱塘区", "钱塘", "钱塘新区", "滨江区", "滨江"]
VOCABULARY = frozenset([*DISTRICTS, *load_indicators().names()])
SEEDS = sorted(Path("seeds").glob("0*.txt"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("拱野区2023年", "拱墅区2023年"),
        ("拱野的目标", "拱墅的目标"),
        ("钱糖新区的目标", "钱塘新区的目标"),
        ("宾江区怎么样", "滨江区怎么样"),
        ("研发投入强渡", "研发投入强度"),
        ("固定资产投次", "固定资产投资"),
        ("志原者", "志愿者"),
        ("人均可支配收如", "人均可支配收入"),
        ("社会消费品零售总颔", "社会消费品零售总额"),
        ("规上工业曾加值", "规上工业增加值"),
        ("学卫新增多少", "学位新增多少"),
        ("居民人均支配收入", "居民人均可支配收入"),
        ("地区生总产值", "地区生产总值"),
        ("固定资产资投资", "固定资产投资"),
        ("轻年有多少", "青年有多少"),
    ],
)
def test_words_that_sound_or_look_alike_are_mended(typed, meant):
    mended, changes = correct(typed, VOCABULARY)
    assert mended == meant
    assert all(wrong in typed and right in meant for wrong, right in changes)
    assert changes


@pytest.mark.parametrize(
    "text",
    [
        "江干区和上城区的地区生产总值",
        "余杭区2023年新增国家高新技术企业",
        "钱塘新区2020年的目标",
        "财政总收入增长了多少",
        "规下工业企业有多少家",
        "货物进口总额和出口总额",
        "一院和三市的项目",
        "公园绿地建了多少",
        "电梯更新还是加装",
        "城东新城和大学城的钱江晚报",
        "“帮复”专班做了什么",
        "PM2.5 2023 1,803亿元",
        "",
    ],
)
def test_what_is_right_or_unknown_for_a_reason_stays(text):
    assert correct(text, VOCABULARY) == (text, [])


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_sentences_of_the_documents_are_left_as_they_are(path):
    text = path.read_text("utf-8")
    sentences = [text[start:end] for start, end in split_sentences(text)]
    changed = [changes for s in sentences if (changes := correct(s, VOCABULARY)[1])]
    assert len(changed) <= len(sentences) / 100, changed


@given(st.text(alphabet="区0123456789.%一二三百千万亿年月-力争", max_size=30))
def test_no_figure_is_ever_changed(text):
    assert correct(text, VOCABULARY)[0] == text


def test_the_unit_of_a_date_begins_no_word():
    assert correct("2024年县医院", ["年限"])[0] == "2024年县医院"


def test_nothing_is_mended_towards_a_district_that_is_not_there():
    assert correct("钱糖区的目标", ["拱墅区"])[0] == "钱糖区的目标"


def test_a_numeral_that_opens_a_misspelt_place_counts_nothing():
    assert correct("五威市2020年", ["武威市"])[0] == "武威市2020年"
    assert correct("五县2020年", ["吴县"])[0] == "五县2020年"


def test_a_place_inside_a_misspelt_one_is_none():
    mended, _ = correct("华荣县粮食产量", frozenset(["华容县", "华容"]))
    assert mended == "华容县粮食产量"


def test_sounds_are_compared_without_tones_and_by_their_commonest_reading():
    assert sounds_alike("墅", "数")
    assert sounds_alike("滨", "宾", blurred=False)
    assert not sounds_alike("渔", "谷")
    assert sounds_alike("次", "资")
    assert not sounds_alike("次", "资", blurred=False)


def test_look_alikes_are_mutual():
    assert looks_alike("墅", "野")
    assert looks_alike("野", "墅")
    assert not looks_alike("墅", "区")


def test_a_place_that_no_list_knows_is_not_made_another() -> None:
    """Only what sounds or looks like a place's name is a slip for it."""
    assert correct("河溪区2023年生产总值", ["云溪区"])[1] == []
    assert correct("云西区2023年生产总值", ["云溪区"])[1] == [("云西区", "云溪区")]


def test_several_wrong_characters_of_one_word_are_mended_by_their_sounds() -> None:
    vocabulary = ["长者食堂", "笔记本电脑", "新能源汽车"]
    assert correct("比季本电脑产了几台", vocabulary)[0] == "笔记本电脑产了几台"
    assert correct("长浙食塘有几家", vocabulary)[0] == "长者食堂有几家"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("新建了惰少所", "新建了多少所"),
        ("有多少公理", "有多少公里"),
        ("投了多少前", "投了多少钱"),
        ("由谁仟头", "由谁牵头"),
        ("任务完戍没有", "任务完成没有"),
    ],
)
def test_words_that_ask_are_mended(typed: str, meant: str) -> None:
    assert correct(typed, VOCABULARY)[0] == meant


def test_a_word_of_the_dictionary_gives_way_to_what_the_documents_have_beside_its_neighbour():
    names = "健康企业\n教室照明"
    vocabulary = ["健康", "教室"]
    assert correct("建康企业有几家", vocabulary, names)[0] == "健康企业有几家"
    assert correct("建康古城有多大", vocabulary, names)[1] == []  # which is a place
    assert correct("教师有多少人", vocabulary, names)[1] == []  # sounds nearly like 教室


def test_a_place_may_have_several_wrong_characters_but_is_none_that_a_list_knows() -> None:
    places = ["涧西区", "涧西", "长乐区", "长乐"]
    assert correct("建熄区2024年的学位", places)[0] == "涧西区2024年的学位"
    assert correct("昌乐2024年的学位", places)[1] == []
    assert correct("长勒镇2024年的学位", ["长乐"])[1] == []  # a town of another name


def test_a_long_name_is_heard_where_its_end_begins_another_word() -> None:
    assert correct("财正总收如是多少", ["财政总收入"])[0] == "财政总收入是多少"


def test_a_character_that_means_what_it_is_is_no_part_of_another_word() -> None:
    assert correct("该区年均浓度", VOCABULARY)[1] == []
    assert correct("这家工厂在就业上做了什么", ["再就业"])[1] == []


def test_who_is_in_charge_has_a_name_that_no_vocabulary_holds():
    assert correct("看看石峰管哪些活", VOCABULARY) == ("看看石峰管哪些活", [])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("是千塘区2023年完成的多", "是钱塘区2023年完成的多"),
        ("钱区2023年和滨区2025年", "钱塘区2023年和滨江区2025年"),
        ("塘钱区和江滨区的房租", "钱塘区和滨江区的房租"),
        ("钱塘塘区2023年幼儿儿园", "钱塘区2023年幼儿园"),
        ("社区区域、全区区属企业和项目目标", "社区区域、全区区属企业和项目目标"),
        ("新区2023年、全区和老城区", "新区2023年、全区和老城区"),
    ],
)
def test_places_that_slipped_and_what_is_typed_twice(typed: str, meant: str) -> None:
    assert correct(typed, ["钱塘区", "滨江区"])[0] == meant
