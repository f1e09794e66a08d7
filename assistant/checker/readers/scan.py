"""What OpenCV sees in the picture of a page: ruled lines and ink."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from assistant.checker.readers.page import Box, Glyph, Rule

if TYPE_CHECKING:
    import numpy

    Picture: TypeAlias = numpy.ndarray[Any, Any]

# A rule is at most so thick (pixels), or as much out of the level; one shorter than this share of the page may be
# part of something else.
_THICKEST = 6
_SLOPE = 0.02
_SHORT = 0.125
_LIGHT = 200
_RED = 40
# A line within a character is a stroke of it unless it is so much longer than the character is high.
_STROKE = 1.3
# What counts as ink (grey levels darker than the paper), and how much of it (pixels).
_INK = 80
_LEAST_INK = 12


def levelled(image: Picture, angle: float) -> Picture:
    """The picture turned so that what slopes by `angle` degrees is level."""
    if not angle:
        return image
    cv2 = import_module("cv2")
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned: Picture = cv2.warpAffine(image, matrix, (width, height), borderValue=(255, 255, 255))
    return turned


def rules_in(image: Picture, scale: float) -> Iterator[Rule]:
    """The ruled lines of a level picture.

    Args:
        image: the picture, RGB.
        scale: points per pixel.
    """
    cv2 = import_module("cv2")
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 12)
    length = max(image.shape[:2]) // 50
    for across in (True, False):
        kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (length, 1) if across else (1, length))
        joint = cv2.getStructuringElement(cv2.MORPH_RECT, (length // 4, 3) if across else (3, length // 4))
        lines = cv2.morphologyEx(cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel), cv2.MORPH_CLOSE, joint)
        count, _, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
        for values in stats[1:count]:
            x, y, width, height = (int(value) for value in values[:4])
            long, thick = (width, height) if across else (height, width)
            if long < length or thick > max(_THICKEST, long * _SLOPE):
                continue
            if long < max(image.shape[:2]) * _SHORT and _is_red(image[y : y + height, x : x + width]):
                continue  # of a seal's rim
            middle = (y + height / 2) if across else (x + width / 2)
            ends = (x, middle, x + width, middle) if across else (middle, y, middle, y + height)
            yield Rule(*(value * scale for value in ends))


def _is_red(part: Picture) -> bool:
    numpy = import_module("numpy")
    red = part[:, :, 0].astype(int) - part[:, :, 1:].max(axis=2)
    return bool(
        numpy.median(red[part.min(axis=2) < _LIGHT] if (part.min(axis=2) < _LIGHT).any() else [0]) > _RED
    )


def is_stroke(rule: Rule, glyphs: Sequence[Glyph]) -> bool:
    """Whether a line is a stroke of a large character."""
    x, y = (rule.x0 + rule.x1) / 2, (rule.top + rule.bottom) / 2
    length = max(rule.x1 - rule.x0, rule.bottom - rule.top)
    return any(Box(*glyph[1:]).holds(x, y) and length < _STROKE * glyph.height for glyph in glyphs)


def inked(image: Picture, box: Box, scale: float) -> Box | None:
    """The part of `box` that has ink, None where it has none to speak of.

    Args:
        image: the picture, RGB.
        box: a rectangle in points.
        scale: points per pixel.
    """
    numpy = import_module("numpy")
    x0, top, x1, bottom = (max(0, round(value / scale)) for value in box)
    part = image[top:bottom, x0:x1]
    if not part.size:
        return None
    ys, xs = numpy.nonzero(part.min(axis=2) < numpy.median(part) - _INK)
    if len(xs) < _LEAST_INK:
        return None
    edges = (x0 + xs.min(), top + ys.min(), x0 + xs.max() + 1, top + ys.max() + 1)
    return Box(*(float(edge) * scale for edge in edges))
