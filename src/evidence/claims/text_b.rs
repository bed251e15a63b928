//! Text B: from hype to strategic use.

use super::super::Expected;
use super::claim::{Claim, Compared, Hypothesis, Test, margin};
use super::score;

/// The claims of text B.
pub(super) const CLAIMS: &[Claim] = &[
    Claim {
        id: "B1",
        statement: "A year after a bad quarter, public opinion of a firm that listens and answers is better than that of a firm that stays away.",
        besides: "That talk goes on without the firm, which is put in.",
        test: Test::By(Hypothesis {
            measure: "opinion",
            compared: Compared::Differences(&[("takes part", "absent")]),
            expected: Expected::Above(margin::OPINION),
            weeks: 91,
            put_in: "That people talk of a firm whether it is there or not, and that a bad quarter is talked about.",
        }),
    },
    Claim {
        id: "B2",
        statement: "After three years, a firm that gets better and lets people watch has earned more than one that gets better and advertises it.",
        besides: "That openness is worth more the better the firm is: one quality is looked at.",
        test: Test::By(Hypothesis {
            measure: "profit",
            compared: Compared::Differences(&[("good and open", "good and told")]),
            expected: Expected::Above(margin::MONEY),
            weeks: 156,
            put_in: "That what is public is talked about more, as it is: praise after a good week, blame after a bad one.",
        }),
    },
    Claim {
        id: "B3",
        statement: "In three years, a firm with which every second week is a bad one takes in less if all that happens in it is public than if nothing is.",
        besides: "That openness does not hurt a good firm; and what openness costs, which would make it look harmful where it does nothing.",
        test: Test::By(Hypothesis {
            measure: "revenue",
            compared: Compared::Differences(&[("absent", "open")]),
            expected: Expected::Above(margin::REVENUE),
            weeks: 156,
            put_in: "That what is public is talked about more, praise and blame alike.",
        }),
    },
    Claim {
        id: "B4",
        statement: "After five years, a firm that spends all on its culture has earned more than one that spends all on relations, and one that spends all on marketing.",
        besides: "That contents decide and not channels (see D1).",
        test: Test::By(Hypothesis {
            measure: "profit",
            compared: Compared::Differences(&[("culture", "relations"), ("culture", "marketing")]),
            expected: Expected::Above(margin::MONEY),
            weeks: 260,
            put_in: "How fast money makes a firm better.",
        }),
    },
    Claim {
        id: "B5",
        statement: "In three years, a middling firm wins more customers if it gets better first and lets its staff speak then, than if they speak at once, and than if it gets better and leaves them in peace.",
        besides: "That staff share what they know only where sharing counts: the model has nothing on it.",
        test: Test::By(Hypothesis {
            measure: "acquisitions",
            compared: Compared::Differences(&[
                ("better first", "speak at once"),
                ("better first", "only better"),
            ]),
            expected: Expected::Above(margin::PEOPLE),
            weeks: 156,
            put_in: "That staff say how it is; not what it brings.",
        }),
    },
    Claim {
        id: "B6",
        statement: "After three years among firms that decide in groups and sign for a year, a seller who helps them with contacts has earned more than one who does nothing.",
        besides: "That few customers suffice if they are the right ones.",
        test: Test::By(Hypothesis {
            measure: "profit",
            compared: Compared::Differences(&[("social", "absent")]),
            // Prices are ten times those of households, and so is the scenario's own margin.
            expected: Expected::Above(10.0 * margin::MONEY),
            weeks: 156,
            put_in: "The size of groups, the length of contracts, and the prices of the preset.",
        }),
    },
    Claim {
        id: "B7",
        statement: "What a budget makes customers pay in three years beyond what they pay a firm that does nothing can be foretold: the forecast that it will be as in other worlds of the same market errs less than the forecast of nothing.",
        besides: "That nothing should be granted without a forecast, which is a rule and no finding; and how far those err who do not know the market.",
        test: Test::By(Hypothesis {
            measure: "revenue",
            compared: Compared::Score {
                strategies: &[
                    "telling small",
                    "telling large",
                    "helping small",
                    "helping large",
                    "absent",
                ],
                says: "error of the forecast of nothing less error of the forecast from other worlds",
                of: score::foretold,
            },
            expected: Expected::Above(margin::REVENUE),
            weeks: 156,
            put_in: "That the market in which the budget is spent is like the one from which the forecast comes. Costs, which need no forecast, are left out.",
        }),
    },
];
