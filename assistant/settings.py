"""Settings: environment before ``.env`` before default. Reading them touches no other file."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from pydantic import AliasChoices, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import ConfigurationError


class Settings(BaseSettings):
    """All that can be set, each from ``QUWEN_<NAME>`` (see ``.env.example``)."""

    model_config = SettingsConfigDict(
        env_prefix="QUWEN_",
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        populate_by_name=True,  # Settings(chat_model=…), beside the aliases
        str_strip_whitespace=True,  # a line break pasted behind a key
    )

    home: Path = Field(default=Path(".quwen"), description="索引、对话记录和缓存所在的文件夹")
    seeds: Path = Field(
        default=Path("seeds"), description="不带参数运行 quwen ingest 时读入的文件夹"
    )
    max_file_mb: int = Field(default=50, ge=1, description="单个文件的上限(MB),更大的不读")
    max_question_chars: int = Field(default=5000, ge=1, description="一个问题的字数上限")
    top_k: int = Field(default=20, ge=1, description="检索候选段落的数目")
    dense_weight: float | None = Field(
        default=None, ge=0, le=1, description="稠密检索的权重;留空时:内置向量0.05,接口向量0.5"
    )
    chat_base_url: str = Field(
        default="",
        validation_alias=AliasChoices("QUWEN_CHAT_BASE_URL", "OPENAI_BASE_URL"),
        description="对话模型接口(OpenAI 兼容),如 http://localhost:11434/v1",
    )
    chat_api_key: SecretStr = Field(
        default=SecretStr(""),
        validation_alias=AliasChoices("QUWEN_CHAT_API_KEY", "OPENAI_API_KEY"),
        description="对话模型的密钥",
    )
    chat_model: str = Field(default="", description="对话模型名;留空则不用模型")
    embedding_base_url: str = Field(
        default="", description="向量接口(OpenAI 兼容);留空则取 OPENAI_BASE_URL 和 OPENAI_API_KEY"
    )
    embedding_api_key: SecretStr = Field(default=SecretStr(""), description="向量接口的密钥")
    embedding_model: str = Field(default="", description="向量模型名;留空则用内置的字符向量")
    embedding_batch: int = Field(
        default=10, ge=1, description="每次请求的文本数(DashScope 上限为10)"
    )
    rerank_base_url: str = Field(
        default="", description="重排接口(Jina 式的 /rerank),如 http://localhost:9997/v1"
    )
    rerank_api_key: SecretStr = Field(default=SecretStr(""), description="重排接口的密钥")
    rerank_model: str = Field(default="", description="重排模型名;留空则不重排")
    temperature: float = Field(default=0.0, ge=0, le=2, description="对话模型的温度")
    timeout_seconds: float = Field(default=60.0, gt=0, description="一次接口请求的最长等待时间(秒)")
    context_tokens: int = Field(
        default=6000, ge=500, description="给对话模型的资料的上限(token,按一个汉字一个估算)"
    )
    answer_cache_mb: int = Field(
        default=20, ge=0, description="模型答案缓存的上限(MB),相同的问题不再请求模型;0为不缓存"
    )
    retries: int = Field(default=2, ge=0, description="接口请求失败后的重试次数")

    @model_validator(mode="after")
    def _share_openai(self) -> Self:
        """Let vectors use what OpenAI programs use, but never send that key to another address."""
        if self.embedding_model and not self.embedding_base_url:
            self.embedding_base_url, key = _shared_by_openai_programs()
            if not self.embedding_api_key.get_secret_value():
                self.embedding_api_key = key
        return self


def _shared_by_openai_programs() -> tuple[str, SecretStr]:
    """Return address and key that programs of OpenAI read, from the same places as the rest."""

    class Shared(BaseSettings):
        model_config = {**Settings.model_config, "env_prefix": "OPENAI_"}

        base_url: str = ""
        api_key: SecretStr = SecretStr("")

    shared = Shared()
    return shared.base_url, shared.api_key


def load_settings() -> Settings:
    """Read the settings.

    Raises:
        ConfigurationError: a value cannot be used; the message names the setting.
    """
    try:
        return Settings()
    except ValidationError as exc:
        first = exc.errors(include_url=False, include_input=False)[0]
        name = "_".join(str(part) for part in first["loc"]).upper()
        name = name if name.startswith(("QUWEN_", "OPENAI_")) else f"QUWEN_{name}"
        raise ConfigurationError(
            f"设置 {name} 的值不能用({first['msg']});请改正环境变量或 .env,写法见 .env.example。"
        ) from exc
