//! A panel of customers, month by month, as a scholar has it who has a firm's records and its customers' network.

use crate::draws::Draws;
use crate::evidence::estimators::hazard::Risk;
use crate::evidence::laboratory::World;
use crate::firms::Stage;
use crate::people::{Interests, PersonId, TOPICS};
use crate::ties::Tie;

/// A telephone company with a third of the market, as the providers of the papers are; at this
/// hazard of search its customers are about as many at the end.
pub(super) const PROVIDER: &str = r"
[people.start]
customers = 0.33
[people.adoption]
search = 0.0065
[strategies.none]
";

/// Weeks of a month, and months of the panel.
pub(super) const MONTH: u32 = 4;
const MONTHS: u32 = 12;
/// Weeks before the panel begins, of which only exits are recorded.
const BEFORE: u32 = 16;

/// A provider's world, and who left last when.
pub(super) struct Provider {
    pub(super) world: World,
    /// The week at whose end each person left the last time.
    pub(super) left: Vec<Option<u32>>,
}

impl Provider {
    /// A market of so many people, some weeks after the first.
    pub(super) fn of(people: usize, luck: Draws) -> Self {
        let world = World::of(&format!("[people]\ncount = {people}\n{PROVIDER}"), luck);
        let left = vec![None; people];
        let mut provider = Self { world, left };
        for _ in 0..BEFORE {
            provider.live();
        }
        provider
    }

    /// Lives a week, and returns who left in it.
    pub(super) fn live(&mut self) -> Vec<usize> {
        let was = self.world.clientele().stage.clone();
        let week = self.world.market.week;
        self.world.live(0);
        let clientele = self.world.clientele();
        let left = |&i: &usize| was[i] == Stage::Customer && !clientele.is_customer(i);
        let gone: Vec<usize> = (0..was.len()).filter(left).collect();
        for &i in &gone {
            self.left[i] = Some(week);
        }
        gone
    }

    /// Weeks since a person left, if he is no customer now: 1 in the week after.
    pub(super) fn weeks_since_exit(&self, person: usize) -> Option<u32> {
        let left = self.left[person].filter(|_| !self.world.clientele().is_customer(person))?;
        Some(self.world.market.week - left)
    }

    /// All customers of today.
    pub(super) fn customers(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.world.people()).filter(|&i| self.world.clientele().is_customer(i))
    }

    /// The ties of a person.
    pub(super) fn ties(&self, person: usize) -> impl Iterator<Item = Tie> + '_ {
        self.world.market.ties.of(PersonId(person as u32))
    }

    /// Weeks for which a customer has been one.
    pub(super) fn tenure(&self, person: usize) -> f64 {
        f64::from(self.world.market.week) - f64::from(self.world.clientele().joined[person])
    }
}

/// A customer in a month: what was around him before, what can be seen of him, what he did.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Exits among the neighbours in the month before: by a strong tie, by a weak one.
    pub(super) by_strength: [f64; 2],
    /// The same exits: of people much like him, of others.
    pub(super) by_likeness: [f64; 2],
    /// Exits among the neighbours in the quarter before that month.
    pub(super) earlier: f64,
    /// Neighbours who were customers when the month before began.
    pub(super) around: f64,
    /// How many people he knows.
    pub(super) degree: f64,
    /// Weeks for which he has been a customer.
    pub(super) tenure: f64,
    /// What the platform and the firm know of him: estimated fit, interests, whether he follows the
    /// page, whether a customer brought him.
    pub(super) profile: Vec<f64>,
    /// Whether he left this month, and after how much of it.
    pub(super) risk: Risk,
}

impl Row {
    /// Exits among the neighbours in the month before.
    pub(super) fn exposure(&self) -> f64 {
        self.by_strength.iter().sum()
    }
}

/// The panel of a year.
pub(super) fn panel(people: usize, luck: Draws) -> Vec<Row> {
    let mut provider = Provider::of(people, luck);
    let mut rows = Vec::new();
    for _ in 0..MONTHS {
        let customers: Vec<usize> = provider.customers().collect();
        let first = rows.len();
        rows.extend(customers.iter().map(|&i| row(&provider, i)));
        let mut at = vec![None; people];
        for (place, &i) in customers.iter().enumerate() {
            at[i] = Some(first + place);
        }
        for week in 0..MONTH {
            for i in provider.live() {
                // Whoever came and left within the month has no row; who left twice left once.
                if let Some(place) = at[i].take() {
                    rows[place].risk = Risk { events: 1.0, time: f64::from(week) + 0.5 };
                }
            }
        }
    }
    rows
}

/// Strength and likeness that part the closer half of ties from the others, about.
const STRONG: f32 = 0.2;
const ALIKE: f32 = 0.15;

fn row(provider: &Provider, i: usize) -> Row {
    let (clientele, people) = (provider.world.clientele(), &provider.world.market.people);
    let mut row = Row {
        by_strength: [0.0; 2],
        by_likeness: [0.0; 2],
        earlier: 0.0,
        around: 0.0,
        degree: 0.0,
        tenure: provider.tenure(i),
        profile: profile(provider, i),
        risk: Risk { events: 0.0, time: f64::from(MONTH) },
    };
    for tie in provider.ties(i) {
        let j = tie.partner.index();
        row.degree += 1.0;
        match provider.weeks_since_exit(j) {
            Some(weeks) if weeks <= MONTH => {
                let likeness = people.interests[i].likeness(people.interests[j]);
                row.by_strength[usize::from(tie.strength < STRONG)] += 1.0;
                row.by_likeness[usize::from(likeness < ALIKE)] += 1.0;
                row.around += 1.0;
            }
            Some(weeks) if weeks <= 4 * MONTH => row.earlier += 1.0,
            _ => row.around += f64::from(u8::from(clientele.is_customer(j))),
        }
    }
    row
}

fn profile(provider: &Provider, i: usize) -> Vec<f64> {
    let (clientele, people) = (provider.world.clientele(), &provider.world.market.people);
    let flag = |is: bool| f64::from(u8::from(is));
    let mut profile = vec![
        f64::from(clientele.estimated_fit[i]),
        flag(clientele.follows.get(i)),
        flag(clientele.arrival[i].is_some_and(|by| by.referrer.is_some())),
    ];
    let topic = |t| Interests::towards(std::array::from_fn(|k| if k == t { 1.0 } else { 0.0 }));
    profile.extend((0..TOPICS).map(|t| f64::from(people.interests[i].likeness(topic(t)))));
    profile
}
