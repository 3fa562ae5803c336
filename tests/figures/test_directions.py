"""Show which direction the words around a figure give: what fell or was lost, rose or was earned."""

from __future__ import annotations

import pytest

from briefing.figures import read
from briefing.model.figures import Sign


def _signs(text: str) -> list[Sign]:
    return [quantity.sign for quantity in read(text, "en")]


FALLING = """
Shares were off 5%.
Shares closed off 5%.
Shares tanked 5%.
Shares collapsed 5%.
Shares cratered 5%.
The yen depreciated 5%.
The margin eroded 5%.
Stocks skidded 5%.
Orders dwindled 5%.
The bank pared its staff 5%.
Prices softened 5%.
Shares gave up 5%.
Shares gave back 5%.
The index sold off 5%.
Shares closed 5% in the red.
A 5% collapse followed.
A 5% sell-off followed.
The 5% pullback was brief.
A collapse of 5% followed.
A retreat of 5% followed.
Shares fell on average 5%.
Shares fell, by 5%.
Prices declined, on average, 5% a year.
GDP fell at an annual rate of 1.4%.
The economy contracted at a 1.4% annual rate.
Sales fell between 4% and 5%.
It saw a decline of between 4% and 5%.
Shares fell sharply, by 5%.
Prices declined, on average, by 5%.
Sales fell this year 5%.
Sales fell last year by 5%.
Sales fell year on year 5%.
Shares fell on Monday 5%.
Shares dropped an annual 5%.
Alibaba cuts Qwen prices 97%.
It trimmed staff 5%.
It will drop prices 5%.
There was negative growth of 2%.
There was 2% negative growth.
Growth was negative 2%.
The decline was 5%.
The drop in sales was 5%.
The decline in orders came to 5%.
The decline slowed to 5%.
A drop in net income of 14% was seen.
Free cash flow was negative $5m.
It had negative free cash flow of $5m.
It made a loss of $5m.
It made a net loss attributable to shareholders of 5 million yuan.
The net loss attributable to Alibaba's ordinary shareholders was 5 million yuan.
The loss before tax was 5 million yuan.
It posted a pre-tax loss of $5m.
It had a loss per share of $0.12.
Its losses before interest and tax reached $5m.
The loss from continuing operations was $5m.
The loss for the quarter ended June was $5m.
Losses from bad loans reached $5m.
The IMF lowered its growth forecast by 0.2 percentage points.
The bank pared staff 5%.
Net loss for the three months ended June 30 was $5m.
Net loss widened 12% in May. The loss widened to $5m.
The net loss in China was $5m.
The loss at its unit of $5m stood out.
Operating loss: $4m.
It lost $0.12 a share.
It booked $5m in losses.
It booked $5m of losses.
A $5m loss followed.
A $5m net loss followed.
It ran a trade deficit of $5m.
It ran a $5m deficit.
Net outflows of $5m were seen.
Profit fell by $5m.
Profit fell $5m.
Profit was $5m lower.
The fall in profit was $5m.
A drop in profit of $5m followed.
A profit drop of $5m followed.
It narrowed the loss to $5m.
""".strip().splitlines()

RISING = """
Shares rebounded 5%.
Shares appreciated 5%.
Costs ballooned 5%.
It hiked prices 5%.
The falling yen helped lift profit 12%.
The falling yen lifted profit 12%.
Lower costs lifted profit 12%.
It had growth of 14%.
Wages grew at an annual rate of 5%.
Wages grew at a 5% pace.
Growth clocked in at 5%.
Growth was flat at 5%.
Growth will not exceed 5%.
It had growth of between 14% and 15%.
Output rose between 40% and 50%.
Sales growth was 14%.
Sales growth came in at 14%.
Growth in sales was 14%.
Growth of the market was 14%.
Growth reached 14%.
Growth slowed to 5%.
Growth is expected to slow to 5%.
It had a growth rate of 5%.
The growth rate was 5%.
It had a CAGR of 5%.
Revenue growth: 11%.
A 5% rebound followed.
It made a profit of $5m.
Net profit was 5 million yuan.
Net profit attributable to shareholders was 5 million yuan.
Net income surged to $5m.
Net income was $5m.
Earnings were $0.12 per share.
It earned $0.12 a share.
It ran a surplus of $5m.
It made a $5m profit.
It booked $5m in net profit.
Profit before tax was $5m.
Operating profit: $5m.
A loss turned into a profit of $5m.
""".strip().splitlines()

UNSAID = """
Cost cuts saved $40m.
The reduction saved $40m.
A drop in costs helped sales of $30m.
The drop in costs helped sales by $30m.
Rising costs left 5% unpaid.
The fall meant 5% went.
Sales fell short of $2bn.
Sales fell just short of $2bn.
The price fell as low as $4.
The price fell well below $4.
Shares fell past $70.
Shares fell through $70.
Shares fell towards $70.
Shares fell to 5%.
A drop to 5% followed.
The drop in inflation to 5% pleased them.
The increase in dividends to 5 cents pleased them.
A drop below 5% followed.
It made up 5% of sales.
It paid down $5m of debt.
It laid off 5% of staff.
It paid off $5m.
It reported a change in profit, not a loss, of $5m.
It cut the 5% fee.
It lost a $5m contract.
Lost customers worth $5m returned.
The earnings hit of $5m was expected.
The profit tax of $5m was paid.
Falling prices: 5% of goods.
Loss-making units cost $5m.
A profit margin of 5% was kept.
Profit rather than a loss of $5m was seen.
It lends at a rate of 5%.
Sales fell as it lent at a rate of 5%.
Growth in a market of 5% is rare.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", FALLING)
def test_what_falls_or_is_lost_is_negative(sentence: str) -> None:
    assert _signs(sentence)[-1] is Sign.MINUS


@pytest.mark.parametrize("sentence", RISING)
def test_what_rises_or_is_earned_is_positive(sentence: str) -> None:
    assert _signs(sentence)[-1] is Sign.PLUS


@pytest.mark.parametrize("sentence", UNSAID)
def test_what_only_stands_near_a_direction_has_none(sentence: str) -> None:
    assert _signs(sentence)[-1] is Sign.UNSAID


@pytest.mark.parametrize(
    ("sentence", "signs"),
    [
        ("Net profit rose 12% to $3 billion.", [Sign.PLUS, Sign.PLUS]),
        ("Net loss widened 12% to $3 billion.", [Sign.PLUS, Sign.MINUS]),
        ("Its net loss more than doubled to $5 million.", [Sign.UNSAID, Sign.MINUS]),
        ("Its loss nearly tripled to $5 million.", [Sign.UNSAID, Sign.MINUS]),
        ("Losses mounted to $5 million.", [Sign.MINUS]),
        ("Net income fell 12 percent year on year to $3 billion.", [Sign.MINUS, Sign.PLUS]),
        ("Profit rose from $2m to $3m.", [Sign.PLUS, Sign.PLUS]),
        ("It swung from a loss of $5m to a profit of $3m.", [Sign.MINUS, Sign.PLUS]),
        ("Growth slowed from 15% to 11%.", [Sign.PLUS, Sign.PLUS]),
        ("Sales rose 12% to $3 billion.", [Sign.PLUS, Sign.UNSAID]),
        ("EPS growth of 6.83% and 6.52%, respectively, is expected.", [Sign.PLUS, Sign.PLUS]),
        ("Shares fell 2% and 9% in both cities.", [Sign.MINUS, Sign.MINUS]),
        ("Net loss narrowed to $2.31 billion, or $1.44 per share.", [Sign.MINUS, Sign.MINUS]),
        ("A loss of 5 cents a share, or $5m, followed.", [Sign.MINUS, Sign.MINUS]),
        ("Profit was $5m, or 5 cents a share.", [Sign.PLUS, Sign.PLUS]),
        ("Brent fell $1.12, or 1.4%.", [Sign.MINUS, Sign.MINUS]),
        ("A net loss of 12.4 billion yuan ($1.7 billion) followed.", [Sign.MINUS, Sign.MINUS]),
        ("Sales rose to $5bn, or 5% of the market.", [Sign.UNSAID, Sign.UNSAID]),
        ("Earnings per share rose 12% to $1.20.", [Sign.PLUS, Sign.PLUS]),
        ("Sales fell 5% and 3% of the staff left.", [Sign.MINUS, Sign.UNSAID]),
    ],
)
def test_a_direction_reaches_over_the_figure_before(sentence: str, signs: list[Sign]) -> None:
    assert _signs(sentence) == signs
