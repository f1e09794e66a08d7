"""A `gradio.Blocks` whose API takes calls as other programs make them, and refuses in Chinese."""

from __future__ import annotations

from typing import Any

# What a call may leave out, in the order of the arguments; None is then refused by the endpoint itself.
DEFAULTS: dict[str, tuple[Any, ...]] = {"ask": (None, "[]"), "search": (None, 10), "check": (None,)}


def blocks(gr: Any) -> Any:
    """The class, made from the module `gradio`, which is too heavy to be imported with this one."""

    class Page(gr.Blocks):
        """Fills in the defaults that Gradio leaves to its own clients, and names a wrong file."""

        async def preprocess_data(
            self, block_fn: Any, inputs: list[Any], *rest: Any, **options: Any
        ) -> list[Any]:
            defaults = DEFAULTS.get(block_fn.api_name) if isinstance(block_fn.api_name, str) else None
            if defaults is None:
                return list(await super().preprocess_data(block_fn, inputs, *rest, **options))
            try:
                filled = [*inputs, *defaults[len(inputs) :]]
                return list(await super().preprocess_data(block_fn, filled, *rest, **options))
            except (
                ValueError,
                TypeError,
                AttributeError,
                OSError,
            ) as error:  # Gradio's, of a value it cannot read
                message = "参数无法识别：文件应先上传，再给出上传后的地址。"
                raise gr.Error(message, print_exception=False) from error

    return Page
