from pathlib import Path

import pytest

from assistant.errors import ConfigurationError
from assistant.settings import Settings, load_settings


@pytest.fixture
def env_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a ``.env`` of its own, which conftest otherwise turns off."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("QUWEN_HOME")
    monkeypatch.setitem(Settings.model_config, "env_file", ".env")
    return tmp_path / ".env"


def test_environment_goes_before_env_file_and_env_file_before_default(
    env_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert load_settings().home == Path(".quwen")
    env_file.write_text("QUWEN_HOME=elsewhere\nQUWEN_TOP_K=7\n", encoding="utf-8")
    assert load_settings().home == Path("elsewhere")
    monkeypatch.setenv("QUWEN_HOME", "here")
    settings = load_settings()
    assert (settings.home, settings.top_k) == (Path("here"), 7)


def test_an_empty_value_means_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUWEN_TOP_K", "")
    monkeypatch.setenv("QUWEN_DENSE_WEIGHT", "")
    settings = load_settings()
    assert settings.top_k == Settings.model_fields["top_k"].default
    assert settings.dense_weight is None


def test_the_names_that_openai_programs_use_are_read_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-everyone")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://localhost:1/v1")
    assert load_settings().chat_api_key.get_secret_value() == "sk-everyone"
    monkeypatch.setenv("QUWEN_CHAT_API_KEY", "sk-ours")
    settings = load_settings()
    assert settings.chat_api_key.get_secret_value() == "sk-ours"
    assert settings.chat_base_url == "http://localhost:1/v1"


def test_keys_are_masked_wherever_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUWEN_CHAT_API_KEY", "sk-secret-1")
    monkeypatch.setenv("QUWEN_EMBEDDING_API_KEY", "sk-secret-2")
    settings = load_settings()
    shown = f"{settings} {settings!r} {settings.model_dump()} {settings.model_dump_json()}"
    assert "sk-secret" not in shown


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("QUWEN_TOP_K", "zero"),
        ("QUWEN_TOP_K", "0"),
        ("QUWEN_DENSE_WEIGHT", "1.5"),
        ("QUWEN_TIMEOUT_SECONDS", "-1"),
        ("QUWEN_MAX_FILE_MB", "大"),
    ],
)
def test_a_wrong_value_is_told_by_the_name_of_its_setting(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match=name) as caught:
        load_settings()
    assert ".env" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_vectors_take_the_openai_names_only_without_an_address_of_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-everyone")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://localhost:1/v1")
    assert load_settings().embedding_base_url == ""
    monkeypatch.setenv("QUWEN_EMBEDDING_MODEL", "bge-m3")
    settings = load_settings()
    assert settings.embedding_base_url == "http://localhost:1/v1"
    assert settings.embedding_api_key.get_secret_value() == "sk-everyone"
    monkeypatch.setenv("QUWEN_EMBEDDING_BASE_URL", "http://elsewhere/v1")
    settings = load_settings()
    assert settings.embedding_base_url == "http://elsewhere/v1"
    assert settings.embedding_api_key.get_secret_value() == ""


def test_the_openai_names_are_read_from_the_env_file_too(env_file: Path) -> None:
    env_file.write_text("OPENAI_API_KEY=sk-file\nQUWEN_EMBEDDING_MODEL=m\n", encoding="utf-8")
    assert load_settings().embedding_api_key.get_secret_value() == "sk-file"


def test_blanks_around_a_key_are_no_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUWEN_RERANK_API_KEY", " sk-pasted\n")
    assert load_settings().rerank_api_key.get_secret_value() == "sk-pasted"


def test_settings_may_be_given_by_their_names() -> None:
    settings = Settings(chat_model="m", chat_base_url="http://a/v1", rerank_model="r")
    assert (settings.chat_base_url, settings.rerank_model) == ("http://a/v1", "r")
