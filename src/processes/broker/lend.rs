//! Lending: customers have wishes that others around them can fulfil; who lends is helped in turn, and what is lent need not be bought.

use super::{Broker, Round};
use crate::draws::Draw;
use crate::elementary::{log_odds, logistic};
use crate::firms::Stage;
use crate::offers::{Exchange, OfferKind};
use crate::people::{People, PersonId};

/// How many of the own circle a person asks whom no acquaintance can help: neighbours, by number.
const NEIGHBOURS: usize = 10;

impl Broker<'_> {
    /// Lets people ask others for what they wish for, where the firm has a place for it.
    pub(super) fn lend(&self, round: &mut Round<'_>) {
        let Some(exchange) = round.firm.services.exchange else {
            return;
        };
        let circles = by_circle(round.people);
        let chosen = self.luck.of("lend: who is asked");
        let mut lent = vec![false; round.people.len()];
        for person in self.wishing(round, exchange) {
            round.facts.wishes += 1;
            let circle = &circles[round.people.circle[person.index()] as usize];
            let draw = chosen.about(round.people.key[person.index()]);
            if let Some(lender) = self.lender(round, (person, circle), exchange, &lent, draw) {
                lent[lender.index()] = true;
                self.borrow(round, (person, lender), exchange);
            }
        }
    }

    /// Who has a wish this week, in the order of a keyed priority: what is lent to one is not there for another.
    fn wishing(&self, round: &Round<'_>, exchange: Exchange) -> Vec<PersonId> {
        let has_a_wish = self.luck.of("lend: has a wish");
        let draw = |person: &PersonId| has_a_wish.about(round.people.key[person.index()]);
        let wishes = |person: &PersonId| {
            let customer = round.firm.clientele.is_customer(person.index());
            let open = if customer { 1.0 } else { exchange.guests };
            draw(person).happens(exchange.wishes * open)
        };
        let mut wishing: Vec<PersonId> = round.people.all().filter(wishes).collect();
        wishing.sort_by_cached_key(|person| draw(person).again());
        wishing
    }

    /// Who grants a wish: first those whom one knows are asked, then some of one's own circle.
    fn lender(
        &self,
        round: &Round<'_>,
        (person, circle): (PersonId, &[PersonId]),
        exchange: Exchange,
        lent: &[bool],
        draw: Draw,
    ) -> Option<PersonId> {
        let grants = |&other: &PersonId| {
            other != person
                && round.firm.clientele.is_customer(other.index())
                && !lent[other.index()]
                && round.have_time(&[person, other], exchange.time)
                && self.grants(round, (person, other), exchange)
        };
        let order = |other: &PersonId| draw.about(round.people.key[other.index()]);
        let known = round.ties.partners(person).iter().map(|&known| PersonId(known));
        // Whoever lives in a circle is the same under every strategy, so neighbours go by number.
        let looks = std::iter::successors(Some(draw.again()), |draw| Some(draw.again()));
        let neighbours = looks.take(NEIGHBOURS).filter_map(|look| look.choose(circle.len()));
        known
            .filter(grants)
            .max_by_key(order)
            .or_else(|| neighbours.map(|at| circle[at]).find(grants))
    }

    /// Whether one lends to another: by what there is, and by how the other has helped others.
    /// Having been helped oneself counts for nothing by the evidence.
    fn grants(
        &self,
        round: &Round<'_>,
        (asker, lender): (PersonId, PersonId),
        exchange: Exchange,
    ) -> bool {
        let supply = exchange.supply;
        if supply <= 0.0 {
            return false;
        }
        let (rules, clientele) = (self.rules, &round.firm.clientele);
        let usual = log_odds(supply.min(1.0 - f32::EPSILON));
        // Who borrowed this very week has been helped in full, however little it spared him.
        let loan = (exchange.saving * (1.0 - self.loan_kept)).max(f32::MIN_POSITIVE);
        let helped = (clientele.spared.get(lender.index()) / loan).min(1.0);
        let score = usual
            + rules.history.single() * clientele.has_helped.get(asker.index())
            + rules.upstream.single() * helped;
        let (a, b) = (round.people.key[asker.index()], round.people.key[lender.index()]);
        let draw = self.luck.of("lend: grants").from_to(b, a);
        draw.happens(self.gains.reciprocity.single() * logistic(score))
    }

    /// One lends to the other; the two meet, and the borrower need not buy what was lent.
    fn borrow(
        &self,
        round: &mut Round<'_>,
        (borrower, lender): (PersonId, PersonId),
        exchange: Exchange,
    ) {
        let i = borrower.index();
        round.facts.loans += 1;
        round.take_time(&[borrower, lender], exchange.time);
        // What is spared is spared once, over the weeks in which the loan is used.
        round.firm.clientele.spared.add(i, exchange.saving * (1.0 - self.loan_kept));
        match round.firm.clientele.stage[i] {
            Stage::Customer => round.facts.displaced += f64::from(exchange.displaced),
            Stage::Unaware => round.firm.clientele.stage[i] = Stage::Aware,
            Stage::Aware | Stage::Lapsed => {}
        }
        self.credit(round, lender);
        // What else the two have from it, they have as from any contact that a firm arranges; its
        // time is that of the loan.
        if round.ties.knows(borrower, lender) {
            let kind = OfferKind::Occasion;
            let need = self.need_of(round, (borrower, lender), kind);
            self.be_in_touch(round, (borrower, lender), (need, kind), 0.0);
        } else {
            self.meet_for_the_first_time(round, (borrower, lender), (false, 0.0));
        }
    }
}

/// The people of each circle.
fn by_circle(people: &People) -> Vec<Vec<PersonId>> {
    let circles = people.circle.iter().max().map_or(0, |&last| last as usize + 1);
    let mut members = vec![Vec::new(); circles];
    for person in people.all() {
        members[people.circle[person.index()] as usize].push(person);
    }
    members
}
