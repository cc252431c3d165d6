"""How far a statement speaks of a question, and which of its clauses are quoted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.chain import Assistant
from assistant.evidence.matching import (
    SYNONYM_LEVEL,
    Term,
    best_quote,
    canonical_names,
    has_answer,
    level,
    make_terms,
    match,
    wants_of,
)
from assistant.evidence.statements import Statement, Statements
from assistant.schema import Chunk, Document, Profile, Query

Parse = Callable[[str], Query]


def even(word: str) -> float:
    return 1.0


def make_statement(text: str, *, title: str = "", path: tuple[str, ...] = ()) -> Statement:
    chunk = Chunk("c", "a.txt", 0, len(text), text, title=title, section_path=path)
    document = Document("d", "a.txt", text, Profile(title=title), chunks=(chunk,))
    return Statements(document).all()[0]


def quote(understood: Parse, question: str, text: str, *, figure: bool = True) -> str:
    query = understood(question)
    statement = make_statement(text)
    spans = best_quote(make_terms(query, even), statement, query, needs_figure=figure)
    return "…".join(text[s:e] for s, e in spans)


def test_a_statistic_is_strict_and_a_thing_that_is_counted_is_not(understood: Parse) -> None:
    terms = make_terms(understood("上城区2022年规上工业增加值和停车泊位"), even)
    assert {t.canonical: t.strict for t in terms if t.canonical} == {
        "规上工业增加值": True,
        "停车泊位": False,
    }


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("规上工业增加值", "规上工业总产值增长3%"),
        ("一般公共预算收入", "财政总收入增长3%"),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入5万元"),
        ("服务业增加值", "服务业增加值占GDP比重60%"),
    ],
)
def test_a_strict_term_is_never_met_by_its_neighbour(
    understood: Parse, asked: str, text: str
) -> None:
    (term,) = (t for t in make_terms(understood(asked), even) if t.canonical)
    assert level(term, text.lower()) == 0.0


@pytest.mark.parametrize("text", ["gdp增长3%", "地区生产总值增长3%", "生产总值增长3%"])
def test_a_strict_term_is_met_by_every_name_of_its_own(understood: Parse, text: str) -> None:
    (term,) = (t for t in make_terms(understood("GDP"), even) if t.canonical)
    assert level(term, text) == 1.0


def test_a_word_counts_whole_a_synonym_less_half_a_word_least() -> None:
    term = Term("老旧小区", 1.0, ("旧小区",))
    assert level(term, "改造老旧小区31个") == 1.0
    assert level(term, "改造旧小区31个") == SYNONYM_LEVEL
    assert 0 < level(term, "老旧的住宅小区") < SYNONYM_LEVEL
    assert level(term, "新建学校") == 0.0
    assert level(Term("学校", 1.0), "学习好") == 0.0


def test_rare_words_weigh_more_than_common_ones(understood: Parse) -> None:
    query = understood("上城区启动钱江沿线更新")
    rare = {t.text: t.weight for t in make_terms(query, lambda w: 1.0 if w == "沿线" else 0.0)}
    assert rare["沿线"] == max(rare.values())


def test_coverage_counts_headings_less_than_the_statement_itself() -> None:
    terms = [Term("停车泊位", 1.0), Term("老年食堂", 1.0)]
    inside = match(terms, make_statement("新增停车泊位10个、老年食堂2个。"))
    beside = match(terms, make_statement("新增停车泊位10个。", path=("老年食堂建设",)))
    missing = match(terms, make_statement("新增停车泊位10个。"))
    assert (inside.coverage, inside.own, inside.missing) == (1.0, 1.0, ())
    assert (beside.coverage, beside.own, beside.missing) == (0.875, 0.5, ())
    assert (missing.coverage, missing.own, missing.missing) == (0.5, 0.5, ("老年食堂",))


def test_no_terms_cover_nothing() -> None:
    assert match([], make_statement("新增停车泊位10个。")).coverage == 0.0


@pytest.mark.parametrize(
    ("text", "units", "held"),
    [
        ("新增10个", (), True),
        ("新增10个", ("个",), True),
        ("增长10%", ("个",), False),
        ("完成3亿元", ("万元",), True),
        ("完成3亿美元", ("亿元",), False),
        ("倍差1.43", ("倍",), True),
        ("没有数字", (), False),
        ("全市第三", (), False),  # a rank is no figure
    ],
)
def test_a_figure_answers_in_its_own_unit(text: str, units: tuple[str, ...], held: bool) -> None:
    assert has_answer(text, units) is held


def test_what_an_answer_has_to_hold_follows_from_the_question(understood: Parse) -> None:
    (rate,) = wants_of(understood("GDP增长多少?"))
    assert rate("增长3.1%")
    assert not rate("达到100亿元")
    (unit,) = wants_of(understood("引进项目多少个?"))
    assert unit("86个")
    assert not unit("86亿元")


LONG = "全年引进项目86个,其中制造业项目20个,实际利用外资9.2亿美元,新增停车泊位1350个,改造小区31个。"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("上城区2022年实际利用外资多少亿美元?", "实际利用外资9.2亿美元"),
        ("上城区2022年新增停车泊位多少个?", "新增停车泊位1350个"),
        ("上城区2022年改造小区多少个?", "改造小区31个"),
    ],
)
def test_a_quote_is_trimmed_to_the_clause_that_answers(
    understood: Parse, question: str, expected: str
) -> None:
    assert quote(understood, question, LONG).strip(",。") == expected


def test_two_things_asked_are_quoted_from_two_places(understood: Parse) -> None:
    between = "".join(f"组织第{n}批客商赴外地考察并签订合作备忘录," for n in "一二三四五六七八九")
    text = quote(
        understood,
        "上城区2022年制造业项目和停车泊位各多少个?",
        f"引进制造业项目20个,{between}新增停车泊位1350个,改造小区31个。",
    )
    assert text.split("…") == ["引进制造业项目20个,", "新增停车泊位1350个,"]


def test_a_clause_that_the_question_rules_out_is_not_quoted(understood: Parse) -> None:
    text = "培育企业30家,其中开工续建项目12个,竣工项目9个。"
    assert "续建" not in quote(understood, "上城区2022年竣工项目多少个(不含开工续建)?", text)


def test_the_names_of_a_text_are_canonical() -> None:
    assert canonical_names("gdp和社零") == {"地区生产总值", "社会消费品零售总额"}


def test_rarity_of_the_index_makes_the_weights(made_up: Assistant, understood: Parse) -> None:
    terms = made_up.evidence.terms(understood("上城区启动钱江沿线更新"))
    assert all(term.weight > 0 for term in terms)
    assert {"钱江", "沿线", "更新"} <= {term.text for term in terms}
