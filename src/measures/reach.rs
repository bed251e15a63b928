//! Reach: what became of e-mails, events, questions, draws and followers. Never decisive.

use super::{Formula, Measure, Unit};
use crate::facts::Facts;
use crate::offers::OfferKind;

const fn count(
    id: &'static str,
    title: &'static str,
    meaning: &'static str,
    of: fn(&Facts) -> Option<f64>,
) -> Measure {
    Measure { id, title, unit: Unit::Count, meaning, formula: Formula::Plain(of) }
}

const fn share(
    id: &'static str,
    title: &'static str,
    meaning: &'static str,
    formula: Formula,
) -> Measure {
    Measure { id, title, unit: Unit::Share, meaning, formula }
}

/// The measures of this family.
pub const MEASURES: &[Measure] = &[
    count(
        "clicks",
        "Clicks on impressions",
        "clicks on impressions, where the firm keeps track of them",
        |facts| Some(facts.clicks as f64),
    ),
    count("mails", "E-mails sent", "e-mails sent to those who signed up", |facts| {
        Some(facts.mails as f64)
    }),
    share(
        "mails_opened",
        "E-mails opened",
        "share of e-mails that were opened",
        Formula::Ratio(|facts| facts.mails_opened as f64, |facts| facts.mails as f64),
    ),
    share(
        "mails_clicked",
        "E-mails clicked",
        "share of e-mails on which people clicked",
        Formula::Ratio(|facts| facts.mails_clicked as f64, |facts| facts.mails as f64),
    ),
    count("subscribers", "Subscribers", "people who get the firm's e-mails", |facts| {
        Some(facts.subscribers as f64)
    }),
    count("unsubscribed", "Unsubscribed", "people who unsubscribed from e-mails", |facts| {
        Some(facts.unsubscribed as f64)
    }),
    count(
        "event_news",
        "News of events",
        "people whom news of an event reached, once for each event",
        |facts| Some(facts.event_news as f64),
    ),
    count(
        "event_mentions",
        "Mentions of events",
        "mentions of the firm's events when people meet",
        |facts| Some(facts.event_mentions as f64),
    ),
    count(
        "questions_asked",
        "Requests for feedback",
        "customers asked for feedback, once for each request",
        |facts| Some(facts.offered[OfferKind::Question as usize] as f64),
    ),
    share(
        "questions_answered",
        "Requests answered",
        "share of requests for feedback that were answered",
        Formula::Ratio(
            |facts| facts.taken[OfferKind::Question as usize] as f64,
            |facts| facts.offered[OfferKind::Question as usize] as f64,
        ),
    ),
    count(
        "opinions_heard",
        "Opinions heard",
        "opinions and questions of people that the firm heard; what an agency hears counts as far as it is believed",
        |facts| Some(facts.heard),
    ),
    count(
        "draw_entries",
        "Entries in prize draws",
        "people who took part in a prize draw, invited or by hearsay",
        |facts| Some((facts.taken[OfferKind::Draw as usize] + facts.entered_by_hearsay) as f64),
    ),
    count(
        "draw_hearsay",
        "Entries by hearsay",
        "people who took part in a prize draw because they had heard of the prize",
        |facts| Some(facts.entered_by_hearsay as f64),
    ),
    count(
        "prize_mentions",
        "Mentions of prizes",
        "mentions of a prize to be won when people meet",
        |facts| Some(facts.prize_mentions as f64),
    ),
    count("hunters", "Prize hunters", "followers who follow for the sake of a prize", |facts| {
        Some(facts.hunters as f64)
    }),
    count(
        "bought_followers",
        "Bought followers",
        "followers that were bought, beside the others",
        |facts| Some(facts.bought_followers),
    ),
    share(
        "true_followers",
        "True followers",
        "share of all followers, bought ones included, who follow for the firm's own sake",
        Formula::Ratio(
            |facts| facts.followers as f64 - facts.hunters as f64,
            |facts| facts.followers as f64 + facts.bought_followers,
        ),
    ),
];
