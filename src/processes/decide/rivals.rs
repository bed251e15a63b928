//! Rivals: firms of one market want the same purse; whoever is won by one leaves the firm that he was with.

use super::{Decided, Decision, leave};
use crate::draws::{Draw, Luck};
use crate::facts::Facts;
use crate::firms::{Firm, Reason, Source, Stage};
use crate::people::{People, PersonId};
use crate::quantity::Share;

crate::parameters! {
    /// How firms of one market win customers from each other.
    pub Rivalry in "people.rivalry" {
        /// Readiness of a rival's customer to join, relative to someone who is nobody's customer.
        switching: Share = 0.3, in 0.0 => 1.0, from "assumption; swept", grade Gap, role Input;
    }
}

/// Whose customer everybody was when the week began, by the number of the firm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customers(Vec<Option<usize>>);

impl Customers {
    /// Counts whose customer everybody is; nothing where there is only one firm.
    #[must_use]
    pub fn of(firms: &[Firm]) -> Option<Self> {
        if firms.len() < 2 {
            return None;
        }
        let people = firms[0].clientele.stage.len();
        let with = |i: usize| firms.iter().position(|firm| firm.clientele.is_customer(i));
        Some(Self((0..people).map(with).collect()))
    }

    /// The same, as one of the firms sees it.
    #[must_use]
    pub const fn seen_by(&self, firm: usize) -> Rivals<'_> {
        Rivals { customers: self, firm }
    }
}

/// The other firms of the market, as one firm meets them.
#[derive(Clone, Copy, Debug)]
pub struct Rivals<'a> {
    customers: &'a Customers,
    firm: usize,
}

impl Rivals<'_> {
    /// Whether the person is the customer of another firm.
    #[must_use]
    pub fn have(&self, person: usize) -> bool {
        self.customers.0[person].is_some_and(|firm| firm != self.firm)
    }
}

/// Someone whom a firm has won this week, unless another firm has won him as well.
#[derive(Clone, Copy, Debug)]
struct Claim {
    draw: Draw,
    firm: usize,
    person: PersonId,
    source: Source,
}

impl Decision<'_> {
    /// How willing a person is to become a customer, as far as rivals are concerned, from 0 to 1.
    pub(super) fn willing(&self, rivals: Option<Rivals<'_>>, i: usize) -> f32 {
        if rivals.is_some_and(|rivals| rivals.have(i)) {
            self.rivalry.switching.single()
        } else {
            1.0
        }
    }

    /// Lets everybody whom firms have won join one of them: of several, a draw decides that is
    /// keyed by firm and person. Whoever was with another firm until now leaves it.
    pub fn settle(
        &self,
        people: &People,
        firms: &mut [Firm],
        decided: &mut [Decided],
        facts: &mut [Facts],
    ) {
        if decided.iter().all(|decided| decided.wishes.is_empty()) {
            return;
        }
        for claim in claims(people, decided, self.luck) {
            let i = claim.person.index();
            let with = firms.iter().position(|firm| firm.clientele.is_customer(i));
            let before = facts[claim.firm].joined_all();
            let clientele = &mut firms[claim.firm].clientele;
            self.join_all(people, clientele, i, claim.source, &mut facts[claim.firm]);
            let Some(with) = with else { continue };
            let won = facts[claim.firm].joined_all() - before;
            facts[claim.firm].won_from_rivals += won;
            let clientele = &mut firms[with].clientele;
            let from = decided[with].left.len();
            leave::leave_all(people, clientele, i, &mut decided[with].left);
            for gone in &decided[with].left[from..] {
                // What holds him back from returning is his new firm, not the time of lapsing.
                clientele.stage[gone.index()] = Stage::Aware;
                facts[with].left[Reason::Rival as usize] += 1;
            }
        }
    }
}

/// Who is won by which firm; each person, or group of people who decide together, by one at most.
fn claims(people: &People, decided: &[Decided], luck: Luck) -> Vec<Claim> {
    let mut won: Vec<Option<Claim>> = vec![None; people.len()];
    for (firm, decided) in decided.iter().enumerate() {
        let luck = luck.at_firm(firm).of("decide: the firm that wins");
        for &(person, source) in &decided.wishes {
            let first = people.groups.first_of(person.index());
            let claim = Claim { draw: luck.about(people.key[first]), firm, person, source };
            if won[first].is_none_or(|best| claim.draw > best.draw) {
                won[first] = Some(claim);
            }
        }
    }
    won.into_iter().flatten().collect()
}
