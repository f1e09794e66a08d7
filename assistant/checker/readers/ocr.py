"""Recognises the text of pictures with RapidOCR; runs in a process of its own (`isolate`).

Characters come with their boxes, and OpenCV finds the ruled lines, so that a scanned table is laid out by the same
code as one in a PDF file.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from statistics import median
from typing import TYPE_CHECKING, Any

from assistant.checker.readers.page import Box, Glyph, Grid, GridCell, Page
from assistant.checker.readers.scan import inked, is_stroke, levelled, rules_in
from assistant.checker.readers.sheet import lay_out
from index.errors import UserError

if TYPE_CHECKING:
    from assistant.checker.readers.scan import Picture

_LONGEST_SIDE = 2000  # pixels: an A4 page at 170 dots per inch
_FINDING_SIDE = 1600
_SHORTEST_SIDE = 32
_MOST_PIXELS = 80_000_000
_A4 = (595.0, 842.0)
# Below the first nothing is kept of a line, below the second it is told as doubtful.
_KEPT_SCORE = 0.3
_SURE_SCORE = 0.7
# With more doubtful lines the page may stand on its head, where figures still read well.
_DOUBTFUL_SHARE = 0.15
_TALL = 1.5
_LEVEL = 0.2  # degrees
_MOST_SKEW = 10.0
# The boxes of recognised lines are taller than the type.
_MARGIN = 0.13
# How far inside its rules a cell is looked into (points), and how much wider than high a dash is.
_RIM = 2.0
_FLAT = 3.0


@dataclass(frozen=True, slots=True)
class _Word:
    """A recognised character or word: its four corners, and the score of its line."""

    text: str
    corners: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class _Reading:
    """What was recognised in one picture, turned so that the text is level."""

    image: Picture
    words: tuple[_Word, ...]
    lines: int
    score: float
    tall: float
    slope: float
    doubtful: int


def recognise_pdf(data: bytes, name: str, numbers: Sequence[int]) -> list[Page]:
    """The pages `numbers` (from 1) of a PDF file, recognised.

    Args:
        data: the file's bytes.
        name: its name, for messages.
        numbers: the pages.
    """
    from assistant.checker.readers.pdfpages import open_pdf

    document = open_pdf(data, name)
    engine = _engine()
    pages = []
    for number in numbers:
        page = document[number - 1]
        size = page.get_size()
        image = (
            page.render(scale=_LONGEST_SIDE / max(*size, 1.0), may_draw_forms=True).to_pil().convert("RGB")
        )
        page.close()
        pages.append(_page(engine, image, number, size))
    return pages


def recognise_picture(data: bytes, name: str, most_pages: int) -> list[Page]:
    """A picture, recognised; each of its pages where its format has several.

    Args:
        data: the file's bytes.
        name: its name, for messages.
        most_pages: pages beyond this are told as unread.
    """
    from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

    broken = UserError(f"{name} 不是有效的图片（可能已损坏或不完整）：请重新保存后再试。")
    Image.MAX_IMAGE_PIXELS = None  # the size is looked at below, page by page, before anything is unpacked
    pages: list[Page] = []
    try:
        with Image.open(io.BytesIO(data)) as picture:
            engine = None
            for number, frame in enumerate(ImageSequence.Iterator(picture), start=1):
                if number > most_pages:
                    pages.append(Page(number, *_A4, unread=f"扫描图片，超过 {most_pages} 页的部分不识别"))
                    continue
                if frame.width * frame.height > _MOST_PIXELS:
                    raise UserError(
                        f"{name} 有 {frame.width}×{frame.height} 像素，过大：请降低扫描分辨率（200—300 dpi）后再试。"
                    )
                if min(frame.size) < _SHORTEST_SIDE:
                    raise UserError(f"{name} 太小，看不出文字：请用 200 dpi 以上的扫描件。")
                frame.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
                image = ImageOps.exif_transpose(frame)
                if image.mode not in ("L", "RGB"):
                    image = _on_white(image)
                image.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
                image = image.convert("RGB")
                engine = engine or _engine()
                pages.append(_page(engine, image, number, _paper(image.size)))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        raise broken from None
    return pages


def _paper(size: tuple[int, int]) -> tuple[float, float]:
    """The size in points if the picture is an A4 page; a photograph says nothing of its own."""
    width, height = size
    scale = max(_A4) / max(width, height)
    return width * scale, height * scale


def _on_white(image: Any) -> Any:
    """The picture without transparency."""
    from PIL import Image

    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    layered = image.convert("RGBA")
    sheet = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(sheet, layered).convert("RGB")


def _engine() -> Any:
    settings = {
        "Global.log_level": "critical",
        "Global.text_score": 0.0,  # nothing is dropped unseen: see _KEPT_SCORE
        "Global.max_side_len": _LONGEST_SIDE,
        "Global.use_cls": False,
        "Global.return_word_box": True,
        # Text is found in a smaller picture and read in the full one: as good, in two thirds of the memory.
        "Det.limit_type": "max",
        "Det.limit_side_len": _FINDING_SIDE,
        "Rec.rec_batch_num": 2,
    }
    return import_module("rapidocr").RapidOCR(params=settings)


def _page(engine: Any, image: Any, number: int, size: tuple[float, float]) -> Page:
    """One page from its picture."""
    import numpy

    reading = _upright(engine, numpy.asarray(image))
    turned = (reading.image.shape[1] > reading.image.shape[0]) != (image.width > image.height)
    width, height = (size[1], size[0]) if turned else size
    if not reading.words:
        return Page(number, width, height, recognised=True, doubtful=reading.doubtful)
    angle = reading.slope if _LEVEL < abs(reading.slope) <= _MOST_SKEW else 0.0
    scale = width / reading.image.shape[1]
    level = levelled(reading.image, angle)
    glyphs = [_glyph(word, reading.image.shape, angle, scale) for word in reading.words]
    rules = [rule for rule in rules_in(level, scale) if not is_stroke(rule, glyphs)]
    page = lay_out(number, (width, height), glyphs, rules)
    blank = [cell.box for item in page.items if isinstance(item, Grid) for cell in _cells(item) if cell.blank]
    more, pictures = _overlooked(engine, level, blank, scale)
    if more or pictures:
        page = lay_out(number, (width, height), [*glyphs, *more], rules, pictures)
    return replace(page, recognised=True, doubtful=reading.doubtful + len(pictures))


def _cells(grid: Grid) -> list[GridCell]:
    return list({id(cell): cell for row in grid.rows for cell in row}.values())


def _overlooked(
    engine: Any, image: Picture, cells: Sequence[Box], scale: float
) -> tuple[list[Glyph], list[Box]]:
    """What stands in cells that the detector took for blank: dashes and the like, or what only a picture shows."""
    glyphs: list[Glyph] = []
    pictures: list[Box] = []
    for cell in cells:
        inner = Box(cell.x0 + _RIM, cell.top + _RIM, cell.x1 - _RIM, cell.bottom - _RIM)
        box = inked(image, inner, scale)
        if box is None:
            continue
        x0, top, x1, bottom = (round(value / scale) for value in box)
        found = engine(image[top:bottom, x0:x1], use_det=False, use_cls=False, use_rec=True)
        text, score = (found.txts[0], float(found.scores[0])) if found.txts else ("", 0.0)
        if text.strip() and score >= _SURE_SCORE:
            glyphs.append(Glyph(text, *box))
        elif box.x1 - box.x0 > _FLAT * (box.bottom - box.top):
            glyphs.append(Glyph("—", *box))
        else:
            pictures.append(box)
    return glyphs, pictures


def _upright(engine: Any, image: Picture) -> _Reading:
    """The reading of the picture, turned where it lies on its side or head."""
    import numpy

    reading = _read(engine, image)
    if not reading.words or (reading.tall <= 0.5 and reading.doubtful < _DOUBTFUL_SHARE * reading.lines):
        return reading
    quarters = (1, 3) if reading.tall > 0.5 else (2,)
    others = [_read(engine, numpy.ascontiguousarray(numpy.rot90(image, quarter))) for quarter in quarters]
    return max([*others, reading], key=lambda found: (found.tall <= 0.5, found.score))


def _read(engine: Any, image: Picture) -> _Reading:
    found = engine(
        image, use_det=True, use_cls=False, use_rec=True
    )  # it remembers the flags of the last call
    words: list[_Word] = []
    slopes: list[float] = []
    scores: list[float] = []
    tall = doubtful = 0
    texts = found.txts or ()
    for number, text in enumerate(texts):
        score = float(found.scores[number])
        corners = [(float(x), float(y)) for x, y in found.boxes[number]]
        width, height = math.dist(corners[0], corners[1]), math.dist(corners[0], corners[3])
        scores.append(score)
        tall += height > _TALL * width and len(text) > 1
        if width > 5 * height:
            slopes.append(
                math.degrees(math.atan2(corners[1][1] - corners[0][1], corners[1][0] - corners[0][0]))
            )
        doubtful += score < _SURE_SCORE
        if score >= _KEPT_SCORE:
            words += _words(found.word_results[number], text, corners)
    return _Reading(
        image,
        tuple(words),
        len(texts),
        sum(scores) / len(texts) if texts else 0.0,
        tall / len(texts) if texts else 0.0,
        median(slopes) if slopes else 0.0,
        doubtful,
    )


def _words(results: Any, text: str, corners: list[tuple[float, float]]) -> Iterator[_Word]:
    """The words of a line; the line as one where the recogniser does not part it as it reads it."""
    parts = [(str(word), tuple((float(x), float(y)) for x, y in box)) for word, _, box in results or ()]
    if "".join(word for word, _ in parts).replace(" ", "") == text.replace(" ", ""):
        for word, box in parts:
            yield _Word(word, box)
    else:
        yield _Word(text, tuple(corners))


def _glyph(word: _Word, shape: tuple[int, ...], angle: float, scale: float) -> Glyph:
    """A word's upright box on the levelled page, in points."""
    middle_x, middle_y = shape[1] / 2, shape[0] / 2
    cosine, sine = math.cos(math.radians(-angle)), math.sin(math.radians(-angle))
    xs, ys = [], []
    for x, y in word.corners:
        dx, dy = x - middle_x, y - middle_y
        xs.append((middle_x + dx * cosine - dy * sine) * scale)
        ys.append((middle_y + dx * sine + dy * cosine) * scale)
    margin = _MARGIN * (max(ys) - min(ys))
    return Glyph(word.text, min(xs), min(ys) + margin, max(xs), max(ys) - margin)
