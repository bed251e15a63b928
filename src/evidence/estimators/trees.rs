//! Trees of referrals: how far adoption travels from those whom nobody brought, and in which shape.
//!
//! A tree is a person whom nobody brought, with all who came through him in one step or in several.

/// A forest of referrals, in the order in which people came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forest {
    /// Who brought each, by place; whoever brings has come before.
    parents: Vec<Option<usize>>,
}

/// One tree: its size and its shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tree {
    /// How many people there are in it, its root among them.
    pub size: usize,
    /// How many steps the farthest is from the root.
    pub depth: usize,
    /// The mean number of steps between two of its people: the structural virality of Goel et al.
    /// 2016; 0 of a root alone.
    pub virality: f64,
}

impl Forest {
    /// Adds someone whom nobody brought, or who was brought by somebody who came before him.
    /// Returns his place.
    pub fn add(&mut self, parent: Option<usize>) -> usize {
        let place = self.parents.len();
        self.parents.push(parent.filter(|&parent| parent < place));
        place
    }

    /// How many people there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.parents.len()
    }

    /// Whether there is nobody.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.parents.is_empty()
    }

    /// How many steps each is from the root of his tree.
    #[must_use]
    pub fn generations(&self) -> Vec<usize> {
        let mut generations: Vec<usize> = Vec::with_capacity(self.len());
        for parent in &self.parents {
            generations.push(parent.map_or(0, |parent| generations[parent] + 1));
        }
        generations
    }

    /// All trees, in the order of their roots.
    #[must_use]
    pub fn trees(&self) -> Vec<Tree> {
        let below = self.sizes();
        let generations = self.generations();
        // Each tie of a tree lies on the way between all on its one side and all on its other.
        let mut roots: Vec<usize> = Vec::with_capacity(self.len());
        let mut trees: Vec<Option<(Tree, f64)>> = vec![None; self.len()];
        for (place, parent) in self.parents.iter().enumerate() {
            let root = parent.map_or(place, |parent| roots[parent]);
            roots.push(root);
            let size = below[root];
            let (tree, ways) =
                trees[root].get_or_insert((Tree { size, depth: 0, virality: 0.0 }, 0.0));
            tree.depth = tree.depth.max(generations[place]);
            *ways += below[place] as f64 * (size - below[place]) as f64;
        }
        let shaped = trees.into_iter().flatten().map(|(tree, ways)| {
            let pairs = tree.size as f64 * (tree.size as f64 - 1.0) / 2.0;
            Tree { virality: if pairs > 0.0 { ways / pairs } else { 0.0 }, ..tree }
        });
        shaped.collect()
    }

    /// How many people came through each, himself among them.
    fn sizes(&self) -> Vec<usize> {
        let mut sizes = vec![1; self.len()];
        for place in (0..self.len()).rev() {
            if let Some(parent) = self.parents[place] {
                sizes[parent] += sizes[place];
            }
        }
        sizes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forest(parents: &[Option<usize>]) -> Forest {
        let mut forest = Forest::default();
        for parent in parents {
            forest.add(*parent);
        }
        forest
    }

    #[test]
    fn stars_and_paths_have_the_virality_of_the_closed_forms() {
        let star = forest(&[&[None], vec![Some(0); 9].as_slice()].concat());
        let path = forest(&std::iter::once(None).chain((0..9).map(Some)).collect::<Vec<_>>());
        let (star, path) = (star.trees()[0], path.trees()[0]);
        // Mean distance in a star of n is 2(n-1)/n, in a path (n+1)/3.
        assert!((star.virality - 1.8).abs() < 1e-12 && star.depth == 1 && star.size == 10);
        assert!((path.virality - 11.0 / 3.0).abs() < 1e-12 && path.depth == 9);
    }

    #[test]
    fn trees_are_told_apart() {
        // 0 brought 2 and 3, 3 brought 4; 1 brought 5; 6 stays alone.
        let forest = forest(&[None, None, Some(0), Some(0), Some(3), Some(1), None]);
        assert_eq!(forest.generations(), [0, 0, 1, 1, 2, 1, 0]);
        let trees = forest.trees();
        let shapes: Vec<(usize, usize)> =
            trees.iter().map(|tree| (tree.size, tree.depth)).collect();
        assert_eq!(shapes, [(4, 2), (2, 1), (1, 0)]);
        // 2-0-3-4 is a path of four.
        assert!((trees[0].virality - 5.0 / 3.0).abs() < 1e-12 && trees[2].virality == 0.0);
    }

    #[test]
    fn nobody_is_brought_by_whoever_comes_later() {
        assert_eq!(forest(&[Some(1), Some(0)]).generations(), [0, 1]);
    }
}
