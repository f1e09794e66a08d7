"""The MCP tools: the three endpoints, with results as the JSON of the contract."""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import unquote, urlsplit

FILE_HELP: Final = (
    "Check a draft contest report against the six conditions of 第六条 (参赛报告自查). `file` is the draft as a "
    "data URI (data:…;base64,…), or the path that a POST of the file to /gradio_api/upload returned."
)
_WRONG_FILE: Final = (
    "参数 file 应为 data: 开头的文件内容，或上传到 /gradio_api/upload 后返回的地址，请改正后重试。"
)
_SERVED: Final = "/gradio_api/file="


def usable() -> bool:
    """Whether the package `mcp` is there in a version that Gradio can use (1.x)."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("mcp").startswith("1.")
    except PackageNotFoundError:
        return False


def plain(demo: Any) -> None:
    """Make the tools speak JSON and take files that are here; Gradio writes Python's own notation and fetches addresses.

    Args:
        demo: the launched `gradio.Blocks`; nothing happens where it serves no tools.
    """
    server = demo.mcp_server_obj if demo.mcp_server else None
    if server is None:
        return
    from gradio.processing_utils import save_base64_to_cache

    text = server.types.TextContent

    def results(data: Any, root_url: str) -> list[Any]:
        return [text(type="text", text=as_json(output)) for output in data]

    def files(value: Any, positions: list[list[str | int]]) -> Any:
        for position in positions:
            given = value.get(position[0])
            inline = isinstance(given, str) and given.startswith("data:")
            # Gradio would keep it where it was imported, which need not be where this page keeps uploads.
            path = save_base64_to_cache(given, demo.GRADIO_CACHE) if inline else uploaded(given)
            value = {**value, position[0]: {"path": path, "meta": {"_type": "gradio.FileData"}}}
        return value

    server.postprocess_output_data = results
    server.convert_strings_to_filedata = files


def as_json(output: Any) -> str:
    """A result of an endpoint as JSON; Gradio hands some over in its own wrapper."""
    return json.dumps(getattr(output, "root", output), ensure_ascii=False)


def uploaded(given: Any) -> str:
    """The path of an upload, from itself or from the address at which the page serves it.

    Whether something was uploaded there is for Gradio to see, which serves and takes nothing else.

    Raises:
        ValueError: it is neither; other addresses are not fetched.
    """
    if not isinstance(given, str) or not given.strip():
        raise ValueError(_WRONG_FILE)
    path = urlsplit(given).path if given.startswith(("http://", "https://")) else given
    if _SERVED in path:
        return unquote(path.partition(_SERVED)[2])
    if path != given or "://" in given:
        raise ValueError(_WRONG_FILE)
    return given
