"""Posts without a title: named by their first words as soon as they have come."""

from tests.refresh.conftest import Morning, follow
from tests.server import Server
from tui_reader.domain.models import Scope

FEED = """<rss version="2.0"><channel><title>Posts</title>
<item><guid isPermaLink="false">1</guid><description>{}</description></item>
<item><guid isPermaLink="false">2</guid><description></description></item>
</channel></rss>"""
POST = "&lt;style&gt;p {}&lt;/style&gt;&lt;p&gt;The &lt;b&gt;ferry&lt;/b&gt; is late again.&lt;p&gt;Nobody knows."


def test_posts_are_called_by_their_first_words(morning: Morning, server: Server) -> None:
    server.add("/posts.xml", body=FEED.format(POST).encode(), type="application/rss+xml")
    follow(morning.library, server, "/posts.xml")
    morning.refresh()
    assert sorted(morning.titles()) == ["", "The ferry is late again."]
    assert morning.reports[-1].new_ids
    (first,) = (id_ for id_ in morning.library.rows(Scope()).ids if morning.library.heads([id_])[0].title)
    article = morning.library.article(first)
    assert article
    assert article.document.text() == "The ferry is late again.\n\nNobody knows."
    server.add("/posts.xml", body=FEED.format("Now it is gone.").encode(), type="application/rss+xml")
    morning.later(hours=2)
    morning.refresh()
    assert sorted(morning.titles()) == ["", "Now it is gone."]
    assert len(morning.library.search("gone")) == 1
