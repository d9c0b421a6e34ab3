"""What the job process does for a picture: its bytes made into cells of two colours, or the reason why not."""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from .domain.pictures import MOST_COLUMNS, MOST_LINES, Picture

if TYPE_CHECKING:
    from PIL import Image

PIXELS_LIMIT = 40_000_000
SMALLEST = 8
"""Pixels: what is narrower or lower is a spacer, or counts visits."""

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
_PAPER = (255, 255, 255)
"""What is behind a picture that can be seen through: the ground that publishers draw for."""


def draw(data: bytes) -> Picture | str:
    """The first frame of the picture in `data` within MOST_COLUMNS x MOST_LINES cells; or, as one line, why not.

    Its size is looked at before anything is decoded. Needs Pillow. What a decoder raises for broken bytes, other than
    the usual, is raised.
    """
    from PIL import Image, UnidentifiedImageError

    if _is_svg(data):
        return "it is an SVG drawing, which is not shown"
    Image.MAX_IMAGE_PIXELS = PIXELS_LIMIT // 2  # Pillow itself refuses twice as many, of a later frame for instance
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=FORMATS) as image:
                width, height = image.size
                if width * height > PIXELS_LIMIT:
                    return f"it is too large: {width} x {height} pixels"
                if min(width, height) < SMALLEST:
                    return f"it is too small: {width} x {height} pixels"
                return _cells(image)
    except UnidentifiedImageError:
        return "it is not a picture of a kind that can be shown"
    except Image.DecompressionBombError:
        return f"it is too large: more than {PIXELS_LIMIT // 1_000_000} million pixels"
    except (OSError, SyntaxError, ValueError, EOFError):
        return "it is damaged"


def _is_svg(data: bytes) -> bool:
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<svg", b"<?xml", b"<!doctype svg")) or (start.startswith(b"<!--") and b"<svg" in start)


def _cells(image: "Image.Image") -> Picture:
    from PIL import Image, ImageOps

    image.draft("RGB", (4 * MOST_COLUMNS, 8 * MOST_LINES))
    clear = image.has_transparency_data
    small = image.convert("RGBA" if clear else "RGB") if image.mode not in ("RGB", "RGBA") else image
    small.thumbnail((4 * MOST_COLUMNS, 8 * MOST_LINES), Image.Resampling.BOX, reducing_gap=2.0)
    small = ImageOps.exif_transpose(small)
    scale = min(MOST_COLUMNS / small.width, 2 * MOST_LINES / small.height, 1.0)
    width, height = max(1, round(small.width * scale)), max(1, round(small.height * scale / 2))
    if clear:
        paper = Image.new("RGBA", small.size, (*_PAPER, 255))
        small = Image.alpha_composite(paper, small.convert("RGBA"))
    small = small.convert("RGB")
    pixels, fine = (small.resize((n * width, 2 * n * height), Image.Resampling.LANCZOS).tobytes() for n in (1, 2))
    return Picture(width, height, pixels, fine)
