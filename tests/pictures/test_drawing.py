"""From the bytes of a picture to cells: every kind of picture, and everything that is none."""

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tui_reader.domain.pictures import MOST_COLUMNS, MOST_LINES, Bitmap, Picture, Place, Room
from tui_reader.drawing import draw


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def drawn(data: bytes) -> Picture:
    picture = draw(data, Room())
    assert isinstance(picture, Picture), picture
    return picture


def halves(kind: str, left: object, right: object, size: tuple[int, int] = (60, 40)) -> Image.Image:
    image = Image.new(kind, size, left)  # type: ignore[arg-type]
    image.paste(right, (size[0] // 2, 0, *size))  # type: ignore[arg-type]
    return image


def colours(picture: Picture) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The first and the last pixel."""
    return tuple(picture.pixels[:3]), tuple(picture.pixels[-3:])


RED, BLUE = (255, 0, 0), (0, 0, 255)


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP", "AVIF", "JPEG"])
def test_every_format_keeps_its_colours(kind: str) -> None:
    first, last = colours(drawn(encoded(halves("RGB", RED, BLUE), kind)))
    assert all(abs(a - b) < 12 for a, b in zip((*first, *last), (*RED, *BLUE), strict=True))


def test_palette_grey_and_sixteen_bits() -> None:
    palette = halves("RGB", RED, BLUE).convert("P", palette=Image.Palette.ADAPTIVE)
    assert colours(drawn(encoded(palette))) == (RED, BLUE)
    assert colours(drawn(encoded(halves("L", 0, 255)))) == ((0, 0, 0), (255, 255, 255))
    assert colours(drawn(encoded(halves("1", 0, 1)))) == ((0, 0, 0), (255, 255, 255))
    assert colours(drawn(encoded(halves("LA", (0, 255), (255, 255))))) == ((0, 0, 0), (255, 255, 255))
    drawn(encoded(Image.new("I;16", (60, 40))))
    drawn(encoded(halves("CMYK", (0, 255, 255, 0), (255, 255, 0, 0)), "JPEG"))


def test_what_can_be_seen_through_stands_on_white() -> None:
    image = halves("RGBA", (0, 0, 0, 0), (0, 0, 0, 255))
    assert colours(drawn(encoded(image))) == ((255, 255, 255), (0, 0, 0))
    index = Image.new("P", (60, 40), 0)
    index.putpalette([10, 20, 30, 200, 0, 0])
    assert colours(drawn(encoded(index, transparency=0)))[0] == (255, 255, 255)


def test_of_a_moving_picture_the_first_frame_is_shown() -> None:
    frames = [Image.new("RGB", (40, 40), colour) for colour in (RED, BLUE)]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert colours(drawn(data))[0] == RED


def test_a_photograph_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = drawn(encoded(Image.new("RGB", (400, 100)), "JPEG", exif=exif))
    assert picture.width < 2 * picture.height


@pytest.mark.parametrize(
    ("size", "cells"),
    [
        ((1600, 400), (100, 12)),
        ((600, 400), (72, 24)),
        ((400, 1600), (12, 24)),
        ((20, 20), (20, 10)),
        ((900, 9), (100, 1)),
    ],
)
def test_pictures_keep_their_shape_and_are_never_enlarged(size: tuple[int, int], cells: tuple[int, int]) -> None:
    picture = drawn(encoded(Image.new("RGB", size)))
    assert (picture.width, picture.height) == cells
    assert picture.width <= MOST_COLUMNS
    assert picture.height <= MOST_LINES


def bitmap(data: bytes, room: Room) -> tuple[Bitmap, Image.Image]:
    """The cells, and the PNG read again."""
    made = draw(data, room)
    assert isinstance(made, Bitmap), made
    image = Image.open(io.BytesIO(made.png))
    assert image.format == "PNG"
    return made, image


@pytest.mark.parametrize(
    ("size", "cell", "cells", "pixels"),
    [
        ((600, 400), (10, 20), (60, 20), (600, 400)),
        ((1600, 400), (10, 20), (100, 12), (960, 240)),
        ((400, 1600), (10, 20), (12, 24), (120, 480)),
        ((600, 400), (8, 19), (75, 21), (600, 399)),
        ((600, 400), (20, 40), (60, 20), (600, 400)),
        ((3000, 2000), (20, 40), (72, 24), (1440, 960)),
        ((20, 20), (10, 20), (2, 1), (20, 20)),
    ],
)
def test_bitmaps_have_their_shape_in_cells_and_no_more_pixels_than_those(
    size: tuple[int, int], cell: tuple[int, int], cells: tuple[int, int], pixels: tuple[int, int]
) -> None:
    made, image = bitmap(encoded(Image.new("RGB", size, RED)), Room(cell=cell, pixels=2_000_000))
    assert (made.width, made.height) == cells
    assert all(abs(a - b) <= 4 for a, b in zip(image.size, pixels, strict=True))


def test_a_bitmap_is_upright_and_on_paper_and_bears_nothing_but_pixels() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera of somebody"
    data = encoded(halves("RGB", RED, BLUE, (400, 100)), "JPEG", exif=exif, icc_profile=b"profile", dpi=(300, 300))
    made, image = bitmap(data, Room(cell=(10, 20)))
    assert (made.width, made.height) == (10, 20)
    assert image.size == (100, 400)
    assert image.info == {}
    assert b"Camera" not in made.png
    assert b"profile" not in made.png
    _, image = bitmap(encoded(halves("RGBA", (0, 0, 0, 0), (0, 0, 0, 255))), Room(cell=(10, 20)))
    assert image.mode == "RGB"
    assert (image.getpixel((0, 0)), image.getpixel((59, 39))) == ((255, 255, 255), (0, 0, 0))


@pytest.mark.parametrize("size", [1_500_000, 80_000, 20_000])
def test_a_bitmap_takes_no_more_bytes_and_pixels_than_it_may(size: int) -> None:
    room = Room(cell=(10, 20), pixels=120_000, size=size)
    made, image = bitmap(encoded(Image.effect_noise((1500, 1000), 120).convert("RGB")), room)
    assert len(made.png) <= size
    assert image.width * image.height <= 121_000
    assert (made.width, made.height) == (72, 24), "as large on the screen, if not as sharp"


def test_a_bitmap_fits_and_its_lines_say_where_they_are() -> None:
    made = Bitmap(60, 20, b"\x89PNG\r\n\x1a\n", 0x123456)
    fitted = made.fitted(30)
    assert (fitted.width, fitted.height, fitted.id) == (30, 10, made.id)
    assert made.fitted(60) is made
    assert Place.of(fitted.row(7)) == Place(0x123456, 30, 10, 7)


@pytest.mark.parametrize(
    ("width", "height", "png", "number"),
    [(0, 1, b"\x89PNG\r\n\x1a\n", 1), (1, 25, b"\x89PNG\r\n\x1a\n", 1), (1, 1, b"GIF89a", 1), (1, 1, b"", 1 << 24)],
)
def test_what_is_no_bitmap(width: int, height: int, png: bytes, number: int) -> None:
    with pytest.raises(ValueError, match="no picture"):
        Bitmap(width, height, png, number)


def header(width: int, height: int) -> bytes:
    """A PNG that says how large it is, with nothing in it."""
    fields = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + fields + struct.pack(">I", zlib.crc32(fields))


def with_data(width: int, height: int) -> bytes:
    data = b"IDAT" + zlib.compress(b"")
    return header(width, height) + struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (with_data(50_000, 50_000), "too large"),
        (with_data(8_000, 5_001), "too large"),
        (with_data(2**31 - 1, 2**31 - 1), "too large"),
        (encoded(Image.new("RGB", (1, 1))), "too small"),
        (encoded(Image.new("RGB", (500, 2))), "too small"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"\xef\xbb\xbf  <?xml version='1.0'?><svg/>", "SVG"),
        (b"<!doctype html><p>not there", "not a picture"),
        (encoded(Image.new("RGB", (40, 40)), "BMP"), "not a picture"),
        (encoded(Image.new("RGB", (40, 40)), "TIFF"), "not a picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n", "not a picture"),
        (b"", "not a picture"),
        (encoded(Image.effect_noise((200, 200), 90))[:3000], "damaged"),
        (encoded(Image.effect_noise((200, 200), 90), "JPEG")[:2000], "damaged"),
    ],
)
def test_what_cannot_be_shown_has_a_reason(data: bytes, why: str) -> None:
    reason = draw(data, Room())
    assert isinstance(reason, str)
    assert why in reason


BASES = [encoded(halves("RGB", RED, BLUE), kind) for kind in ("PNG", "JPEG", "GIF", "WEBP")]


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(BASES),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=6),
    st.integers(0, 2000),
    st.sampled_from([Room(), Room(cell=(10, 20))]),
)
def test_broken_bytes_give_a_picture_or_a_reason(
    base: bytes, changes: list[tuple[int, int]], end: int, room: Room
) -> None:
    broken = bytearray(base)
    for place, value in changes:
        broken[place % len(broken)] = value
    assert isinstance(draw(bytes(broken[: end or None]), room), Picture | Bitmap | str)


PICTURES = st.tuples(st.integers(1, MOST_COLUMNS), st.integers(1, MOST_LINES)).map(
    lambda size: Picture(*size, bytes(n % 251 for n in range(6 * size[0] * size[1])))
)


@given(PICTURES, st.integers(1, 120))
def test_a_picture_fits_and_keeps_its_range(picture: Picture, width: int) -> None:
    fitted = picture.fitted(width)
    assert fitted.width == min(width, picture.width)
    assert fitted.height <= picture.height
    assert min(picture.pixels) <= min(fitted.pixels)
    assert max(fitted.pixels) <= max(picture.pixels)
    assert all(len(fitted.row(line)) == 6 * fitted.width for line in range(fitted.height))


def test_a_line_holds_the_upper_and_the_lower_colour_of_each_cell() -> None:
    picture = Picture(2, 1, bytes([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]))
    assert list(picture.row(0)) == [1, 2, 3, 7, 8, 9, 4, 5, 6, 10, 11, 12]


def test_a_picture_made_small_has_the_mean_of_its_colours() -> None:
    picture = Picture(2, 1, bytes([0, 0, 0, 100, 100, 100] * 2))
    assert picture.fitted(1) == Picture(1, 1, bytes([50] * 6))
    finer = Picture(2, 1, bytes(12), bytes([40] * 24 + [80] * 24))
    assert finer.fitted(1) == Picture(1, 1, bytes([40] * 3 + [80] * 3))
    assert finer.fitted(2) is finer


@pytest.mark.parametrize(
    "numbers", [(0, 1, b""), (1, 1, b"abc"), (101, 1, bytes(606)), (1, 25, bytes(150)), (1, 1, bytes(6), bytes(6))]
)
def test_numbers_that_do_not_go_together_are_no_picture(numbers: tuple[int, int, bytes, bytes]) -> None:
    with pytest.raises(ValueError, match="no picture"):
        Picture(*numbers)
