"""A model's stream cut into sentences: markers of every form, pieces of any size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.generation.sentences import Sentence, marked, split_stream, without_thoughts

STREAM = (
    "<think>先看资料[9]。\n嗯</think>上城区2023年目标为5.5%。[1]  【2】余杭区“力争6%。以上”[1, 2]。"
    "\n| 区 | 值 |\n|---|---|\n| 上城区 | 5.5%［1］ |"
    "\n1. **新增**3家(来源:2)。\n- 打造新中心[3]\n完[^2]"
)
SENTENCES = [
    "上城区2023年目标为5.5%[1][2]。",
    "余杭区“力争6%。以上”[1][2]。",
    "| 区 | 值 |",
    "|---|---|",
    "| 上城区 | 5.5%[1] |",
    "- 新增3家[2]。",
    "- 打造新中心[3]",
    "完[2]",
]


@given(st.lists(st.integers(min_value=1, max_value=9), min_size=1))
def test_sentences_do_not_depend_on_how_the_stream_is_cut(sizes: list[int]) -> None:
    pieces, at, turn = [], 0, 0
    while at < len(STREAM):
        size = sizes[turn % len(sizes)]
        pieces.append(STREAM[at : at + size])
        at, turn = at + size, turn + 1
    assert [sentence.text for sentence in split_stream(pieces)] == SENTENCES


def test_a_sentence_is_given_as_soon_as_it_can_be_no_longer() -> None:
    given = iter(["增长6%。[", "1]新增", "3家[2]。"])
    seen: list[str] = []

    def pieces() -> object:
        for piece in given:
            seen.append(piece)
            yield piece

    sentences = split_stream(pieces())  # type: ignore[arg-type]
    assert next(sentences) == Sentence("增长6%[1]。")
    assert seen == ["增长6%。[", "1]新增"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("增长6%[1][2]。", "增长6%[1][2]。"),
        ("增长6%【1】。", "增长6%[1]。"),
        ("增长6%［1］。", "增长6%[1]。"),
        ("增长6%[1, 2]。", "增长6%[1][2]。"),
        ("增长6%[1、3]", "增长6%[1][3]"),
        ("增长6%[2-4]。", "增长6%[2][3][4]。"),
        ("增长6%来源1。", "增长6%[1]。"),
        ("增长6%(来源:1、2)。", "增长6%[1][2]。"),
        ("增长6%[来源 2]。", "增长6%[2]。"),
        ("增长6%[^3]。", "增长6%[3]。"),
        ("增长6%。[1][1]", "增长6%[1]。"),
        ("增长(2023)年", "增长(2023)年"),
        ("增长(1)项", "增长(1)项"),
        ("增长[90-10]", "增长[90][10]"),
    ],
)
def test_every_form_of_marker_is_understood(written: str, expected: str) -> None:
    assert marked(written) == expected


def test_what_a_model_thinks_aloud_is_left_out_even_if_it_never_ends() -> None:
    assert "".join(without_thoughts(["<think>想", "了很久"])) == ""
    assert "".join(without_thoughts(["<thinking>想</thinking>好"])) == "好"
    assert "".join(without_thoughts(["a<b", "时成立"])) == "a<b时成立"


def test_a_sentence_that_never_ends_is_given_out_in_the_end() -> None:
    assert len(list(split_stream(["没完没了"] * 1000))) > 1
