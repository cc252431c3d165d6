"""An ingest whose embedding endpoint fails on the way: the next one asks for the rest alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.__main__ import main
from assistant.errors import IndexMismatchError, ModelError
from assistant.index.catalog import Catalog
from assistant.index.editions import index_folder
from assistant.index.store import VectorStore
from assistant.models.embeddings import make_embedding
from assistant.settings import Settings
from assistant.testing import ModelReply, ModelServer
from assistant.testing.protocol import default_vectors
from ingest.index.pipeline import ingest
from ingest.index.resume import embedding_notice, make_resumed

LINES = [f"{n}.新增停车泊位{100 + n}个,改造老旧小区{n}处,惠及居民。" for n in range(1, 31)]


def settings_for(server: ModelServer, home: Path, **more: Any) -> Settings:
    return Settings(
        home=home,
        embedding_base_url=server.base_url,
        embedding_model="scripted",
        timeout_seconds=5,
        **{"retries": 0, "embedding_batch": 3, **more},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    text = "上城区2023年政府工作报告\n\n一、主要工作\n\n" + "\n\n".join(LINES)
    (folder / "report.txt").write_text(text, "utf-8")
    return folder


def failing_after(requests: int) -> Callable[[list[str]], Any]:
    """Answer so many requests, then none."""
    asked = []

    def embed(texts: list[str]) -> Any:
        asked.append(texts)
        if len(asked) > requests:
            return ModelReply("boom", "status", 500)
        return default_vectors(texts)

    return embed


def texts_asked(server: ModelServer) -> list[str]:
    return [text for request in server.requests for text in request.body["input"]]


def unfinished(home: Path) -> list[Path]:
    return list(index_folder(home).glob("unfinished-*"))


@pytest.mark.parametrize("rebuild", [False, True])
def test_what_was_embedded_is_not_asked_for_again(folder: Path, home: Path, rebuild: bool) -> None:
    with ModelServer(embed=failing_after(5)) as server:
        with pytest.raises(ModelError, match=r"\(500\).*再运行一次.* 12 段.*。$"):
            ingest([folder], settings_for(server, home), rebuild=rebuild)
        given = texts_asked(server)[1:-3]  # without the one that tells the dimension, and the last
    assert len(given) == 12
    assert unfinished(home)
    with ModelServer() as server:
        settings = settings_for(server, home)
        ingest([folder], settings, rebuild=rebuild)
        assert set(texts_asked(server)).isdisjoint(given)
        chunks = Catalog.open(home).status()["chunks"]
        assert len(texts_asked(server)) == 1 + chunks - len(given)
        near = VectorStore.open(home, make_embedding(settings)).query(given[0], 1)
    assert near[0][1] == pytest.approx(1.0, abs=1e-5)
    assert unfinished(home) == []


def test_a_record_cut_off_by_a_kill_is_asked_for_again(folder: Path, home: Path) -> None:
    with ModelServer(embed=failing_after(5)) as server, pytest.raises(ModelError):
        ingest([folder], settings_for(server, home))
    (path,) = unfinished(home)
    path.write_bytes(path.read_bytes()[:-7])
    with ModelServer() as server:
        ingest([folder], settings_for(server, home))
        assert len(texts_asked(server)) == 1 + Catalog.open(home).status()["chunks"] - 11


def test_vectors_of_another_length_are_not_used(folder: Path, home: Path) -> None:
    with ModelServer(embed=failing_after(5)) as server, pytest.raises(ModelError):
        ingest([folder], settings_for(server, home))
    (path,) = unfinished(home)

    def short(texts: Sequence[str]) -> list[list[float]]:
        return [[1.0, float(len(text))] for text in texts]

    with ModelServer(embed=short) as server:
        ingest([folder], settings_for(server, home))
        assert len(texts_asked(server)) == 1 + Catalog.open(home).status()["chunks"]
    assert not path.exists()


def test_an_endpoint_that_changes_its_vectors_on_the_way_is_refused(
    folder: Path, home: Path
) -> None:
    lengths = chain([2, 2], repeat(3))

    def changing(texts: Sequence[str]) -> list[list[float]]:
        return [[1.0] * n for n in [next(lengths)] for _ in texts]

    with (
        ModelServer(embed=changing) as server,
        pytest.raises(IndexMismatchError, match="2 维,模型 scripted 现在给出 3 维.*--rebuild"),
    ):
        ingest([folder], settings_for(server, home))


def test_a_busy_endpoint_is_asked_again_after_the_time_it_names(folder: Path, home: Path) -> None:
    busy = ModelReply("slow down", "status", 429, retry_after=0.01)
    script = [ModelReply(), busy, ModelReply("boom", "status", 500), ModelReply()]
    with ModelServer(embed=script) as server:
        ingest([folder], settings_for(server, home, retries=2))
        asked = [tuple(request.body["input"]) for request in server.requests]
    assert asked[1] == asked[2] == asked[3] != asked[4]
    assert len(set(asked)) == len(asked) - 2


def test_a_rebuild_says_what_it_will_ask(folder: Path, home: Path) -> None:
    built_in = Settings(home=home)
    assert embedding_notice(built_in) == ""
    ingest([folder], built_in)
    assert embedding_notice(built_in) == ""
    chunks = Catalog.open(home).status()["chunks"]
    with ModelServer() as server:
        settings = settings_for(server, home)
        said = embedding_notice(settings)
        assert "由 hashed-ngrams-256/1 改为 scripted" in said
        assert f"现有 {chunks} 段" in said
        assert f"约 {-(-chunks // 3)} 次" in said
        with pytest.raises(IndexMismatchError, match="--rebuild"):
            ingest([folder], settings)
        assert server.requests == []
        ingest([folder], settings, rebuild=True)
        assert "用 scripted 将重新计算" in embedding_notice(settings)
        assert "由 scripted 改为 hashed-ngrams" in embedding_notice(built_in)


def test_the_command_says_so_before_it_starts(
    folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ingest([folder], Settings(home=home))
    with ModelServer(embed=ModelReply("no", "status", 401)) as server:
        monkeypatch.setenv("QUWEN_EMBEDDING_BASE_URL", server.base_url)
        monkeypatch.setenv("QUWEN_EMBEDDING_MODEL", "scripted")
        assert main(["ingest", "--rebuild", str(folder)]) == 1
    notice, error = capsys.readouterr().err.splitlines()
    assert notice.startswith("向量模型由 hashed-ngrams-256/1 改为 scripted")
    assert error.startswith("错误:向量接口 ")
    assert Catalog.open(home).versions()["embedding"] == "hashed-ngrams-256/1"


def test_the_built_in_vectors_are_not_kept_twice() -> None:
    embedding = make_embedding(Settings())
    assert make_resumed(embedding, Settings()) is embedding
    assert np.array_equal(embedding.embed_texts(["甲"]), embedding.embed_texts(["甲"]))
