"""``quwen doctor`` against real servers in every mood: what it says, and never a key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.__main__ import main
from assistant.doctor import Check, any_broken, examine
from assistant.settings import Settings
from assistant.testing import ModelReply, ModelServer
from ingest.index.pipeline import ingest

KEY = "sk-never-shown-0123456789"
KINDS = {"CHAT": "对话", "EMBEDDING": "向量", "RERANK": "重排"}


def configure(
    monkeypatch: pytest.MonkeyPatch, base_url: str, *kinds: str, model: str = "scripted"
) -> None:
    for kind in kinds or KINDS:
        monkeypatch.setenv(f"QUWEN_{kind}_BASE_URL", base_url)
        monkeypatch.setenv(f"QUWEN_{kind}_API_KEY", KEY)
        monkeypatch.setenv(f"QUWEN_{kind}_MODEL", model)
    monkeypatch.setenv("QUWEN_TIMEOUT_SECONDS", "1")


def server_that(reply: ModelReply, **more: Any) -> ModelServer:
    return ModelServer(reply, embed=reply, rerank=reply, **more)


def examined(capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, dict[str, Any]]]:
    """Run the command in both forms; no key in either."""
    assert main(["doctor"]) == (code := main(["doctor", "--json"]))
    shown = capsys.readouterr()
    assert KEY not in shown.out + shown.err
    found = json.loads(shown.out.splitlines()[-1])
    assert found["ok"] == (code == 0)
    return code, {check["name"]: check for check in found["checks"]}


def test_without_any_setting_nothing_is_broken(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, checks = examined(capsys)
    assert code == 0
    assert {check["state"] for check in checks.values()} == {"unset"}
    assert "quwen ingest" in checks["索引"]["message"]
    assert "不需要模型" in checks["对话"]["message"]
    assert not home.exists()


def test_the_index_is_told(
    seed_index: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QUWEN_HOME", str(seed_index))
    code, checks = examined(capsys)
    assert (code, checks["索引"]["state"]) == (0, "ok")
    assert "5 份文档" in checks["索引"]["message"]


def test_a_damaged_index_is_broken(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "index" / "e0001").mkdir(parents=True)
    (home / "index" / "e0001" / "catalog.sqlite3").write_bytes(b"no database" * 100)
    (home / "index" / "current").write_text("e0001\n")
    code, checks = examined(capsys)
    assert (code, checks["索引"]["state"]) == (1, "broken")
    assert "--rebuild" in checks["索引"]["message"]


def test_what_works_is_called_once_and_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with ModelServer("好", key=KEY) as server:
        configure(monkeypatch, server.base_url)
        assert main(["doctor"]) == 0
        paths = [request.path for request in server.requests]
    assert paths == ["/v1/chat/completions", "/v1/embeddings", "/v1/rerank"]
    out = capsys.readouterr().out
    assert out.count("[可用]") == 3
    assert "256 维" in out
    assert KEY not in out


FAULTS: list[tuple[ModelReply, str, str]] = [
    (ModelReply(f"bad key {KEY}", "status", 401), "key", "_API_KEY"),
    (ModelReply(f"forbidden {KEY}", "status", 403), "forbidden", "_MODEL"),
    (ModelReply("The model does not exist", "status", 404), "model", "_MODEL"),
    (ModelReply("Not Found", "status", 404), "address", "_BASE_URL"),
    (ModelReply("slow down", "status", 429, retry_after=9), "rate", "过 9 秒"),
    (ModelReply("insufficient_quota", "status", 429), "quota", "充值"),
    (ModelReply(f"boom {KEY}", "status", 500), "server", "(500)"),
    (ModelReply(f"unsupported {KEY}", "status", 400), "request", "unsupported ***"),
    (ModelReply("", "reset"), "reset", "断开"),
    (ModelReply("好", "empty"), "protocol", "_BASE_URL"),
    (ModelReply(body={"answer": KEY}), "protocol", "_BASE_URL"),
    (ModelReply("", "malformed"), "protocol", "_BASE_URL"),
]


@pytest.mark.parametrize(("reply", "fault", "said"), FAULTS)
def test_every_fault_of_every_endpoint_is_told(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    reply: ModelReply,
    fault: str,
    said: str,
) -> None:
    with server_that(reply) as server:
        configure(monkeypatch, server.base_url)
        code, checks = examined(capsys)
    assert code == 1
    for kind, name in KINDS.items():
        check = checks[name]
        assert (check["state"], check["fault"]) == ("broken", fault), check
        assert said in check["message"]
        assert check["message"].startswith(f"{name}接口 {server.base_url} 的模型 scripted")
        if said.startswith("_"):
            assert f"QUWEN_{kind}{said}" in check["message"]


def test_a_silent_server_is_told_with_the_time(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with server_that(ModelReply(fault="silent")) as server:
        configure(monkeypatch, server.base_url)
        monkeypatch.setenv("QUWEN_TIMEOUT_SECONDS", "0.2")
        _, checks = examined(capsys)
    for name in KINDS.values():
        assert checks[name]["fault"] == "timeout"
        assert "等了 0.2 秒" in checks[name]["message"]


def test_a_model_that_never_stops_is_one_that_works(monkeypatch: pytest.MonkeyPatch) -> None:
    with ModelServer(ModelReply("好", "endless")) as server:
        configure(monkeypatch, server.base_url, "CHAT")
        assert main(["doctor"]) == 0


def test_nobody_there_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(monkeypatch, "http://127.0.0.1:9/v1")
    code, checks = examined(capsys)
    assert code == 1
    assert {checks[name]["fault"] for name in KINDS.values()} == {"refused"}


@pytest.mark.parametrize("wrong", ["", "/", "/v1/chat/completions", "/v1/embeddings"])
def test_an_address_that_is_nearly_right_is_put_right(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], wrong: str
) -> None:
    with ModelServer("好", key=KEY) as server:
        configure(monkeypatch, server.base_url.removesuffix("/v1") + wrong)
        code, checks = examined(capsys)
    assert code == 1
    for kind, name in KINDS.items():
        message = checks[name]["message"]
        assert message == (
            f"{name}接口的地址不对,换成 {server.base_url} 就能用;"
            f"请把 QUWEN_{kind}_BASE_URL 改成后者。"
        )


def test_an_address_without_version_may_hide_a_wrong_key(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with ModelServer("好", key="sk-another") as server:
        configure(monkeypatch, server.base_url.removesuffix("/v1"))
        _, checks = examined(capsys)
    for kind, name in KINDS.items():
        assert f"应改为 {server.base_url}(设置 QUWEN_{kind}_BASE_URL)" in checks[name]["message"]
        assert f"QUWEN_{kind}_API_KEY" in checks[name]["message"]


def test_half_a_setting_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QUWEN_CHAT_API_KEY", KEY)
    monkeypatch.setenv("QUWEN_EMBEDDING_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("QUWEN_RERANK_MODEL", "m")
    code, checks = examined(capsys)
    assert code == 1
    assert (checks["对话"]["state"], checks["向量"]["state"]) == ("unset", "unset")
    assert "QUWEN_CHAT_MODEL" in checks["对话"]["message"]
    assert "QUWEN_EMBEDDING_MODEL" in checks["向量"]["message"]
    assert "QUWEN_RERANK_BASE_URL" in checks["重排"]["message"]


def by_name(settings: Settings) -> dict[str, Check]:
    checks = examine(settings)
    assert any_broken(checks) == any(check.state == "broken" for check in checks)
    return {check.name: check for check in checks}


def test_vectors_are_held_against_the_index(home: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("上城区2023年报告\n\n新增停车泊位1350个。", "utf-8")
    built_in = Settings(home=home)
    with ModelServer(embed=lambda texts: [[1.0, 2.0] for _ in texts]) as server:
        settings = Settings(
            home=home, embedding_base_url=server.base_url, embedding_model="scripted"
        )
        ingest([tmp_path / "report.txt"], built_in)
        assert "改为" not in by_name(built_in)["索引"].message
        other = by_name(settings)
        assert (other["索引"].state, other["向量"].state) == ("broken", "ok")
        assert "hashed-ngrams" in other["索引"].message
        assert "quwen ingest --rebuild" in other["索引"].message
        ingest([tmp_path / "report.txt"], settings, rebuild=True)
        assert {check.state for check in examine(settings)} == {"ok", "unset"}
        assert by_name(built_in)["索引"].state == "broken"
    with ModelServer(embed=lambda texts: [[1.0, 2.0, 3.0] for _ in texts]) as server:
        check = by_name(settings.model_copy(update={"embedding_base_url": server.base_url}))["向量"]
    assert (check.state, check.fault) == ("broken", "dimension")
    assert "2 维" in check.message
    assert "3 维" in check.message
    assert "--rebuild" in check.message


def test_an_unknown_form_of_rerank_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with ModelServer(rerank=ModelReply(body={"output": {"results": []}})) as server:
        settings = Settings(rerank_base_url=server.base_url, rerank_model="scripted")
        check = by_name(settings)["重排"]
    assert check.fault == "protocol"
    assert "/rerank" in check.message
