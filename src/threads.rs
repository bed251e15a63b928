//! Threads: what is asked about many, one by one, is shared among threads in a large market; the answers stand in order.

use rayon::prelude::*;

/// People from whom on a market is large: one run then keeps all threads busy, and is lived alone.
pub const LARGE: usize = 200_000;

/// As many are asked by one thread at once at the least.
const AT_ONCE: usize = 1024;

/// What comes of each, where anything does, in order. In a market of so many people that one run keeps all threads
/// busy they share the work; what comes of it is the same.
pub fn filter_map<T: Sync, R: Send>(
    market: usize,
    each: &[T],
    what_comes: impl Fn(&T) -> Option<R> + Sync,
) -> Vec<R> {
    if market < LARGE {
        return each.iter().filter_map(what_comes).collect();
    }
    each.par_iter().with_min_len(AT_ONCE).filter_map(&what_comes).collect()
}

/// What comes of each of a few large things, in order; something is jotted down on the way, by each thread for itself.
pub fn of_each_with<T: Sync, R: Send, Jotter>(
    market: usize,
    each: &[T],
    jotter: impl Fn() -> Jotter + Sync + Send,
    what_comes: impl Fn(&mut Jotter, &T) -> R + Sync + Send,
) -> Vec<R> {
    if market < LARGE {
        let mut jotter = jotter();
        return each.iter().map(|one| what_comes(&mut jotter, one)).collect();
    }
    each.par_iter().map_init(jotter, what_comes).collect()
}

/// What comes of each of a few large things, in order.
pub fn of_each<T: Sync, R: Send>(
    market: usize,
    each: &[T],
    what_comes: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    if market < LARGE {
        return each.iter().map(what_comes).collect();
    }
    each.par_iter().map(&what_comes).collect()
}

/// What comes of each of so many people, in order.
pub fn of_everybody<R: Send>(people: usize, what_comes: impl Fn(usize) -> R + Sync) -> Vec<R> {
    if people < LARGE {
        return (0..people).map(what_comes).collect();
    }
    (0..people).into_par_iter().with_min_len(AT_ONCE).map(&what_comes).collect()
}

/// The same of those of whom anything comes.
pub fn of_some<R: Send>(people: usize, what_comes: impl Fn(usize) -> Option<R> + Sync) -> Vec<R> {
    if people < LARGE {
        return (0..people).filter_map(what_comes).collect();
    }
    (0..people).into_par_iter().with_min_len(AT_ONCE).filter_map(&what_comes).collect()
}

/// Changes what stands in three columns about each person, who is told by his place.
pub fn each_of<A: Send, B: Send, C: Send>(
    (a, b, c): (&mut [A], &mut [B], &mut [C]),
    change: impl Fn(usize, &mut A, &mut B, &mut C) + Sync,
) {
    let change = |(i, ((a, b), c)): (usize, ((&mut A, &mut B), &mut C))| change(i, a, b, c);
    if a.len() < LARGE {
        return a.iter_mut().zip(b).zip(c).enumerate().for_each(change);
    }
    let all = a.par_iter_mut().zip(b).zip(c).enumerate().with_min_len(AT_ONCE);
    all.for_each(change);
}

/// Puts many in order by what is quickly found of each; what has equal keys stays in the order in which it was.
pub fn sort_by_key<T: Send, Key: Ord>(
    market: usize,
    many: &mut [T],
    key: impl Fn(&T) -> Key + Sync,
) {
    if market < LARGE {
        return many.sort_by_key(key);
    }
    many.par_sort_by_key(key);
}

/// The same by what takes time to find, and so is found once.
pub fn sort_by_cached_key<T: Send + Sync, Key: Ord + Send + Sync>(
    market: usize,
    many: &mut [T],
    key: impl Fn(&T) -> Key + Sync,
) {
    if market < LARGE {
        return many.sort_by_cached_key(key);
    }
    many.par_sort_by_cached_key(key);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_market_gives_the_same_in_the_same_order() {
        let each: Vec<u32> = (0..10_000).collect();
        let odd = |&number: &u32| (number % 3 == 1).then_some(u64::from(number) * 2);
        let small = filter_map(LARGE - 1, &each, odd);
        assert_eq!(small.len(), 3333);
        assert_eq!(filter_map(LARGE, &each, odd), small);
        let doubled = of_each(LARGE, &each, |number| number * 2);
        assert_eq!(doubled, of_each(LARGE - 1, &each, |number| number * 2));
        assert!(of_everybody(LARGE, |i| i).into_iter().eq(0..LARGE));
        let jotted = |market| {
            of_each_with(
                market,
                &each,
                || 0,
                |last, &one| {
                    *last = one;
                    *last + 1
                },
            )
        };
        assert_eq!(jotted(LARGE), jotted(LARGE - 1));
        assert!(jotted(LARGE).into_iter().eq(1..=10_000));
        let in_order = |market| {
            let mut many = each.clone();
            sort_by_cached_key(market, &mut many, |number| number % 7);
            let mut other = each.clone();
            sort_by_key(market, &mut other, |number| number % 7);
            assert_eq!(many, other);
            many
        };
        assert_eq!(in_order(LARGE), in_order(LARGE - 1));
        assert_eq!(in_order(LARGE)[..3], [0, 7, 14], "what is equal stays in its order");
        let mut columns = (vec![0_usize; LARGE], vec![1_u8; LARGE], vec![2_u16; LARGE]);
        let (a, b, c) = (&mut columns.0[..], &mut columns.1[..], &mut columns.2[..]);
        each_of((a, b, c), |i, a, b, c| (*a, *b, *c) = (i + usize::from(*b), 3, *c + 1));
        assert!(columns.0.into_iter().eq(1..=LARGE));
        assert!(columns.1.into_iter().all(|b| b == 3) && columns.2.into_iter().all(|c| c == 3));
        let third = |i| (i % 3 == 1).then_some(i);
        assert!(of_some(LARGE, third).into_iter().eq((0..LARGE).filter_map(third)));
    }
}
