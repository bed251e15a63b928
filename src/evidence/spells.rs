//! Spells: who was a customer from when to when, and what brought each in, kept week by week as a firm keeps its records.

use super::laboratory::World;
use crate::firms::Source;
use crate::people::PersonId;

/// One time as a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// Whose.
    pub person: usize,
    /// The first week in which he could leave: whoever joins does so at the end of the week before.
    pub from: u32,
    /// The week at whose end he left; `None` while he is there.
    pub until: Option<u32>,
    /// What brought him in.
    pub source: Source,
    /// Who brought him in.
    pub referrer: Option<usize>,
    /// The spell of the referrer, if he was a customer then and his spell is recorded.
    pub through: Option<usize>,
    /// Whether he had never been a customer.
    pub first: bool,
}

/// All spells of one firm, in the order in which they began.
#[derive(Clone, Debug)]
pub struct Spells {
    all: Vec<Spell>,
    /// Each person's latest spell.
    latest: Vec<Option<usize>>,
    ever: Vec<bool>,
}

impl Spells {
    /// The records of a world, which begin with those who are customers now.
    #[must_use]
    pub fn of(world: &World) -> Self {
        let nobody = vec![None; world.people()];
        let ever = world.clientele().ever.clone();
        let mut spells = Self { all: Vec::new(), latest: nobody, ever };
        spells.note(world);
        // Who is a customer already is no newcomer.
        spells.all.iter_mut().for_each(|spell| spell.first = false);
        spells
    }

    /// Notes who has joined and who has left, at the end of each week.
    pub fn note(&mut self, world: &World) {
        let (clientele, week) = (world.clientele(), world.market.week);
        let before = self.latest.clone();
        for person in 0..world.people() {
            let open = self.latest[person].filter(|&at| self.all[at].until.is_none());
            match (open, clientele.is_customer(person)) {
                (Some(at), false) => self.all[at].until = Some(week - 1),
                (None, true) => {
                    let arrival = clientele.arrival[person];
                    let referrer = arrival.and_then(|by| by.referrer).map(PersonId::index);
                    let through = referrer.and_then(|who| before[who]);
                    let spell = Spell {
                        person,
                        from: week,
                        until: None,
                        source: arrival.map_or(Source::Given, |by| by.source),
                        referrer,
                        through,
                        first: !self.ever[person],
                    };
                    self.ever[person] = true;
                    self.latest[person] = Some(self.all.len());
                    self.all.push(spell);
                }
                _ => {}
            }
        }
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Spell] {
        &self.all
    }
}

impl Spell {
    /// Whether a customer brought him in.
    #[must_use]
    pub const fn is_referred(&self) -> bool {
        matches!(self.source, Source::WordOfMouth | Source::Invitation)
    }

    /// Whether he was a customer in this week.
    #[must_use]
    pub fn covers(&self, week: u32) -> bool {
        self.from <= week && self.until.is_none_or(|until| until >= week)
    }

    /// Whether he left at the end of this week.
    #[must_use]
    pub fn ends_in(&self, week: u32) -> bool {
        self.until == Some(week)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draws::Draws;

    #[test]
    fn the_records_agree_with_what_the_weeks_brought() {
        let text = "[people]\ncount = 2000\n[strategies.a.advertising]\n";
        let mut world = World::of(text, Draws::from_seed(1));
        let mut spells = Spells::of(&world);
        let began = spells.all().len();
        let (mut joined, mut first, mut left) = (0, 0, 0);
        for week in 0..60 {
            let facts = world.live(0);
            spells.note(&world);
            (joined, first) = (joined + facts.joined_all(), first + facts.joined_first);
            left += facts.left_all();
            let there = spells.all().iter().filter(|spell| spell.covers(week + 1)).count();
            assert_eq!(there as u64, facts.customers, "week {week}");
            let ended = spells.all().iter().filter(|spell| spell.ends_in(week)).count();
            assert_eq!(ended as u64, facts.left_all(), "week {week}");
        }
        let all = spells.all();
        assert_eq!((all.len() - began) as u64, joined);
        assert_eq!(all.iter().filter(|spell| spell.first).count() as u64, first);
        assert_eq!(all.iter().filter(|spell| spell.until.is_some()).count() as u64, left);
        let referred: Vec<&Spell> = all.iter().filter(|spell| spell.referrer.is_some()).collect();
        assert!(referred.len() > 10, "{}", referred.len());
        for spell in referred {
            let through = spell.through.map(|at| all[at]);
            assert!(through.is_none_or(|through| Some(through.person) == spell.referrer));
            assert!(through.is_none_or(|through| through.from < spell.from));
        }
    }
}
