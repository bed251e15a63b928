//! Ties between people, packed: the ties of one person lie side by side, the people in blocks.
//!
//! A tie is held at both ends, so that each person reads only own rows; what changes a tie is a
//! function of both people and of draws about the pair, so both ends always agree. New and
//! broken ties are woven in once a week, block by block, and only where something changed.
//! petgraph serves for construction, import and analysis; the weekly loop lives on these rows
//! (a graph of linked edges costs six to twenty times as much to walk).

use crate::draws::Draw;
use crate::elementary::power;
use crate::people::PersonId;
use crate::quantity::Share;

/// People in one block: small enough that a block's rows stay in the processor's near memory.
pub const BLOCK: usize = 1024;

/// Where a tie comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Origin {
    /// It was there before the first week.
    Given,
    /// The two met by chance.
    Chance,
    /// A common friend brought them together.
    FriendOfFriend,
    /// A firm introduced them.
    Brokered,
}

/// The two lowest bits of a tie's marks hold its [`Origin`].
const ORIGIN_BITS: u8 = 0b011;
/// Set at the end of a person who seeks the other.
const SEEKS: u8 = 0b100;

/// A strength from a right-skewed law, many weak and few strong, with the given mean.
///
/// The law is Beta(1, b) on the strengths from `floor` to 1, by inversion of one draw.
#[must_use]
pub fn skewed_strength(mean: Share, floor: Share, draw: Draw) -> f32 {
    let shape = 1.0 / mean.0 - 1.0;
    let strength = 1.0 - power(1.0 - draw.unit(), 1.0 / shape);
    (floor.0 + (1.0 - floor.0) * strength) as f32
}

/// One end of one tie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tie {
    /// The person at the other end.
    pub partner: PersonId,
    /// Strength from 0 to 1; with time enough, about the number of contacts a week.
    pub strength: f32,
    /// The week of the last contact; before the first week it is negative.
    pub last: i16,
    /// The week in which the tie began; negative where it was given.
    pub since: i16,
    marks: u8,
}

impl Tie {
    /// Where the tie comes from.
    #[must_use]
    pub const fn origin(&self) -> Origin {
        origin_of(self.marks)
    }

    /// Whether the person at this end seeks the other, and not only is sought.
    #[must_use]
    pub const fn seeks(&self) -> bool {
        self.marks & SEEKS != 0
    }

    /// Whether there has been no contact for longer than so many weeks.
    #[must_use]
    pub const fn is_dormant(&self, week: u32, after: f64) -> bool {
        week as f64 - self.last as f64 > after
    }
}

/// A tie that is to be woven in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NewTie {
    /// The two people.
    pub people: (PersonId, PersonId),
    /// Strength to begin with.
    pub strength: f32,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether the first seeks the second, and the second the first.
    pub seeks: (bool, bool),
    /// Weeks of last contact and of beginning.
    pub last: i16,
    /// The week in which it began.
    pub since: i16,
}

impl NewTie {
    fn ends(&self) -> [(PersonId, Tie); 2] {
        let end = |partner, seeks| Tie {
            partner,
            strength: self.strength,
            last: self.last,
            since: self.since,
            marks: self.origin as u8 | if seeks { SEEKS } else { 0 },
        };
        let (one, other) = self.people;
        [
            (one, end(other, self.seeks.0)),
            (other, end(one, self.seeks.1)),
        ]
    }
}

const fn origin_of(marks: u8) -> Origin {
    match marks & ORIGIN_BITS {
        0 => Origin::Given,
        1 => Origin::Chance,
        2 => Origin::FriendOfFriend,
        _ => Origin::Brokered,
    }
}

/// The rows of a block of people, one column for each property of a tie's end.
#[derive(Clone, Debug, Default, PartialEq)]
struct Block {
    first: Vec<u32>,
    partner: Vec<u32>,
    strength: Vec<f32>,
    last: Vec<i16>,
    since: Vec<i16>,
    marks: Vec<u8>,
}

impl Block {
    fn get(&self, at: usize) -> Tie {
        Tie {
            partner: PersonId(self.partner[at]),
            strength: self.strength[at],
            last: self.last[at],
            since: self.since[at],
            marks: self.marks[at],
        }
    }

    fn push(&mut self, tie: Tie) {
        self.partner.push(tie.partner.0);
        self.strength.push(tie.strength);
        self.last.push(tie.last);
        self.since.push(tie.since);
        self.marks.push(tie.marks);
    }

    fn extend_one(&mut self, tie: Option<&(PersonId, Tie)>) {
        if let Some((_, tie)) = tie {
            self.push(*tie);
        }
    }

    /// Notes where the rows up to this one begin, when so much of the old block is copied: rows
    /// that are still to be copied are shifted by what came in and went out before them.
    fn begin_rows(&mut self, old: &Self, row: usize, copied: usize) {
        let (written, next) = (self.partner.len(), self.first.len());
        let shifted = old.first.get(next..=row).unwrap_or_default().iter();
        self.first
            .extend(shifted.map(|&first| first + written as u32 - copied as u32));
    }

    fn clear(&mut self) {
        self.first.clear();
        self.partner.clear();
        self.strength.clear();
        self.last.clear();
        self.since.clear();
        self.marks.clear();
    }

    /// Copies a stretch of another block's ties.
    fn extend(&mut self, from: &Self, stretch: std::ops::Range<usize>) {
        self.partner
            .extend_from_slice(&from.partner[stretch.clone()]);
        self.strength
            .extend_from_slice(&from.strength[stretch.clone()]);
        self.last.extend_from_slice(&from.last[stretch.clone()]);
        self.since.extend_from_slice(&from.since[stretch.clone()]);
        self.marks.extend_from_slice(&from.marks[stretch]);
    }
}

/// One person's ties, to be read and strengthened or weakened in place.
#[derive(Debug)]
pub struct Row<'a> {
    /// Whose ties these are.
    pub person: PersonId,
    /// Who is at the other end, in ascending order.
    pub partner: &'a [u32],
    /// The strengths.
    pub strength: &'a mut [f32],
    /// The weeks of last contact.
    pub last: &'a mut [i16],
}

/// Who knows whom, and how well.
#[derive(Clone, Debug, Default)]
pub struct Ties {
    people: usize,
    blocks: Vec<Block>,
    spare: Block,
}

impl Ties {
    /// Weaves the given ties. Of two ties of one pair, the first stays; a tie to oneself is left out.
    #[must_use]
    pub fn weave(people: usize, given: &[NewTie]) -> Self {
        let blocks = (0..people.div_ceil(BLOCK))
            .map(|block| {
                let rows = BLOCK.min(people - block * BLOCK);
                Block {
                    first: vec![0; rows + 1],
                    ..Block::default()
                }
            })
            .collect();
        let mut ties = Self {
            people,
            blocks,
            spare: Block::default(),
        };
        ties.reweave(given, &[]);
        ties
    }

    /// How many ties there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.blocks
            .iter()
            .map(|block| block.partner.len())
            .sum::<usize>()
            / 2
    }

    fn row(&self, person: PersonId) -> (&Block, std::ops::Range<usize>) {
        let block = &self.blocks[person.index() / BLOCK];
        let row = person.index() % BLOCK;
        (
            block,
            block.first[row] as usize..block.first[row + 1] as usize,
        )
    }

    /// The ties of one person, by partner in ascending order.
    pub fn of(&self, person: PersonId) -> impl ExactSizeIterator<Item = Tie> + '_ {
        let (block, row) = self.row(person);
        row.map(|at| block.get(at))
    }

    /// The people whom one person knows, in ascending order, and how well.
    #[must_use]
    #[inline]
    pub fn strengths(&self, person: PersonId) -> (&[u32], &[f32]) {
        let (block, row) = self.row(person);
        (&block.partner[row.clone()], &block.strength[row])
    }

    /// The people whom one person knows, in ascending order.
    #[must_use]
    pub fn partners(&self, person: PersonId) -> &[u32] {
        let (block, row) = self.row(person);
        &block.partner[row]
    }

    /// How many ties one person has.
    #[must_use]
    pub fn degree(&self, person: PersonId) -> usize {
        self.row(person).1.len()
    }

    /// The tie between two people as it lies at the first one's end.
    #[must_use]
    pub fn between(&self, one: PersonId, other: PersonId) -> Option<Tie> {
        let (block, row) = self.row(one);
        let start = row.start;
        block.partner[row]
            .binary_search(&other.0)
            .ok()
            .map(|at| block.get(start + at))
    }

    /// How many people two people both know.
    #[must_use]
    pub fn common(&self, one: PersonId, other: PersonId) -> usize {
        let (mut ours, mut theirs) = (self.partners(one), self.partners(other));
        let mut common = 0;
        while let (Some(a), Some(b)) = (ours.first(), theirs.first()) {
            common += usize::from(a == b);
            let (ahead, behind) = (a <= b, b <= a);
            ours = &ours[usize::from(ahead)..];
            theirs = &theirs[usize::from(behind)..];
        }
        common
    }

    /// Everybody's ties, to be strengthened or weakened in place.
    pub fn rows_mut(&mut self) -> impl Iterator<Item = Row<'_>> {
        self.blocks
            .iter_mut()
            .enumerate()
            .flat_map(|(number, block)| {
                let Block {
                    first,
                    partner,
                    strength,
                    last,
                    ..
                } = block;
                let mut rest = (
                    partner.as_slice(),
                    strength.as_mut_slice(),
                    last.as_mut_slice(),
                );
                first.windows(2).enumerate().map(move |(row, ends)| {
                    let length = (ends[1] - ends[0]) as usize;
                    let (partner, partners) = rest.0.split_at(length);
                    let (strength, strengths) = std::mem::take(&mut rest.1).split_at_mut(length);
                    let (last, lasts) = std::mem::take(&mut rest.2).split_at_mut(length);
                    rest = (partners, strengths, lasts);
                    let person = PersonId((number * BLOCK + row) as u32);
                    Row {
                        person,
                        partner,
                        strength,
                        last,
                    }
                })
            })
    }

    /// Changes strength and last contact of one tie at both ends; false where there is no such tie.
    pub fn touch(
        &mut self,
        one: PersonId,
        other: PersonId,
        change: impl Fn(&mut f32, &mut i16),
    ) -> bool {
        [(one, other), (other, one)].into_iter().all(|(from, to)| {
            let row = self.row(from).1;
            let block = &mut self.blocks[from.index() / BLOCK];
            let found = block.partner[row.clone()].binary_search(&to.0);
            if let Ok(at) = found {
                let at = row.start + at;
                change(&mut block.strength[at], &mut block.last[at]);
            }
            found.is_ok()
        })
    }

    /// Weaves in new ties and takes out broken ones; returns the new ties that were really new.
    ///
    /// A pair that is tied already, or that stands twice among the new, is woven in once only.
    pub fn reweave(&mut self, new: &[NewTie], broken: &[(PersonId, PersonId)]) -> Vec<NewTie> {
        let mut woven: Vec<NewTie> = new
            .iter()
            .filter(|tie| {
                tie.people.0 != tie.people.1 && self.between(tie.people.0, tie.people.1).is_none()
            })
            .copied()
            .collect();
        let pair = |tie: &NewTie| {
            (
                tie.people.0.min(tie.people.1),
                tie.people.0.max(tie.people.1),
            )
        };
        // Stable, so that of two new ties of one pair the first proposed stays.
        woven.sort_by_key(pair);
        woven.dedup_by_key(|tie| pair(tie));
        let mut ins: Vec<(PersonId, Tie)> = woven.iter().flat_map(NewTie::ends).collect();
        ins.sort_unstable_by_key(|(person, tie)| (*person, tie.partner));
        let mut outs: Vec<(PersonId, PersonId)> =
            broken.iter().flat_map(|&(a, b)| [(a, b), (b, a)]).collect();
        outs.sort_unstable();
        self.merge(&ins, &outs);
        woven
    }

    fn merge(&mut self, mut ins: &[(PersonId, Tie)], mut outs: &[(PersonId, PersonId)]) {
        for number in 0..self.blocks.len() {
            let end = PersonId(((number + 1) * BLOCK) as u32);
            let (in_here, in_later) =
                ins.split_at(ins.partition_point(|(person, _)| *person < end));
            let (out_here, out_later) =
                outs.split_at(outs.partition_point(|(person, _)| *person < end));
            (ins, outs) = (in_later, out_later);
            if in_here.is_empty() && out_here.is_empty() {
                continue;
            }
            merge_block(
                &self.blocks[number],
                number,
                &mut self.spare,
                in_here,
                out_here,
            );
            std::mem::swap(&mut self.blocks[number], &mut self.spare);
        }
    }
}

/// Writes a block anew with what comes in and without what goes out; both are in the block's order.
///
/// Between two changes, ties are copied in one stretch, however many people's rows it spans.
fn merge_block(
    old: &Block,
    number: usize,
    to: &mut Block,
    ins: &[(PersonId, Tie)],
    outs: &[(PersonId, PersonId)],
) {
    to.clear();
    let mut copied = 0;
    let (mut ins, mut outs) = (ins.iter().peekable(), outs.iter().peekable());
    loop {
        let comes = ins.peek().map(|(person, tie)| (*person, tie.partner));
        let goes = outs.peek().map(|pair| **pair);
        let Some((person, partner)) = comes.into_iter().chain(goes).min() else {
            break;
        };
        let row = person.index() - number * BLOCK;
        to.begin_rows(old, row, copied);
        let start = (old.first[row] as usize).max(copied);
        let end = old.first[row + 1] as usize;
        let at = start + old.partner[start..end].partition_point(|&known| known < partner.0);
        to.extend(old, copied..at);
        copied = at;
        if comes == Some((person, partner)) {
            to.extend_one(ins.next());
        } else {
            copied += usize::from(copied < end && old.partner[copied] == partner.0);
            outs.next();
        }
    }
    to.begin_rows(old, old.first.len() - 1, copied);
    to.extend(old, copied..old.partner.len());
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn tie(a: u32, b: u32) -> NewTie {
        NewTie {
            people: (PersonId(a), PersonId(b)),
            strength: 0.5,
            origin: Origin::Chance,
            seeks: (true, false),
            last: 0,
            since: 0,
        }
    }

    fn pairs(ties: &Ties) -> BTreeSet<(u32, u32)> {
        (0..ties.people as u32)
            .flat_map(|a| {
                ties.of(PersonId(a))
                    .map(move |t| (a, t.partner.0))
                    .collect::<Vec<_>>()
            })
            .collect()
    }

    #[test]
    fn both_ends_of_a_tie_agree_but_for_who_seeks_whom() {
        let ties = Ties::weave(3, &[tie(2, 0), tie(0, 2), tie(1, 1)]);
        assert_eq!(ties.count(), 1);
        let (here, there) = (
            ties.between(PersonId(0), PersonId(2)),
            ties.between(PersonId(2), PersonId(0)),
        );
        let (here, there) = (here.expect("tied"), there.expect("tied"));
        assert_eq!(
            (here.strength, here.origin()),
            (there.strength, Origin::Chance)
        );
        assert!(there.seeks() && !here.seeks());
    }

    #[test]
    fn common_acquaintances_are_counted() {
        let ties = Ties::weave(
            5,
            &[
                tie(0, 2),
                tie(0, 3),
                tie(1, 2),
                tie(1, 3),
                tie(1, 4),
                tie(0, 1),
            ],
        );
        assert_eq!(ties.common(PersonId(0), PersonId(1)), 2);
        assert_eq!(ties.common(PersonId(2), PersonId(4)), 1);
    }

    #[test]
    fn a_touched_tie_changes_at_both_ends() {
        let mut ties = Ties::weave(3, &[tie(0, 2)]);
        assert!(ties.touch(PersonId(2), PersonId(0), |strength, last| (
            *strength, *last
        ) = (0.9, 7)));
        assert!(!ties.touch(PersonId(2), PersonId(1), |_, _| {}));
        let there = ties.between(PersonId(0), PersonId(2)).expect("tied");
        assert_eq!((there.strength, there.last), (0.9, 7));
    }

    proptest! {
        #[test]
        fn weaving_is_adding_and_taking_out_of_a_set(
            weeks in prop::collection::vec(
                (prop::collection::vec((0_u32..2500, 0_u32..2500), 0..60), prop::collection::vec(any::<prop::sample::Index>(), 0..20)),
                1..6,
            )
        ) {
            let mut ties = Ties::weave(2500, &[]);
            let mut set = BTreeSet::new();
            for (new, gone) in weeks {
                let now: Vec<(u32, u32)> = set.iter().copied().filter(|(a, b)| a < b).collect();
                let gone: BTreeSet<(u32, u32)> =
                    gone.iter().filter(|_| !now.is_empty()).map(|index| *index.get(&now)).collect();
                let broken: Vec<_> = gone.iter().map(|&(a, b)| (PersonId(a), PersonId(b))).collect();
                let new: Vec<NewTie> = new.iter().map(|&(a, b)| tie(a, b)).collect();
                let woven = ties.reweave(&new, &broken);
                for &(a, b) in &gone {
                    set.remove(&(a, b));
                    set.remove(&(b, a));
                }
                for t in &woven {
                    let (a, b) = (t.people.0.0, t.people.1.0);
                    prop_assert!(set.insert((a, b)) && set.insert((b, a)));
                }
                prop_assert_eq!(&pairs(&ties), &set);
                prop_assert_eq!(ties.rows_mut().map(|row| row.partner.len()).sum::<usize>(), set.len());
            }
        }
    }
}
