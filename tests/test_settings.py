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
