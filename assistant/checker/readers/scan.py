"""What OpenCV sees in the picture of a page: ruled lines and ink."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from assistant.checker.readers.page import Box, Glyph, Rule

if TYPE_CHECKING:
    import numpy

    Picture: TypeAlias = numpy.ndarray[Any, Any]

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
            x, y, width, height = (float(value) * scale for value in values[:4])
            if across and width >= length * scale and height < width / 4:
                yield Rule(x, y + height / 2, x + width, y + height / 2)
            elif not across and height >= length * scale and width < height / 4:
                yield Rule(x + width / 2, y, x + width / 2, y + height)


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
