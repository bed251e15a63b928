//! People: who they are, what they need from their contacts, and how much time they have for them.
//!
//! One column for each trait; a person is a place in all of them.

use crate::column::Scarce;
use crate::draws::{Draws, Key};

/// The place of one person in every column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonId(pub u32);

impl PersonId {
    /// The place as an index.
    #[must_use]
    #[inline]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// How many topics an interest can have.
pub const TOPICS: usize = 8;

/// What interests a person: a direction in the space of topics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Interests([i8; TOPICS]);

impl Interests {
    /// The direction of a vector that need not have length 1.
    #[must_use]
    pub fn towards(vector: [f32; TOPICS]) -> Self {
        let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
        if length <= 0.0 {
            return Self::default();
        }
        Self(vector.map(|x| (x / length * 127.0).round() as i8))
    }

    /// The topic of greatest interest.
    #[must_use]
    pub fn foremost(self) -> usize {
        let topics = self.0.iter().enumerate();
        topics
            .max_by_key(|&(topic, &interest)| (interest, TOPICS - topic))
            .map_or(0, |(topic, _)| topic)
    }

    /// How alike two people's interests are: the cosine, from −1 to 1.
    #[must_use]
    pub fn likeness(self, other: Self) -> f32 {
        let product: i32 =
            self.0.iter().zip(other.0).map(|(&a, b)| i32::from(a) * i32::from(b)).sum();
        (product as f32 / (127.0 * 127.0)).clamp(-1.0, 1.0)
    }
}

/// How much a person knows of a topic, from 0 to 1; it belongs to the person for good.
#[must_use]
pub fn expertise(lasting: Draws, person: Key, topic: usize) -> f32 {
    let mut draw = lasting.of("people: expertise").about(person);
    for _ in 0..topic {
        draw = draw.again();
    }
    draw.unit() as f32
}

/// The four things that people want from their contacts (claim A8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Need {
    /// To keep up the ties they have.
    Maintain,
    /// To know better the people they know.
    Deepen,
    /// To find again those they lost touch with.
    Revive,
    /// To meet people they do not know.
    Form,
}

/// How many needs there are.
pub const NEEDS: usize = 4;

/// The people of a market: traits that do not change, and their use of time, which does.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// Who each person is for the purposes of chance.
    pub key: Vec<Key>,
    /// The circle (community) of each person.
    pub circle: Vec<u32>,
    /// What interests them.
    pub interests: Vec<Interests>,
    /// How much each of the four needs counts for them; sums to 1.
    pub needs: Vec<[f32; NEEDS]>,
    /// Contacts that a person has time for in a week.
    pub sociability: Vec<f32>,
    /// Willingness to pay for an offer of average fit, money a week.
    pub base_value: Vec<f32>,
    /// How much ill-fitting advertising a person puts up with, from 0 to 1.
    pub ad_tolerance: Vec<f32>,
    /// Who is of the other segment, not of the core.
    pub other: Scarce<bool>,
    /// The sum of the strengths of a person's ties.
    pub load: Vec<f32>,
    /// Contact time left this week after the appointments that a firm arranged.
    pub time_left: Vec<f32>,
    /// Who has less left than a week brings.
    pub booked: Vec<PersonId>,
    /// Whether a week brings nobody any contact time, as [`People::give_time`] finds.
    pub alone: bool,
    /// Contacts this week for each unit of strength, as that time allows; 1 where all is as in the first week.
    pub pace: Vec<f32>,
    /// Who decides together.
    pub groups: Groups,
}

impl People {
    /// How many people there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.key.len()
    }

    /// Whether there is nobody.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.key.is_empty()
    }

    /// Gives everybody the week's contact time.
    pub fn give_time(&mut self) {
        self.booked.clear();
        self.time_left.clone_from(&self.sociability);
        self.alone = self.sociability.iter().all(|&time| time <= 0.0);
    }

    /// Gives those who spent some the week's contact time again.
    pub fn begin_week(&mut self) {
        for person in self.booked.drain(..) {
            self.time_left[person.index()] = self.sociability[person.index()];
        }
    }

    /// Takes contact time from a person, as far as there is any.
    pub fn take_time(&mut self, person: PersonId, time: f32) {
        let left = &mut self.time_left[person.index()];
        *left = (*left - time).max(0.0);
        self.booked.push(person);
    }

    /// Everybody.
    pub fn all(&self) -> impl ExactSizeIterator<Item = PersonId> + use<> {
        (0..self.len() as u32).map(PersonId)
    }
}

/// Buying groups: people who decide together. There are none where everybody decides alone.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    /// The group of each person.
    of: Vec<u32>,
    /// The members of all groups, one group after the other.
    members: Vec<PersonId>,
    /// Where each group begins among the members, and where the last one ends.
    starts: Vec<u32>,
}

impl Groups {
    /// Groups of these members; everybody is in exactly one.
    #[must_use]
    pub fn of_members(groups: &[Vec<PersonId>]) -> Self {
        let members: Vec<PersonId> = groups.concat();
        let mut made = Self { of: vec![0; members.len()], members, starts: vec![0] };
        for (number, group) in (0..).zip(groups) {
            for person in group {
                made.of[person.index()] = number;
            }
            let end = made.starts[number as usize] + group.len() as u32;
            made.starts.push(end);
        }
        made
    }

    /// Whether everybody decides alone.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.of.is_empty()
    }

    /// All groups.
    pub fn all(&self) -> impl Iterator<Item = &[PersonId]> {
        let bounds = self.starts.windows(2);
        bounds.map(|bounds| &self.members[bounds[0] as usize..bounds[1] as usize])
    }

    /// Those with whom a person decides, the person among them; nobody where everybody decides alone.
    #[must_use]
    pub fn with(&self, person: usize) -> &[PersonId] {
        let Some(&group) = self.of.get(person) else {
            return &[];
        };
        let bounds = (self.starts[group as usize], self.starts[group as usize + 1]);
        &self.members[bounds.0 as usize..bounds.1 as usize]
    }

    /// The person by whose luck a whole group is drawn: the first of it, or whoever decides alone.
    #[must_use]
    pub fn first_of(&self, person: usize) -> usize {
        self.with(person).first().map_or(person, |first| first.index())
    }
}

/// Circles of people: what happens to all of one circle at once.
#[derive(Clone, Debug, Default)]
pub struct Circles {
    /// Trouble that makes the circle's customers leave (a local rival, bad news), fading.
    pub trouble: Vec<f32>,
}

impl Circles {
    /// The trouble of the circle of one person.
    #[must_use]
    pub fn felt_by(&self, people: &People, person: usize) -> f32 {
        self.trouble[people.circle[person] as usize]
    }

    /// The trouble of the circle that has most of it.
    #[must_use]
    pub fn most_trouble(&self) -> f32 {
        self.trouble.iter().copied().fold(0.0, f32::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_a_cosine() {
        let mut east = [0.0; TOPICS];
        east[0] = 3.0;
        let mut north = [0.0; TOPICS];
        north[1] = 0.2;
        let (east, north) = (Interests::towards(east), Interests::towards(north));
        assert!((east.likeness(east) - 1.0).abs() < 0.02);
        assert!(east.likeness(north).abs() < 0.02);
        assert!(Interests::default().likeness(east).abs() < f32::EPSILON);
    }
}
