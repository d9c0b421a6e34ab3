"""A story that has got further, as the article pane is given it."""

from tui_reader.domain.stories import Adds, Said, StoryNews
from tui_reader.ui.widgets.article_story import StoryBlock

OWN = "Ten members voted for the plan and nine against it."
FIRST = "A court stopped the work on Thursday until the fate of a colony of terns is clear."
SECOND = "The judges want an expert to count the nests by the end of March."
THIRD = "Mayor Ida Holm had threatened to resign if the councillors rejected the line, two of them said."

BLOCK = StoryBlock(
    StoryNews(
        article_id=11,
        since=5,
        fresh=2,
        news=(
            Adds(11, "Small Wire", 9, (Said(11, OWN, 0, 9),)),
            Adds(12, "Example News", 9, (Said(12, FIRST, 0, 9), Said(12, SECOND, 10, 18)), ("Agency", "Evening Post")),
        ),
        others=(Adds(13, "Coast Daily", 9, (Said(13, THIRD, 3, 30),)),),
        same=("Morning Post",),
        nothing=("The Ledger", "Example Science"),
        more=27,
    ),
    "Tuesday",
    {11: "this article", 12: "2 h ago", 13: "3 h ago"},
    "x",
)
