//! Help: what the firm did for people's contacts, which need it served, and who answered. Never decisive.

use super::{Formula, Measure, Unit};
use crate::facts::Facts;
use crate::firms::Source;
use crate::offers::OfferKind;
use crate::people::Need;

const fn count(
    id: &'static str,
    title: &'static str,
    meaning: &'static str,
    of: fn(&Facts) -> Option<f64>,
) -> Measure {
    Measure { id, title, unit: Unit::Count, meaning, formula: Formula::Plain(of) }
}

fn served(facts: &Facts, need: Need) -> f64 {
    facts.served[need as usize] as f64
}

fn offered(facts: &Facts, kind: OfferKind) -> f64 {
    facts.offered[kind as usize] as f64
}

fn taken(facts: &Facts, kind: OfferKind) -> f64 {
    facts.taken[kind as usize] as f64
}

/// The measures of this family.
pub const MEASURES: &[Measure] = &[
    count(
        "served_maintain",
        "Help to maintain contacts",
        "contacts at the firm's prompting that kept up a tie",
        |facts| Some(served(facts, Need::Maintain)),
    ),
    count(
        "served_deepen",
        "Help to deepen contacts",
        "contacts at the firm's prompting that deepened a tie",
        |facts| Some(served(facts, Need::Deepen)),
    ),
    count(
        "served_revive",
        "Help to revive contacts",
        "contacts at the firm's prompting that woke a dormant tie",
        |facts| Some(served(facts, Need::Revive)),
    ),
    count(
        "served_form",
        "Help to form contacts",
        "introductions by the firm of people who got on with each other",
        |facts| Some(served(facts, Need::Form)),
    ),
    count(
        "activities_offered",
        "Activities offered",
        "activities for two that the firm offered",
        |facts| Some(offered(facts, OfferKind::Activity)),
    ),
    count("activities_taken", "Activities taken", "activities that both accepted", |facts| {
        Some(taken(facts, OfferKind::Activity))
    }),
    count("reunions_offered", "Reunions offered", "reunions that the firm offered", |facts| {
        Some(offered(facts, OfferKind::Reunion))
    }),
    count("reunions_taken", "Reunions taken", "reunions that both accepted", |facts| {
        Some(taken(facts, OfferKind::Reunion))
    }),
    count(
        "guests_invited",
        "Guests invited",
        "invitations to an evening as the firm's guest",
        |facts| Some(offered(facts, OfferKind::Hospitality)),
    ),
    count("guests", "Guests", "guests who came", |facts| {
        Some(taken(facts, OfferKind::Hospitality))
    }),
    count(
        "guests_walked_out",
        "Guests who walked out",
        "guests who left at the door, since they were asked for money there",
        |facts| Some(facts.walked_out as f64),
    ),
    count(
        "acquisitions_event",
        "Acquisitions by hospitality",
        "people who joined because they had been the firm's guests",
        |facts| Some(facts.joined[Source::Event.index()] as f64),
    ),
    count(
        "memberships_offered",
        "Memberships offered",
        "invitations to the customers' network",
        |facts| Some(offered(facts, OfferKind::Membership)),
    ),
    count(
        "memberships_taken",
        "Memberships taken",
        "invitations to the customers' network that were accepted",
        |facts| Some(taken(facts, OfferKind::Membership)),
    ),
    count(
        "memberships_left",
        "Memberships left",
        "members who left the network while they stayed customers",
        |facts| Some(facts.left_network as f64),
    ),
    count("members", "Members", "members of the customers' network at the end", |facts| {
        Some(facts.members as f64)
    }),
    count("distinctions", "Distinctions", "distinctions that the firm gave", |facts| {
        Some(taken(facts, OfferKind::Status))
    }),
    count(
        "honoured",
        "Customers singled out",
        "customers at the end whom the firm has singled out and who still feel it",
        |facts| Some(facts.honoured as f64),
    ),
];
