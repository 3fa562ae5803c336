"""Every kind of page that the site has, a row each.

A kind is a module of `view.pages`: what stands on the page, its addresses, its title and its maker,
and the name of its template. The order here is that of the navigation.
"""

from briefing.view.pages import (
    changes,
    claim,
    claims_index,
    front,
    method,
    moved,
    not_found,
    publisher,
    publishers_index,
    search,
    source,
    sources_index,
    timeline,
    topic,
)

KINDS = (
    front.KIND,
    topic.KIND,
    claims_index.KIND,
    claim.KIND,
    moved.KIND,
    timeline.KIND,
    sources_index.KIND,
    source.KIND,
    publishers_index.KIND,
    publisher.KIND,
    method.KIND,
    changes.KIND,
    search.KIND,
    not_found.KIND,
)
