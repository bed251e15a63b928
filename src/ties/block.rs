//! One block of people's rows: columns of tie ends, and how new ties are woven in and broken ones taken out.

use super::tie::{is_sought, origin_of};
use super::{BLOCK, Origin, Tie};
use crate::draws::Pair;
use crate::people::PersonId;
use std::ops::Range;

/// The rows of a block of people, one column for each property of a tie's end.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Block {
    pub(super) first: Vec<u32>,
    pub(super) partner: Vec<u32>,
    pub(super) marks: Vec<u8>,
    pub(super) pair: Vec<Pair>,
    pub(super) strength: Vec<f32>,
    pub(super) last: Vec<i16>,
    pub(super) since: Vec<i16>,
}

/// One person's ties.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Who is at the other end, in ascending order.
    pub partner: &'a [u32],
    /// The two people of each tie for the purposes of chance.
    pub pair: &'a [Pair],
    /// The strengths.
    pub strength: &'a [f32],
    /// The weeks of last contact.
    pub last: &'a [i16],
    /// The weeks in which the ties began.
    pub since: &'a [i16],
}

impl Row<'_> {
    /// Where the tie to somebody stands.
    #[must_use]
    #[inline]
    pub fn place_of(&self, other: PersonId) -> Option<usize> {
        self.partner.binary_search(&other.0).ok()
    }
}

/// Whom one person knows, and who seeks whom.
#[derive(Clone, Copy, Debug)]
pub struct Ends<'a> {
    /// Who is at the other end, in ascending order.
    pub partner: &'a [u32],
    pub(super) marks: &'a [u8],
}

impl Ends<'_> {
    /// Who is at the other end, in ascending order, and whether he seeks the person.
    pub fn seekers(&self) -> impl Iterator<Item = (PersonId, bool)> {
        let ends = self.partner.iter().zip(self.marks);
        ends.map(|(&partner, &marks)| (PersonId(partner), is_sought(marks)))
    }

    /// Looks at both ends of the row, and at who seeks whom in it, so that all of it is fetched from memory.
    pub(super) fn touch(&self) -> u32 {
        let (first, last) = (self.partner.first(), self.partner.last());
        let marks = self.marks.first().copied().map_or(0, u32::from);
        marks | first.map_or(0, |&first| first) | last.map_or(0, |&last| last)
    }
}

/// Who knows whom in one block of people.
#[derive(Clone, Copy, Debug)]
pub struct Who<'a> {
    person: u32,
    first: &'a [u32],
    /// Who is at the other end; each person's in ascending order.
    pub partner: &'a [u32],
    /// The two people of each tie for the purposes of chance.
    pub pair: &'a [Pair],
    marks: &'a [u8],
}

/// How well, to be changed in place.
#[derive(Debug)]
pub struct HowWell<'a> {
    /// The strengths.
    pub strength: &'a mut [f32],
    /// The weeks of last contact.
    pub last: &'a mut [i16],
}

impl Who<'_> {
    /// Whether the two people of the tie at this place are kin.
    #[must_use]
    pub const fn are_kin(&self, at: usize) -> bool {
        matches!(origin_of(self.marks[at]), Origin::Kin)
    }

    /// The people of the block in order, each with the places where the own ties stand.
    pub fn rows(&self) -> impl Iterator<Item = (PersonId, Range<usize>)> + use<'_> {
        let rows = self.first.windows(2).map(|ends| ends[0] as usize..ends[1] as usize);
        (self.person..).map(PersonId).zip(rows)
    }

    /// Writes at the place of each tie what is to be said of the person whose it is.
    ///
    /// How many ties somebody has no processor can guess, so as many places as nearly all rows take are
    /// written at once, and what was too much is overwritten by the next row.
    pub fn spread<T: Copy + Default>(&self, of: impl Fn(PersonId) -> T, to: &mut Vec<T>) {
        const AT_ONCE: usize = 32;
        to.resize(self.partner.len() + AT_ONCE, T::default());
        for (person, row) in self.rows() {
            let same = [of(person); AT_ONCE];
            to[row.start..row.start + AT_ONCE].copy_from_slice(&same);
            for from in (row.start + AT_ONCE..row.end).step_by(AT_ONCE) {
                to[from..from + AT_ONCE].copy_from_slice(&same);
            }
        }
        to.truncate(self.partner.len());
    }
}

impl Block {
    /// The ties of this block, which has this number: who, and how well.
    pub(super) fn parts(&mut self, number: usize) -> (Who<'_>, HowWell<'_>) {
        let Self { first, partner, pair, strength, last, marks, .. } = self;
        let who = Who { person: (number * BLOCK) as u32, first, partner, pair, marks };
        (who, HowWell { strength, last })
    }

    /// A block of so many people without ties.
    pub(super) fn of_rows(rows: usize) -> Self {
        Self { first: vec![0; rows + 1], ..Self::default() }
    }

    /// How many people the block has.
    pub(super) const fn rows(&self) -> usize {
        self.first.len().saturating_sub(1)
    }

    /// A block of people with so many ties each, which are still to be put in.
    pub(super) fn of_degrees(degrees: &[u32]) -> Self {
        let mut end = 0;
        let ends = degrees.iter().map(|degree| {
            end += degree;
            end
        });
        let first: Vec<u32> = std::iter::once(0).chain(ends).collect();
        let ties = *first.last().unwrap_or(&0) as usize;
        Self {
            first,
            partner: vec![0; ties],
            pair: vec![Pair::default(); ties],
            strength: vec![0.0; ties],
            last: vec![0; ties],
            since: vec![0; ties],
            marks: vec![0; ties],
        }
    }

    /// Puts a tie at its place in a row.
    pub(super) fn put(&mut self, row: usize, place: usize, tie: Tie) {
        let at = self.first[row] as usize + place;
        self.partner[at] = tie.partner.0;
        self.pair[at] = tie.pair;
        self.strength[at] = tie.strength;
        (self.last[at], self.since[at]) = (tie.last, tie.since);
        self.marks[at] = tie.marks;
    }

    /// The tie at a place. Whoever asks for one property of it looks at that column only, if this is inlined.
    #[inline(always)]
    pub(super) fn get(&self, at: usize) -> Tie {
        Tie {
            partner: PersonId(self.partner[at]),
            pair: self.pair[at],
            strength: self.strength[at],
            last: self.last[at],
            since: self.since[at],
            marks: self.marks[at],
        }
    }

    fn push(&mut self, tie: Tie) {
        self.partner.push(tie.partner.0);
        self.pair.push(tie.pair);
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
        self.first.extend(shifted.map(|&first| first + written as u32 - copied as u32));
    }

    fn clear(&mut self) {
        self.first.clear();
        self.partner.clear();
        self.pair.clear();
        self.strength.clear();
        self.last.clear();
        self.since.clear();
        self.marks.clear();
    }

    /// Makes room for so many ties and a few more.
    fn make_room(&mut self, ties: usize) {
        if self.partner.capacity() < ties {
            let room = ties + ties / 16;
            self.partner.reserve_exact(room);
            self.pair.reserve_exact(room);
            self.strength.reserve_exact(room);
            self.last.reserve_exact(room);
            self.since.reserve_exact(room);
            self.marks.reserve_exact(room);
        }
    }

    /// Copies a stretch of another block's ties.
    fn extend(&mut self, from: &Self, stretch: Range<usize>) {
        self.partner.extend_from_slice(&from.partner[stretch.clone()]);
        self.pair.extend_from_slice(&from.pair[stretch.clone()]);
        self.strength.extend_from_slice(&from.strength[stretch.clone()]);
        self.last.extend_from_slice(&from.last[stretch.clone()]);
        self.since.extend_from_slice(&from.since[stretch.clone()]);
        self.marks.extend_from_slice(&from.marks[stretch]);
    }
}

/// Writes a block anew with what comes in and without what goes out; both are in the block's order.
///
/// Between two changes, ties are copied in one stretch, however many people's rows it spans.
pub(super) fn merge_block(
    old: &Block,
    number: usize,
    to: &mut Block,
    ins: &[(PersonId, Tie)],
    outs: &[(PersonId, PersonId)],
) {
    to.clear();
    // A list that grows by itself doubles, and then holds twice what it needs.
    to.make_room((old.partner.len() + ins.len()).saturating_sub(outs.len()));
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

/// Whether somebody is among a few people in ascending order.
///
/// Up to so many it is faster to compare all of them, several at once, than to guess where to look.
pub(super) fn is_among(who: u32, people: &[u32]) -> bool {
    const SEVERAL: usize = 64;
    if people.len() > SEVERAL {
        return people.binary_search(&who).is_ok();
    }
    people.iter().map(|&other| u32::from(other == who)).sum::<u32>() > 0
}
