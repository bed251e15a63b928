//! Text E: social media is no Tupperware party.

use super::super::Expected;
use super::claim::{Claim, Compared, Hypothesis, Test, margin};
use super::score;

/// The claims of text E.
pub(super) const CLAIMS: &[Claim] = &[
    Claim {
        id: "E1",
        statement: "After three years, a firm with a page that only praises it has earned less than one without a page, and less than one whose page is good to read.",
        besides: "That pressing customers to buy does not pay; that a dull page repels those who never followed it, which the model cannot say.",
        test: Test::By(Hypothesis {
            measure: "profit",
            compared: Compared::Differences(&[("absent", "praise"), ("stories", "praise")]),
            expected: Expected::Above(margin::MONEY),
            weeks: 156,
            put_in: "That a dull page is unfollowed sooner, and what writing costs: a page that does nothing is worse than none by that.",
        }),
    },
    Claim {
        id: "E2",
        statement: "After three years, a firm whose evenings are for customers, to whom it listens, is worth more in customers than one whose evenings are for people whom it would like to win.",
        besides: "That an evening is worth its price.",
        test: Test::By(Hypothesis {
            measure: "equity",
            compared: Compared::Differences(&[("listen", "win")]),
            expected: Expected::Above(margin::MONEY),
            weeks: 156,
            put_in: "How much better a firm gets by what it hears, and how many guests are won.",
        }),
    },
    Claim {
        id: "E3",
        statement: "After three years, a firm that hands its guests a sales flyer at the door has earned less than one with the same evenings and no flyer.",
        besides: "How many guests leave at the door, which is put in.",
        test: Test::By(Hypothesis {
            measure: "profit",
            compared: Compared::Differences(&[("evening", "flyer")]),
            expected: Expected::Above(margin::MONEY),
            weeks: 156,
            put_in: "How badly the flyer offends a friend of the firm; not that it costs more than it sells.",
        }),
    },
    Claim {
        id: "E4",
        statement: "In three years, a firm that draws prizes wins practically no more new customers than one that does nothing.",
        besides: "That many speak of the prize; the objection that advertising does no more.",
        test: Test::By(Hypothesis {
            measure: "acquisitions_first",
            compared: Compared::Differences(&[("draw", "absent")]),
            expected: Expected::Below(margin::PEOPLE),
            weeks: 156,
            put_in: "How many know later whose prize it was, and that prize hunters do not read.",
        }),
    },
    Claim {
        id: "E5",
        statement: "In three years, a firm that takes trouble over its customers wins more of them by word of mouth than one that advertises, and more than one that does nothing.",
        besides: "That it is spoken of better, and not only more.",
        test: Test::By(Hypothesis {
            measure: "acquisitions_word_of_mouth",
            compared: Compared::Differences(&[("trouble", "ads"), ("trouble", "absent")]),
            expected: Expected::Above(margin::PEOPLE),
            weeks: 156,
            put_in: "That help makes people talk out of thanks, and an advertisement as a cue.",
        }),
    },
    Claim {
        id: "E6",
        statement: "After five years, a firm that helps people with their contacts has earned more than one that advertises, and more than one that does nothing.",
        besides: "That there is no turnover in the short run, and the week in which the one overtakes the other.",
        test: Test::By(Hypothesis {
            measure: "profit",
            compared: Compared::Differences(&[("social", "digital"), ("social", "absent")]),
            expected: Expected::Above(margin::MONEY),
            weeks: 260,
            put_in: "At which rate later money counts for less.",
        }),
    },
    Claim {
        id: "E7",
        statement: "After three years, customers trust a firm whose own people answer them more than one that has twice as many answered by an agency for the same money.",
        besides: "That an agency's answer is less credible, which is put in; and what those think who left.",
        test: Test::By(Hypothesis {
            measure: "trust",
            compared: Compared::Differences(&[("own", "agency")]),
            expected: Expected::Above(margin::SHARE),
            weeks: 156,
            put_in: "How credible an agency's answer is, and how much cheaper.",
        }),
    },
    Claim {
        id: "E8",
        statement: "After four years, a firm that divides its money anew each quarter by what its books say has earned more than one that keeps to its plan.",
        besides: "What a manager hears between the lines: only money is divided anew here, by a stated rule. The claim contradicts B7.",
        test: Test::By(Hypothesis {
            measure: "profit",
            compared: Compared::Differences(&[("adaptive", "fixed")]),
            expected: Expected::Above(margin::MONEY),
            weeks: 208,
            put_in: "The rule by which the plan adapts.",
        }),
    },
    Claim {
        id: "E9",
        statement: "After three years, a young firm of five that does what works best in other worlds of its market has more customers than one that does nothing.",
        besides: "What it is that works: the text asks, and the scenario shows all five.",
        test: Test::By(Hypothesis {
            measure: "customers",
            compared: Compared::Score {
                strategies: &["advertise", "speak", "introduce", "answer", "improve", "absent"],
                says: "customers with what is best in other worlds, less those of a firm that does nothing",
                of: score::best_elsewhere,
            },
            expected: Expected::Above(margin::PEOPLE),
            weeks: 156,
            put_in: "Which five things it can afford.",
        }),
    },
];
