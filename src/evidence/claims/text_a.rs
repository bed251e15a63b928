//! Text A: what a social strategy is (Piskorski's study of more than sixty firms).

use super::super::Expected;
use super::claim::{Claim, Compared, Hypothesis, Test, margin};

/// The claims of text A.
pub(super) const CLAIMS: &[Claim] = &[
    Claim {
        id: "A1",
        statement: "After two years, customers who were offered contacts with each other trust the firm more than customers who were offered goods as often.",
        besides: "That an offer of contact is accepted far more often, which is put in; and what those think who left.",
        test: Test::By(Hypothesis {
            measure: "trust",
            compared: Compared::Differences(&[("contact", "goods")]),
            expected: Expected::Above(margin::SHARE),
            weeks: 104,
            put_in: "How often either offer is accepted, and that an introduction which worked wins trust; one that failed costs some.",
        }),
    },
    Claim {
        id: "A2",
        statement: "After three years, a firm that helps people with their contacts has earned more than one that advertises, stages events and asks for feedback, and more than one that moves its messages to a page.",
        besides: "That messages moved to a page have next to no effect.",
        test: Test::By(Hypothesis {
            measure: "profit",
            compared: Compared::Differences(&[("social", "digital"), ("social", "moved")]),
            expected: Expected::Above(margin::MONEY),
            weeks: 156,
            put_in: "What a message does to whoever gets it, as published, and that a follow does nothing by itself.",
        }),
    },
    Claim {
        id: "A3",
        statement: "After two years, a firm that helps both with people whom one knows and with people whom one does not know has kept more of its customers than one that spends the same on one of the two.",
        besides: "That people want both, which is put in.",
        test: Test::By(Hypothesis {
            measure: "retention",
            compared: Compared::Differences(&[("both", "known"), ("both", "unknown")]),
            expected: Expected::Above(margin::SHARE),
            weeks: 104,
            put_in: "That people have both needs, that help raises what they would pay, and that each further help of a kind counts for less; not whether people stay for it.",
        }),
    },
    Claim {
        id: "A4",
        statement: "After three years, a firm that gives customers a place to answer each other has kept more of them than one that asks them for feedback.",
        besides: "That few answer such requests, which is put in; what evenings with the firm's own people do.",
        test: Test::By(Hypothesis {
            measure: "retention",
            compared: Compared::Differences(&[("forum", "asks")]),
            expected: Expected::Above(margin::SHARE),
            weeks: 156,
            put_in: "That one request in twenty is answered.",
        }),
    },
    Claim {
        id: "A5",
        statement: "After three years, a firm that gives contacts and asks for work in exchange has earned more than one that only gives, one that only asks, and one that advertises.",
        besides: "That the cost of winning and the cost of keeping customers fall, each by itself.",
        test: Test::By(Hypothesis {
            measure: "profit",
            compared: Compared::Differences(&[
                ("exchange", "gives"),
                ("exchange", "asks"),
                ("exchange", "advertises"),
            ]),
            expected: Expected::Above(margin::MONEY),
            weeks: 156,
            put_in: "How many do what they are asked for, and that asking without having given costs trust.",
        }),
    },
    Claim {
        id: "A6",
        statement: "After two years, each of a distinction, contact with one's like, and contact with those who know more has kept more customers than doing nothing.",
        besides: "Which of the three is wanted most.",
        test: Test::By(Hypothesis {
            measure: "retention",
            compared: Compared::Differences(&[
                ("status", "absent"),
                ("alike", "absent"),
                ("learning", "absent"),
            ]),
            expected: Expected::Above(margin::SHARE),
            weeks: 104,
            put_in: "That each of the three raises what a customer would pay; not whether that is enough to stay for, nor what failed introductions cost.",
        }),
    },
    Claim {
        id: "A7",
        statement: "After two years, customers would pay more if the firm gives them a network of their own than if it introduces them without one, and than if it does nothing.",
        besides: "That the card is kept for it, and that advertising does less.",
        test: Test::By(Hypothesis {
            measure: "willingness_to_pay",
            compared: Compared::Differences(&[("network", "introductions"), ("network", "absent")]),
            expected: Expected::Above(margin::PAY),
            weeks: 104,
            put_in: "That help with contacts raises what a customer would pay, and that an empty network deters; not that enough people join.",
        }),
    },
    Claim {
        id: "A8",
        statement: "After three years, help with any one of the four needs (to maintain, deepen, revive and form contacts) has raised the value of people's contacts above what it is without the firm.",
        besides: "That help with all four is worth more than help with one.",
        test: Test::By(Hypothesis {
            measure: "portfolio_value",
            compared: Compared::Differences(&[
                ("maintain", "absent"),
                ("deepen", "absent"),
                ("revive", "absent"),
                ("form", "absent"),
            ]),
            expected: Expected::Above(margin::PORTFOLIO),
            weeks: 156,
            put_in: "That people have the four needs and that ties of each state serve one of them; not that a firm's help adds to the ties that people have anyway, since time is short.",
        }),
    },
    Claim {
        id: "A9",
        statement: "Against a rival who helps people, a firm that helps for two years and then asks a higher price has earned more after six years than one that sells for two years and then asks the same.",
        besides: "That a firm which gives nothing loses ground from year to year.",
        test: Test::By(Hypothesis {
            measure: "profit",
            compared: Compared::Differences(&[("helps then asks", "sells then asks")]),
            expected: Expected::Above(margin::MONEY),
            weeks: 312,
            put_in: "That the rival helps, and that a price above that of the first week is held against the firm.",
        }),
    },
];
