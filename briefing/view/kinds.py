"""Every kind of page that the site has, a row each.

A kind is a module of `view.pages`: what is on the page, its addresses, its title and its maker,
the name of its template, and what a search finds there. Entries of the navigation appear in this
order, and of equally good results of a search those of the first kind come first.
"""

from briefing.view.pages import (
    brief,
    changes,
    chart_files,
    claim,
    claims_index,
    disputed,
    embedded_card,
    front,
    key_claims,
    method,
    moved,
    not_found,
    pair,
    publisher,
    publishers_index,
    search,
    since,
    source,
    sources_index,
    timeline,
    topic,
)

KINDS = (
    claims_index.KIND,
    key_claims.KIND,
    disputed.KIND,
    claim.KIND,
    moved.KIND,
    embedded_card.KIND,
    chart_files.DRAWING,
    chart_files.TABLE,
    timeline.KIND,
    sources_index.KIND,
    source.KIND,
    pair.KIND,
    front.KIND,
    brief.KIND,
    topic.KIND,
    publishers_index.KIND,
    publisher.KIND,
    method.KIND,
    changes.KIND,
    since.KIND,
    search.KIND,
    not_found.KIND,
)
