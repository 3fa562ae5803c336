"""The preview's parts within a page, and the page's policy that lets them in."""

from __future__ import annotations

import pytest

from briefing.serve.inject import inject, widen

PAGE = b"<!doctype html><html><head><title>T</title></head><body class='a'><p>x</p></body></html>"


def test_parts_stand_at_both_ends_of_the_body() -> None:
    assert inject(PAGE, top="<i>", end="<b>") == (
        b"<!doctype html><html><head><title>T</title></head>"
        b"<body class='a'><i><p>x</p><b></body></html>"
    )


def test_a_page_with_a_main_part_takes_the_first_before_it() -> None:
    page = b"<body><a href='#m'>skip</a><main id='m'>x</main></body>"
    assert inject(page, top="<i>", end="<b>") == (
        b"<body><a href='#m'>skip</a><i><main id='m'>x</main><b></body>"
    )


def test_the_last_end_of_a_body_counts() -> None:
    page = b"<body><pre>&lt;/body></pre><!-- </body> --></BODY >"
    assert (
        inject(page, top="", end="<b>") == b"<body><pre>&lt;/body></pre><!-- </body> --><b></BODY >"
    )


def test_a_page_without_a_body_keeps_its_doctype_first() -> None:
    assert inject(b"<!doctype html><p>x", top="<i>", end="<b>") == b"<!doctype html><p>x<i><b>"


def test_a_page_without_ends_is_added_to() -> None:
    assert inject(b"<body><p>x", top="<i>", end="<b>") == b"<body><i><p>x<b>"


@pytest.mark.parametrize(
    ("policy", "widened"),
    [
        (
            "default-src 'none'; img-src 'self' data:",
            (
                "default-src 'none'; img-src 'self' data:; connect-src 'self'; script-src 'self'; "
                "style-src 'self'"
            ),
        ),
        (
            "default-src 'self'; style-src 'sha256-abc='; script-src 'none'",
            (
                "default-src 'self'; style-src 'sha256-abc=' 'self'; script-src 'self'; "
                "connect-src 'self'"
            ),
        ),
        ("script-src-elem 'none'", "script-src-elem 'self'"),
        ("img-src 'self'", "img-src 'self'"),
        ("Script-Src 'none'; script-src https:", "script-src 'self'"),
        (" ;; ", ""),
        ("upgrade-insecure-requests", "upgrade-insecure-requests"),
    ],
)
def test_a_policy_takes_the_own_origin_and_nothing_more(policy: str, widened: str) -> None:
    assert widen(policy) == widened
    assert widen(widened) == widened


@pytest.mark.parametrize(
    "meta",
    [
        b'<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">',
        b"<META content='script-src &#39;none&#39;' HTTP-EQUIV=content-security-policy>",
    ],
)
def test_the_policy_of_a_page_is_widened_where_it_stands(meta: bytes) -> None:
    page = inject(b"<head>" + meta + b"</head><body></body>", top="", end="")
    assert b"script-src &#x27;self&#x27;" in page
    assert b"none" not in page


def test_words_in_the_body_are_no_policy() -> None:
    page = b"<body><meta http-equiv=content-security-policy content='script-src x'></body>"
    assert inject(page, top="", end="") == page
