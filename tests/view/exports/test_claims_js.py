"""`data/claims.js`: there where the list is long, whole, and nothing but one value whatever claims say."""

from __future__ import annotations

import json
import re

from briefing.model.judged import Reason
from briefing.model.verdict import Verdict
from briefing.view.exports import claims_js
from tests.view.briefings import built, example, judged, judgement
from tests.view.exports.conftest import site_of
from tests.view.test_site import large


def value(text: str) -> dict[str, object]:
    found = re.fullmatch(r"globalThis\.CLAIMS = (\{.*\});\n", text, re.DOTALL)
    assert found
    read = json.loads(found[1])
    assert isinstance(read, dict)
    return read


def test_a_list_of_one_page_needs_no_rows() -> None:
    assert claims_js.CLAIMS not in site_of(example()).paths
    assert claims_js.CLAIMS not in built(large(200)).site.paths
    assert claims_js.CLAIMS in built(large(201)).site.paths


def test_there_is_a_row_for_each_claim_with_what_it_is_filtered_by() -> None:
    site = built(large(250)).site
    read = value(claims_js.claims(site).decode("ascii"))
    held = read["rows"]
    assert isinstance(held, list)
    assert [row[0] for row in held] == list(site.claims)
    assert held[7] == [
        *("claim-7", "key", "capex", "unsupported", "statement", "long", 0),
        *("Statement 7.", "one article", "", "", site.claims["claim-7"].sentence),
    ]
    assert read["topics"] == {"capex": "Capex"}
    assert read["sources"] == []


def test_what_claims_say_cannot_end_the_script_or_its_strings() -> None:
    hostile = "</script><script>alert(1)</script> \u2028 \u2029 ` ${1} \\u0022 \" ' é =1+1 ]};"
    claims = [
        judgement(f"c{n}", hostile, Verdict.UNSUPPORTED, Reason.NO_EVIDENCE) for n in range(201)
    ]
    text = claims_js.claims(built(judged(judgements=claims)).site).decode("ascii")
    assert "<" not in text
    held = value(text)["rows"]
    assert isinstance(held, list)
    assert {row[7] for row in held} == {hostile}
