import pytest

from tui_reader.article import safe_url
from tui_reader.article.urls import best_of_srcset


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
        ("HTTP://A.Example/B", "http://a.example/B"),
        ("//a.example/b", "https://a.example/b"),
        (" https://a.example/\n b ", "https://a.example/%20b"),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
        ("https://аpple.example/", "https://xn--pple-43d.example/"),
        ("https://bob:secret@a.example/", "https://a.example/"),
        ("https://a.example:8080/x", "https://a.example:8080/x"),
        ("https://a.example/%zz%41", "https://a.example/%25zz%41"),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
        ("http://[::1]:80/", "http://[::1]:80/"),
        ("mailto:ann@a.example?subject=x", "mailto:ann@a.example"),
        ("https://a.example/\u202egpj.exe", "https://a.example/%E2%80%AEgpj.exe"),
    ],
)
def test_shown(url: str, shown: str) -> None:
    assert safe_url(url) == shown


REFUSED = """
    javascript:alert(1) data:text/html,x file:///etc/passwd ftp://a.example/ vbscript:x http:// x
    http:///x https://-x.example/ https://.x/ https://a..b/ http://[bad/ /rel https://a.example:99999/ mailto: mailto:a
    #top http://a.example%00/ tel:123 about:blank chrome://x/
"""


@pytest.mark.parametrize("url", REFUSED.split())
def test_refused(url: str) -> None:
    assert safe_url(url) == ""


def test_more_refused() -> None:
    for url in ("", " ", "java\nscript:alert(1)", "https://a b/", "https://a.example/" + "x" * 2048):
        assert safe_url(url) == ""
    assert safe_url("https://" + "a" * 300 + ".example/") == ""


def test_resolved() -> None:
    base = "https://a.example/b/c.html?d"
    assert safe_url("../e", base) == "https://a.example/e"
    assert safe_url("#f", base) == "https://a.example/b/c.html?d#f"
    assert safe_url("javascript:x", base) == ""
    assert safe_url("/x", "no address") == ""
    assert safe_url("https://[", base) == ""


def test_srcset() -> None:
    assert best_of_srcset("a.jpg 1x, b.jpg 2x, c.jpg 3x") == "b.jpg"
    assert best_of_srcset("a.jpg 300w,b.jpg 1600w, c.jpg 5000w") == "b.jpg"
    assert best_of_srcset("https://i.example/w_1,c_2/a.jpg 424w, https://i.example/w_3,c_4/a.jpg 848w").endswith(
        "w_3,c_4/a.jpg"
    )
    assert best_of_srcset("only.jpg") == "only.jpg"
    assert best_of_srcset("data:x 1x") == ""
    assert best_of_srcset("") == ""
