//! Text C: the sharing economy.

use super::super::Expected;
use super::claim::{Claim, Compared, Hypothesis, Test, margin};

/// The claims of text C.
pub(super) const CLAIMS: &[Claim] = &[
    Claim {
        id: "C1",
        statement: "In three years among people with little patience for it, a firm that shouts at everybody wins practically no more new customers than a firm that does nothing.",
        besides: "That meeting people of one's own kind wins more.",
        test: Test::By(Hypothesis {
            measure: "acquisitions_first",
            compared: Compared::Differences(&[("megaphone", "absent")]),
            expected: Expected::Below(margin::PEOPLE),
            weeks: 156,
            put_in: "That an impression makes the average person join at the published rate, which speaks against the claim; annoyance, fatigue and the price of reach can undo it.",
        }),
    },
    Claim {
        id: "C2",
        statement: "After three years, a firm that hosts what its customers lend and do for each other has earned no less than one that does nothing.",
        besides: "That customers do help each other there: how often, is put in.",
        test: Test::By(Hypothesis {
            measure: "profit",
            compared: Compared::Differences(&[("host", "absent")]),
            expected: Expected::Above(-margin::MONEY),
            weeks: 156,
            put_in: "How often somebody has what another wishes for, and what a loan displaces.",
        }),
    },
    Claim {
        id: "C3",
        statement: "After three years, a firm that answers questions with a part of its money for advertisements is worth more in customers than one that advertises with all of it.",
        besides: "That only the right advertisement at the right time arrives.",
        test: Test::By(Hypothesis {
            measure: "equity",
            compared: Compared::Differences(&[("answers", "often")]),
            expected: Expected::Above(margin::MONEY),
            weeks: 156,
            put_in: "How many questions the usual service answers, and what an unanswered one costs in trust.",
        }),
    },
    Claim {
        id: "C4",
        statement: "After three years, a firm that keeps a place where customers answer each other has earned more than one that buys followers.",
        besides: "That without some community there is no interaction, which is put in.",
        test: Test::By(Hypothesis {
            measure: "profit",
            compared: Compared::Differences(&[("friends", "bought")]),
            expected: Expected::Above(margin::MONEY),
            weeks: 156,
            put_in: "That bought followers read nothing and that the platform minds them, and that who writes in a forum joins the sooner; not that a forum earns what it costs more than they do.",
        }),
    },
    Claim {
        id: "C5",
        statement: "After three years, a firm that aims its campaign at those whom it fits has earned more than one that spends the same on everybody, and more than one that does nothing.",
        besides: "That the first web made advertising cheaper.",
        test: Test::By(Hypothesis {
            measure: "profit",
            compared: Compared::Differences(&[("aimed", "broad"), ("aimed", "absent")]),
            expected: Expected::Above(margin::MONEY),
            weeks: 156,
            put_in: "How well the platform knows who fits, and the published response to an impression.",
        }),
    },
];
