//! The words of a firm's records: where a person stands, what brought a customer in, and why one left.

/// Where a person stands with a firm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Stage {
    /// Has never heard of it.
    #[default]
    Unaware,
    /// Knows it and may become a customer.
    Aware,
    /// Buys from it.
    Customer,
    /// Was a customer and does not think of returning yet.
    Lapsed,
}

impl Stage {
    /// Whether the person may become a customer.
    #[must_use]
    #[inline]
    pub const fn is_prospect(self) -> bool {
        matches!(self, Self::Unaware | Self::Aware)
    }
}

/// What made a person a customer: each acquisition has exactly one cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Source {
    /// A customer before the first week.
    Given,
    /// The firm's impressions.
    Advertising,
    /// What others said.
    WordOfMouth,
    /// A customer: met at an introduction, or asked by the firm to invite.
    Invitation,
    /// Looking for it unprompted.
    Search,
    /// Seeing others use it.
    Visibility,
    /// What was read in the firm's forum.
    Forum,
    /// The firm's hospitality.
    Event,
    /// What the firm's own people said.
    Staff,
}

impl Source {
    /// The causes of acquisitions, in the order of the tables.
    pub const CAUSES: [Self; 8] = [
        Self::Advertising,
        Self::WordOfMouth,
        Self::Invitation,
        Self::Search,
        Self::Visibility,
        Self::Forum,
        Self::Event,
        Self::Staff,
    ];

    /// The place of a cause in [`Source::CAUSES`].
    #[must_use]
    pub const fn index(self) -> usize {
        (self as usize).saturating_sub(1)
    }
}

/// Why a customer left: each loss has exactly one cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Reason {
    /// A payment failed; nobody decided anything.
    Payment,
    /// Own judgement of what is offered at the price.
    Judgement,
    /// Annoyed by messages.
    Irritation,
    /// Others left.
    Contagion,
    /// Trouble of the whole circle.
    Circle,
    /// A business act by a firm that was taken for a friend.
    Violation,
    /// Another firm won the customer.
    Rival,
}

impl Reason {
    /// How many reasons there are.
    pub const COUNT: usize = Self::Rival as usize + 1;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cause_has_its_own_place() {
        let places: Vec<usize> = Source::CAUSES.iter().map(|cause| cause.index()).collect();
        assert_eq!(places, [0, 1, 2, 3, 4, 5, 6, 7]);
    }
}
