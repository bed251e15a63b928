//! Ties between people, packed: the ties of one person lie side by side, the people in blocks.
//!
//! A tie is held at both ends, so that each person reads only own rows; what changes a tie is a
//! function of both people and of draws about the pair, so both ends always agree. New and
//! broken ties are woven in once a week, block by block, and only where something changed.
//! petgraph serves for construction, import and analysis; the weekly loop lives on these rows
//! (a graph of linked edges costs six to twenty times as much to walk).

mod block;
mod common;
mod tie;

pub use tie::{Loose, NewTie, Origin, Tie, skewed_strength};

use crate::people::PersonId;
use crate::threads::{self, LARGE};
use block::{Block, is_among, merge_block};
pub use block::{Ends, HowWell, Row, Who};
use rayon::prelude::*;
use std::hint::black_box;

/// People in one block: small enough that a block's rows stay in the processor's near memory.
pub const BLOCK: usize = 1024;

/// Rows that are looked for together: about as many as a processor can wait for.
const AT_ONCE: usize = 16;

/// What is woven into a block and taken out of it.
type Change<'a> = (&'a mut Block, (&'a [(PersonId, Tie)], &'a [(PersonId, PersonId)]));

/// Who knows whom, and how well.
#[derive(Clone, Debug, Default)]
pub struct Ties {
    blocks: Vec<Block>,
    spare: Block,
    changes: u64,
}

impl Ties {
    /// Weaves the given ties. Of two ties of one pair, the first stays; a tie to oneself is left out.
    #[must_use]
    pub fn weave(people: usize, given: &[NewTie]) -> Self {
        let blocks = (0..people.div_ceil(BLOCK))
            .map(|block| {
                let rows = BLOCK.min(people - block * BLOCK);
                Block::of_rows(rows)
            })
            .collect();
        let mut ties = Self { blocks, spare: Block::default(), changes: 0 };
        ties.reweave(given, &[]);
        ties
    }

    /// Weaves the ties of these pairs, which are sorted, the smaller number first, and each once.
    ///
    /// Each tie goes straight to its two places, so nothing has to be sorted and nothing is held twice.
    #[must_use]
    pub fn of_sorted(
        people: usize,
        pairs: impl Iterator<Item = (usize, usize)> + Clone,
        tie: impl Fn(usize) -> NewTie,
    ) -> Self {
        let mut degrees = vec![0_u32; people];
        for (one, other) in pairs.clone() {
            degrees[one] += 1;
            degrees[other] += 1;
        }
        let mut blocks: Vec<Block> = degrees.chunks(BLOCK).map(Block::of_degrees).collect();
        // From here on it is told how many ties of each row are in place.
        degrees.fill(0);
        for number in 0..pairs.count() {
            for (person, end) in tie(number).ends() {
                let (block, row) = (person.index() / BLOCK, person.index() % BLOCK);
                let placed = &mut degrees[person.index()];
                blocks[block].put(row, *placed as usize, end);
                *placed += 1;
            }
        }
        Self { blocks, spare: Block::default(), changes: 0 }
    }

    /// How many people may have ties.
    #[must_use]
    pub fn people(&self) -> usize {
        self.blocks.iter().map(Block::rows).sum()
    }

    /// How many ties there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.blocks.iter().map(|block| block.partner.len()).sum::<usize>() / 2
    }

    /// How many times ties have been woven in or taken out: what was counted then holds as long as
    /// this stays the same.
    #[must_use]
    pub const fn changes(&self) -> u64 {
        self.changes
    }

    fn place(&self, person: PersonId) -> (&Block, std::ops::Range<usize>) {
        let block = &self.blocks[person.index() / BLOCK];
        let row = person.index() % BLOCK;
        (block, block.first[row] as usize..block.first[row + 1] as usize)
    }

    /// The ties of one person, by partner in ascending order.
    #[must_use]
    pub fn of(&self, person: PersonId) -> impl ExactSizeIterator<Item = Tie> + '_ {
        let (block, row) = self.place(person);
        row.map(|at| block.get(at))
    }

    /// The people whom one person knows, in ascending order, and how well.
    #[must_use]
    #[inline]
    pub fn row(&self, person: PersonId) -> Row<'_> {
        let (block, row) = self.place(person);
        Row {
            partner: &block.partner[row.clone()],
            pair: &block.pair[row.clone()],
            strength: &block.strength[row.clone()],
            last: &block.last[row.clone()],
            since: &block.since[row],
        }
    }

    /// The people whom one person knows, in ascending order.
    #[must_use]
    pub fn partners(&self, person: PersonId) -> &[u32] {
        let (block, row) = self.place(person);
        &block.partner[row]
    }

    /// Visits whom each of some people knows, and who of those seeks the person.
    ///
    /// The rows lie anywhere in memory. So some of them are looked for at once, and the waits overlap.
    pub fn visit_rows<'t>(
        &'t self,
        mut people: impl Iterator<Item = PersonId>,
        mut visit: impl FnMut(PersonId, Ends<'t>),
    ) {
        let mut found = Vec::with_capacity(AT_ONCE);
        loop {
            found.extend(people.by_ref().take(AT_ONCE).map(|person| {
                let (block, row) = self.place(person);
                (person, Ends { partner: &block.partner[row.clone()], marks: &block.marks[row] })
            }));
            if found.is_empty() {
                return;
            }
            black_box(found.iter().fold(0, |any, (_, ends)| any | ends.touch()));
            found.drain(..).for_each(|(person, ends)| visit(person, ends));
        }
    }

    /// Those whom one person seeks, in ascending order.
    #[inline]
    pub fn sought(&self, person: PersonId) -> impl Iterator<Item = PersonId> + '_ {
        let (block, row) = self.place(person);
        let ends = block.partner[row.clone()].iter().zip(&block.marks[row]);
        ends.filter(|&(_, &marks)| tie::seeks(marks)).map(|(&partner, _)| PersonId(partner))
    }

    /// How many ties one person has.
    #[must_use]
    pub fn degree(&self, person: PersonId) -> usize {
        self.place(person).1.len()
    }

    /// Whether two people know each other.
    #[must_use]
    pub fn knows(&self, one: PersonId, other: PersonId) -> bool {
        is_among(other.0, self.partners(one))
    }

    /// The tie between two people as it lies at the first one's end.
    #[must_use]
    #[inline(always)]
    pub fn between(&self, one: PersonId, other: PersonId) -> Option<Tie> {
        let (block, row) = self.place(one);
        self.row(one).place_of(other).map(|at| block.get(row.start + at))
    }

    /// Lets something happen to everybody's ties, block by block, and to the numbers that a column
    /// has for the same people. Returns what came of each block, in order.
    ///
    /// A block decides alone, so the blocks of a large market are shared among threads.
    pub fn each_block<T: Send>(
        &mut self,
        column: &mut [f32],
        happens: impl Fn(Who<'_>, HowWell<'_>, &mut [f32]) -> T + Sync,
    ) -> Vec<T> {
        type Numbered<'a> = ((usize, &'a mut Block), &'a mut [f32]);
        let one = |((number, block), column): Numbered<'_>| {
            let (who, how_well) = block.parts(number);
            happens(who, how_well, column)
        };
        if column.len() >= LARGE {
            let blocks = self.blocks.par_iter_mut().enumerate();
            return blocks.zip(column.par_chunks_mut(BLOCK)).map(one).collect();
        }
        self.blocks.iter_mut().enumerate().zip(column.chunks_mut(BLOCK)).map(one).collect()
    }

    /// Changes strength and last contact of one tie at both ends; false where there is no such tie.
    pub fn touch(
        &mut self,
        one: PersonId,
        other: PersonId,
        change: impl Fn(&mut f32, &mut i16),
    ) -> bool {
        [(one, other), (other, one)].into_iter().all(|(from, to)| {
            let row = self.place(from).1;
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
        if new.is_empty() && broken.is_empty() {
            return Vec::new();
        }
        self.changes += 1;
        let mut woven: Vec<NewTie> = threads::filter_map(self.people(), new, |tie| {
            let (one, other) = tie.people;
            (one != other && !self.knows(one, other)).then_some(*tie)
        });
        let pair = |tie: &NewTie| (tie.people.0.min(tie.people.1), tie.people.0.max(tie.people.1));
        // Stable, so that of two new ties of one pair the first proposed stays.
        threads::sort_by_key(self.people(), &mut woven, pair);
        woven.dedup_by_key(|tie| pair(tie));
        let mut ins: Vec<(PersonId, Tie)> = woven.iter().flat_map(NewTie::ends).collect();
        threads::sort_by_key(self.people(), &mut ins, |(person, tie)| (*person, tie.partner));
        let mut outs: Vec<(PersonId, PersonId)> =
            broken.iter().flat_map(|&(a, b)| [(a, b), (b, a)]).collect();
        threads::sort_by_key(self.people(), &mut outs, |&pair| pair);
        self.merge(&ins, &outs);
        woven
    }

    fn merge(&mut self, mut ins: &[(PersonId, Tie)], mut outs: &[(PersonId, PersonId)]) {
        let of_block = |number: usize| {
            let end = PersonId(((number + 1) * BLOCK) as u32);
            let ins = ins.split_off(..ins.partition_point(|(person, _)| *person < end));
            let outs = outs.split_off(..outs.partition_point(|(person, _)| *person < end));
            (ins.unwrap_or_default(), outs.unwrap_or_default())
        };
        let changes: Vec<_> = (0..self.blocks.len()).map(of_block).collect();
        let merge = |spare: &mut Block, (number, (block, (ins, outs))): (usize, Change<'_>)| {
            if !ins.is_empty() || !outs.is_empty() {
                merge_block(block, number, spare, ins, outs);
                std::mem::swap(block, spare);
            }
        };
        if self.blocks.len() * BLOCK >= LARGE {
            let blocks = self.blocks.par_iter_mut().zip(changes).enumerate();
            blocks.for_each_init(Block::default, merge);
        } else {
            let blocks = self.blocks.iter_mut().zip(changes).enumerate();
            blocks.for_each(|block| merge(&mut self.spare, block));
        }
    }
}

#[cfg(test)]
mod tests;
