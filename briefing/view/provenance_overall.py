"""Draw whose word the whole briefing rests on: articles, the voices they are, whom these relay.

A claim's own drawing is a table, as few voices relay the same few origins. Here each voice may relay
many, and lines cross. So three columns stand side by side, each with its nodes at equal distances:
where a node is does not depend on the reader's font, and strands of a drawing between the columns
lead from one to the other. A strand is the wider the more claims it stands for.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.judged import Stance
from briefing.values import dataclass
from briefing.view import words
from briefing.view.provenance import JOINED, article_name, reprint_note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.view.site import Site

MOST_ARTICLES = 16
"""More are not drawn one by one: then the articles of a voice share a node."""
MOST_NODES = 12
"""More voices or origins are not told apart: those on fewest claims share a node."""
_ROW = 40
"""How high a node is at least, in units of the drawing, which are at least pixels."""
_THINNEST, _WIDEST = 2, 9
_OTHERS = "\0others"
"""The key of a node that others share; no id or name is like it."""
_ITSELF = "\0itself"
_NOBODY = "\0nobody"
_LAST = ("", _OTHERS, _ITSELF, _NOBODY)
"""What stands for several comes last, in this order."""
_SIDES = (Stance.SUPPORTS, Stance.DISPUTES)
_Counts = tuple[tuple[str, int], ...]
_Side = tuple[Stance, str]
"""A stance, and the claim on which it is taken."""


@dataclass(frozen=True, slots=True)
class OverallNode:
    """An article, a voice or an origin."""

    name: str
    href: str | None
    """Of an article."""
    note: str | None
    """What joins its articles, what it reprints, who relays it."""
    counts: tuple[tuple[str, int], ...]
    """How many claims it supports and how many it disputes, without zeros."""
    joined: int
    """How many articles or voices run together in it; 0 for an article, and no one origin is named."""


@dataclass(frozen=True, slots=True)
class Strand:
    """A line from one column to the next, in a drawing 100 wide; `width` is in pixels."""

    stance: str
    path: str
    width: int


@dataclass(frozen=True, slots=True)
class OverallVoice:
    """A voice in words: its articles, whom it relays, and on how many claims."""

    node: OverallNode
    articles: tuple[OverallNode, ...]
    origins: tuple[OverallNode, ...]


@dataclass(frozen=True, slots=True)
class OverallProvenance:
    """The articles that count for or against any claim, their voices, and whom these relay."""

    heads: tuple[str, str, str]
    """How many articles, voices and origins."""
    columns: tuple[tuple[OverallNode, ...], ...]
    strands: tuple[tuple[Strand, ...], ...]
    """Between the first two columns, and between the last two."""
    height: int
    voices: tuple[OverallVoice, ...]
    """The same as a list."""
    is_summed: bool
    """Whether some share nodes, as there are too many."""


class _Said(NamedTuple):
    """That an article, and so its voice, counts for a claim or against it in somebody's name."""

    nodes: tuple[str, str, str]
    """The article, the voice, and in whose name."""
    side: _Side


def overall_provenance(site: Site) -> OverallProvenance | None:
    """Draw the provenance of a whole briefing; None unless two articles count."""
    said = list(dict.fromkeys(_all_said(site)))
    totals = [
        len({article for (article, _, _), _ in said}),
        len({voice for (_, voice, _), _ in said}),
        # A voice that speaks for itself is an origin of its own.
        len({voice if origin == _ITSELF else origin for (_, voice, origin), _ in said} - {_NOBODY}),
    ]
    if totals[0] < 2:
        return None
    drawing = _Drawing(site, said, totals)
    return OverallProvenance(
        heads=(
            words.articles_counted(totals[0], site.say),
            words.voices_counted(totals[1], site.say),
            site.say.counted("%(count)s origin", "%(count)s origins", totals[2]),
        ),
        columns=drawing.columns(),
        strands=drawing.strands(),
        height=drawing.height,
        voices=tuple(drawing.voices()),
        is_summed=drawing.is_summed,
    )


def _all_said(site: Site) -> Iterator[_Said]:
    for id_, judgement in site.judged.judgements.items():
        for item in judgement.items:
            if item.counted and item.stance in _SIDES:
                origin = _ITSELF if item.origin == item.voice else item.origin or _NOBODY
                nodes = item.written.source, item.voice, origin
                yield _Said(nodes, (item.stance, id_))


def _kept(keys: Iterable[str]) -> Mapping[str, str]:
    """Give each key the node that it has: its own, or the one that those of fewest claims share."""
    counts = Counter(keys)
    ordered = [key for key, _ in counts.most_common() if key not in _LAST]
    own = len(ordered) if len(ordered) <= MOST_NODES else MOST_NODES - 1
    kept = {key: key if place < own else _OTHERS for place, key in enumerate(ordered)}
    return kept | {key: key for key in _LAST if key in counts}


class _Drawing:
    """The nodes of the three columns in their order, and what leads from one to the next."""

    def __init__(self, site: Site, said: Sequence[_Said], totals: Sequence[int]) -> None:
        self._site = site
        voices = _kept(voice for (_, voice, _), _ in said)
        origins = _kept(origin for (_, _, origin), _ in said)
        self._each = totals[0] <= MOST_ARTICLES
        self.is_summed = not self._each or _OTHERS in (*voices.values(), *origins.values())
        self._voices_of = _held((origins[origin], voice) for (_, voice, origin), _ in said)
        self._articles_of = _held((voices[voice], article) for (article, voice, _), _ in said)
        self._origins = origins
        folded = (
            _Said((article if self._each else voices[voice], voices[voice], origins[origin]), side)
            for (article, voice, origin), side in said
        )
        self._said = tuple(dict.fromkeys(folded))
        self._keys = self._ordered()
        self.height = _ROW * max(map(len, self._keys))

    def _ordered(self) -> tuple[Sequence[str], ...]:
        """Put articles beside their voices, and origins near those that relay them most."""
        weights = Counter(voice for (_, voice, _), _ in self._said)
        voices = sorted(weights, key=lambda one: (_rank(one), -weights[one]))
        places = {voice: place for place, voice in enumerate(voices)}
        home = {article: places[voice] for (article, voice, _), _ in self._said}
        counts = Counter(origin for (_, _, origin), _ in self._said)
        sums = dict.fromkeys(counts, 0)
        for (_, voice, origin), _ in self._said:
            sums[origin] += places[voice]
        origins = sorted(counts, key=lambda one: (_rank(one), sums[one] / counts[one]))
        return sorted(home, key=home.__getitem__), voices, origins

    def columns(self) -> tuple[tuple[OverallNode, ...], ...]:
        """Give the nodes from the top, column by column."""
        makers = (self._article, self._voice, self._origin)
        return tuple(
            tuple(make(key, _counted(held)) for key, held in column)
            for make, column in zip(makers, map(self._grouped, range(3)), strict=True)
        )

    def _grouped(self, column: int) -> Iterator[tuple[str, Sequence[_Said]]]:
        """Yield each key of a column with all that runs through its node."""
        held = _by_key(self._said, column)
        yield from ((key, held[key]) for key in self._keys[column])

    def strands(self) -> tuple[tuple[Strand, ...], ...]:
        """Give what leads from the first column to the second, and from there to the third."""
        tied = [
            Counter(
                (left, right, side[0])
                for left, right, side in dict.fromkeys(
                    (nodes[at], nodes[at + 1], side) for nodes, side in self._said
                )
            )
            for at in (0, 1)
        ]
        most = max(max(one.values()) for one in tied)
        return tuple(tuple(self._strands(at, counts, most)) for at, counts in enumerate(tied))

    def _strands(
        self, at: int, counts: Mapping[tuple[str, str, Stance], int], most: int
    ) -> Iterator[Strand]:
        """Draw each as a curve; where two join the same nodes, they keep clear of each other."""
        before, after = self._places(at), self._places(at + 1)
        for (left, right, stance), count in counts.items():
            width = max(_THINNEST, _WIDEST * count // most)
            aside = 0
            other = counts.get((left, right, _SIDES[stance is Stance.SUPPORTS]))
            if other:
                aside = (width // 2 + 2) * (-1 if stance is Stance.SUPPORTS else 1)
            start, end = before[left] + aside, after[right] + aside
            path = f"M0 {start}C50 {start} 50 {end} 100 {end}"
            yield Strand(stance.value, path, width)

    def _places(self, column: int) -> Mapping[str, int]:
        """Give the middle of each node from the top."""
        keys = self._keys[column]
        return {key: (2 * n + 1) * self.height // (2 * len(keys)) for n, key in enumerate(keys)}

    def voices(self) -> Iterator[OverallVoice]:
        """Yield the voices in the order of the drawing, with what each is tied to."""
        for key, held in self._grouped(1):
            yield OverallVoice(
                self._voice(key, _counted(held)),
                tuple(self._tied(held, 0)),
                tuple(self._tied(held, 2)),
            )

    def _tied(self, held: Sequence[_Said], column: int) -> Iterator[OverallNode]:
        make = self._article if column == 0 else self._origin
        tied = _by_key(held, column)
        yield from (make(key, _counted(tied[key])) for key in self._keys[column] if key in tied)

    def _article(self, key: str, counts: _Counts) -> OverallNode:
        site = self._site
        if not self._each:
            name = words.articles_counted(len(self._articles_of[key]), site.say)
            return OverallNode(words.sentence_case(name), None, None, counts, 0)
        note = reprint_note(site, key)
        return OverallNode(article_name(site, key), site.sources[key].href, note, counts, 0)

    def _voice(self, key: str, counts: _Counts) -> OverallNode:
        site, joined = self._site, len(self._articles_of[key])
        if key == _OTHERS:
            many = len({site.judged.voice_of[one] for one in self._articles_of[key]})
            name = site.say.counted("%(count)s other voice", "%(count)s other voices", many)
            return OverallNode(words.sentence_case(name), None, None, counts, joined)
        note = site.say(JOINED[site.judged.voices[key].kind]) if joined > 1 else None
        name = words.sentence_case(site.voice_name(key))
        return OverallNode(name, None, note, counts, joined)

    def _origin(self, key: str, counts: _Counts) -> OverallNode:
        say, joined = self._site.say, len(self._voices_of[key])
        if key == _NOBODY:
            return OverallNode(say("Nobody named"), None, say("adds no origin"), counts, 0)
        if key == _ITSELF:
            note = say.counted("%(count)s voice", "%(count)s voices", joined)
            return OverallNode(say("The publishers themselves"), None, note, counts, 0)
        note = say.counted("relayed by %(count)s voice", "relayed by %(count)s voices", joined)
        if key == _OTHERS:
            many = sum(node == _OTHERS for node in self._origins.values())
            name = say.counted("%(count)s other origin", "%(count)s other origins", many)
            return OverallNode(words.sentence_case(name), None, None, counts, joined)
        return OverallNode(words.sentence_case(key), None, note, counts, joined)


def _rank(key: str) -> int:
    return _LAST.index(key) if key in _LAST else 0


def _held(pairs: Iterable[tuple[str, str]]) -> Mapping[str, set[str]]:
    held: dict[str, set[str]] = {}
    for key, one in pairs:
        held.setdefault(key, set()).add(one)
    return held


def _by_key(said: Iterable[_Said], column: int) -> Mapping[str, Sequence[_Said]]:
    held: dict[str, list[_Said]] = {}
    for one in said:
        held.setdefault(one.nodes[column], []).append(one)
    return held


def _counted(said: Iterable[_Said]) -> _Counts:
    """Count the claims supported and those disputed."""
    counts = Counter(stance for stance, _ in {one.side for one in said})
    return tuple((side.value, counts[side]) for side in _SIDES if counts[side])
