"""Files brought in through the page, by the real ``quwen ingest`` in a process of its own."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from assistant.index.catalog import Catalog
from assistant.settings import Settings
from ui.documents import describe_line
from ui.uploads import Job, Uploads, last_line, read_report, safe_name

REPORT = "甲区2023年政府工作报告\n\n一、2023年工作回顾\n2023年全区GDP增长{}%。\n".replace(
    "\n", "\r\n"
)


@pytest.fixture
def uploads(home: Path) -> Uploads:
    return Uploads(Settings(home=home))


def done(uploads: Uploads) -> Job:
    deadline = time.monotonic() + 120
    while uploads.busy and time.monotonic() < deadline:
        time.sleep(0.02)
    return uploads.jobs[0]


def test_a_file_is_brought_in_replaced_corrected_and_removed(uploads: Uploads, home: Path) -> None:
    uploads.add("甲.txt", REPORT.format("4.2").encode())
    assert done(uploads).state == "done"
    catalog = Catalog.open(home)
    assert "4.2" in catalog.document("甲.txt").text

    uploads.add("甲.txt", REPORT.format("4.3").encode())
    assert done(uploads).lines[0]["status"] == "replaced"
    assert "4.3" in catalog.document("甲.txt").text

    uploads.add("无名.txt", "全年GDP增长3.9%。".encode(), {"district": "西湖区", "year": "2022"})
    assert done(uploads).state == "done"
    assert catalog.profiles()["无名.txt"].district == "西湖区"
    uploads.remove("无名.txt")

    (path,) = catalog.paths("甲.txt")
    uploads.correct(path, {"district": "西湖区", "title": "另一个标题"})
    assert done(uploads).state == "done"
    profile = catalog.profiles()["甲.txt"]
    assert (profile.district, profile.title) == ("西湖区", "另一个标题")

    uploads.remove("甲.txt")
    assert [line["status"] for line in done(uploads).lines] == ["removed"]
    assert catalog.sources() == []


def test_a_file_that_cannot_be_read_changes_nothing(uploads: Uploads, home: Path) -> None:
    uploads.add("甲.txt", REPORT.format("4.2").encode())
    done(uploads)
    uploads.add("甲.txt", b"\x00\x01\x02" * 1000)
    job = done(uploads)
    assert job.state == "failed"
    assert "甲.txt" in job.message
    assert "4.2" in Catalog.open(home).document("甲.txt").text
    assert (home / "uploads" / "甲.txt").read_bytes() == REPORT.format("4.2").encode()
    assert list((home / "staging").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\表.xlsx", "表.xlsx"),
        ("..", "_."),
        ("", "未命名.txt"),
        ("-rf.txt", "_rf.txt"),
        ("a\nb\ud800.txt", "a_b_.txt"),
    ],
)
def test_a_name_from_the_browser_stays_in_the_folder(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_suffix() -> None:
    name = safe_name("长" * 300 + ".docx")
    assert name.endswith("长.docx")
    assert len(name.encode()) <= 200


def test_what_is_no_report_is_none() -> None:
    assert read_report("") == read_report("[1]") == read_report("{}") == ()
    assert last_line("进度\n错误:索引正被占用。\n".encode()) == "索引正被占用。"
    assert "索引没有变" in last_line(b"")


def test_a_report_line_is_told_in_words() -> None:
    line = {"source": "a.txt", "status": "replaced", "title": "报告", "rows": 3, "chunks": 12}
    assert describe_line(line) == "a.txt:已更新(报告;3 行;12 段)"
