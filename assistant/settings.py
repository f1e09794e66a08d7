"""Settings: environment variables or lines of a `.env` file, all optional."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from index.errors import UserError

DEFAULT_MODEL = "m3e-small"

_VARIABLES = {
    "ASSISTANT_DATA_DIR": "data_dir",
    "ASSISTANT_EMBED_MODEL": "embed_model",
    "ASSISTANT_CHROMA_URL": "chroma_url",
    "ASSISTANT_LLM_BASE_URL": "llm_base_url",
    "ASSISTANT_LLM_API_KEY": "llm_api_key",
    "ASSISTANT_LLM_MODEL": "llm_model",
    "ASSISTANT_AS_OF": "as_of",
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
        llm_base_url: base URL of a server that speaks the OpenAI protocol, None for extractive answers.
        llm_api_key: its key; never printed.
        llm_model: the model to ask for.
        as_of: the day on which validity is judged; None means today.
    """

    model_config = ConfigDict(frozen=True)

    data_dir: Path = Field(default_factory=_user_data_dir)
    embed_model: str = DEFAULT_MODEL
    chroma_url: str | None = None
    llm_base_url: str | None = None
    llm_api_key: str | None = Field(default=None, repr=False)
    llm_model: str | None = None
    as_of: date | None = None

    @field_validator("data_dir", mode="after")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    def day(self) -> date:
        """The day on which validity is judged."""
        return self.as_of or date.today()


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
        from dotenv import dotenv_values

        values.update(dotenv_values(path))
    values.update({name: environ[name] for name in _VARIABLES if name in environ})
    chosen = {field: values[name] for name, field in _VARIABLES.items() if values.get(name)}
    try:
        return Settings.model_validate(chosen)
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        name = next(variable for variable, target in _VARIABLES.items() if target == field)
        hint = "，应写成 YYYY-MM-DD" if field == "as_of" else ""
        raise UserError(f"设置 {name} 的值“{chosen[field]}”无法识别{hint}，请改正后重试。") from error
