//! How much memory a run takes, told before it begins, so that it is refused rather than killed by the system.

use super::ground::Ground;
use crate::scenario::Scenario;
use crate::threads::LARGE;
use sysinfo::{MemoryRefreshKind, RefreshKind, System};

/// Bytes that a person takes: traits, use of time, and what is noted about a week.
const PERSON: u64 = 160;
/// Bytes that a person takes in the columns of each firm, if all are in use.
const STANDING: u64 = 170;
/// Bytes that a tie takes at its two ends, with room for those that come.
const TIE: u64 = 52;
/// Bytes that a tie takes while the network is made, before the market is put on it.
const DRAWN: u64 = 48;
/// Bytes of the program itself, and of results.
const PROGRAM: u64 = 60 << 20;

/// What a run needs, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// For one replication: the market as it begins, and the copy that a strategy lives in.
    pub replication: u64,
    /// Whether replications are lived one after the other.
    pub one_at_a_time: bool,
    replications: u64,
}

impl Need {
    /// What the replications of a scenario need.
    #[must_use]
    pub fn of(scenario: &Scenario, ground: &Ground) -> Self {
        let people = ground.people(scenario) as u64;
        let ties = ground.expected_ties(scenario);
        let firms = 1 + scenario.rivals.len() as u64;
        let market = people * (PERSON + firms * STANDING) + ties * TIE;
        // The last strategy lives in the market itself.
        let copies = if scenario.strategies.len() > 1 { market } else { 0 };
        Self {
            replication: market + copies.max(ties * DRAWN),
            one_at_a_time: people >= LARGE as u64,
            replications: scenario.experiment.replications.whole() as u64,
        }
    }

    /// What is needed on so many threads.
    #[must_use]
    pub fn on(&self, threads: usize) -> u64 {
        let at_once = if self.one_at_a_time { 1 } else { self.replications.min(threads as u64) };
        PROGRAM + at_once.max(1) * self.replication
    }

    /// The most threads for which this suffices, up to so many; `None` where it is too little for one.
    #[must_use]
    pub fn threads_within(&self, available: u64, most: usize) -> Option<usize> {
        (1..=most).rev().find(|&threads| self.on(threads) <= available)
    }

    /// For how many of the people there would be room, in whole parts of a hundred.
    #[must_use]
    pub fn room_within(&self, available: u64) -> u64 {
        available / (self.on(1) / 100 + 1)
    }

    /// What is told where it is too little for one thread.
    #[must_use]
    pub fn refusal(&self, available: u64) -> String {
        let (needed, free) = (bytes(self.on(1)), bytes(available));
        format!("this run needs about {needed} of memory, and {free} are free")
    }
}

/// The memory that this process may take, in bytes: what the machine has free, or less where the
/// system grants it less. `None` where the system does not tell.
#[must_use]
pub fn available() -> Option<u64> {
    let what = RefreshKind::nothing().with_memory(MemoryRefreshKind::nothing().with_ram());
    let system = System::new_with_specifics(what);
    let granted = system.cgroup_limits().map_or(u64::MAX, |limits| limits.free_memory);
    let free = system.available_memory().min(granted);
    (free > 0).then_some(free)
}

/// Bytes in words.
#[must_use]
pub fn bytes(number: u64) -> String {
    let (mega, giga) = (number as f64 / 1e6, number as f64 / 1e9);
    if giga >= 1.0 { format!("{giga:.1} GB") } else { format!("{:.0} MB", mega.max(1.0)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_threads_are_used_where_memory_is_short() {
        let need = Need { replication: 100 << 20, one_at_a_time: false, replications: 8 };
        assert_eq!(need.on(1), (60 + 100) << 20);
        assert_eq!(need.on(4), (60 + 400) << 20);
        assert_eq!(need.on(100), (60 + 800) << 20);
        assert_eq!(need.threads_within(1 << 30, 16), Some(16), "no more than eight are lived");
        assert_eq!(need.threads_within(400 << 20, 16), Some(3));
        assert_eq!(need.threads_within(100 << 20, 16), None);
        let large = Need { one_at_a_time: true, ..need };
        assert_eq!(large.threads_within(200 << 20, 16), Some(16), "a large market is alone");
    }

    #[test]
    fn a_run_without_room_is_refused_with_both_numbers() {
        let need = Need { replication: 37_800_000_000, one_at_a_time: true, replications: 8 };
        assert_eq!(need.threads_within(21_000_000_000, 2), None);
        assert_eq!(
            need.refusal(21_000_000_000),
            "this run needs about 37.9 GB of memory, and 21.0 GB are free"
        );
        assert_eq!(need.room_within(21_000_000_000), 55);
    }

    #[test]
    fn bytes_are_told_as_people_say_them() {
        assert_eq!(bytes(12_600_000), "13 MB");
        assert_eq!(bytes(1_260_000_000), "1.3 GB");
        assert_eq!(bytes(10), "1 MB");
    }
}
