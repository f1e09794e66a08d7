"""The page's own look: calm colours, system fonts; nothing is loaded from another host."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

FONTS = [
    "system-ui",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "sans-serif",
]
MONO = ["ui-monospace", "Consolas", "Menlo", "Noto Sans Mono CJK SC", "monospace"]

_BLUES = (
    *("#eef4fa", "#dbe7f3", "#bcd2e8", "#92b5d6", "#5f90be", "#2f6ca3"),
    *("#1f5788", "#19476f", "#173c5c", "#14324c", "#0d2133"),
)


def stylesheet() -> str:
    """The page's CSS: what all parts share, then one file a part."""
    return "\n".join((read("style.css"), *parts("styles", ".css")))


def scripts() -> str:
    """The page's own JavaScript, one function a file, so that their names do not meet."""
    return "\n".join(f"(() => {{\n{part}\n}})();" for part in parts("scripts", ".js"))


def read(name: str) -> str:
    """A file of the page, as text."""
    return (files("assistant.page") / name).read_text(encoding="utf-8")


def parts(folder: str, suffix: str) -> list[str]:
    """The texts in one of the page's folders, by name."""
    found = (path for path in (files("assistant.page") / folder).iterdir() if path.name.endswith(suffix))
    return [path.read_text(encoding="utf-8") for path in sorted(found, key=lambda path: path.name)]


def theme() -> Any:
    """Gradio's plain base with our fonts and one blue."""
    import gradio as gr

    fonts = [gr.themes.Font(name) for name in FONTS]
    look = gr.themes.Base(
        primary_hue=gr.themes.Color(*_BLUES),
        secondary_hue="slate",
        neutral_hue="slate",
        radius_size="sm",
        font=fonts,
        font_mono=[gr.themes.Font(name) for name in MONO],
    )
    return look.set(
        body_background_fill="#f6f7f9",
        body_background_fill_dark="#12161c",
        block_background_fill="#ffffff",
        block_background_fill_dark="#1a2028",
        block_label_text_color="#475569",
        block_label_text_color_dark="#b6c2d1",
        block_label_background_fill_dark="#1a2028",
        block_border_color_dark="#364150",
        input_background_fill="#f1f4f8",
        input_background_fill_dark="#232b35",
        checkbox_label_background_fill="#eef1f5",
        checkbox_label_background_fill_dark="#252d38",
        button_secondary_background_fill="#e6ebf1",
        button_secondary_background_fill_hover="#d9e1ea",
        button_secondary_background_fill_dark="#2d3744",
        button_secondary_background_fill_hover_dark="#394555",
        button_primary_background_fill="*primary_600",
        button_primary_background_fill_hover="*primary_700",
        button_primary_background_fill_dark="*primary_500",
        button_primary_background_fill_hover_dark="*primary_600",
        button_primary_text_color="#ffffff",
        button_primary_text_color_dark="#ffffff",
    )
