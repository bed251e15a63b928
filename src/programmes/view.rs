//! What a firm can see: its own records, and what the platform shows it. Deeds, not minds.
//!
//! Trust, satisfaction and irritation are not here, so no programme can use them.

mod matching;
mod prompt;
mod records;
mod shown;

pub use prompt::Prompt;
pub use shown::Contacts;

use crate::draws::{Draw, Luck, Stream};
use crate::few::Few;
use crate::firms::{Clientele, Firm, Stage};
use crate::ledger::Page;
use crate::offers::OfferKind;
use crate::people::{Interests, People, PersonId};
use crate::quantity::{Horizon, Money, Weeks};
use crate::segments::Audience;
use crate::technology::Technology;
use crate::threads;
use crate::ties::Ties;

/// Those whom a programme has planned something for this week, so that nobody is asked twice.
#[derive(Clone, Debug)]
pub struct Planned(Vec<bool>);

impl Planned {
    /// Whether something is planned for the person.
    #[must_use]
    pub fn has(&self, person: PersonId) -> bool {
        self.0[person.index()]
    }

    /// Notes that something is planned for two people.
    pub fn note(&mut self, one: PersonId, other: PersonId) {
        self.0[one.index()] = true;
        self.0[other.index()] = true;
    }
}

/// A firm's view of its market in one week.
#[derive(Clone, Copy, Debug)]
pub struct FirmView<'a> {
    people: &'a People,
    ties: &'a Ties,
    clientele: &'a Clientele,
    books: &'a [Page],
    audience: Audience,
    began: u32,
    at_once: bool,
    /// The firm's own weekly price.
    pub price: Money,
    /// Its weekly price of week 0.
    pub list_price: Money,
    /// The platform that the firm uses.
    pub technology: &'a Technology,
    /// The week.
    pub week: u32,
    luck: Luck,
    /// Luck that is asked for about many people, found once.
    turns: Stream,
    shown: Stream,
    recognised: Stream,
}

impl<'a> FirmView<'a> {
    /// The view of one firm: everybody, by a service that has been there from the first week.
    #[must_use]
    pub fn new(
        (people, ties, firm): (&'a People, &'a Ties, &'a Firm),
        technology: &'a Technology,
        week: u32,
        luck: Luck,
    ) -> Self {
        let (clientele, price, books) = (&firm.clientele, firm.price, firm.ledger.pages());
        let (audience, began, at_once) = (Audience::All, 0, false);
        Self {
            people,
            ties,
            clientele,
            books,
            audience,
            began,
            at_once,
            price,
            list_price: firm.list_price,
            technology,
            week,
            luck,
            turns: luck.lasting.of("view: whose turn is when a service begins"),
            shown: luck.lasting.of("view: the platform shows a tie"),
            recognised: luck.lasting.of("view: the platform recognises a customer"),
        }
    }

    /// The same view of this audience only: the firm's records know the segment.
    #[must_use]
    pub const fn of(self, audience: Audience) -> Self {
        Self { audience, ..self }
    }

    /// The same view by a service that began in this week.
    #[must_use]
    pub const fn since(self, began: u32) -> Self {
        Self { began, ..self }
    }

    /// The same view for an act that begins in this week, with everybody at once.
    #[must_use]
    pub const fn for_an_act(self, began: u32) -> Self {
        Self { began, at_once: true, ..self }
    }

    /// How many weeks the service has been running.
    #[must_use]
    pub const fn running(&self) -> u32 {
        self.week.saturating_sub(self.began)
    }

    /// Whether it is the turn of something that comes every so many weeks, first in the first week.
    #[must_use]
    pub const fn is_turn(&self, interval: Horizon) -> bool {
        self.running().is_multiple_of(interval.whole())
    }

    /// The firm's own books, one page for each week that has passed.
    #[must_use]
    pub const fn books(&self) -> &'a [Page] {
        self.books
    }

    /// A list of those whom a programme has planned something for this week: nobody yet.
    #[must_use]
    pub fn nobody_yet(&self) -> Planned {
        Planned(vec![false; self.people.len()])
    }

    /// This week's luck for one purpose of a programme.
    #[must_use]
    pub const fn draws(&self, purpose: &'static str) -> Stream {
        self.luck.of(purpose)
    }

    /// Luck for one purpose of a programme that stays the same for good.
    #[must_use]
    pub const fn lasting_draws(&self, purpose: &'static str) -> Stream {
        self.luck.lasting.of(purpose)
    }

    /// How many people the market has.
    #[must_use]
    pub const fn market_size(&self) -> usize {
        self.people.len()
    }

    /// The market's size in thousands of people, by which budgets and fixed costs are stated.
    #[must_use]
    pub const fn thousands(&self) -> f64 {
        self.people.len() as f64 / 1000.0
    }

    /// Everybody of the audience whom the platform reaches.
    pub fn everybody(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.people.all().filter(|&person| self.is_meant(person))
    }

    /// Whether the person is of the audience.
    fn is_meant(&self, person: PersonId) -> bool {
        self.audience == Audience::All || self.audience.has(!self.people.other.get(person.index()))
    }

    /// Whether the firm's records say that the person is a customer.
    #[must_use]
    pub fn is_customer(&self, person: PersonId) -> bool {
        self.clientele.is_customer(person.index())
    }

    /// The firm's customers of the audience.
    #[must_use]
    pub fn customers(&self) -> Vec<PersonId> {
        let mut customers = Few::default();
        let customers = customers.at(&self.clientele.stage, Stage::Customer).iter();
        customers.map(|&i| PersonId(i)).filter(|&person| self.is_meant(person)).collect()
    }

    /// Whether so many weeks have passed since the firm last offered the person a contact of a kind.
    ///
    /// A new service does not begin with everybody at once: who has never had an offer waits for
    /// an own week within the first rest.
    #[must_use]
    pub fn has_rested(&self, person: PersonId, kind: OfferKind, weeks: Weeks) -> bool {
        let last = self.clientele.last_offer[kind as usize].get(person.index());
        if last == 0 {
            let turn = self.draw(self.turns, person, None).unit() * weeks.0;
            return self.at_once || f64::from(self.running()) >= turn.floor();
        }
        f64::from(self.week) - f64::from(last - 1) >= weeks.0
    }

    /// Customers who have rested from offers, in the order of a keyed priority.
    #[must_use]
    pub fn rested_customers(
        &self,
        kind: OfferKind,
        weeks: Weeks,
        priority: Stream,
    ) -> Vec<PersonId> {
        let has_rested =
            |&person: &PersonId| self.has_rested(person, kind, weeks).then_some(person);
        let rested = threads::filter_map(self.people.len(), &self.customers(), has_rested);
        self.by_priority(rested, priority)
    }

    /// The draw of a stream about a person, or about two.
    #[must_use]
    pub fn draw(&self, stream: Stream, one: PersonId, other: Option<PersonId>) -> Draw {
        let key = |person: PersonId| self.people.key[person.index()];
        other.map_or_else(|| stream.about(key(one)), |other| stream.between(key(one), key(other)))
    }

    /// The platform's estimate of how well the firm suits a person, in standard deviations.
    #[must_use]
    pub fn estimated_fit(&self, person: PersonId) -> f32 {
        self.clientele.estimated_fit[person.index()]
    }

    /// Whether the firm can keep the person out of its paid audience: a customer whom the platform recognises.
    #[must_use]
    pub fn is_excluded(&self, person: PersonId) -> bool {
        self.is_customer(person)
            && self
                .draw(self.recognised, person, None)
                .happens(self.technology.customer_match.single())
    }

    /// The interests that a person shows on the platform.
    #[must_use]
    pub fn profile(&self, person: PersonId) -> Interests {
        self.people.interests[person.index()]
    }

    /// Anybody on the platform; nobody where the draw meets someone beyond the audience.
    #[must_use]
    pub fn anybody(&self, draw: Draw) -> Option<PersonId> {
        let anybody = draw.choose(self.people.len()).map(|at| PersonId(at as u32));
        anybody.filter(|&person| self.is_meant(person))
    }
}
