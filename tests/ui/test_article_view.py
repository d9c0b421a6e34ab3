"""The article pane in a small app: what it shows, what its keys and the mouse do, what it says."""

import pytest
from textual.events import MouseScrollDown
from textual.geometry import Offset
from textual.pilot import Pilot

from tui_reader.domain.document import Block, Document, Kind, Span, Status
from tui_reader.domain.models import SummaryState
from tui_reader.ui.widgets.article_view import ARTICLE_ACTIONS, ArticleView

from .article_pages import CODE, EVERYTHING, Host, article, long_document, page, row, summary, text

WIDE = (90, 40)


def said(app: Host, kind: type) -> list[object]:
    return [message for message in app.said if isinstance(message, kind)]


def find_text(app: Host, words: str) -> Offset:
    """Where `words` stands on the screen."""
    for y, line in enumerate(app.lines()):
        if (x := line.find(words)) >= 0:
            return Offset(x, y)
    raise AssertionError(f"{words!r} is not on the screen:\n" + "\n".join(app.lines()))


async def click(pilot: Pilot[None], app: Host, words: str) -> None:
    await pilot.click(ArticleView, offset=find_text(app, words))
    await pilot.pause()


async def test_the_page_from_header_to_the_way_on() -> None:
    app = Host(page())
    async with app.run_test(size=WIDE):
        lines = [line.strip() for line in app.lines()]
        assert lines[1:3] == [
            "Council approves the new harbour line",
            "Small Wire · A. Writer · 2 h ago · 4 min read · 11 of 63",
        ]
        assert "min left" in lines[3]
        assert lines[5].split() == ["No", "time", "to", "read?", "Get", "a", "summary", "s"]
        app.view.action_article_end()
        lines = [line.strip() for line in app.lines()]
        assert "the end" in lines[3]
        assert lines[1] == "Council approves the new harbour line"
        end = lines.index("[Source: Small Wire]")
        assert lines[end + 2].startswith("No time to read? Get a summary")
        assert lines[end + 4].split("  ")[0] == "‹ Previous Article"
        assert lines[end + 4].endswith("Next Article ›")
        assert lines[end + 5].startswith("Rail strike called off")
        assert lines[end + 5].endswith("Reactor vote delayed")


async def test_the_credit_is_the_articles_own_and_not_said_twice() -> None:
    own = article(Document((text(Kind.PARAGRAPH, "Short."),)), source="Example Wire")
    twice = article(Document((text(Kind.PARAGRAPH, "Short."), text(Kind.PARAGRAPH, "[Source: Example Wire]"))))
    app = Host(page(own))
    async with app.run_test(size=WIDE):
        assert any(line.strip() == "[Source: Example Wire]" for line in app.lines())
        app.view.show(page(twice))
        assert sum("[Source" in line for line in app.lines()) == 1


async def test_what_is_clicked_is_said() -> None:
    app = Host(page())
    async with app.run_test(size=WIDE) as pilot:
        await click(pilot, app, "Get a summary")
        await click(pilot, app, "new harbour line,")
        app.view.action_article_end()
        await click(pilot, app, "Rail strike")
        await click(pilot, app, "Next Article")
        await pilot.pause(0.1)
        assert [
            type(message).__name__ for message in app.said if not isinstance(message, ArticleView.PositionChanged)
        ] == [
            "SummaryRequested",
            "LinkChosen",
            "PreviousRequested",
            "NextRequested",
        ]
        assert said(app, ArticleView.LinkChosen) == [ArticleView.LinkChosen("https://example.org/line")] or (
            app.said[1].url == "https://example.org/line"  # type: ignore[attr-defined]
        )


async def test_a_chosen_sentence_is_shown_in_the_full_text() -> None:
    document = Document((*long_document(300).blocks, text(Kind.PARAGRAPH, "The last word is this. It ends.")))
    made = summary(document)
    whole = document.text()
    start = whole.index("The last word is this.")
    last = made.sentences[0].__class__("The last word is this.", 61, start, start + 22)
    made = made.__class__(made.state, (*made.sentences[:2], last), of=200, words=3000, summary_words=40)
    app = Host(page(article(document), mode="summary", summary=made))
    async with app.run_test(size=(80, 24)) as pilot:
        assert any("Summary: 3 of 200 sentences, 10 s instead of 13 min" in line for line in app.lines())
        assert find_text(app, "▌ ¶ 1")
        await pilot.press("j", "tab", "j")
        assert find_text(app, "▌ ¶ 61")
        await pilot.press("enter")
        await pilot.pause()
        assert app.view.mode == "full"
        at = find_text(app, "The last word is this.")
        strip = app.view.render_line(at.y)
        set_off = [s.text for s in strip if s.style and s.style.bold and s.text.strip()]
        assert set_off == ["The last word is this."]
        chosen = said(app, ArticleView.SentenceChosen)
        assert [message.sentence.paragraph for message in chosen] == [61]  # type: ignore[attr-defined]


async def test_a_click_on_a_sentence_chooses_it() -> None:
    app = Host(page(mode="summary", summary=summary()))
    async with app.run_test(size=WIDE) as pilot:
        await click(pilot, app, "Twelve members")
        assert app.view.mode == "full"
        assert len(said(app, ArticleView.SentenceChosen)) == 1


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (SummaryState.TEASER, "teaser only, f fetches the full text"),
        (SummaryState.TOO_SHORT, "verse, a list or results, shown whole"),
        (SummaryState.CONSENT, "this looks like a consent page, not an article"),
    ],
)
async def test_what_cannot_be_summarised_is_shown_whole_and_said(state: SummaryState, words: str) -> None:
    app = Host(page(mode="summary", summary=summary(state=state)))
    async with app.run_test(size=WIDE) as pilot:
        assert find_text(app, words)
        assert find_text(app, "The council of Avalon Bay approved")
        await click(pilot, app, words)
        kind = ArticleView.FullTextRequested if state is SummaryState.TEASER else ArticleView.SummaryRequested
        assert len(said(app, kind)) == 1
        app.view.action_article_end()
        assert not any("Read the full text" in line for line in app.lines()), "it is all there is"
        at = find_text(app, "Fetch the full text")
        key = Offset(app.lines()[at.y].rindex("f"), at.y)
        await pilot.click(ArticleView, offset=key)
        await pilot.pause()
        assert said(app, ArticleView.FullTextRequested)


async def test_what_was_fetched_already_is_not_offered_again() -> None:
    short = Document((text(Kind.PARAGRAPH, "It is short."),))
    shown = page(article(short, full_document=short), mode="summary", summary=summary(short, SummaryState.TOO_SHORT))
    app = Host(shown)
    async with app.run_test(size=WIDE) as pilot:
        assert not any("Fetch" in line or "Read the full text" in line for line in app.lines())
        await click(pilot, app, "Open it in the browser")
        assert said(app, ArticleView.LinkChosen)[-1].url == "https://example.org/a"  # type: ignore[attr-defined]
        app.view.show(page(article(short, url="", id=12), mode="summary", summary=summary(short, SummaryState.TEASER)))
        assert not any("browser" in line or "Fetch the" in line for line in app.lines()), "there is no address"


async def test_when_fetching_failed_it_says_why_and_offers_the_browser() -> None:
    teaser = Document((text(Kind.PARAGRAPH, "It begins ..."),), status=Status.TEASER)
    shown = article(teaser, full_reason="The page is behind a paywall.")
    app = Host(page(shown, mode="summary", summary=summary(teaser, SummaryState.TEASER)))
    async with app.run_test(size=WIDE) as pilot:
        assert find_text(app, "teaser only, the full text could not be fetched")
        assert find_text(app, "The page is behind a paywall.")
        await click(pilot, app, "Try again")
        await click(pilot, app, "Open it in the browser")
        assert said(app, ArticleView.FullTextRequested)
        assert said(app, ArticleView.LinkChosen)[-1].url == "https://example.org/a"  # type: ignore[attr-defined]


async def test_the_wait_for_a_summary_is_said_only_when_it_is_long() -> None:
    app = Host(page(mode="summary"))
    async with app.run_test(size=WIDE) as pilot:
        assert not any("making" in line for line in app.lines())
        await pilot.pause(0.25)
        assert find_text(app, "making the summary ...")
        app.view.set_summary(999, summary())
        assert find_text(app, "making the summary ...")
        app.view.set_summary(11, summary())
        assert find_text(app, "Summary: 3 of 41 sentences, 20 s instead of 4 min")


async def test_summary_and_full_text_keep_their_places() -> None:
    app = Host(page(article(long_document(400)), summary=summary(long_document(400))))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("pagedown", "pagedown")
        top = app.lines()[4]
        app.view.set_mode("summary")
        assert find_text(app, "Summary: 3 of 41")
        app.view.set_mode("full")
        assert app.lines()[4] == top


async def test_a_teaser_says_so_and_offers_the_rest() -> None:
    teaser = article(Document((text(Kind.PARAGRAPH, "It begins ..."),), status=Status.TEASER), full_reason="")
    app = Host(page(teaser, notice="The page could not be reached"))
    async with app.run_test(size=WIDE) as pilot:
        assert find_text(app, "The page could not be reached")
        assert find_text(app, "This is what the feed carries, not the whole article.")
        assert "min read" not in app.lines()[2] or teaser.head.words
        await click(pilot, app, "Fetch the full text")
        assert len(said(app, ArticleView.FullTextRequested)) == 1


async def test_the_place_is_kept_through_resizes_and_told() -> None:
    app = Host(page(article(long_document(600))))
    async with app.run_test(size=WIDE) as pilot:
        for _ in range(6):
            await pilot.press("pagedown")
        place = app.view.position
        assert place
        first = app.lines()[4].split()[:3]
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        assert app.view.position == place
        shown = " ".join(app.lines()[3:8]).split()
        assert first[0] in shown
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert app.view.position == place
        assert app.lines()[4].split()[:3] == first
        app.view.flush_position()
        await pilot.pause()
        told = said(app, ArticleView.PositionChanged)
        assert told[-1].position == place  # type: ignore[attr-defined]
        assert told[-1].article_id == 11  # type: ignore[attr-defined]
        app.view.show(page(article(id=12)))
        assert app.view.position == ""
        app.view.show(page(article(long_document(600)), position=place))
        assert app.lines()[4].split()[:3] == first


@pytest.mark.parametrize("position", ["", "x", "7", "-1:3", "99999999:5", "1:2:3", "٣:٣"])
async def test_a_position_that_is_none_does_no_harm(position: str) -> None:
    app = Host(page(position=position))
    async with app.run_test(size=WIDE):
        assert find_text(app, "Council approves")


async def test_space_goes_on_to_the_next_unread_at_the_end() -> None:
    app = Host(page(article(long_document(100))))
    async with app.run_test(size=WIDE) as pilot:
        for _ in range(6):
            await pilot.press("space")
        assert len(said(app, ArticleView.NextUnreadRequested)) >= 1
        await pilot.press("backspace")
        assert app.view.line_number < app.view.max_scroll_y
        await pilot.press("g")
        assert app.view.line_number > 0
        await pilot.press("g")
        assert app.view.line_number == 0
        await pilot.press("G")
        assert app.view.line_number == app.view.max_scroll_y


async def test_finding_counts_and_goes_round() -> None:
    blocks = [text(Kind.PARAGRAPH, f"Paragraph {n} " + "and so on " * 30) for n in range(40)]
    blocks[30] = text(Kind.PARAGRAPH, "Here the Harbour\u00a0 line [is] first.")
    blocks[35] = text(Kind.PARAGRAPH, "And the harbour line once more: harbour line.")
    app = Host(page(article(Document(tuple(blocks)))))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("ctrl+f", *"harbour line")
        assert "1 of 3" in app.lines()[-1]
        assert find_text(app, "Here the Harbour")
        await pilot.press("enter", "n")
        assert "2 of 3" in app.lines()[-1]
        assert find_text(app, "once more")
        await pilot.press("N", "N")
        assert "3 of 3" in app.lines()[-1]
        await pilot.press("escape")
        assert "of 3" not in app.lines()[-1]
        await pilot.press("ctrl+f", *"[is]")
        assert "1 of 1" in app.lines()[-1]
        await pilot.press("backspace", *"nt")
        assert "not found" in app.lines()[-1]


async def test_letters_on_links_open_them() -> None:
    app = Host(page())
    async with app.run_test(size=(90, 80)) as pilot:
        await pilot.press("semicolon")
        lines = app.lines()
        assert any("theanew harbour line" in line for line in lines)
        await pilot.press("a")
        await pilot.pause()
        assert said(app, ArticleView.LinkChosen)[-1].url == "https://example.org/line"  # type: ignore[attr-defined]
        assert app.view.labels is None
        await pilot.press("semicolon", "semicolon")
        assert find_text(app, "▌ 1.   new harbour line")
        assert find_text(app, "Picture: A basin")
        await pilot.press("j", "enter")
        await pilot.pause()
        assert said(app, ArticleView.LinkChosen)[-1].url == "https://example.org/basin.jpg"  # type: ignore[attr-defined]
        assert app.view.panel == ""


async def test_the_address_of_a_link_is_shown_under_the_mouse_and_given_to_the_terminal() -> None:
    app = Host(page())
    async with app.run_test(size=WIDE) as pilot:
        at = find_text(app, "new harbour line,")
        await pilot.hover(ArticleView, offset=(at.x + 2, at.y))
        assert "https://example.org/line" in app.lines()[-1]
        strips = app.view.render_lines(app.view.size.region)
        linked = [s.style for strip in strips for s in strip if s.style and s.style.link]
        assert {style.link for style in linked} >= {"https://example.org/line"}
        assert len({(style.link, style.link_id) for style in linked}) == len({style.link for style in linked})


async def test_contents_of_the_headings() -> None:
    app = Host(page())
    async with app.run_test(size=(90, 20)) as pilot:
        await pilot.press("t")
        assert find_text(app, "▌ What was decided")
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert app.view.panel == ""
        assert "What comes next" in " ".join(app.lines())
        app.view.show(page(article(long_document(50), id=3)))
        await pilot.press("t")
        assert "no contents" in app.lines()[-1]


async def test_width_of_the_column_and_length_of_the_summary() -> None:
    app = Host(page(summary=summary()))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("minus", "minus", "plus")
        await pilot.pause()
        assert [m.column for m in said(app, ArticleView.ColumnChanged)] == [68, 64, 68]  # type: ignore[attr-defined]
        app.view.set_mode("summary")
        await pilot.press("plus", "minus")
        await pilot.pause()
        assert [m.delta for m in said(app, ArticleView.SummaryLengthRequested)] == [1, -1]  # type: ignore[attr-defined]
        app.view.set_column(1000)
        assert app.view.column == 100


async def test_long_code_is_moved_sideways_and_coloured() -> None:
    app = Host(page())
    async with app.run_test(size=WIDE) as pilot:
        app.view.go_to(app.view.line_of(14, 0) - 10)
        for _ in range(100):
            await pilot.pause(0.05)
            if app.view._coloured:
                break
        at = find_text(app, "def tide")
        keyword = next(s for s in app.view.render_line(at.y) if s.text == "def")
        assert keyword.style is not None
        assert keyword.style.bold
        assert find_text(app, "›")
        for _ in range(9):
            await pilot.press("greater_than_sign")
        assert find_text(app, "by the mole.")
        assert any(line.strip().startswith("‹") for line in app.lines())


async def test_selected_text_is_copied_as_it_was_written() -> None:
    app = Host(page())
    async with app.run_test(size=WIDE) as pilot:
        start, end = find_text(app, "council of Avalon"), find_text(app, "debate of nine hours")
        await pilot.mouse_down(ArticleView, offset=start)
        await pilot.hover(ArticleView, offset=(end.x + 8, end.y))
        await pilot.mouse_up(ArticleView, offset=(end.x + 8, end.y))
        await pilot.pause()
        copied = app.screen.get_selected_text()
        assert copied == EVERYTHING.blocks[0].text()[4:][: len(copied or "")]
        assert "\n" not in copied
        assert copied.endswith("debate of")
        assert not said(app, ArticleView.LinkChosen)


async def drag(pilot: Pilot[None], start: Offset, end: Offset) -> str:
    """What is copied when the mouse is dragged from one cell to another."""
    await pilot.mouse_down(ArticleView, offset=start)
    await pilot.hover(ArticleView, offset=end)
    await pilot.mouse_up(ArticleView, offset=end)
    await pilot.pause()
    return pilot.app.screen.get_selected_text() or ""


async def test_a_list_code_and_a_summary_are_copied_without_what_was_added() -> None:
    app = Host(page(summary=summary()))
    async with app.run_test(size=(90, 84)) as pilot:
        start, end = find_text(app, "• Two tracks"), find_text(app, "A bridge over")
        assert await drag(pilot, start, Offset(end.x + 7, end.y)) == (
            "• Two tracks from the piers to the market, with room for a third one later.\n• A bridge"
        )
        start, end = find_text(app, "def tide"), find_text(app, "return 1.8")
        copied = await drag(pilot, start, Offset(end.x + 5, end.y))
        assert copied.split("\n") == [*CODE.split("\n")[:3], "    return"]
        app.view.set_mode("summary")
        start, end = find_text(app, "The council of Avalon"), find_text(app, "Twelve members")
        copied = await drag(pilot, start, Offset(end.x + 5, end.y))
        assert copied == EVERYTHING.blocks[0].text() + "\nTwelve"


async def test_a_table_in_the_margin_is_clicked_labelled_and_copied_where_it_is() -> None:
    rows = (row("Port", "What it is for"), row("Avalon Bay " * 3, "x"))
    link = ((Span("Bree"),), (Span("yachts of the "), Span("bay " * 6 + "and far beyond", link=0)))
    table = Block(Kind.TABLE, rows=(*rows, link), header=True)
    app = Host(page(article(Document((table,), links=("https://example.org/bay",)))), column=50)
    async with app.run_test(size=(108, 40)) as pilot:
        at = find_text(app, "bay bay")
        assert find_text(app, "Port").x < app.view._margin
        await pilot.press("semicolon")
        assert "theabay" in app.lines()[at.y]
        await pilot.press("escape")
        copied = await drag(pilot, Offset(at.x - 14, at.y), Offset(at.x - 8, at.y))
        assert copied == "yachts"
        app.screen.clear_selection()
        await pilot.click(ArticleView, offset=Offset(at.x + 1, at.y))
        await pilot.pause()
        assert said(app, ArticleView.LinkChosen)[-1].url == "https://example.org/bay"  # type: ignore[attr-defined]


async def test_the_wheel_scrolls() -> None:
    app = Host(page(article(long_document(300))))
    async with app.run_test(size=WIDE) as pilot:
        await pilot._post_mouse_events([MouseScrollDown], ArticleView, offset=(20, 20))
        await pilot.pause(0.3)
        assert app.view.line_number > 0


async def test_what_looks_like_markup_or_an_escape_is_only_text() -> None:
    bad = "Re: [/foo] [@click=app.quit]x[/] \x1b]0;PWNED\x07\x1b[2J \u202eevil"
    hostile = article(
        Document(
            (Block(Kind.PARAGRAPH, (Span(bad, link=0),)), text(Kind.HEADING, bad), text(Kind.CODE, bad)), links=(bad,)
        ),
        title=bad,
        feed=bad,
        author=bad,
        full_reason=bad,
    )
    app = Host(page(hostile, notice=bad, previous_title=bad, next_title=bad, place=bad, age=bad))
    async with app.run_test(size=WIDE) as pilot:
        assert find_text(app, "Re: [/foo] [@click=app.quit]x[/]")
        for keys in ((), ("semicolon",), ("semicolon",), ("escape",), ("G",)):
            await pilot.press(*keys)
            for strip in app.view.render_lines(app.view.size.region):
                for segment in strip:
                    assert not set(segment.text) & set("\x1b\x07\u202e")
                    assert segment.style is None or not segment.style.link
        assert app.is_running


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (1, 9), (3, 3), (7, 4), (20, 6), (200, 60)])
async def test_any_size_will_do(size: tuple[int, int]) -> None:
    app = Host(page(summary=summary()))
    async with app.run_test(size=size) as pilot:
        for keys in ("j", "G", "semicolon", "escape", "t", "escape", "ctrl+f", "a", "escape"):
            await pilot.press(keys)
        app.view.set_mode("summary")
        await pilot.press("j", "enter")
        await pilot.pause()
        for line in app.lines():
            assert len(line) <= size[0]
    assert app.return_code == 0 or app.return_code is None


async def test_twenty_by_six_is_readable() -> None:
    app = Host(page())
    async with app.run_test(size=(20, 6)) as pilot:
        assert app.lines()[0].startswith("Council approves")
        await pilot.press("pagedown")
        assert find_text(app, "Avalon Bay")


async def test_an_article_without_text_and_none_at_all() -> None:
    app = Host(page(article(Document(status=Status.EMPTY), title="")))
    async with app.run_test(size=WIDE) as pilot:
        assert find_text(app, "(no title)")
        assert find_text(app, "The feed carries no text for this article.")
        await pilot.press("j", "G", "semicolon", "t", "ctrl+f", "a", "escape")
    empty = Host()
    async with empty.run_test(size=WIDE) as pilot:
        await pilot.press("j", "G", "semicolon", "t", "minus", "ctrl+f", "a", "enter", "escape", "enter", "space")
        assert not any(line.strip() for line in empty.lines()[:-1])


async def test_a_very_long_article_is_shown_at_once_and_laid_out_behind() -> None:
    document = long_document(20_000)
    app = Host(page(article(document)))
    async with app.run_test(size=WIDE) as pilot:
        assert find_text(app, "Paragraph 0.")
        await pilot.press("G")
        assert find_text(app, "Next Article")
        await pilot.press("k", "k")
        assert find_text(app, "Paragraph 3999.")
        await pilot.pause(1.0)
        assert app.view._stack.body.complete
        assert find_text(app, "Paragraph 3999.")
        app.view.highlight(*(document.text().index("Paragraph 2000. ") + n for n in (0, 14)))
        assert find_text(app, "Paragraph 2000.")


def test_the_rows_of_the_table_are_actions_of_the_view() -> None:
    for action in ARTICLE_ACTIONS:
        assert callable(getattr(ArticleView, f"action_{action.id}"))
        assert action.place == "article"
    keys = [key for action in ARTICLE_ACTIONS for key in action.keys.split(",")]
    assert len(keys) == len(set(keys))
