"""List the words around a number that give it a direction: up or down, earned or lost."""

from __future__ import annotations

from typing import Final

from briefing.model.figures import Sign


def _every_form(*rows: str) -> frozenset[str]:
    return frozenset(word for row in rows for word in row.split())


DOWN_NOUNS: Final = _every_form(
    "drop decline fall decrease cut reduction slump plunge dip slide contraction tumble slowdown",
    "shrinkage downturn markdown drops declines falls decreases cuts reductions collapse crash",
    "selloff sell-off pullback retreat rout swoon downtick devaluation depreciation deterioration",
    "erosion slides slumps contractions",
)
UP_NOUNS: Final = _every_form(
    "rise increase growth jump surge gain climb rally boost expansion uptick upswing hike spike",
    "leap advance improvement rises increases jumps gains upside rebound appreciation hikes",
)
CHANGES: Final = UP_NOUNS | DOWN_NOUNS
DOWN_VERBS: Final = DOWN_NOUNS | _every_form(
    "fell falling fallen dropped dropping declined declining decreased decreasing slid slides",
    "sliding slipped slips slipping sank sinks sinking plunged plunges plunging tumbled tumbles",
    "tumbling shed shedding shrank shrunk shrinks shrinking contracted contracts contracting",
    "cutting slashed slashes slash slashing reduced reduces reduce reducing lowered lowers lower",
    "lowering down slumped slumps slumping crashed crashes crashing dipped dips dipping eased",
    "eases plummeted plummets plummeting retreated retreats lost loses losing weakened trimmed",
    "trims trimming nosedived slowed slows narrowed narrows narrowing sagged dived dove",
    "minus negative off tanked tanks tanking cratered craters cratering collapsed collapses",
    "collapsing skidded skids skidding depreciated depreciates depreciating devalued devalues",
    "devaluing softened softens softening cooled cools cooling moderated moderates moderating",
    "deteriorated deteriorates deteriorating eroded erodes eroding pared pares paring diminished",
    "diminishes dwindled dwindles dwindling ebbed ebbs receded recedes receding withered swooned",
    "stumbled stumbles stumbling toppled topples subsided subsides nose-dived crumbled crumbles",
    "crumbling imploded backslid shaved shaves slackened abated wilted drooped sunk weakens",
    "weakening sags sagging easing slowing slow shrink sink plummet trim weaker softer retreating",
    "curtailed curtails axed axes chopped chops pruned clipped haemorrhaged hemorrhaged",
)
UP_VERBS: Final = UP_NOUNS | _every_form(
    "rose risen rising grew grows grow grown growing increased increasing jumped jumping surged",
    "surges surging gained gaining climbed climbs climbing soared soars soaring rallied rallies",
    "rallying expanded expands expand expanding advanced advances added adds adding up higher",
    "improved improves raised raises raising lifted boosted accelerated spiked leapt leaped plus",
    "skyrocketed rocketed swelled widened widens widening positive lift lifts lifting boosts",
    "boosting hiked hiking upped ups raise improve improving accelerates accelerating spikes",
    "rebounded rebounds rebounding recovered recovers recovering appreciated appreciates",
    "appreciating strengthened strengthens strengthening firmed firms firming ballooned balloons",
    "ballooning mushroomed bounced bounces bouncing vaulted vaults zoomed zooms popped pops",
    "exploded explodes roared roars snowballed heightened inflated skyrockets swells swelling",
    "quickened deepened stronger firmer",
)
DOWN_AFTER: Final = DOWN_NOUNS | _every_form(
    "lower less fewer down loss losses cheaper below negative weaker softer slower shortfall off",
)
UP_AFTER: Final = UP_NOUNS | _every_form("higher more up above faster stronger firmer")

SIGN_BEFORE: Final = {
    **dict.fromkeys(UP_VERBS, Sign.PLUS),
    **dict.fromkeys(DOWN_VERBS, Sign.MINUS),
}
"""What gives a number after it a direction, by standing close to it."""
MOVING: Final = frozenset({*SIGN_BEFORE, "back"})
SIGN_AFTER: Final = {**dict.fromkeys(UP_AFTER, Sign.PLUS), **dict.fromkeys(DOWN_AFTER, Sign.MINUS)}

PARTICLES: Final = {
    "up": {
        **dict.fromkeys(_every_form("gave give gives giving given"), Sign.MINUS),
        **dict.fromkeys(
            _every_form(
                "make makes made making set sets take takes took taken put puts use uses used buy",
                "buys bought snapped eat eats ate open opens opened free freed gobbled coughed",
            ),
            Sign.UNSAID,
        ),
    },
    "down": dict.fromkeys(
        _every_form("put puts laid lays pay pays paid paying turned wrote written"), Sign.UNSAID
    ),
    "back": dict.fromkeys(_every_form("gave give gives giving given"), Sign.MINUS),
    "off": dict.fromkeys(
        _every_form(
            "was were is are be been closed closes ended ends finished traded trades trading",
            "sold shaved wiped knocked down",
        ),
        Sign.MINUS,
    ),
}
"""What a particle gives after a verb: shares gave up 5%, and women make up 5% of the staff."""

SUBJECTS: Final = CHANGES - _every_form("boost") | _every_form(
    "falling rising growing lower higher declining shrinking slowing weaker stronger softer firmer",
    "dropping slipping sliding sinking plunging tumbling soaring surging climbing slow easing",
    "softening cooling dwindling strengthening weakening widening narrowing improving",
)
"""Words of direction that may belong to the subject: they count right before the number alone."""
CUTTING: Final = _every_form("cut cuts hike hikes")
"""Nouns that are verbs with an object as often: "cuts prices 97%"."""
FINITE: Final = _every_form(
    "fell rose slid sank shrank grew climbed slipped dropped declined jumped surged plunged tumbled",
    "slumped dipped soared rallied plummeted",
)
"""Verbs that stand in no subject: what stands between them and the number cannot be the verb."""

VERBS: Final = _every_form(
    "led leads left leave leaves made make makes took take takes gave gives sent brought bring",
    "brings meant mean means won wins paid pays sold sells spent spends kept keeps hit hits help",
    "helps save saves let lets cost caused causes put puts offset offsets drove drives became come",
    "comes saw sees",
)
"""Verbs that part a subject from a number, beside those that end in "ed"."""
ADJECTIVES: Final = _every_form(
    "adjusted combined consolidated diluted estimated unadjusted annualised annualized reported",
    "underlying unaudited expected forecast forecasted projected planned listed limited united",
    "related unrealised realised unrealized realized deferred restated audited continued fixed",
    "weighted need exceed compared ended based used speed feed seed indeed hundred",
)
"""Words that look like such verbs and stand beside nouns."""

SIGN_OF: Final = {
    **dict.fromkeys(UP_NOUNS, Sign.PLUS),
    **dict.fromkeys(DOWN_NOUNS, Sign.MINUS),
    **dict.fromkeys(("loss", "losses"), Sign.MINUS),
    **dict.fromkeys(("cagr", "growth"), Sign.PLUS),
}
"""Nouns that give a share its direction: "growth of 5%", "the drop in sales was 5%"."""
SIGN_OF_SUM: Final = {
    **SIGN_OF,
    **dict.fromkeys(_every_form("deficit deficits outflow outflows shortfall"), Sign.MINUS),
    **dict.fromkeys(
        _every_form("profit profits earnings surplus surpluses inflow inflows"), Sign.PLUS
    ),
}
"""Nouns that give a sum of money its direction: "a net loss of $1.1 billion"."""
LEVELS: Final = SIGN_OF_SUM.keys() - CHANGES | {"growth"}
"""Those that are levels themselves: a loss that narrows to $1.1 billion is still one."""
AFTER_SUM: Final = {
    **SIGN_AFTER,
    **{noun: SIGN_OF_SUM[noun] for noun in LEVELS if noun not in ("cagr", "growth")},
}
SPOILING: Final = _every_form("beat beats miss warning warnings gap hit charge tax taxes estimate")
"""Words after "profit" and its like that make the sum another's: "a $5m profit warning"."""

INCOMES: Final = _every_form("net operating pretax pre-tax comprehensive underlying ordinary")
"""What makes "income" a profit."""
TURNABLE: Final = _every_form(
    "growth flow cashflow cash ebitda ebit margin equity return returns yield earnings profit rate",
    "income cagr carry",
)
"""Nouns that "negative" and "positive" turn."""

EARNING: Final = _every_form("earned earns netted nets")

MODALS: Final = _every_form("will would could can may might should to")
"""Words before a verb of change that make "grow 15% to 20%" a range."""

RATES: Final = _every_form("rate pace clip")
"""What a verb before them moves: "grew at a rate of 5%"."""

COPULAS: Final = _every_form("was were is are")
ENDINGS: Final = COPULAS | _every_form(
    "of to at be been reached reach reaches totaled totalled averaged averaging amounted worth",
    "exceeded topped will would could may",
)
"""What joins a noun of direction to the number right after it."""
SUMMING: Final = _every_form("came come comes amounted amounts amounting equal equivalent")
"""Before "to", what tells a size and no level: "the drop came to 5%"."""

LINKS: Final = ENDINGS | _every_form(
    "clocked flat steady unchanged being might should has had have came come comes in",
    "reached reach reaches totaled totalled averaged averaging stood stands standing amounted",
    "amounts amounting worth equal equivalent per for the its a an first second third fourth full",
    "fiscal financial year quarter half month months week weeks period year's quarter's last this",
    "ended ending also just only now still expected forecast estimated projected seen put pegged",
    "recorded reported booked target guidance outlook estimate operations continuing around",
    "january february march april may june july august september october november december",
    "two three six nine twelve from about year-on-year year-over-year quarterly annual yearly monthly",
    "alone overall figure on over doubled tripled trebled quadrupled halved mounted piled swelled more",
    "than nearly almost",
)
"""What may stand between such a noun and its number: "the loss for the year widened to $1.1 billion"."""
LINKS_AFTER: Final = {
    **dict.fromkeys(_every_form("share unit ads"), _every_form("per a each")),
    **dict.fromkeys(
        _every_form("tax taxes interest items"), _every_form("before after and one-off")
    ),
    **dict.fromkeys(_every_form("before after"), SIGN_OF_SUM.keys() | _every_form("income")),
    "and": _every_form("interest tax"),
    **dict.fromkeys(
        _every_form("rate rates pace"),
        _every_form("growth decline increase contraction expansion the annual compound"),
    ),
}
"""Words that link only after others: a loss per share, and no profit share."""
PLACING: Final = _every_form("in at for across from")
"""What joins such a noun to whose or where it is: "the loss at the unit"."""
BARRIERS: Final = _every_form(
    "a an but and as than while that which who because after before since when if with to by on",
)
"""Words past which a noun governs no number: "growth in a market of $5 billion"."""

SIGN_STOPS: Final = _every_form(
    "to from at of in into with and or but for than as while after before since that which who",
    "its their his her our the this these those whose versus against between under per is was",
    "were are be been have has had will would could might may not no a an by on over past through",
    "toward towards because worth",
)
"""Words that end the search for a direction: what stands beyond speaks of something else."""

DETERMINERS: Final = _every_form("its their his her our the")
"""Stops right before a number alone: "cut the 5% fee", and "cut its staff 5%"."""

YEARLY: Final = _every_form("year quarter month week annum half")
"""After "on" or "over" between two of these, a comparison is named: "year on year"."""
DAYS: Final = YEARLY | _every_form(
    "day session morning monday tuesday wednesday thursday friday saturday sunday average year's",
)
BEFORE_DAYS: Final = _every_form("on this last each every past the")
"""Before a day or year, these make an adverb: "fell this year 5%"."""
LIGHT: Final = _every_form(
    "a an by no another further whopping record hefty modest sharp steep mere full solid just only",
    "even still also again nearly year-on-year year-over-year month-on-month quarter-on-quarter",
    "annualised annualized annual average combined cumulative net extra additional staggering",
    "massive healthy robust strong slight small adjusted yoy y/y on over year month quarter week",
    "reported some quite respectively early late sequentially back",
)
"""Words that stand between a subject's noun and no number: adverbs, and adjectives of size."""

STREAKS: Final = frozenset({"consecutive", "straight", "successive"})
