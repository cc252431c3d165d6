from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import ConfigurationError
from assistant.lexicon.indicators import load_indicators
from assistant.lexicon.synonyms import load_synonyms

SEEDS = sorted(Path("seeds").glob("0*.txt"))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("GDP", "地区生产总值"),
        ("经济总量", "地区生产总值"),
        ("社零", "社会消费品零售总额"),
        ("固投", "固定资产投资"),
        ("地方一般公共预算收入", "一般公共预算收入"),
        ("财政收入", "一般公共预算收入"),
        ("规模以上工业增加值", "规上工业增加值"),
        ("城乡收入倍差", "城乡居民收入比"),
        ("农民人均年收入", "农村居民人均可支配收入"),
        ("城里人收入", "城镇居民人均可支配收入"),
        ("外资", "实际利用外资"),
        ("R&D经费投入强度", "研发投入强度"),
        ("R＆D 经费支出占GDP比重", "研发投入强度"),
        ("国高企", "国家高新技术企业"),
        ("专精特新小巨人企业", "国家级专精特新“小巨人”企业"),
        ("上市企业", "上市公司"),
        ("孵化器", "科技企业孵化器"),
        ("新增城镇就业", "城镇新增就业"),
        ("旧改", "老旧小区改造"),
        ("电梯加装", "加装电梯"),
        ("车位", "停车泊位"),
        ("保租房", "保障性租赁住房"),
        ("公租房", "公共租赁住房"),
        ("老年助餐点", "老年食堂"),
        ("养老床位", "养老床位总数"),
        ("空气优良率", "空气质量优良率"),
        ("医保参保率", "基本医疗保险参保率"),
        ("违建", "拆除违法建筑"),
        ("电诈", "电信网络诈骗案件"),
        ("市场主体", "经营主体"),
        ("152工程", "“152”工程项目"),
        ("110kV变电站", "110千伏变电站"),
        ("地區生產總值", "地区生产总值"),
    ],
)
def test_names_of_one_indicator_lead_to_it(said, meant):
    assert load_indicators().canonical(said) == meant


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("财政总收入", "一般公共预算收入"),
        ("税收收入", "一般公共预算收入"),
        ("规上工业总产值", "规上工业增加值"),
        ("研发投入强度", "研发经费支出"),
        ("研发投入强度", "规上工业企业研发费用"),
        ("加装电梯", "电梯更新"),
        ("养老机构床位", "家庭养老床位"),
        ("国家级专精特新“小巨人”企业", "省级专精特新中小企业"),
        ("户籍人口", "常住人口"),
        ("货物出口总额", "货物进出口总额"),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
        ("学位", "托位"),
        ("养老床位总数", "养老机构床位"),
        ("过夜游客", "旅游接待人次"),
        ("110千伏变电站", "220千伏变电站"),
        ("亿元以上项目", "10亿元以上项目"),
        ("耕地保有量", "永久基本农田面积"),
        ("空气质量优良率", "PM2.5平均浓度"),
    ],
)
def test_near_indicators_are_told_apart_and_know_each_other(one, other):
    lexicon = load_indicators()
    assert lexicon.canonical(one) != lexicon.canonical(other)
    assert other in lexicon.related(one) or one in lexicon.related(other)


def test_lifts_of_old_estates_are_no_renewal_of_these():
    found = load_indicators().find("给老小区增设电梯")
    assert [m.canonical for m in found] == ["加装电梯"]


def test_a_name_does_not_end_inside_another_word():
    found = load_indicators().find("家具企业数字化改造覆盖率")
    assert "企业数" not in [m.canonical for m in found]


def test_no_name_belongs_to_two_indicators():
    lexicon = load_indicators()
    for name in lexicon.names():
        for synonym in (name, *lexicon.synonyms(name)):
            assert lexicon.canonical(synonym) == name


def test_related_indicators_exist_and_are_others():
    lexicon = load_indicators()
    names = set(lexicon.names())
    for name in names:
        assert set(lexicon.related(name)) <= names - {name}


def test_every_indicator_has_a_unit_and_no_name_is_one_character():
    lexicon = load_indicators()
    assert [name for name in lexicon.names() if not lexicon.units(name)] == []
    assert [term for term in lexicon.terms() if len(term) < 2] == []


def found(text, **options):
    return [(match.text, match.canonical) for match in load_indicators().find(text, **options)]


def test_the_longest_name_wins():
    assert found("规上工业研发费用占营业收入比重6.7%") == [
        ("规上工业研发费用占营业收入比重", "规上工业研发费用占营业收入比重")
    ]
    assert found("货物出口总额占全国比重2.70‰") == [
        ("货物出口总额占全国比重", "货物出口占全国比重")
    ]


def test_a_name_is_found_in_quotes_with_blanks_and_across_a_cell_edge():
    assert found("引进“152”工程项目8个、国家高企 110 家") == [
        ("“152”工程项目", "“152”工程项目"),
        ("国家高企", "国家高新技术企业"),
    ]
    assert found("一般公共预算\n收入163.4亿元") == [("一般公共预算\n收入", "一般公共预算收入")]
    assert found("国家 高新 技术企业") == [("国家 高新 技术企业", "国家高新技术企业")]


def test_a_figure_in_front_hides_no_name_and_makes_none():
    assert found("2023GDP目标") == [("GDP", "地区生产总值")]
    assert found("10亿元以上项目5个") == [("10亿元以上项目", "10亿元以上项目")]
    assert found("2023亿元以上项目") == [("亿元以上项目", "亿元以上项目")]
    for larger in ("150亿元以上项目", "3亿元以上项目", "超30亿元项目", "两百亿级产业集群"):
        assert not {"亿元以上项目", "百亿级产业集群"} & {name for _, name in found(larger)}


def test_spoken_names_are_not_read_into_documents():
    assert found("做强外资外贸", colloquial=False) == []
    assert found("外资引进了多少") == [("外资", "实际利用外资")]


def test_a_name_inside_another_word_is_none():
    assert found("一平台一产业一基金") == []
    assert found("巩固“无违建”创建") == []


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_matches_in_the_documents_are_verbatim_in_order_and_apart(path):
    text = path.read_text("utf-8")
    matches = load_indicators().find(text)
    assert len(matches) > 50
    assert all(text[match.start : match.end] == match.text for match in matches)
    assert all(one.end <= other.start for one, other in zip(matches, matches[1:], strict=False))


@given(
    st.lists(st.sampled_from(["GDP", "固投", " ", "“", "”", "\n", "增长5%", "，", "社 零", "企業"]))
)
def test_matches_are_verbatim_wherever_names_stand(parts):
    text = "".join(parts)
    matches = load_indicators().find(text)
    for match in matches:
        assert text[match.start : match.end] == match.text
        assert load_indicators().canonical(match.text) == match.canonical
    assert load_indicators().named(text) == {match.canonical for match in matches}


def test_half_a_megabyte_of_beginnings_of_names_holds_no_name():
    assert found("社会消费品零" * 60_000) == []


def test_a_file_of_ones_own_adds_names_and_takes_precedence(tmp_path):
    extra = tmp_path / "mine.csv"
    extra.write_text(
        "名称,同义,口语,单位,相近而不同,不算\n"
        "# 我区自己的指标,,,,,\n"
        "共富加油站,加油站|共富站,,处数,,\n"
        "地区生产总值,本区总产值,,金额,,\n"
        "人均地区生产总值,人均总产值,GDP,人均,地区生产总值,\n",
        "utf-8-sig",
    )
    lexicon = load_indicators(extra)
    assert lexicon.canonical("共富站") == "共富加油站"
    assert lexicon.canonical("本区总产值") == "地区生产总值"
    assert lexicon.canonical("国内生产总值") == "地区生产总值"
    assert lexicon.canonical("GDP") == "人均地区生产总值"
    assert lexicon.canonical("社零") == "社会消费品零售总额"


def test_a_line_without_a_name_and_a_missing_file_are_told(tmp_path):
    broken = tmp_path / "broken.csv"
    broken.write_text("名称,同义\n,社零\n", "utf-8")
    with pytest.raises(ConfigurationError, match="第 2 行没有“名称”"):
        load_indicators(broken)
    with pytest.raises(ConfigurationError, match="读不出来"):
        load_indicators(tmp_path / "none.csv")
    with pytest.raises(ConfigurationError, match="读不出来"):
        load_synonyms(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("动工", "开工"),
        ("农民", "农村居民"),
        ("城里人", "城镇居民"),
        ("医保", "基本医疗保险"),
        ("拆", "拆除"),
        ("建成", "竣工"),
        ("归谁管", "牵头"),
        ("网贷", "P2P"),
        ("楼", "楼宇"),
        ("添", "新增"),
        ("第一家", "首家"),
        ("营收", "营业收入"),
        ("老人", "老年"),
        ("复产", "恢复生产"),
        ("亩产", "亩均"),
        ("短板", "困难"),
        ("搞", "举办"),
        ("兑现", "落实"),
    ],
)
def test_everyday_words_widen_to_the_words_of_documents(said, written):
    assert written in load_synonyms().expand(said)


def test_nothing_widens_to_what_only_people_say():
    synonyms = load_synonyms()
    assert "拆" not in synonyms.expand("拆除")
    assert all(len(word) > 1 for word in synonyms.words())


def test_a_word_never_widens_to_itself_or_to_nothing_known():
    synonyms = load_synonyms()
    assert synonyms.expand("量子纠缠") == ()
    assert all(word not in synonyms.expand(word) for word in synonyms.words())


def test_groups_in_a_text_are_found_in_order_and_once():
    groups = load_synonyms().find("城里人和农民,农民的医保")
    assert [group[0] for group in groups] == ["城镇居民", "农村居民", "基本医疗保险"]


def test_no_group_makes_two_indicators_one():
    lexicon = load_indicators()
    for word in load_synonyms().words():
        for group in load_synonyms().find(word):
            names = {name for name in map(lexicon.canonical, group) if name}
            assert not [pair for pair in combinations(sorted(names), 2)], group


def test_a_group_of_ones_own_comes_first(tmp_path):
    extra = tmp_path / "mine.csv"
    extra.write_text("公文,白话\n揭牌|挂牌成立,开张大吉\n", "utf-8")
    assert load_synonyms(extra).expand("开张大吉") == ("揭牌", "挂牌成立")


def test_the_share_that_all_of_society_puts_into_research_is_that_of_gdp() -> None:
    lexicon = load_indicators()
    assert lexicon.canonical("全社会研发投入占比") == lexicon.canonical("研发投入占GDP比重")
    assert lexicon.canonical("企业研发投入占比") != lexicon.canonical("研发投入占GDP比重")
