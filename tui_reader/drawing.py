"""What the job process does for a picture: its bytes made into cells or into a PNG of ours, or the reason why not."""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from .domain.pictures import Bitmap, Picture, Room

if TYPE_CHECKING:
    from PIL import Image

PIXELS_LIMIT = 40_000_000
SMALLEST = 8
"""Pixels: what is narrower or lower is a spacer, or counts visits."""

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
_PAPER = (255, 255, 255)
"""What is behind a picture that can be seen through: the ground that publishers draw for."""
_COARSE = 10
"""Pixels of a picture that one cell is wide at most, so that it is no smaller where pixels are."""

_ORIENTATION, _SIDEWAYS = 0x0112, (5, 6, 7, 8)
"""The tag of a photograph that says how the camera was held, and its values for a camera on its side."""


def draw(data: bytes, room: Room) -> Picture | Bitmap | str:
    """The first frame of the picture in `data` within `room`; or, as one line, why not.

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
                return _bitmap(image, room, room.cell) if room.cell else _cells(image, room)
    except UnidentifiedImageError:
        return "it is not a picture of a kind that can be shown"
    except Image.DecompressionBombError:
        return f"it is too large: more than {PIXELS_LIMIT // 1_000_000} million pixels"
    except (OSError, SyntaxError, ValueError, EOFError):
        return "it is damaged"


def _is_svg(data: bytes) -> bool:
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<svg", b"<?xml", b"<!doctype svg")) or (start.startswith(b"<!--") and b"<svg" in start)


def _cells(image: "Image.Image", room: Room) -> Picture:
    from PIL import Image

    small = _upright(image, (4 * room.columns, 8 * room.lines))
    scale = min(room.columns / small.width, 2 * room.lines / small.height, 1.0)
    width, height = max(1, round(small.width * scale)), max(1, round(small.height * scale / 2))
    pixels, fine = (small.resize((n * width, 2 * n * height), Image.Resampling.LANCZOS).tobytes() for n in (1, 2))
    return Picture(width, height, pixels, fine)


def _bitmap(image: "Image.Image", room: Room, cell: tuple[int, int]) -> Bitmap:
    """As many cells as the picture has pixels for, and a PNG with no more pixels than those cells have."""
    wide, high = cell
    natural = image.size[::-1] if image.getexif().get(_ORIENTATION, 1) in _SIDEWAYS else image.size
    small = _upright(image, (wide * room.columns, high * room.lines))
    shape = natural[1] / natural[0] * wide / high
    columns = max(1.0, min(natural[0] / min(wide, _COARSE), room.columns, room.lines / shape))
    lines = max(1, min(round(columns * shape), room.lines))
    most = min(columns * wide / small.width, lines * high / small.height, 1.0)
    most = min(most, (room.pixels / (small.width * small.height)) ** 0.5)
    return Bitmap(max(1, round(columns)), lines, _png(small, most, room.size))


def _png(image: "Image.Image", scale: float, size: int) -> bytes:
    """`image` made smaller, in at most `size` bytes: with fewer colours, and smaller still, when it takes more.

    Nothing but the colours of the pixels goes into it.
    """
    from PIL import Image

    for colours in (0, 256, 256, 64, 64, 16, 16):
        width, height = max(1, round(image.width * scale)), max(1, round(image.height * scale))
        bare = Image.frombytes("RGB", image.size, image.tobytes())
        small = bare.resize((width, height), Image.Resampling.LANCZOS) if (width, height) != image.size else bare
        out = BytesIO()
        (small.quantize(colours) if colours else small).save(out, "PNG")
        if out.tell() <= size:
            break
        if colours:
            scale *= min(0.9, (size / out.tell()) ** 0.5)
    return out.getvalue()


def _upright(image: "Image.Image", most: tuple[int, int]) -> "Image.Image":
    """The picture in RGB, on paper, turned as it is to be seen, no larger than `most` pixels before that."""
    from PIL import Image, ImageOps

    image.draft("RGB", most)
    clear = image.has_transparency_data
    small = image.convert("RGBA" if clear else "RGB") if image.mode not in ("RGB", "RGBA") else image
    small.thumbnail(most, Image.Resampling.BOX, reducing_gap=2.0)
    small = ImageOps.exif_transpose(small)
    if clear:
        paper = Image.new("RGBA", small.size, (*_PAPER, 255))
        small = Image.alpha_composite(paper, small.convert("RGBA"))
    return small.convert("RGB")
