"""An ingest as a whole: what is new, changed, gone, double, wrong, locked, of another version."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import (
    ConfigurationError,
    IndexMismatchError,
    IndexMissingError,
    LockedError,
    ModelError,
    StoreError,
    UnreadableError,
)
from assistant.index.catalog import Catalog
from assistant.index.editions import current_edition
from assistant.index.lexical import LexicalIndex, count_units
from assistant.index.store import VectorStore, VectorWriter
from assistant.language.tokenizer import tokens
from assistant.models.embeddings import HashedNgrams
from assistant.settings import Settings
from ingest.index import session, workers, writer
from ingest.index.pipeline import IngestReport, ingest, remove
from ingest.index.writer import writing_lock
from ingest.profile.overrides import Overrides

REPORT = """余安区2023年国民经济和社会发展计划执行情况与2024年计划草案的报告

一、2023年计划执行情况
全年实现地区生产总值803.5亿元,同比增长5.1%。一般公共预算收入76.2亿元,增长4.4%。
(一)产业发展。新增国家高新技术企业42家,规上工业增加值增长6.3%,研发投入强度达到3.1%。
(二)民生保障。新增停车泊位630个,完成老旧小区改造12个,新增养老床位300张。

二、2024年主要目标
地区生产总值增长5.5%左右,居民人均可支配收入增长6%,新增停车泊位700个。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "report.txt").write_text(REPORT, "utf-8")
    (folder / "other.txt").write_text(REPORT.replace("余安", "临城").replace("5.1", "4.9"), "utf-8")
    return folder


@pytest.fixture
def settings(home: Path) -> Settings:
    return Settings(home=home)


def statuses(report: IngestReport) -> dict[str, str]:
    return {line.source: line.status for line in report.documents}


def snapshot(home: Path) -> dict[str, Any]:
    catalog = Catalog.open(home)
    return {source: catalog.document(source) for source in catalog.sources()}


def found(home: Path, question: str) -> set[str]:
    """Sources of the passages that either leg finds and the catalog knows."""
    catalog = Catalog.open(home)
    lexical = LexicalIndex.open(home).search([(token, 1.0) for token in tokens(question)])
    dense = VectorStore.open(home, HashedNgrams()).query(question, 20)
    ids = [hit.chunk_id for hit in lexical] + [name for name, _ in dense]
    return {chunk.source for chunk in catalog.chunks(ids).values()}


def assert_stores_agree(home: Path) -> None:
    edition = current_edition(home)
    chunks = Catalog.open(home).status()["chunks"]
    assert count_units(edition) == VectorWriter(edition, HashedNgrams()).count() == chunks


def test_the_seeds_are_indexed_with_verbatim_spans(
    seed_index: Path, seed_texts: dict[str, str]
) -> None:
    catalog = Catalog.open(seed_index)
    assert catalog.sources() == sorted(seed_texts)
    for source, text in seed_texts.items():
        document = catalog.document(source)
        assert document.text == text
        assert document.chunks
        for chunk in document.chunks:
            assert text[chunk.start : chunk.end] == chunk.text
        for figure in document.indicators:
            assert figure.value in text[figure.start : figure.end]
    assert_stores_agree(seed_index)


def test_a_body_doubled_in_one_file_is_indexed_once(seed_index: Path) -> None:
    catalog = Catalog.open(seed_index)
    doubled = [catalog.document(s) for s in catalog.sources() if catalog.document(s).duplicates]
    assert doubled
    for document in doubled:
        for start, end in document.duplicates:
            assert not any(chunk.start < end and chunk.end > start for chunk in document.chunks)


def test_the_same_ingest_twice_changes_nothing(folder: Path, settings: Settings) -> None:
    assert set(statuses(ingest([folder], settings)).values()) == {"new"}
    before, generation = snapshot(settings.home), Catalog.open(settings.home).generation()
    assert set(statuses(ingest([folder], settings)).values()) == {"unchanged"}
    assert snapshot(settings.home) == before
    assert Catalog.open(settings.home).generation() == generation


def test_a_second_ingest_reports_what_the_first_did(folder: Path, settings: Settings) -> None:
    first, second = ingest([folder], settings), ingest([folder], settings)
    for new, same in zip(first.documents, second.documents, strict=True):
        assert (new.title, new.district, new.period) == (same.title, same.district, same.period)
        assert (new.chunks, new.indicators) == (same.chunks, same.indicators)
        assert new.chunks > 0


def test_a_changed_file_replaces_its_old_self(folder: Path, settings: Settings) -> None:
    ingest([folder], settings)
    old = Catalog.open(settings.home).document("report.txt")
    (folder / "report.txt").write_text(REPORT.replace("803.5", "913.5"), "utf-8")
    assert statuses(ingest([folder], settings)) == {
        "other.txt": "unchanged",
        "report.txt": "replaced",
    }
    catalog = Catalog.open(settings.home)
    assert "913.5" in catalog.document("report.txt").text
    assert not catalog.chunks([chunk.id for chunk in old.chunks])
    assert_stores_agree(settings.home)


def test_a_file_gone_from_its_folder_leaves_and_one_elsewhere_stays(
    folder: Path, settings: Settings, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text(REPORT.replace("余安", "东平").replace("803.5", "1.5"), "utf-8")
    ingest([folder, elsewhere], settings)
    (folder / "other.txt").unlink()
    elsewhere.unlink()
    assert statuses(ingest([folder], settings))["other.txt"] == "removed"
    assert snapshot(settings.home).keys() == {"report.txt", "elsewhere.txt"}
    assert "other.txt" not in found(settings.home, "临城区地区生产总值")
    assert_stores_agree(settings.home)


def test_a_renamed_file_keeps_its_passages_under_the_new_name(
    folder: Path, settings: Settings
) -> None:
    ingest([folder], settings)
    before = {chunk.id for chunk in Catalog.open(settings.home).document("report.txt").chunks}
    (folder / "report.txt").rename(folder / "zzz.txt")
    assert statuses(ingest([folder], settings))["zzz.txt"] == "replaced"
    catalog = Catalog.open(settings.home)
    assert catalog.sources() == ["other.txt", "zzz.txt"]
    assert {chunk.id for chunk in catalog.document("zzz.txt").chunks} == before
    assert "zzz.txt" in found(settings.home, "余安区地区生产总值")
    assert_stores_agree(settings.home)


def test_a_body_in_two_files_is_indexed_once_and_remembers_its_places(
    folder: Path, settings: Settings
) -> None:
    shutil.copy(folder / "report.txt", folder / "saved again.txt")
    page = f"首页 > 政务公开\n发布日期:2024-03-01\n{REPORT}\n打印本页 关闭窗口\n"
    (folder / "web page.txt").write_text(page, "utf-8")
    report = ingest([folder], settings)
    assert statuses(report) == {
        "other.txt": "new",
        "report.txt": "new",
        "saved again.txt": "duplicate",
        "web page.txt": "duplicate",
    }
    assert "report.txt" in report.documents[-1].message
    catalog = Catalog.open(settings.home)
    assert catalog.sources() == ["other.txt", "report.txt"]
    assert catalog.places("report.txt") == ["saved again.txt", "web page.txt"]
    assert catalog.copies(catalog.sources()) == {"report.txt": ["saved again.txt"]}
    assert_stores_agree(settings.home)


def test_a_copy_takes_over_when_the_first_file_goes(folder: Path, settings: Settings) -> None:
    shutil.copy(folder / "report.txt", folder / "zcopy.txt")
    ingest([folder], settings)
    (folder / "report.txt").unlink()
    ingest([folder], settings)
    catalog = Catalog.open(settings.home)
    assert catalog.sources() == ["other.txt", "zcopy.txt"]
    assert catalog.places("zcopy.txt") == []
    assert_stores_agree(settings.home)


def test_a_copy_takes_over_when_the_first_file_changes(folder: Path, settings: Settings) -> None:
    shutil.copy(folder / "report.txt", folder / "acopy.txt")
    ingest([folder / "report.txt", folder / "acopy.txt"], settings)
    (folder / "report.txt").write_text(REPORT.replace("5.1%", "7.7%"), "utf-8")
    ingest([folder / "report.txt"], settings)
    documents = snapshot(settings.home)
    assert "7.7%" in documents["report.txt"].text
    assert "5.1%" in documents["acopy.txt"].text
    assert_stores_agree(settings.home)


def test_a_corrected_figure_is_another_version_and_is_told(
    folder: Path, settings: Settings
) -> None:
    (folder / "report corrected.txt").write_text(REPORT.replace("5.1%", "5.2%"), "utf-8")
    report = ingest([folder], settings)
    ingest([folder / "report.txt"], settings)
    assert set(statuses(report).values()) == {"new"}
    catalog = Catalog.open(settings.home)
    assert set(catalog.versions_of("report.txt")) == {"report.txt", "report corrected.txt"}
    (folder / "report third.txt").write_text(REPORT.replace("5.1%", "5.3%"), "utf-8")
    (line,) = ingest([folder / "report third.txt"], settings).documents
    assert "report.txt" in line.message


def test_files_of_one_name_in_two_folders_are_two_documents(
    folder: Path, settings: Settings
) -> None:
    for year in ("2022", "2023"):
        (folder / year).mkdir()
        (folder / year / "report.txt").write_text(REPORT.replace("803.5", year + ".5"), "utf-8")
    ingest([folder], settings)
    assert snapshot(settings.home).keys() == {
        *("other.txt", "report.txt", "2022/report.txt", "2023/report.txt")
    }
    ingest([folder], settings)
    assert len(snapshot(settings.home)) == 4


def test_one_unreadable_file_does_not_stop_the_others_and_keeps_its_old_self(
    folder: Path, settings: Settings
) -> None:
    ingest([folder], settings)
    (folder / "report.txt").write_bytes(bytes(range(256)) * 10)
    (folder / "new.txt").write_text(REPORT.replace("余安", "新江"), "utf-8")
    report = ingest([folder], settings)
    assert statuses(report) == {"other.txt": "unchanged", "report.txt": "failed", "new.txt": "new"}
    assert report.failed[0].message.endswith("。")
    assert "803.5" in snapshot(settings.home)["report.txt"].text


def test_a_file_that_fails_inside_does_not_stop_the_others(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    understand = workers.understand

    def failing(extracted: Any, said: Overrides) -> Any:
        if extracted.source == "other.txt":
            raise IndexError("of a table")
        return understand(extracted, said)

    monkeypatch.setattr(workers, "understand", failing)
    monkeypatch.delenv("QUWEN_DEBUG", raising=False)
    report = ingest([folder], settings)
    assert statuses(report) == {"other.txt": "failed", "report.txt": "new"}
    assert "other.txt" in report.failed[0].message
    assert "另存为纯文本" in report.failed[0].message


def test_an_archive_gives_its_documents_and_tells_every_time_what_failed(
    folder: Path, settings: Settings
) -> None:
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        archive.writestr("a.txt", REPORT.replace("余安", "新江"))
        archive.writestr("b.txt", bytes(range(256)) * 10)
    for status in ("new", "unchanged"):
        report = statuses(ingest([folder / "all.zip"], settings))
        assert report == {"all.zip/a.txt": status, "all.zip/b.txt": "failed"}
    assert snapshot(settings.home).keys() == {"all.zip/a.txt"}


def test_what_a_person_says_counts_and_is_remembered(folder: Path, settings: Settings) -> None:
    path = folder / "report.txt"
    ingest([path], settings, overrides=Overrides(district="滨江区", year="2019"))
    for _ in range(2):
        document = snapshot(settings.home)["report.txt"]
        assert document.profile.district == "滨江区"
        assert document.profile.periods["reported"] == "2019"
        assert all(chunk.district == "滨江区" for chunk in document.chunks)
        assert statuses(ingest([folder], settings))["report.txt"] == "unchanged"
        ingest([folder], settings, rebuild=True)
    ingest([path], settings, overrides=Overrides(district=""))
    assert snapshot(settings.home)["report.txt"].profile.district != "滨江区"


def test_a_file_beside_the_documents_says_who_and_when(folder: Path, settings: Settings) -> None:
    (folder / "quwen.toml").write_text(
        'kind = "规划"\n["rep*.txt"]\ndistrict = "滨江区"\n', "utf-8"
    )
    ingest([folder], settings)
    documents = snapshot(settings.home)
    assert documents["report.txt"].profile.district == "滨江区"
    assert documents["other.txt"].profile.district != "滨江区"
    assert {d.profile.kind for d in documents.values()} == {"规划"}
    (folder / "quwen.toml").write_text("distrct = 1", "utf-8")
    with pytest.raises(ConfigurationError, match="distrct"):
        ingest([folder], settings)


def test_a_rehearsal_tells_what_would_be_done_and_does_nothing(
    folder: Path, settings: Settings
) -> None:
    assert set(statuses(ingest([folder], settings, dry_run=True)).values()) == {"new"}
    assert not settings.home.exists()
    ingest([folder], settings)
    before = snapshot(settings.home)
    (folder / "report.txt").write_text(REPORT.replace("5.1%", "5.2%"), "utf-8")
    (folder / "other.txt").unlink()
    report = ingest([folder], settings, dry_run=True)
    assert statuses(report) == {"report.txt": "replaced", "other.txt": "removed"}
    assert snapshot(settings.home) == before


def test_a_rebuild_reads_everything_again_and_readers_change_over(
    folder: Path, settings: Settings, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text(REPORT.replace("余安", "东平").replace("803.5", "1.5"), "utf-8")
    ingest([folder, elsewhere], settings)
    catalog = Catalog.open(settings.home)
    lexical = LexicalIndex.open(settings.home)
    vectors = VectorStore.open(settings.home, HashedNgrams())
    before = snapshot(settings.home)
    ingest([folder], settings, rebuild=True)
    ingest([folder], settings)
    assert {source: catalog.document(source) for source in catalog.sources()} == before
    assert lexical.search([(token, 1.0) for token in tokens("停车泊位")])
    assert vectors.query("停车泊位", 3)
    assert_stores_agree(settings.home)


def test_an_index_of_another_version_is_rebuilt_only_when_asked(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest([folder], settings)
    before = snapshot(settings.home)
    monkeypatch.setattr("assistant.language.tokenizer.TOKENIZER_VERSION", "another")
    with pytest.raises(IndexMismatchError, match="--rebuild"):
        ingest([folder], settings)
    ingest([folder], settings, rebuild=True)
    assert snapshot(settings.home) == before


def test_another_embedding_is_refused_until_a_rebuild(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest([folder], settings)
    monkeypatch.setattr(HashedNgrams, "name", "other")
    with pytest.raises(IndexMismatchError, match="--rebuild"):
        ingest([folder], settings)
    ingest([folder], settings, rebuild=True)
    assert Catalog.open(settings.home).versions()["embedding"] == "other"


def test_new_rules_make_every_document_read_again(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest([folder], settings)
    monkeypatch.setattr(session, "understanding_version", lambda: "new rules")
    calls = []
    understand = workers.understand
    monkeypatch.setattr(workers, "understand", lambda *a: calls.append(a) or understand(*a))
    assert set(statuses(ingest([folder], settings)).values()) == {"unchanged"}
    assert len(calls) == 2
    ingest([folder], settings)
    assert len(calls) == 2


def test_a_second_writer_is_told_at_once(folder: Path, settings: Settings) -> None:
    with writing_lock(settings.home), pytest.raises(LockedError, match="正在写索引"):
        ingest([folder], settings)
    ingest([folder], settings)


def test_paths_without_documents_are_told_before_anything_is_made(
    settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnreadableError, match="nowhere"):
        ingest([tmp_path / "nowhere"], settings)
    with pytest.raises(UnreadableError, match="没有能读的文档"):
        ingest([tmp_path / "empty"], settings)
    with pytest.raises(IndexMissingError):
        Catalog.open(settings.home)


def test_when_nothing_could_be_read_there_is_still_no_index(
    settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 10)
    assert ingest([tmp_path / "a.txt"], settings).failed
    with pytest.raises(IndexMissingError):
        Catalog.open(settings.home)


def test_an_embedding_that_fails_leaves_the_index_as_it_was(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest([folder / "other.txt"], settings)
    before = snapshot(settings.home)

    def fail(*_: object) -> None:
        raise ModelError("向量接口没有回答。")

    with monkeypatch.context() as patch:
        patch.setattr(HashedNgrams, "embed_texts", fail)
        with pytest.raises(ModelError):
            ingest([folder], settings)
    assert snapshot(settings.home) == before
    assert found(settings.home, "地区生产总值") == {"other.txt"}
    ingest([folder], settings)
    assert_stores_agree(settings.home)


def test_vectors_damaged_by_a_kill_are_made_again(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest([folder], settings)
    before = snapshot(settings.home)
    (folder / "report.txt").write_text(REPORT.replace("5.1%", "5.2%"), "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(
            writer.IndexWriter,
            "_sweep",
            lambda _: (_ for _ in ()).throw(StoreError("killed")),
        )
        with pytest.raises(StoreError):
            ingest([folder], settings)
    for file in (current_edition(settings.home) / "chroma").glob("*.sqlite3"):
        file.write_bytes(b"torn")
    ingest([folder], settings)
    assert snapshot(settings.home).keys() == before.keys()
    assert_stores_agree(settings.home)


def test_small_batches_end_in_the_same_index(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ingest([folder], settings)
    monkeypatch.setattr(writer, "_BATCH", 1)
    other = Settings(home=tmp_path / "other home")
    ingest([folder], other)
    assert snapshot(other.home) == snapshot(settings.home)
    assert_stores_agree(other.home)


def test_documents_can_be_taken_out(folder: Path, settings: Settings) -> None:
    ingest([folder], settings)
    assert remove(["report.txt", "nowhere.txt"], settings) == ["report.txt"]
    assert snapshot(settings.home).keys() == {"other.txt"}
    assert_stores_agree(settings.home)


def test_an_archive_keeps_its_other_documents_when_one_is_taken_out(
    folder: Path, settings: Settings
) -> None:
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        for district in ("新江", "东平"):
            archive.writestr(f"{district}.txt", REPORT.replace("余安", district))
    ingest([folder / "all.zip"], settings)
    remove(["all.zip/东平.txt"], settings)
    assert snapshot(settings.home).keys() == {"all.zip/新江.txt"}
    assert statuses(ingest([folder / "all.zip"], settings)) == {"all.zip/新江.txt": "unchanged"}


def test_readmes_and_hidden_files_in_a_folder_are_no_documents(
    folder: Path, settings: Settings
) -> None:
    for name in ("README.md", "README.zh-CN.md", ".hidden.txt", "~$report.docx", "notes.log"):
        (folder / name).write_text("增长5%", "utf-8")
    assert len(ingest([folder], settings).documents) == 2


def test_importing_the_pipeline_loads_nothing_heavy() -> None:
    code = "import sys, ingest.index.pipeline, ingest.commands; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"chromadb", "tantivy", "numpy", "rjieba", "tqdm", "pdfplumber", "docx", "openpyxl"}
    assert not heavy & set(run.stdout.split())


def test_many_files_are_understood_side_by_side_to_the_same_end(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(6):
        text = REPORT.replace("余安", f"第{number}").replace("803.5", f"{number}.5")
        (folder / f"{number}.txt").write_text(text, "utf-8")
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 10)
    monkeypatch.setattr(workers, "_FEWEST_JOBS", 2)
    monkeypatch.setattr(workers, "_AHEAD", 1)
    monkeypatch.setattr(workers, "_may_spawn", lambda: True)
    report = ingest([folder], settings, workers=2)
    alone = Settings(home=tmp_path / "alone")
    assert statuses(ingest([folder], alone)) == statuses(report)
    assert snapshot(settings.home) == snapshot(alone.home)
