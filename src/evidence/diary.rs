//! Diary: what a firm's records say of each person over some weeks: purchases, visits to its forum, and what was written there.

use super::laboratory::World;

/// What makes customers buy when they like, as the customers of an online retailer did, at the end of a scenario.
pub const NO_SUBSCRIBERS: &str = "[people.purchases]\nrate = 0.055\n";

/// What the records say of each person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diary {
    /// Units that the person bought.
    pub bought: Vec<f64>,
    /// In how many weeks the person bought any.
    pub orders: Vec<f64>,
    /// How often the person came to the forum.
    pub visits: Vec<f64>,
    /// How often of that the person took part, and did not only read.
    pub posts: Vec<f64>,
}

impl Diary {
    /// Keeps a diary for so many weeks of a world.
    pub fn keep(world: &mut World, weeks: u32, mut live: impl FnMut(&mut World)) -> Self {
        let nothing = vec![0.0; world.people()];
        let mut diary = Self {
            bought: nothing.clone(),
            orders: nothing.clone(),
            visits: nothing.clone(),
            posts: nothing,
        };
        for _ in 0..weeks {
            live(world);
            let records = diary.bought.iter_mut().zip(&mut diary.orders);
            for (i, (bought, orders)) in records.enumerate() {
                let units = world.clientele().units(i);
                *bought += f64::from(units);
                *orders += f64::from(u8::from(units > 0.0));
            }
            for &(person, takes_part) in &world.market.firms[0].in_forum {
                diary.visits[person.index()] += 1.0;
                diary.posts[person.index()] += f64::from(takes_part);
            }
        }
        diary
    }
}

/// Who is a customer now.
#[must_use]
pub fn customers(world: &World) -> Vec<bool> {
    (0..world.people()).map(|i| world.clientele().is_customer(i)).collect()
}

/// Lets a forum be as lively as it would settle, by what is written in it and who is there.
pub fn enliven(world: &mut World) {
    let assets = &mut world.market.firms[0].assets;
    (assets.content, assets.visitors) = (60.0, 0.07);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draws::Draws;

    #[test]
    fn a_diary_counts_purchases_and_visits_and_a_lively_forum_stays_so() {
        let text = "[people]\ncount = 1000\n[strategies.site]\n[strategies.site.forum]\n";
        let mut world = World::of(text, Draws::from_seed(5));
        let before = customers(&world).iter().filter(|customer| **customer).count();
        enliven(&mut world);
        let mut facts = crate::facts::Facts::default();
        let diary = Diary::keep(&mut world, 26, |world| facts.absorb(&world.live(0)));
        let sum = |column: &[f64]| column.iter().sum::<f64>();
        assert!((sum(&diary.bought) - facts.customer_weeks as f64).abs() < 1e-9 && before > 100);
        assert!((sum(&diary.visits) - facts.visits as f64).abs() < 1e-9);
        let weekly = sum(&diary.visits) / 26_000.0;
        assert!((weekly - 0.07).abs() < 0.02, "it settles there: {weekly}");
        assert!(sum(&diary.posts) > 0.0 && sum(&diary.posts) < 0.2 * sum(&diary.visits));
    }
}
