"""The commands ingest, inspect and indicators as a person or a script meets them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from assistant.__main__ import main
from assistant.schema import Indicator
from ingest.commands import render_indicators

TEXT = """余安区2023年政府工作报告
一、2023年工作
全年新增停车泊位630个,地区生产总值增长5.1%。
"""
TABLE = """序号\t工作目标\t具体任务\t牵头单位\t完成情况
1\t提升创新能力\t新增国家高新技术企业110家\t区科技局\t已完成128家
2\t\t技术交易额达到18亿元\t\t完成19亿元
3\t改善住房条件\t完成老旧小区改造6个\t区住建局\t完成6个
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "report.txt").write_text(TEXT, "utf-8")
    (folder / "table.txt").write_text(TABLE, "utf-8")
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> object:
    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


def test_a_report_line_tells_who_when_what_and_how_much(run, folder: Path) -> None:
    code, out, err = run("ingest", folder)
    assert code == 0
    line = next(line for line in out.splitlines() if "report.txt" in line)
    for part in ("新增", "余安区2023年政府工作报告", "2023", "政府工作报告", "段", "秒"):
        assert part in line
    assert out.splitlines()[-1].startswith("共 2 份:新增 2;")
    assert err == ""


def test_the_report_is_json_when_asked(run, folder: Path) -> None:
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 10)
    code, out, _ = run("ingest", folder, "--json")
    assert code == 1
    report = json.loads(out)
    assert report["counts"] == {"failed": 1, "new": 2}
    assert {"source", "title", "district", "period", "kind", "sections", "rows", "chunks"} <= set(
        report["documents"][1]
    )


def test_what_a_person_says_on_the_command_line_counts(run, folder: Path) -> None:
    options = ("--district", "滨江区", "--year", "2019", "--title", "公报", "--kind", "统计公报")
    _, out, _ = run("ingest", folder / "report.txt", *options)
    for part in ("滨江区", "2019", "《公报》", "统计公报"):
        assert part in out


def test_a_document_is_inspected_by_path_and_by_name_alike(run, folder: Path) -> None:
    _, by_path, _ = run("inspect", folder / "table.txt", "--json")
    run("ingest", folder)
    _, by_name, _ = run("inspect", "table.txt", "--json")
    assert json.loads(by_path) == json.loads(by_name)
    document = json.loads(by_name)
    assert set(document) >= {"title", "district", "periods", "kind", "dates", "publisher"}
    row = document["rows"][1]
    assert set(row) == {"section_path", "cells", "inherited", "doubtful", "start", "end"}
    assert row["cells"]["工作目标"] == "提升创新能力"
    start, end = row["inherited"]["牵头单位"]
    assert TABLE[start:end] == "区科技局"
    for section in json.loads(run("inspect", "report.txt", "--json")[1])["sections"]:
        assert set(section) == {"path", "start", "end"}


def test_an_inspected_table_marks_inherited_cells(run, folder: Path) -> None:
    _, out, _ = run("inspect", folder / "table.txt")
    assert "2. 序号=2" in out
    assert "工作目标↑=提升创新能力" in out


def test_indicators_have_the_keys_of_the_reference_and_their_place(run, folder: Path) -> None:
    run("ingest", folder)
    _, out, _ = run("indicators", "--json", "--name", "GDP")
    (figure,) = map(json.loads, out.splitlines())
    assert (figure["value"], figure["unit"], figure["kind"]) == ("5.1", "%", "actual")
    assert figure["source"] == "report.txt"
    assert "5.1%" in TEXT[figure["start"] : figure["end"]]
    _, table, _ = run("indicators", "--csv")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert {row["value"] for row in rows} >= {"5.1", "630"}
    assert run("indicators", "--period", "2023", "--kind", "target")[1].startswith("没有符合条件")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("ingest", "nowhere"), "找不到 nowhere"),
        (("inspect", "nowhere"), "nowhere"),
        (("indicators",), "quwen ingest"),
    ],
)
def test_what_fails_is_one_sentence_and_an_exit_code(
    run, arguments: tuple[str, ...], reason: str
) -> None:
    code, out, err = run(*arguments)
    assert code != 0
    assert out == ""
    assert reason in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("qualifier", "written"),
    [("超", "超30家"), ("余", "30余家"), ("以上", "30家以上"), ("", "30家")],
)
def test_qualifiers_stand_where_the_language_puts_them(qualifier: str, written: str) -> None:
    figure = Indicator(
        *("a.txt", "余安区", "2023", "企业", "企业", "count", "30", "家", "actual", 0, 9, (2, 5)),
        qualifier=qualifier,
    )
    assert written in render_indicators([figure])[0]
