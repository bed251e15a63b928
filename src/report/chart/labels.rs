//! Names beside the ends of their lines, moved apart where they would overlap.

/// Where centres of labels lie that want to be at `wanted` and are `heights` high.
///
/// They keep their order, do not overlap, move as little as possible together, and stay between
/// `top` and `bottom` as long as there is room for all of them.
pub(crate) fn spread(wanted: &[f64], heights: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]));
    let mut groups: Vec<Group> = Vec::new();
    for label in order {
        let mut group = Group::alone(label, wanted[label], heights[label]);
        group.keep_inside(top, bottom);
        while let Some(above) = groups.pop_if(|above| above.start + above.height > group.start) {
            group = above.joined(group);
            group.keep_inside(top, bottom);
        }
        groups.push(group);
    }
    let mut centres = vec![0.0; wanted.len()];
    for group in &groups {
        let mut start = group.start;
        for &label in &group.labels {
            centres[label] = start + heights[label] / 2.0;
            start += heights[label];
        }
    }
    centres
}

/// Labels that touch each other and move together.
struct Group {
    labels: Vec<usize>,
    /// Where the group would like to start: the mean of what its labels would like.
    wish: f64,
    start: f64,
    height: f64,
}

impl Group {
    fn alone(label: usize, centre: f64, height: f64) -> Self {
        let wish = centre - height / 2.0;
        Self { labels: vec![label], wish, start: wish, height }
    }

    fn joined(mut self, below: Self) -> Self {
        let (mine, theirs) = (self.labels.len() as f64, below.labels.len() as f64);
        let wish = (self.wish * mine + (below.wish - self.height) * theirs) / (mine + theirs);
        self.labels.extend(below.labels);
        Self { labels: self.labels, wish, start: wish, height: self.height + below.height }
    }

    fn keep_inside(&mut self, top: f64, bottom: f64) {
        self.start = self.wish.min(bottom - self.height).max(top);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_that_do_not_overlap_stay_where_they_are() {
        assert_eq!(spread(&[50.0, 20.0], &[10.0; 2], 0.0, 100.0), [50.0, 20.0]);
    }

    #[test]
    fn labels_that_overlap_give_way_evenly() {
        assert_eq!(spread(&[50.0, 50.0], &[10.0; 2], 0.0, 100.0), [45.0, 55.0]);
        assert_eq!(spread(&[99.0, 98.0], &[10.0; 2], 0.0, 100.0), [95.0, 85.0]);
    }

    proptest! {
        #[test]
        fn labels_never_overlap_and_never_leave(wanted in prop::collection::vec(-50.0..150.0, 0..10)) {
            let centres = spread(&wanted, &vec![10.0; wanted.len()], 0.0, 100.0);
            let mut sorted = centres.clone();
            sorted.sort_by(f64::total_cmp);
            for pair in sorted.windows(2) {
                prop_assert!(pair[1] - pair[0] > 10.0 - 1e-9);
            }
            prop_assert!(sorted.iter().all(|&centre| (4.999..95.001).contains(&centre)));
        }
    }
}
