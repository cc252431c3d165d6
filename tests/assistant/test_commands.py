"""The question side of the command line: what is printed, and one clear sentence for bad input."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.__main__ import main
from assistant.chain import Assistant
from assistant.commands import BYE, SOURCES, render_answer
from assistant.settings import Settings
from ingest.index.pipeline import ingest

Run = Callable[..., tuple[int, str, str]]
GROWTH = "上城区2022年GDP增长多少?"


@pytest.fixture
def run(
    made_up: Assistant, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Run ``quwen`` on the made-up documents: (exit code, standard output, standard error)."""
    monkeypatch.setenv("QUWEN_HOME", str(made_up.settings.home))

    def command(*arguments: str, given: str | bytes = "") -> tuple[int, str, str]:
        raw = given.encode("utf-8") if isinstance(given, str) else given
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        code = main(arguments)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def one_sentence(error: str) -> bool:
    return len(error.strip().splitlines()) == 1 and "Traceback" not in error


def test_ask_prints_the_answer_and_its_sources(run: Run) -> None:
    code, out, err = run("ask", GROWTH)
    assert (code, err) == (0, "")
    assert "3.1%[1]" in out
    assert "[1] 上城区2022年国民经济和社会发展计划执行情况" in out
    assert "全年实现地区生产总值2580.5亿元,同比增长3.1%;" in out


def test_ask_prints_what_is_near_a_refusal(run: Run) -> None:
    code, out, _ = run("ask", "余杭区2023年新增停车泊位目标是多少?")
    assert code == 0
    assert out.splitlines()[0] == "文档没有给出余杭区2023年停车泊位的目标。"
    assert "文档里相近的内容" in out
    assert "980个" in out


def test_ask_as_json_has_the_form_of_the_batch(run: Run, made_up: Assistant) -> None:
    code, out, _ = run("ask", GROWTH, "--json")
    answer = json.loads(out)
    assert code == 0
    assert set(answer) == {
        *("question", "standalone_question", "answer", "refused", "kind", "citations"),
        *("computed", "related", "mode", "notes", "seconds"),
    }
    (citation,) = answer["citations"]
    text = made_up.catalog.document(citation["source"]).text
    assert text[citation["start"] : citation["end"]] == citation["text"]


def test_ask_prints_the_trace_where_it_is_asked_for(run: Run) -> None:
    _, out, _ = run("ask", GROWTH, "--trace")
    assert json.loads(out.split("审计\n")[1])["verification"] == "全部通过"
    _, out, _ = run("ask", GROWTH, "--trace", "--json")
    assert "hits" in json.loads(out)["trace"]


@pytest.mark.parametrize("question", ["", "   ", "\n\t"])
def test_an_empty_question_is_told_how_to_ask(run: Run, question: str) -> None:
    code, out, err = run("ask", question)
    assert (code, out) == (1, "")
    assert one_sentence(err)
    assert "quwen ask" in err


def test_a_question_of_100000_characters_is_told_the_limit(run: Run) -> None:
    code, out, err = run("ask", "问" * 100_000)
    assert (code, out) == (1, "")
    assert one_sentence(err)
    assert "5000" in err


def test_control_characters_in_a_question_are_no_trouble(run: Run) -> None:
    code, out, _ = run("ask", "上城区\x002022年\x07GDP增长多少?\x1b[31m")
    assert code == 0
    assert "3.1%" in out
    assert "\x1b" not in out


@pytest.mark.parametrize(
    "command", [("ask", GROWTH), ("batch",), ("retrieve", "新增"), ("status",), ("chat",)]
)
def test_without_an_index_the_next_step_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, home: Path, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("QUWEN_HOME", str(home))
    code, out, err = run(*command)
    assert (code, out) == (1, "")
    assert one_sentence(err)
    assert "quwen ingest" in err
    assert not home.exists()


@pytest.mark.parametrize("damage", ["version", "bytes"])
def test_an_index_that_cannot_be_read_is_told_how_to_mend(
    run: Run, made_up: Assistant, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, damage: str
) -> None:
    import shutil

    copy = shutil.copytree(made_up.settings.home, tmp_path / "copy")
    (file,) = copy.rglob("catalog.sqlite3")
    if damage == "version":
        with sqlite3.connect(file) as connection:
            connection.execute("UPDATE meta SET value = 'another' WHERE key = 'tokenizer'")
        connection.close()
    else:
        file.write_bytes(b"not a database" * 1000)
    monkeypatch.setenv("QUWEN_HOME", str(copy))
    code, out, err = run("ask", GROWTH)
    assert (code, out) == (1, "")
    assert one_sentence(err)
    assert "quwen ingest --rebuild" in err


def test_a_setting_that_cannot_be_used_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUWEN_TOP_K", "many")
    code, _, err = run("ask", GROWTH)
    assert code == 1
    assert one_sentence(err)
    assert "QUWEN_TOP_K" in err


def test_batch_answers_dialogues_line_by_line(run: Run) -> None:
    lines = [
        json.dumps({"id": "a", "turns": [GROWTH, "余杭呢?"]}, ensure_ascii=False),
        "",
        json.dumps({"id": "b", "turns": ["余杭区2022年停车泊位多少个?"]}),
    ]
    code, out, err = run("batch", given="\n".join(lines))
    records = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [r["id"] for r in records] == ["a", "b"]
    first, second = records[0]["answers"]
    assert "3.1%" in first["answer"]
    assert "2.6%" in second["answer"]
    assert second["question"] == "余杭呢?"
    assert "trace" not in first


def test_dialogues_of_a_batch_do_not_know_each_other(run: Run) -> None:
    lines = [{"id": 1, "turns": [GROWTH]}, {"id": 2, "turns": ["余杭呢?"]}]
    _, out, _ = run("batch", given="\n".join(map(json.dumps, lines)))
    assert json.loads(out.splitlines()[1])["answers"][0]["refused"]


def test_batch_can_tell_the_trace(run: Run) -> None:
    _, out, _ = run("batch", "--trace", given=json.dumps({"id": 1, "turns": [GROWTH]}))
    assert json.loads(out)["answers"][0]["trace"]["hits"]


@pytest.mark.parametrize(
    "line", ["{not json", "[]", '"text"', "{}", '{"id": 1}', '{"turns": ["x"]}', "null", "12"]
)
def test_a_bad_line_of_a_batch_is_told_and_the_rest_goes_on(run: Run, line: str) -> None:
    code, out, err = run("batch", given=f"{line}\n" + json.dumps({"id": 2, "turns": [GROWTH]}))
    assert code == 1
    assert one_sentence(err)
    assert "第1行" in err
    assert json.loads(out)["id"] == 2


def test_a_turn_that_is_too_long_refuses_and_the_rest_goes_on(run: Run) -> None:
    turns = ["问" * 100_000, GROWTH, ""]
    code, out, _ = run("batch", given=json.dumps({"id": 1, "turns": turns}))
    answers = json.loads(out)["answers"]
    assert code == 0
    assert [a["refused"] for a in answers] == [True, False, True]
    assert "缩短" in answers[0]["answer"]


def test_a_turn_that_the_program_fails_at_is_told_and_the_rest_goes_on(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Assistant._found

    def failing(self: Assistant, question: str, *rest: Any, **options: Any) -> Any:
        if "意外" in question:
            raise KeyError("某区")
        return found(self, question, *rest, **options)

    monkeypatch.setattr(Assistant, "_found", failing)
    code, out, err = run("batch", given=json.dumps({"id": 1, "turns": ["意外?", GROWTH]}))
    answers = json.loads(out)["answers"]
    assert code == 1
    assert one_sentence(err)
    assert "第1行" in err
    assert [a["refused"] for a in answers] == [True, False]
    assert "KeyError" in answers[0]["answer"]


def test_an_empty_batch_prints_nothing(run: Run) -> None:
    assert run("batch") == (0, "", "")


def test_bytes_that_are_no_utf8_get_a_sentence(run: Run) -> None:
    code, _, err = run("batch", given=b'{"id": 1, "turns": ["\xff\xfe"]}')
    assert code != 0
    assert one_sentence(err)


def test_retrieve_prints_ranked_passages(run: Run, made_up: Assistant) -> None:
    code, out, _ = run("retrieve", "余杭区新增停车泊位", "--top-k", "3")
    hits = json.loads(out)["hits"]
    assert code == 0
    assert len(hits) == 3
    assert [h["score"] for h in hits] == sorted((h["score"] for h in hits), reverse=True)
    assert set(hits[0]) == {
        *("source", "section_path", "start", "end", "text", "score"),
        *("rank_lexical", "rank_dense"),
    }
    for hit in hits:
        text = made_up.catalog.document(hit["source"]).text
        assert text[hit["start"] : hit["end"]] == hit["text"]


def test_retrieve_names_every_file_that_is_letter_for_letter_the_same(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    report = "余杭区2023年政府工作报告\n\n新增停车泊位630个。\n\n新增养老床位120张。\n"
    texts = {"a.txt": report, "b.txt": report, "c.txt": f"首页 > 政务公开\n{report}"}
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    settings = Settings(home=tmp_path / "home")
    ingest([folder], settings)
    monkeypatch.setenv("QUWEN_HOME", str(settings.home))
    _, out, _ = run("retrieve", "余杭区新增停车泊位", "--top-k", "2")
    hits = json.loads(out)["hits"]
    # The page of which the body alone is the same has that body at other offsets.
    assert [hit["source"] for hit in hits] == ["a.txt", "b.txt"] * 2
    assert "停车泊位" in hits[0]["text"]
    for hit in hits:
        assert report[hit["start"] : hit["end"]] == hit["text"]


def test_retrieve_reads_questions_from_standard_input(run: Run) -> None:
    lines = [json.dumps({"id": n, "question": q}) for n, q in enumerate(["停车泊位", "", "学位"])]
    code, out, err = run("retrieve", given="\n".join([*lines, "nonsense"]))
    records = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert "第4行" in err
    assert [r["id"] for r in records] == [0, 1, 2]
    assert [bool(r["hits"]) for r in records] == [True, False, True]


@pytest.mark.parametrize("count", ["0", "-3", "x"])
def test_a_number_of_passages_that_cannot_be_is_refused(run: Run, count: str) -> None:
    with pytest.raises(SystemExit) as caught:
        run("retrieve", "新增", "--top-k", count)
    assert caught.value.code == 2


def test_status_tells_what_the_index_holds(run: Run) -> None:
    code, out, _ = run("status", "--json")
    status = json.loads(out)
    assert code == 0
    assert status["documents"] == 3
    assert status["rows"] == 6
    assert set(status["versions"]) >= {"tokenizer", "embedding"}
    _, out, _ = run("status")
    assert out.startswith("文档:3份,")


def test_chat_keeps_the_conversation_and_ends_when_told(run: Run) -> None:
    code, out, err = run("chat", given=f"{GROWTH}\n余杭呢?\n\n{'问' * 6000}\n{SOURCES}\n{BYE}\n")
    assert (code, err) == (0, "")
    assert "3.1%" in out
    assert "2.6%" in out
    assert "请缩短" in out
    assert all(name in out for name in ("plan.txt", "other_plan.txt", "table.txt"))


def test_chat_ends_with_its_input(run: Run) -> None:
    assert run("chat", given=GROWTH)[0] == 0


def test_an_answer_is_rendered_with_every_source(made_up: Assistant) -> None:
    answer = made_up.ask("上城和余杭2022年GDP谁高?")
    text = render_answer(answer)
    assert text.startswith(answer.text)
    assert all(f"[{c.marker}] {c.title}" in text for c in answer.citations)


def test_status_tells_what_a_model_cost(run: Run, made_up: Assistant) -> None:
    from assistant.generation.ledger import FILE, Ledger

    (made_up.settings.home / FILE).unlink(missing_ok=True)
    ledger = Ledger(made_up.settings)
    cost = {"name": "m", "calls": 2, "tokens_in": 900, "tokens_out": 40, "seconds": 1.5}
    ledger.note({**cost, "first_sentence_seconds": 0.5, "error": "", "fell_back": True})
    try:
        _, out, _ = run("status")
        assert "最近1个回答请求2次,输入900、输出40 token" in out
        assert json.loads(run("status", "--json")[1])["model"]["fell_back"] == 1
    finally:
        (made_up.settings.home / FILE).unlink()
