"""Settings: environment variables or lines of a `.env` file, all optional."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from index.errors import UserError
from index.oserrors import reason

DEFAULT_MODEL = "m3e-small"

_VARIABLES = {
    "ASSISTANT_DATA_DIR": "data_dir",
    "ASSISTANT_EMBED_MODEL": "embed_model",
    "ASSISTANT_CHROMA_URL": "chroma_url",
    "ASSISTANT_LLM_BASE_URL": "llm_base_url",
    "ASSISTANT_LLM_API_KEY": "llm_api_key",
    "ASSISTANT_LLM_MODEL": "llm_model",
    "ASSISTANT_LLM_DRAFTS": "llm_drafts",
    "ASSISTANT_LLM_DOCUMENTS": "llm_documents",
    "ASSISTANT_LLM_TIMEOUT": "llm_timeout",
    "ASSISTANT_LLM_FIRST_TIMEOUT": "llm_first_timeout",
    "ASSISTANT_LLM_GAP_TIMEOUT": "llm_gap_timeout",
    "ASSISTANT_LLM_RETRIES": "llm_retries",
    "ASSISTANT_AS_OF": "as_of",
    "ASSISTANT_USERS": "users",
}
_HINTS = {
    "as_of": "，应写成 YYYY-MM-DD",
    "llm_base_url": "，应是 http:// 或 https:// 开头的完整地址，如 http://127.0.0.1:8000/v1",
    "llm_api_key": "，应是一行英文字母、数字和符号",
    "llm_drafts": "，应为 1 或 0",
    "llm_documents": "，应为 1 或 0",
    "llm_timeout": "，应为秒数，大于 0",
    "llm_first_timeout": "，应为秒数，大于 0",
    "llm_gap_timeout": "，应为秒数，大于 0",
    "llm_retries": "，应为 0 到 5 的整数",
}


def _user_data_dir() -> Path:
    from platformdirs import user_data_path

    return user_data_path("cluster-assistant", appauthor=False)


class Settings(BaseModel):
    """The settings of CONTRACT.md.

    Attributes:
        data_dir: where index, model, uploads and records live.
        embed_model: path or hub id of a sentence-transformers model, `none` for lexical search only.
        chroma_url: a Chroma server, None for the embedded store.
        llm_base_url: base URL of a server that speaks the OpenAI protocol, None for extractive answers;
            never printed, since it may hold a password.
        llm_api_key: its key; never printed.
        llm_model: the model to ask for.
        llm_drafts: whether text of drafts (long questions) may be sent to the model.
        llm_documents: whether quotes of documents that a user added may be sent to the model.
        llm_timeout: seconds for a whole reply of the model.
        llm_first_timeout: seconds until its first piece.
        llm_gap_timeout: seconds between two pieces.
        llm_retries: how often a refused connection, 429 or 5xx is tried again.
        as_of: the day on which validity is judged; None means today.
        users: who may sign in to the page, as `name:password` pairs; never printed.
    """

    model_config = ConfigDict(frozen=True)

    data_dir: Path = Field(default_factory=_user_data_dir)
    embed_model: str = DEFAULT_MODEL
    chroma_url: str | None = None
    llm_base_url: str | None = Field(default=None, repr=False)
    llm_api_key: str | None = Field(default=None, repr=False)
    llm_model: str | None = None
    llm_drafts: bool = False
    llm_documents: bool = False
    llm_timeout: float = Field(default=60.0, gt=0)
    llm_first_timeout: float = Field(default=20.0, gt=0)
    llm_gap_timeout: float = Field(default=10.0, gt=0)
    llm_retries: int = Field(default=2, ge=0, le=5)
    as_of: date | None = None
    users: str | None = Field(default=None, repr=False)

    @field_validator("data_dir", mode="after")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    @field_validator("as_of", mode="before")
    @classmethod
    def _plain_day(cls, value: object) -> object:
        """pydantic would take a number for seconds since 1970."""
        if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
            raise ValueError("no day")
        return value

    @field_validator("llm_base_url", mode="after")
    @classmethod
    def _http(cls, value: str | None) -> str | None:
        from assistant.answering.llm.endpoint import base_url

        return None if value is None else base_url(value)

    @field_validator("llm_api_key", mode="after")
    @classmethod
    def _one_word(cls, value: str | None) -> str | None:
        key = value.strip() if value else None
        if key and not (key.isascii() and key.isprintable() and " " not in key):
            raise ValueError("no key")
        return key or None

    def day(self) -> date:
        """The day on which validity is judged."""
        return self.as_of or date.today()


def _shown(field: str, value: str | None) -> str:
    """A value in an error: without the password of an address, and nothing of a key."""
    return "" if field == "llm_api_key" else f"“{re.sub('//[^/]*@', '//', str(value))}”"


def _lines(path: Path) -> dict[str, str | None]:
    """The settings of a `.env` file, in whatever encoding an editor saved it."""
    from io import StringIO

    from dotenv import dotenv_values
    from dotenv.parser import parse_stream

    from index.parsing.readers.text import decode

    try:
        text = decode(path.read_bytes(), path.name)
    except OSError as error:
        raise UserError(f"设置文件 {path} 无法读取（{reason(error)}）：请检查权限。") from error
    bindings = list(parse_stream(StringIO(text)))
    for binding in bindings:
        if binding.error and "ASSISTANT_" in binding.original.string:  # other lines are other programs'
            raise UserError(f"设置文件 {path} 第{binding.original.line}行无法识别，应写成 名称=值。")
    sound = "".join(binding.original.string for binding in bindings if not binding.error)
    return dict(dotenv_values(stream=StringIO(sound)))


def load_settings(environ: Mapping[str, str] | None = None, dotenv: Path | None = None) -> Settings:
    """Read the settings; a variable of the environment wins over a line of the `.env` file.

    Args:
        environ: the environment, `os.environ` when None.
        dotenv: the `.env` file, the one in the working directory when None; it need not exist.

    Raises:
        UserError: a value cannot be used.
    """
    environ = os.environ if environ is None else environ
    path = Path(".env") if dotenv is None else dotenv
    values: dict[str, str | None] = {}
    if path.is_file():
        values.update(_lines(path))
    values.update({name: environ[name] for name in _VARIABLES if name in environ})
    chosen = {field: values[name] for name, field in _VARIABLES.items() if values.get(name)}
    try:
        settings = Settings.model_validate(chosen)
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        name = next(variable for variable, target in _VARIABLES.items() if target == field)
        raise UserError(
            f"设置 {name} 的值{_shown(field, chosen[field])}无法识别{_HINTS.get(field, '')}，请改正后重试。"
        ) from None
    if settings.llm_base_url and not settings.llm_model:
        raise UserError(
            "已设置 ASSISTANT_LLM_BASE_URL，还缺 ASSISTANT_LLM_MODEL（模型名称，如 deepseek-chat）。"
        )
    if settings.llm_model and not settings.llm_base_url:
        raise UserError(
            "已设置 ASSISTANT_LLM_MODEL，还缺 ASSISTANT_LLM_BASE_URL（如 http://127.0.0.1:8000/v1）。"
        )
    return settings
