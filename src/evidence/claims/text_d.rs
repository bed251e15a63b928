//! Text D: first think, then talk (people, objectives, strategy, technology).

use super::super::Expected;
use super::claim::{Claim, Compared, Hypothesis, Test, margin};
use super::score;

/// The claims of text D.
pub(super) const CLAIMS: &[Claim] = &[
    Claim {
        id: "D1",
        statement: "After three years, what a firm does moves its profit further than the tool with which it does it.",
        besides: "That people and objectives come before the strategy.",
        test: Test::By(Hypothesis {
            measure: "profit",
            compared: Compared::Score {
                strategies: &[
                    "ads with page",
                    "ads with mail",
                    "contacts with page",
                    "contacts with mail",
                ],
                says: "distance between strategies with one tool less distance between tools of one strategy",
                of: score::strategies_over_tools,
            },
            expected: Expected::Above(margin::MONEY),
            weeks: 156,
            put_in: "That only a page and a newsletter are tools, and that neither can use its half of the money.",
        }),
    },
    Claim {
        id: "D2",
        statement: "A year and a half after it turned from friendship to business, a firm is trusted less than one that was business all along.",
        besides: "That the way from business to friendship is easy; and what those think who left.",
        test: Test::By(Hypothesis {
            measure: "trust",
            compared: Compared::Differences(&[("business", "friend turns business")]),
            expected: Expected::Above(margin::SHARE),
            weeks: 156,
            put_in: "That a business act costs trust in proportion to friendship, while it lasts; not that this outweighs the trust which friendship had won, nor for how long.",
        }),
    },
    Claim {
        id: "D3",
        statement: "After three years, a firm that acts as a friend has earned more without debt collectors than with them, and more without lawyers than with them.",
        besides: "That the same letters harm a friend more than a firm that is none, which is put in.",
        test: Test::By(Hypothesis {
            measure: "profit",
            compared: Compared::Differences(&[
                ("friend", "friend with collectors"),
                ("friend", "friend with lawyers"),
            ]),
            expected: Expected::Above(margin::MONEY),
            weeks: 156,
            put_in: "That a letter offends in proportion to friendship; not that the anger costs more than the fees bring.",
        }),
    },
    Claim {
        id: "D4",
        statement: "After four years, a firm that was a friend all the time has earned more than one that never was, and one that was a friend for a year and then turned to business less than that.",
        besides: "That a friendship should have a plan.",
        test: Test::By(Hypothesis {
            measure: "profit",
            compared: Compared::Differences(&[("long", "never"), ("never", "short")]),
            expected: Expected::Above(margin::MONEY),
            weeks: 208,
            put_in: "That a business act offends in proportion to friendship, and what calls and collectors bring.",
        }),
    },
];
