from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.tokenizer import bigrams, is_word, segments, tokens, words
from assistant.text import fold_text, is_han

SEEDS = sorted(Path("seeds").glob("0*.txt"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("总值1,803 亿元", "1803"),
        ("增速-6.5%", "6.5%"),
        ("占全国比重2.70‰", "2.70‰"),
        ("达18. 08 亿元", "18.08"),
        ("PM2.5浓度", "pm2.5"),
        ("R&D经费", "r&d"),
        ("Ｒ＆Ｄ经费", "r&d"),
        ("开建110kv春澜变", "110kv"),
        ("1-11月", "11"),
        ("全年2020亿元", "2020"),
    ],
)
def test_figures_and_latin_words_are_whole_tokens(text, kept):
    assert kept in words(text)
    assert kept in bigrams(text)


def test_a_mixed_latin_word_gives_its_parts_too():
    assert words("110kV")[0] == "110kv"
    assert {"110", "kv"} <= set(words("110kV"))


def test_names_of_the_lexicon_are_words():
    assert "社零" in words("实现社零282.65亿元")
    assert "城乡收入倍差" in words("城乡收入倍差缩小至1.43")
    assert is_word("保租房")


def test_long_words_bring_the_words_inside_them():
    found = words("国家高新技术企业")
    assert {"高新", "技术", "企业"} <= set(found)


def test_pairs_are_those_of_neighbours_and_lone_characters_stay():
    assert bigrams("固投增长5%,家") == ["固投", "投增", "增长", "5%", "家"]


def test_names_set_apart_by_a_blank_stay_apart():
    assert "峰马" not in bigrams("李小峰 马于三")
    assert bigrams("国家 高 企") == bigrams("国家高企")


def test_tokens_are_words_and_pairs():
    text = "全年实现GDP同比增长4.2%"
    assert tokens(text) == words(text) + bigrams(text)


@given(st.text(alphabet="增长固投高企亿元12.,%‰aB&-| \n\t“”（）㎡①", max_size=60))
def test_tokens_hold_no_punctuation_and_all_that_is_none(text):
    assert all(any(map(str.isalnum, token)) for token in tokens(text))
    han = {character for character in fold_text(text) if is_han(character)}
    assert han <= set("".join(bigrams(text)))
    assert han <= set("".join(words(text)))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_the_documents_give_the_same_tokens_in_every_thread(path):
    text = path.read_text("utf-8")
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(tokens, [text] * 4))
    assert all(result == results[0] for result in results)
    assert len(results[0]) > len(text) / 2


@pytest.mark.parametrize("odd", ["|", "1", "1,", "a.", "\n", "（", "a&"])
def test_a_long_run_of_one_sign_is_taken_in_one_pass(odd):
    assert len(tokens(odd * 100_000)) <= 400_000


@pytest.mark.parametrize("word", ["大数据", "新材料", "元宇宙", "领导干部"])
def test_young_words_are_not_cut(word: str) -> None:
    assert segments(f"发展{word}产业")[1] == word
