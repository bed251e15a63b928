//! One line of a strategy: a programme, its share, the weeks in which it runs and the people it is for.

use crate::programmes::{Chosen, FirmView};
use crate::quantity::Horizon;
use crate::segments::Audience;
use std::ops::Range;

crate::parameters! {
    /// When a programme of a strategy runs, and for whom.
    pub Window in "strategies.NAME.PROGRAMME" {
        /// The first week in which the programme runs, counted from 0.
        from: Horizon = 0.0, in 0.0 => 1040.0, from "definition", grade Definition, role Input;
        /// The week before which it ends; beyond the horizon: it does not end.
        until: Horizon = 1040.0, in 1.0 => 1040.0, from "definition", grade Definition, role Input;
        /// It runs every so many weeks, and rests in between at no cost.
        every: Horizon = 1.0, in 1.0 => 520.0, from "definition", grade Definition, role Input;
        /// Whom it is for: all people, the core, or the others.
        segment: Audience = 0.0, in 0.0 => 2.0, from "definition", grade Definition, role Input;
    }
}

impl Window {
    /// Whether a programme with this window runs in a week.
    #[must_use]
    pub const fn is_open(&self, week: u32) -> bool {
        let (from, until, every) = (self.from.whole(), self.until.whole(), self.every.whole());
        from <= week && week < until && (week - from).is_multiple_of(every)
    }
}

/// One programme of a strategy, and its share of what is left after fixed costs.
#[derive(Debug)]
pub struct Line {
    /// The programme's name in the scenario.
    pub name: String,
    /// Its name in the books, where it has to be told from an earlier line of the same programme.
    pub account: String,
    /// Its share of the allowance after fixed costs, from 0 to 1.
    pub share: f64,
    /// When it runs, and for whom.
    pub window: Window,
    /// The weeks in which the strategy has this line at all, between one switch and another.
    pub weeks: Range<u32>,
    /// The programme, with its parameters.
    pub chosen: Chosen,
}

impl Line {
    /// A programme that runs in all weeks and for everybody.
    #[must_use]
    pub fn always(name: &str, share: f64, chosen: Chosen) -> Self {
        let (name, account) = (name.to_owned(), name.to_owned());
        Self { name, account, share, window: Window::default(), weeks: 0..u32::MAX, chosen }
    }

    /// Whether the programme runs in this week, given a share.
    #[must_use]
    pub fn runs_in(&self, week: u32) -> bool {
        self.weeks.contains(&week) && self.window.is_open(week)
    }

    /// Its share in this week before any plan moves it: nothing where the strategy does not have it.
    #[must_use]
    pub fn share_in(&self, week: u32) -> f64 {
        if self.weeks.contains(&week) { self.share } else { 0.0 }
    }

    /// What the firm sees of the people whom the line is for, as a service that began with the line.
    #[must_use]
    pub fn view<'a>(&self, firm: &FirmView<'a>) -> FirmView<'a> {
        let began = self.weeks.start.max(self.window.from.whole());
        firm.of(self.window.segment).since(began)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Quantity;

    #[test]
    fn a_window_is_open_from_its_first_week_until_before_its_last_every_so_often() {
        let weeks = |from, until, every| -> Vec<u32> {
            let [from, until, every] = [from, until, every].map(Horizon::from_number);
            let window = Window { from, until, every, ..Window::default() };
            (0..20).filter(|&week| window.is_open(week)).collect()
        };
        assert_eq!(weeks(0.0, 1040.0, 1.0), (0..20).collect::<Vec<_>>());
        assert_eq!(weeks(3.0, 6.0, 1.0), [3, 4, 5]);
        assert_eq!(weeks(2.0, 15.0, 4.0), [2, 6, 10, 14]);
    }
}
