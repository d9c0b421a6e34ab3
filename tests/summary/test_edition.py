"""A briefing is capped, an edition fits its minutes."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.domain.editions import Edition, Form, StoryCard
from tui_reader.summary.edition import GLANCE, SHORT, briefing, by_weight, plan, weight

NOW = 1_700_000_000
HOUR = 3600


def card(number: int, **given_: object) -> StoryCard:
    base = StoryCard(
        story=number,
        lead=number,
        title=f"Headline number {number} of today",
        newest=NOW - HOUR,
        sources=("Coast Daily",),
        section="News",
        words=300,
        summary_words=60,
        full=True,
    )
    return replace(base, **given_)  # type: ignore[arg-type]


cards = st.builds(
    StoryCard,
    story=st.integers(1, 10**6),
    lead=st.integers(1, 10**6),
    title=st.text(max_size=80),
    newest=st.integers(NOW - 100 * HOUR, NOW + HOUR),
    sources=st.lists(st.sampled_from(["A", "B", "C", "D"]), unique=True).map(tuple),
    section=st.sampled_from(["", "News", "Sport"]),
    opened=st.floats(0, 1),
    words=st.integers(0, 6000),
    summary_words=st.integers(0, 200),
    full=st.booleans(),
)
many = st.lists(cards, max_size=30, unique_by=lambda card: card.story)


def test_weight_grows_with_sources_and_interest_and_fades() -> None:
    usual = card(1)
    assert weight(replace(usual, sources=("A", "B", "C")), NOW) > weight(usual, NOW)
    assert weight(replace(usual, opened=0.9), NOW) > weight(usual, NOW) > weight(replace(usual, opened=0.0), NOW) > 0
    assert weight(replace(usual, newest=NOW - 30 * HOUR), NOW) < weight(usual, NOW)


def test_a_briefing_has_what_is_new_by_section() -> None:
    stories = [
        card(1, newest=NOW - 20 * HOUR),
        card(2, section="Sport", sources=("A", "B", "C", "D")),
        card(3),
        card(4, sources=("A", "B")),
    ]
    found = briefing(stories, since=NOW - 10 * HOUR, now=NOW)
    assert [(section.name, [story.story for story in section.stories]) for section in found.sections] == [
        ("Sport", [2]),
        ("News", [4, 3]),
    ]
    assert found.left_out == 0


def test_a_briefing_is_capped() -> None:
    stories = [card(number, section="News" if number < 40 else "Sport") for number in range(1, 60)]
    found = briefing(stories, since=0, now=NOW, most=15, in_section=10)
    assert [len(section.stories) for section in found.sections] == [10, 5]
    assert found.left_out == 44
    assert briefing([], since=0, now=NOW).sections == ()


def test_five_minutes_hold_texts_summaries_and_headlines() -> None:
    edition = plan([card(number) for number in range(1, 61)], 5)
    forms = [piece.form for piece in edition.pieces]
    assert forms[0] is Form.FULL
    assert {Form.FULL, Form.SUMMARY, Form.HEADLINE} == set(forms)
    assert forms == sorted(forms, key=[Form.FULL, Form.SUMMARY, Form.HEADLINE].index)
    assert 0.7 * 5 * 230 < edition.words <= 5 * 230
    assert edition.seconds <= 300
    assert edition.left_out == 60 - len(edition.pieces)


def test_long_texts_are_summarised_and_short_ones_shown_whole() -> None:
    edition = plan([card(1, words=SHORT + 1), card(2, words=40, summary_words=0), card(3), card(4), card(5)], 3)
    assert edition.pieces[0].form is Form.SUMMARY
    assert edition.pieces[1].form is Form.FULL


def test_a_long_text_comes_when_there_is_time() -> None:
    assert plan([card(1, words=2000)], 10).pieces[0].form is Form.FULL
    assert plan([card(1, words=2000)], 5).pieces[0].form is Form.SUMMARY


def test_a_teaser_is_never_a_text() -> None:
    edition = plan([card(1, full=False, words=50, summary_words=50)], 60)
    assert [(piece.form, piece.words) for piece in edition.pieces] == [(Form.SUMMARY, 50 + 5 + GLANCE)]


def test_no_time_no_edition() -> None:
    assert plan([card(1)], 0).pieces == ()
    assert plan([card(1)], 5, 0).pieces == ()
    assert plan([], 5) == Edition((), 0, 230, 0)


def test_slow_readers_get_less() -> None:
    stories = [card(number) for number in range(40)]
    assert plan(stories, 5, 120).words < plan(stories, 5, 300).words


@given(many, st.floats(0, 90), st.floats(50, 600))
def test_never_over_budget_beyond_one_headline(stories: list[StoryCard], minutes: float, speed: float) -> None:
    edition = plan(stories, minutes, speed)
    assert edition.words == sum(piece.words for piece in edition.pieces)
    assert len(edition.pieces) + edition.left_out == len(stories)
    if edition.words > minutes * speed:
        assert [piece.form for piece in edition.pieces] == [Form.HEADLINE]
    assert bool(edition.pieces) == bool(stories and minutes > 0)


@given(many, st.floats(0.1, 60), st.floats(0, 60))
def test_more_minutes_take_nothing_away(stories: list[StoryCard], minutes: float, more: float) -> None:
    order = [Form.HEADLINE, Form.SUMMARY, Form.FULL]
    less = {piece.story.story: order.index(piece.form) for piece in plan(stories, minutes).pieces}
    later = {piece.story.story: order.index(piece.form) for piece in plan(stories, minutes + more).pieces}
    assert all(later.get(story, -1) >= form for story, form in less.items())


@given(many, st.floats(0, 60), st.randoms())
def test_the_order_of_the_input_does_not_matter(stories: list[StoryCard], minutes: float, chance: object) -> None:
    shuffled = list(stories)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert plan(shuffled, minutes, now=NOW) == plan(stories, minutes, now=NOW) == plan(by_weight(stories, NOW), minutes)
    assert briefing(shuffled, since=NOW - 50 * HOUR, now=NOW) == briefing(stories, since=NOW - 50 * HOUR, now=NOW)


@given(many, st.integers(0, 12), st.integers(1, 5))
def test_a_briefing_never_passes_its_caps(stories: list[StoryCard], most: int, in_section: int) -> None:
    found = briefing(stories, since=NOW - 50 * HOUR, now=NOW, most=most, in_section=in_section)
    assert len(found.stories) <= most
    assert all(1 <= len(section.stories) <= in_section for section in found.sections)
    assert all(story.newest > NOW - 50 * HOUR for story in found.stories)


# ---- what a person would say ----


def sources(count: int) -> tuple[str, ...]:
    return tuple(f"Paper {number}" for number in range(count))


def first_of(*stories: StoryCard) -> int:
    return by_weight(stories, NOW)[0].story


def test_what_six_papers_tell_comes_before_what_two_tell() -> None:
    assert first_of(card(1, sources=sources(2)), card(2, sources=sources(6))) == 2
    assert first_of(card(1, sources=sources(2)), card(2, sources=sources(6), newest=NOW - 6 * HOUR)) == 2


def test_a_feed_that_is_always_read_comes_before_one_that_never_is() -> None:
    assert first_of(card(1, opened=0.0), card(2, opened=1.0)) == 2
    assert first_of(card(1, opened=0.0, sources=sources(4)), card(2, opened=1.0)) == 2
    assert first_of(card(1, opened=0.0), card(2, opened=1.0, newest=NOW - 20 * HOUR)) == 2


def test_what_everybody_tells_is_seen_even_by_those_who_do_not_open_it() -> None:
    """Thirty papers that the user skips outweigh one that is opened half of the time."""
    assert first_of(card(1, opened=0.05, sources=sources(30)), card(2, opened=0.3)) == 1


def test_of_two_equal_stories_the_newer_one_comes_first() -> None:
    assert first_of(card(1, newest=NOW - 9 * HOUR), card(2, newest=NOW - 2 * HOUR)) == 2
    assert first_of(card(1, newest=NOW - 2 * HOUR), card(2, newest=NOW - 2 * HOUR - 1)) == 1


def test_yesterdays_great_event_is_behind_todays_but_before_todays_small_ones() -> None:
    yesterday, today = card(1, sources=sources(12), newest=NOW - 24 * HOUR), card(2, sources=sources(12))
    small = [card(number) for number in range(3, 9)]
    assert [story.story for story in by_weight([*small, yesterday, today], NOW)][:2] == [2, 1]


def test_a_date_in_the_future_is_no_advantage() -> None:
    assert weight(card(1, newest=NOW + 48 * HOUR), NOW) == weight(card(1, newest=NOW), NOW)


def test_a_long_important_read_becomes_a_summary_and_is_not_left_out() -> None:
    long = card(1, words=9000, sources=sources(9))
    edition = plan([long, *(card(number) for number in range(2, 40))], 5, now=NOW)
    assert edition.pieces[0].story.story == 1
    assert edition.pieces[0].form is Form.SUMMARY


def test_five_minutes_begin_with_what_matters_and_end_with_headlines() -> None:
    """A morning: one great event, one read from the favourite feed, and what else came."""
    great = card(1, sources=sources(8), words=900)
    favourite = card(2, opened=1.0, words=300)
    rest = [card(number, opened=0.2, words=500) for number in range(3, 60)]
    edition = plan([*rest, favourite, great], 5, now=NOW)
    shown = {piece.story.story: piece.form for piece in edition.pieces}
    assert [piece.story.story for piece in edition.pieces][:2] == [1, 2]
    assert shown[1] is not Form.HEADLINE
    assert shown[2] is not Form.HEADLINE
    assert edition.pieces[-1].form is Form.HEADLINE
    assert len(edition.pieces) >= 12


@given(many, st.floats(1, 60), st.floats(80, 500))
def test_minutes_are_never_overrun_by_half_a_minute(stories: list[StoryCard], minutes: float, speed: float) -> None:
    edition = plan(stories, minutes, speed)
    assert edition.seconds <= minutes * 60 + 30


@given(st.integers(2, 40), st.floats(3, 30))
def test_what_is_left_of_the_minutes_is_less_than_the_next_text(count: int, minutes: float) -> None:
    stories = [card(number, words=300) for number in range(count)]
    edition = plan(stories, minutes)
    longest = max(piece.words for piece in plan(stories, 10_000).pieces)
    whole = all(piece.form is Form.FULL for piece in edition.pieces) and not edition.left_out
    assert whole or edition.words > minutes * 230 - longest


def test_a_briefing_shows_each_section_with_its_weightiest_story_first() -> None:
    stories = [
        card(1, section="Sport", sources=sources(2)),
        card(2, section="News", sources=sources(6)),
        card(3, section="News", sources=sources(9)),
        card(4, section="Sport", sources=sources(3)),
    ]
    found = briefing(stories, since=NOW - 10 * HOUR, now=NOW)
    assert [[story.story for story in section.stories] for section in found.sections] == [[3, 2], [4, 1]]
