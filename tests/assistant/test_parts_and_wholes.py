"""A thing and what is near it: a part, a class, a wider sum, what is new, what was finished.

Three districts tell of the same pairs: one of both in a sentence, one of the whole alone, one of
the part alone. A question for either is answered with its own figure and never with the other's.
"""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

# The whole and a part of it, each with its figure.
PAIRS = (
    ("接待游客", "2318.6万人次", "过夜游客", "684.2万人次"),
    ("社会组织", "1286个", "5A级社会组织", "18个"),
    ("景区村庄", "156个", "AAA级景区村庄", "29个"),
    ("A级景区", "24家", "AAAAA级景区", "2家"),
    ("引进大学生", "5.32万名", "35周岁以下大学生", "4.17万名"),
    ("停车泊位", "15360个", "公共停车泊位", "4980个"),
    ("机动车保有量", "48.6万辆", "汽车保有量", "41.3万辆"),
    ("工业总产值", "2318.7亿元", "规模以上工业总产值", "1987.4亿元"),
    ("农林牧渔业总产值", "98.6亿元", "农业总产值", "47.2亿元"),
    ("小微企业贷款余额", "876.4亿元", "普惠小微企业贷款余额", "412.9亿元"),
    ("数字经济增加值", "687.2亿元", "数字经济核心产业增加值", "214.6亿元"),
    ("排查安全隐患", "12840处", "整改安全隐患", "12317处"),
    ("医疗卫生机构床位", "9840张", "医院床位", "8126张"),
    ("托育机构", "126家", "普惠托育机构", "84家"),
    ("重点实验室", "37家", "全国重点实验室", "4家"),
    ("党员", "8.64万名", "新发展党员", "1274名"),
    ("公路货运总量", "8421万吨", "冷链货运量", "317万吨"),
    ("专利授权量", "8640件", "发明专利授权量", "1327件"),
    ("民宿", "324家", "等级民宿", "58家"),
    ("学位", "12640个", "义务教育学位", "8370个"),
)
# A part that is only said more closely: it may be told by its own name where the whole is not.
CLOSER = (
    ("文物保护单位", "213处", "省级文物保护单位", "24处"),
    ("农业龙头企业", "96家", "省级农业龙头企业", "17家"),
    ("重大项目", "186个", "省重大项目", "27个"),
    ("安置房", "8640套", "竣工安置房", "3127套"),
    ("高技能人才", "6.84万人", "新增高技能人才", "4217人"),
    ("矛盾纠纷", "8641件", "重大矛盾纠纷", "127件"),
    ("养老床位", "12460张", "养老机构床位", "8317张"),
    ("粮食播种面积", "32.6万亩", "早稻播种面积", "8.4万亩"),
)
# A class by age, grade or size is no closer word for the whole.
CLASSES = (
    ("老年人口", "18.6万人", "80周岁以上老年人口", "2.74万人"),
    ("社会组织", "1286个", "4A级以上社会组织", "37个"),
    ("酒店", "268家", "五星级酒店", "9家"),
    ("图书馆", "36家", "国家一级图书馆", "3家"),
    ("高新技术企业", "1342家", "市级高新技术企业", "217家"),
)
PLACES = {"both": "诸暨市", "whole": "嵊州市", "part": "余姚市"}
QUESTIONS = ("{place}2023年{thing}是多少?", "{place}2023年{thing}一共有多少?")


def told(mode: str, pair: tuple[str, str, str, str]) -> str:
    whole, part = "".join(pair[:2]), "".join(pair[2:])
    said = {"both": f"{whole},其中{part}", "whole": whole, "part": part}[mode]
    return f"# {PLACES[mode]}2023年国民经济和社会发展统计公报\n2023年,全市{said}。\n"


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory):
    """Ask over an index that holds one pair only, so that no other thing is near."""
    opened: dict[tuple[str, ...], Assistant] = {}

    def asked(pair: tuple[str, str, str, str], question: str):
        if pair not in opened:
            documents = {f"{mode}.txt": told(mode, pair) for mode in PLACES}
            opened[pair] = open_over(tmp_path_factory.mktemp("pair"), documents)
        return opened[pair].ask(question)

    return asked


def is_stated(value: str, text: str) -> bool:
    """True for the very number: 2家 is not told by 12家."""
    return any(f"{before}{value}" in text for before in ("", *"为达:")) and not any(
        f"{digit}{value}" in text for digit in "0123456789."
    )


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("pair", [*PAIRS, *CLOSER, *CLASSES], ids=lambda pair: pair[2])
def test_of_a_whole_and_its_part_each_is_told_for_itself(ask, pair, question) -> None:
    whole, all_of_it, part, some = pair
    for thing, own in ((whole, all_of_it), (part, some)):
        answer = ask(pair, question.format(place=PLACES["both"], thing=thing))
        assert is_stated(own, answer.text), answer.text


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("pair", [*PAIRS, *CLOSER, *CLASSES], ids=lambda pair: pair[2])
def test_the_whole_is_never_told_for_a_part(ask, pair, question) -> None:
    whole, all_of_it, part, _ = pair
    answer = ask(pair, question.format(place=PLACES["whole"], thing=part))
    assert answer.refused, answer.text
    answer = ask(pair, question.format(place=PLACES["whole"], thing=whole))
    assert is_stated(all_of_it, answer.text), answer.text


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("pair", [*PAIRS, *CLASSES], ids=lambda pair: pair[2])
def test_a_part_is_never_told_for_the_whole(ask, pair, question) -> None:
    whole, _, part, some = pair
    answer = ask(pair, question.format(place=PLACES["part"], thing=whole))
    assert answer.refused, answer.text
    answer = ask(pair, question.format(place=PLACES["part"], thing=part))
    assert is_stated(some, answer.text), answer.text


@pytest.mark.parametrize("pair", CLOSER, ids=lambda pair: pair[2])
def test_a_closer_name_is_told_by_that_name_alone(ask, pair) -> None:
    whole, _, part, some = pair
    for question in QUESTIONS:
        answer = ask(pair, question.format(place=PLACES["part"], thing=whole))
        assert answer.refused or f"{part}{some}" in answer.text, answer.text


@pytest.mark.parametrize(
    "pair", [p for p in CLOSER if p[2].startswith("省")], ids=lambda pair: pair[2]
)
def test_those_on_one_list_are_no_sum(ask, pair) -> None:
    assert ask(pair, f"{PLACES['part']}2023年{pair[0]}总共有多少?").refused


def test_a_near_thing_is_shown_beside_the_refusal(ask) -> None:
    answer = ask(PAIRS[0], f"{PLACES['whole']}2023年来了多少过夜游客?")
    assert answer.refused
    assert any("2318.6万人次" in related.text for related in answer.related)


def test_letters_of_a_grade_are_its_number(ask) -> None:
    pair = PAIRS[3]
    for name in ("5A级景区", "AAAAA级景区", "AAAAA级旅游景区"):
        answer = ask(pair, f"{PLACES['both']}2023年有多少家{name}?")
        assert "2家" in answer.text
        assert "24家" not in answer.text
        assert ask(pair, f"{PLACES['whole']}2023年有多少家{name}?").refused


def test_words_around_a_name_ask_for_no_kind(ask) -> None:
    pair = PAIRS[5]
    for question in ("嵊州市2023年全市的停车泊位有多少个?", "嵊州市2023年建成停车泊位多少个?"):
        assert "15360个" in ask(pair, question).text


def test_what_is_done_to_a_thing_makes_no_kind_of_it(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = """江宁区2024年为民办实事项目完成情况

一、完成情况

4.养老服务提升。计划建设长者食堂15个。实际建成长者食堂18个。新增公共充电桩712个。优化调整公交线路18条。5月社零额71.57亿元。
"""
    told = open_over(tmp_path_factory.mktemp("doing"), {"shishi.txt": text})
    for question, said in (
        ("江宁区2024年计划建设长者食堂多少个,实际建成多少个?", "18个"),
        ("江宁区2024年新增充电桩多少个?", "712个"),
        ("江宁区2024年优化调整了几条公交线路?", "18条"),
        ("江宁区2024年5月一个月社零做了多少?", "71.57亿元"),
    ):
        assert_says(told.ask(question), [said], [])


def test_a_list_that_the_name_itself_tells_makes_no_part(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = """诸暨市2023年政府工作报告

一、2023年工作回顾

有效国家级高新技术企业812家,国家级专精特新“小巨人”企业累计46家。省级众创空间23家。打通断头路3条,浣东路因拆迁顺延至2025年5月。
"""
    told = open_over(tmp_path_factory.mktemp("lists"), {"a.txt": text})
    for question, said in (
        ("诸暨市2023年高新技术企业总数是多少?", "812家"),
        ("诸暨市2023年专精特新小巨人累计多少家?", "46家"),
        ("诸暨市有一条断头路没打通,延到什么时候?", "2025年5月"),
    ):
        assert_says(told.ask(question), [said], [])
    assert told.ask("诸暨市2023年众创空间总数是多少?").refused


def test_projects_from_a_larger_sum_on_are_some_of_those_from_a_smaller(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    report = "{}2023年政府工作报告\n\n一、2023年工作回顾\n\n{}。\n"
    documents = {
        "a.txt": report.format("诸暨市", "招引亿元以上项目87个,其中超10亿元项目16个"),
        "b.txt": report.format("余姚市", "新签约超20亿元项目9个,3亿元以上项目31个"),
    }
    told = open_over(tmp_path_factory.mktemp("sums"), documents)
    assert_says(told.ask("诸暨市2023年亿元以上项目招引了多少个?"), ["87个"], [])
    assert_says(told.ask("诸暨市2023年10亿元以上项目招引了多少个?"), ["16个"], ["87个"])
    assert_says(told.ask("余姚市2023年签约了多少个20亿元以上项目?"), ["9个"], [])
    assert_says(told.ask("余姚市2023年签约了多少个3亿元以上项目?"), ["31个"], [])
    for question in ("余姚市2023年签约了多少个亿元以上项目?", "余姚市2023年10亿元以上项目多少个?"):
        assert told.ask(question).refused


@pytest.mark.parametrize(
    ("thing", "stock"),
    [
        ("高新技术企业", "高新技术企业总数达1135家"),
        ("高新技术企业", "高新技术企业累计1135家"),
        ("创新平台", "各类创新平台达到1135家"),
    ],
)
@pytest.mark.parametrize("doing", ["净增", "新增"])
def test_how_many_there_are_never_tells_how_many_are_new(ask, thing, stock, doing) -> None:
    """The 新 of 高新技术企业 says nothing of what was added."""
    pair = (stock, "", f"年末{stock},{doing}{thing}", "86家")
    assert ask(pair, f"{PLACES['whole']}2023年{doing}了多少家{thing}?").refused
    answer = ask(pair, f"{PLACES['part']}2023年{doing}了多少家{thing}?")
    assert is_stated("86家", answer.text), answer.text
    assert "1135" not in answer.text
